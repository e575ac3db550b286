import { assert } from '#lang/assert.ts'
import type { Interval } from '#lang/interval.ts'
import { estimateOf } from './estimate.ts'
import { exactSum } from './sum.ts'
import { type Level, quantileRanks, rankOf, tailError } from './tail.ts'

/**
 * A sample of which only counts and sums were kept: bin i holds `counts[i]` values within [edges[i], edges[i + 1]] whose sum is exactly `sums[i]`.
 * A bin with equal edges holds one value many times, as the zeros of quiet years.
 */
export interface Histogram {
  readonly edges: Float64Array
  readonly counts: Float64Array
  readonly sums: Float64Array
}

/**
 * A figure from a histogram.
 *
 * @property within bounds the figure of the whole sample surely keeps: what binning may have cost
 * @property error the standard error, as large as the bins allow; that of a mean or tail mean counts values within a bin as far apart as its sum permits
 */
export interface BinnedEstimate {
  readonly value: number
  readonly within: Interval
  readonly error: number
  readonly low: number
  readonly high: number
}

const countOf = ({ counts }: Histogram): number => exactSum(counts)

/** One bin, with the most its values can vary around their mean for its edges (Bhatia and Davis 2000). */
interface Bin {
  readonly count: number
  readonly sum: number
  readonly low: number
  readonly high: number
}

function binAt({ edges, counts, sums }: Histogram, at: number): Bin {
  return { count: counts[at] as number, sum: sums[at] as number, low: edges[at] as number, high: edges[at + 1] as number }
}

/** The most the squares around a centre can add up to: the bin's mean is known, and its variance is at most (high − mean)(mean − low). */
function mostSquares({ count, sum, low, high }: Bin, centre: number): number {
  if (count === 0) return 0
  const mean = sum / count
  return count * ((mean - centre) * (mean - centre) + Math.max(0, (high - mean) * (mean - low)))
}

/** Puts values into bins. A value below the first edge or above the last is a fault of ours; one on an edge goes to the bin above it, if there is one. */
export function histogramOf(values: Float64Array, edges: Float64Array): Histogram {
  const [counts, sums] = [new Float64Array(edges.length - 1), new Float64Array(edges.length - 1)]
  for (const value of values) {
    assert(value >= (edges[0] as number) && value <= (edges.at(-1) as number), `a value ${value} outside of the bins`)
    let [low, high] = [0, counts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (value >= (edges[middle] as number)) low = middle
      else high = middle
    }
    counts[low] = (counts[low] as number) + 1
    sums[low] = (sums[low] as number) + value
  }
  return { edges, counts, sums }
}

/** The mean, which binning does not touch; its error is an upper bound. @returns nothing from fewer than two values */
export function histogramMean(histogram: Histogram, confidence: number): BinnedEstimate | undefined {
  const n = countOf(histogram)
  if (n < 2) return undefined
  const value = exactSum(histogram.sums) / n
  let squares = 0
  for (let at = 0; at < histogram.counts.length; at++) squares += mostSquares(binAt(histogram, at), value)
  return { ...estimateOf({ value, error: Math.sqrt(squares / (n - 1) / n), confidence }), within: { low: value, high: value } }
}

/** The bin that holds a rank from 1, and the rank within it. */
function binOfRank(histogram: Histogram, rank: number): { readonly at: number; readonly place: number } {
  let before = 0
  let last = 0
  for (const [at, count] of histogram.counts.entries()) {
    if (before + count >= rank && count > 0) return { at, place: rank - before }
    before += count
    if (count > 0) last = at
  }
  return { at: last, place: histogram.counts[last] as number }
}

/** Where the j-th smallest value of a bin can lie: within its edges, and no farther than the sum of all lets the others follow. */
function boundsOf({ count, sum, low, high }: Bin, place: number): Interval {
  const most = (sum - (place - 1) * low) / (count - place + 1)
  const least = (sum - (count - place) * high) / place
  return { low: Math.min(high, Math.max(low, least)), high: Math.max(low, Math.min(high, most)) }
}

/** The quantile: by straight lines within its bin, kept within what is possible. @returns nothing from nothing */
export function histogramQuantile(histogram: Histogram, level: Level): BinnedEstimate | undefined {
  const n = countOf(histogram)
  if (n === 0) return undefined
  const ranks = quantileRanks(n, level)
  const [low, middle, high] = [ranks.low, ranks.at, ranks.high].map((rank) => {
    const { at, place } = binOfRank(histogram, rank)
    const bin = binAt(histogram, at)
    const within = boundsOf(bin, place)
    const straight = bin.low + ((place - 0.5) / bin.count) * (bin.high - bin.low)
    return { value: Math.min(within.high, Math.max(within.low, straight)), within }
  }) as [Ranked, Ranked, Ranked]
  const estimate = estimateOf({ value: middle.value, error: 1, confidence: level.confidence })
  const error = (high.within.high - low.within.low) / (estimate.high - estimate.low)
  return { value: middle.value, within: middle.within, error, low: low.within.low, high: high.within.high }
}

interface Ranked {
  readonly value: number
  readonly within: Interval
}

/**
 * The mean of the worst 1 − α. All bins above the quantile's count with their exact sums; of its own bin the largest m of c values are wanted, whose
 * sum is at least m times the bin's mean, and at most m times the upper edge or what the others, at the lower edge, leave.
 *
 * @returns nothing where no tail is left
 */
export function histogramTailMean(histogram: Histogram, level: Level): BinnedEstimate | undefined {
  const n = countOf(histogram)
  const exact = rankOf(n, level.share)
  const size = n - exact
  const quantile = histogramQuantile(histogram, level)
  if (size <= 0 || !quantile) return undefined
  const { at, place } = binOfRank(histogram, Math.max(1, Math.ceil(exact)))
  const bin = binAt(histogram, at)
  const wanted = bin.count - place + (Math.max(1, Math.ceil(exact)) - exact)
  const above = exactSum(histogram.sums.subarray(at + 1))
  const least = (wanted * bin.sum) / bin.count
  const most = Math.max(least, Math.min(wanted * bin.high, bin.sum - (bin.count - wanted) * bin.low))
  const within = { low: (above + least) / size, high: (above + most) / size }
  const value = (within.low + within.high) / 2
  let squares = wanted * Math.max((bin.high - value) * (bin.high - value), (bin.low - value) * (bin.low - value))
  for (let other = at + 1; other < histogram.counts.length; other++) squares += mostSquares(binAt(histogram, other), value)
  const error = tailError({ variance: squares / size, excess: within.high - quantile.within.low, share: level.share, size })
  return { ...estimateOf({ value, error, confidence: level.confidence }), within }
}
