import { binOfRank, binStart, bins, type Histogram } from './histogram.ts'
import { blockYears } from './model.ts'
import type { Partial, ScalePart } from './partial.ts'
import { wideNumber } from './wide-sums.ts'
import { largestOf } from './worst-years.ts'

/** A figure with its standard error. */
export interface Estimate {
  readonly value: number
  readonly error: number
}

/**
 * The mean of a year on one scale, and how it varies.
 *
 * Where rates or curves are drawn by block, the years of a block are not independent: then the error is taken from the means of the blocks, and `uncertainty` is the
 * part of their standard deviation that is not chance from year to year.
 */
export interface MeanLoss extends Estimate {
  readonly deviation: number
  readonly uncertainty: number
}

export function meanLoss(partial: Partial, scale = 0): MeanLoss {
  const { sum, squares, blockSquares } = partial.scales[scale] as ScalePart
  const n = partial.years
  const value = Number(sum) / n
  // Exact integers up to the last step: the difference of two large sums must not lose its digits.
  const variance = n > 1 ? Number(squares * BigInt(n) - sum * sum) / n / (n - 1) : Number.NaN
  const blocks = n / blockYears
  const between = blocks > 1 ? Number(blockSquares * BigInt(blocks) - sum * sum) / blocks / (blocks - 1) / blockYears ** 2 : Number.NaN
  const error = partial.isUncertain ? Math.sqrt(between / blocks) : Math.sqrt(variance / n)
  return { value, error, deviation: Math.sqrt(variance), uncertainty: partial.isUncertain ? Math.sqrt(Math.max(0, between - variance / blockYears)) : 0 }
}

/** The chance of a year with any loss on scale 0. */
export const chanceOfLoss = ({ yearsWithLoss, years }: Partial): Estimate => shareOf(yearsWithLoss, years)

/** The chance of a year in which an item has an outage beyond its limit. Where years of a block hang together, the error is that of the blocks' shares. */
export function chanceOfBreach(partial: Partial, item: number): Estimate {
  const count = partial.breaches[item] as number
  const simple = shareOf(count, partial.years)
  const blocks = partial.years / blockYears
  if (!partial.isUncertain || blocks < 2) return simple
  const between = ((partial.breachSquares[item] as number) - (count * count) / blocks) / (blocks - 1)
  return { value: simple.value, error: Math.sqrt(between / blocks) / blockYears }
}

const shareOf = (count: number, of: number): Estimate => ({ value: count / of, error: Math.sqrt(((count / of) * (1 - count / of)) / of) })

/**
 * The mean of a year over batches of years, with the error that the batches tell. For what a cause has in the worst years: lay eight batches or more of them to their causes apart
 * (one tail pass each), and hand in what the cause, or any group of causes, comes to in each.
 */
export function meanOfBatches(batches: readonly { readonly years: number; readonly sum: number }[]): Estimate {
  const years = batches.reduce((all, one) => all + one.years, 0)
  const value = batches.reduce((all, one) => all + one.sum, 0) / years
  const squares = batches.reduce((all, one) => all + (one.sum - one.years * value) ** 2, 0)
  return { value, error: Math.sqrt((squares * batches.length) / (batches.length - 1)) / years }
}

/** A quantile with the interval that holds it in 95 of 100 simulations, by order statistics. */
export interface Quantile {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** The tail beyond a share of the years, on scale 0. */
export interface Tail {
  readonly var: Quantile
  /** The mean of the worst 1 − share of the years; where that is no whole number of years, the year at the quantile counts with the rest. */
  readonly tvar: Estimate
  /** The years beyond the quantile, in order, and the one at it with the weight it has in `tvar`. */
  readonly years: Float64Array
  readonly boundary: { readonly year: number; readonly weight: number }
}

/**
 * The value that a share of the years does not exceed, and the mean beyond it.
 *
 * The error of the mean is that of independent years (Manistre and Hancock 2005): [Var(S | beyond) + share · (TVaR − VaR)²] / (n (1 − share)).
 *
 * @returns nothing where more years lie beyond than are kept, or fewer than two do
 */
export function tailBeyond(partial: Partial, share: number): Tail | undefined {
  const n = partial.years
  const rank = rankOf(n, share)
  const beyond = n - rank
  if (beyond < 2 || beyond >= partial.worst.total.length) return undefined
  const sorted = partial.worst.total.slice().sort()
  const at = (place: number): number => sorted[sorted.length - 1 - Math.min(Math.max(place, 0), sorted.length - 1)] as number
  const value = at(beyond)
  const worst = largestOf(partial.worst, beyond)
  const inTail = new Set(worst.year)
  const boundary = largestOf(partial.worst, beyond + 1).year.find((year) => !inTail.has(year)) as number
  const weight = Math.max(0, rank - n * share)
  const exact = n * (1 - share)
  const tvar = (worst.total.reduce((sum, one) => sum + one, 0) + weight * value) / exact
  const variance = worst.total.reduce((sum, one) => sum + (one - tvar) ** 2, 0) / (beyond - 1)
  const half = 1.96 * Math.sqrt(n * share * (1 - share))
  return {
    var: { value, low: at(n - Math.floor(n * share - half)), high: at(n - Math.ceil(n * share + half)) },
    tvar: { value: tvar, error: Math.sqrt((variance + share * (tvar - value) ** 2) / exact) },
    years: worst.year,
    boundary: { year: boundary, weight },
  }
}

/** ⌈n · share⌉, forgiving the rounding of a share such as 0.99. */
const rankOf = (n: number, share: number): number => Math.ceil(n * share - n * 1e-12)

/** The bin of a histogram in which a quantile lies, from its least to its greatest amount: for shares that leave more years than are kept. */
export function quantileBin(histogram: Histogram, share: number): { readonly low: number; readonly high: number } {
  const count = histogram.counts.reduce((sum, one) => sum + one, 0)
  const bin = binOfRank(histogram, Math.max(1, rankOf(count, share)))
  return { low: binStart(bin), high: bin === 0 ? 0 : binStart(bin + 1) }
}

/** An exceedance curve: the chance that a year comes to at least an amount, and the mean of those that do. Amounts rise; those without years between them are left out. */
export interface Exceedance {
  readonly amount: Float64Array
  readonly chance: Float64Array
  readonly meanBeyond: Float64Array
}

export function exceedance(histogram: Histogram): Exceedance {
  const met: { amount: number; count: number; mean: number }[] = []
  let [count, sum] = [0, 0]
  for (let bin = bins - 1; bin >= 1; bin--) {
    if (histogram.counts[bin] === 0) continue
    count += histogram.counts[bin] as number
    sum += wideNumber(histogram.sums, bin)
    met.push({ amount: binStart(bin), count, mean: sum / count })
  }
  const years = count + (histogram.counts[0] as number)
  met.reverse()
  return {
    amount: Float64Array.from(met, (one) => one.amount),
    chance: Float64Array.from(met, (one) => one.count / years),
    meanBeyond: Float64Array.from(met, (one) => one.mean),
  }
}

/** How far a simulation has settled: errors as a share of what they belong to. More years divide them by the root of how many times more. */
export function relativeErrors(partial: Partial, share: number): { readonly mean: number; readonly tvar: number | undefined } {
  const mean = meanLoss(partial)
  const tail = tailBeyond(partial, share)
  return { mean: ratio(mean), tvar: tail === undefined ? undefined : ratio(tail.tvar) }
}

const ratio = ({ value, error }: Estimate): number => (value === 0 ? 0 : error / value)
