import { type Estimate, estimateOf, scoreOf } from './estimate.ts'
import { exactSum } from './sum.ts'

/** Which quantile is meant, by the share below, and how sure its interval is to be. */
export interface Level {
  readonly share: number
  readonly confidence: number
}

/** A product like 0.07 · 100 that is off a whole number by rounding alone is that whole number. */
export function rankOf(count: number, share: number): number {
  const rank = count * share
  const whole = Math.round(rank)
  return Math.abs(rank - whole) <= 1e-9 * Math.max(1, whole) ? whole : rank
}

/** The ranks, from 1, between which the quantile lies with the asked confidence: nα ± z √(nα(1 − α)), cut at the ends of the sample. */
export function quantileRanks(count: number, { share, confidence }: Level): { readonly low: number; readonly at: number; readonly high: number } {
  const exact = rankOf(count, share)
  const reach = scoreOf(confidence) * Math.sqrt(exact * (1 - share))
  const within = (rank: number): number => Math.min(count, Math.max(1, rank))
  return { low: within(Math.floor(exact - reach)), at: within(Math.ceil(exact)), high: within(Math.ceil(exact + reach)) }
}

/**
 * The quantile of a sample (value at risk): its ⌈nα⌉-th smallest value.
 *
 * The interval runs from one value of the sample to another, and so is right whatever the distribution, unless it is cut at the
 * end of the sample. The error is what a normal interval of that width would have.
 *
 * @param sorted rising
 * @returns nothing from nothing
 */
export function sampleQuantile(sorted: Float64Array, level: Level): Estimate | undefined {
  if (sorted.length === 0) return undefined
  const ranks = quantileRanks(sorted.length, level)
  const [low, value, high] = [ranks.low, ranks.at, ranks.high].map((rank) => sorted[rank - 1] as number) as [number, number, number]
  return { value, low, high, error: (high - low) / (2 * scoreOf(level.confidence)) }
}

/**
 * The mean of the worst 1 − α of a sample (tail value at risk, expected shortfall): of the value at rank ⌈nα⌉ only the fraction that lies above nα
 * counts, so that values that are the same, and any n, give the exact answer.
 *
 * The error is √([Var(tail) + α (tail mean − quantile)²] / (n(1 − α))), which also counts that the quantile itself is uncertain (Manistre and
 * Hancock 2005).
 *
 * @param sorted rising
 * @returns nothing where no tail is left
 */
export function sampleTailMean(sorted: Float64Array, { share, confidence }: Level): Estimate | undefined {
  const exact = rankOf(sorted.length, share)
  const size = sorted.length - exact
  if (size <= 0) return undefined
  const rank = Math.max(1, Math.ceil(exact))
  const [quantile, tail] = [sorted[rank - 1] as number, sorted.subarray(rank)]
  const fraction = rank - exact
  const value = (exactSum(tail) + fraction * quantile) / size
  let squares = fraction * (quantile - value) * (quantile - value)
  for (const one of tail) squares += (one - value) * (one - value)
  return estimateOf({ value, error: tailError({ variance: squares / size, excess: value - quantile, share, size }), confidence })
}

/** The standard error of a tail mean: the variance within the tail, and the tail mean less the quantile. */
export function tailError({ variance, excess, share, size }: { readonly variance: number; readonly excess: number; readonly share: number; readonly size: number }): number {
  return Math.sqrt((variance + share * excess * excess) / size)
}
