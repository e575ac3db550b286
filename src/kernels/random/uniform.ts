/**
 * A number strictly between 0 and 1 with 52 random bits, from two words: all of the first, the upper 20 of the second. It lies in the middle of its
 * step of 2^−52, so that neither end is met and 1 − u is exact.
 */
export const unit = (first: number, second: number): number => ((first >>> 0) * 1048576 + (second >>> 12) + 0.5) * 2.220446049250313e-16
