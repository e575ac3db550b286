/** What can be asked of an uncertain number X. */
export interface Behaviour {
  /** The value below which the share `u` lies. Rises with u; at 0 and 1 the ends, which may be infinite. */
  quantile(u: number): number
  /** The chance of at most x. */
  cdf(x: number): number
  /** The chance of more than x. Not taken as 1 − cdf, which has no digits left where the chance is small. */
  above(x: number): number
  /** E[X; X > x]: the part of the mean that comes from above x. At −∞ the mean. */
  meanAbove(x: number): number
  /** E[Xʲ] for a whole j from 1 to 4; infinite where the tail is too heavy. */
  moment(order: number): number
  readonly mean: number
}

/** The share of the mean that comes from above x; says how much of an expectation nobody was asked about. For numbers that are not negative. */
export const shareOfMeanAbove = ({ mean, meanAbove }: Behaviour, x: number): number => meanAbove(x) / mean

/** E[(X − x)⁺], what is expected above a threshold: the stop-loss premium. */
export function expectedExcess({ above, meanAbove }: Behaviour, x: number): number {
  return Math.max(0, meanAbove(x) - x * above(x))
}

/** E[min(X, x)], what is expected when it stops at x. */
export const expectedCapped = (behaviour: Behaviour, x: number): number => behaviour.mean - expectedExcess(behaviour, x)
