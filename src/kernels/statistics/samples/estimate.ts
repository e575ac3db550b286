import { normalQuantile } from '../../maths/normal.ts'

/** A figure from a sample, how far it may be off by chance (one standard error), and the interval that holds the truth with the asked confidence. */
export interface Estimate {
  readonly value: number
  readonly error: number
  readonly low: number
  readonly high: number
}

/** The normal score for a two-sided confidence: 1.96 for 0.95. */
export const scoreOf = (confidence: number): number => normalQuantile((1 + confidence) / 2)

/** A figure and its error as an estimate; the interval is the normal one. */
export function estimateOf({ value, error, confidence }: { readonly value: number; readonly error: number; readonly confidence: number }): Estimate {
  const reach = scoreOf(confidence) * error
  return { value, error, low: value - reach, high: value + reach }
}
