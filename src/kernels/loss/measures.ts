import { binOfRank, binStart, bins, type Histogram } from './histogram.ts'
import { blockYears, periods } from './model.ts'
import type { Partial, ScalePart } from './partial.ts'
import { wideNumber } from './wide-sums.ts'
import { largestOf, type WorstYears } from './worst-years.ts'

/** A figure with its standard error. */
export interface Estimate {
  readonly value: number
  readonly error: number
}

/**
 * The mean of a year on one scale, and how it varies.
 *
 * Where rates, chances or curves are drawn by period, the years of a period are not independent: then the error is taken from the means of the blocks, and `uncertainty` is the
 * standard deviation of the mean that comes of what nobody knows, and not of chance from year to year.
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
  return { value, error, deviation: Math.sqrt(variance), uncertainty: partial.isUncertain ? Math.sqrt(Math.max(0, between - variance / blockYears) * periods) : 0 }
}

/** A chance with its standard error and, beside it, of how many independent years it has the error. */
export interface Chance extends Estimate {
  readonly tries: number
}

/** The chance of a year with any loss on scale 0. */
export const chanceOfLoss = (partial: Partial): Chance => chanceOf(partial, partial.yearsWithLoss, partial.lossSquares)

/** The chance of a year in which an item has an outage beyond its limit. */
export const chanceOfBreach = (partial: Partial, item: number): Chance => chanceOf(partial, partial.breaches[item] as number, partial.breachSquares[item] as number)

/** Where the years of a block hang together, the error is that of the blocks' shares. @param squares of how many a block had */
function chanceOf({ years, isUncertain }: Partial, count: number, squares: number): Chance {
  const value = count / years
  const independent = Math.sqrt((value * (1 - value)) / years)
  const blocks = years / blockYears
  // Where the blocks cannot tell, no more is certain than that periods are independent.
  if (!isUncertain || blocks < 2 || count === 0 || count === years) return { value, error: independent, tries: isUncertain ? blocks * periods : years }
  const error = Math.sqrt((squares - (count * count) / blocks) / (blocks - 1) / blocks) / blockYears
  return error === 0 ? { value, error: independent, tries: years } : { value, error, tries: (value * (1 - value)) / (error * error) }
}

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
 * The error of the mean is that of independent years (Manistre and Hancock 2005): [Var(S | beyond) + share · (TVaR − VaR)²] / (n (1 − share)). Where the years of a block
 * hang together, errors are those of the blocks: of how many of their years lie beyond the quantile, and of how far, which is what either figure changes with.
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
  const blocks = n / blockYears
  const between = partial.isUncertain && blocks > 1 ? ofBlocks(worst, value, blocks) : undefined
  const half = 1.96 * (between?.count ?? Math.sqrt(n * share * (1 - share)))
  return {
    var: { value, low: at(n - Math.floor(n * share - half)), high: at(n - Math.ceil(n * share + half)) },
    tvar: { value: tvar, error: between === undefined ? Math.sqrt((variance + share * (tvar - value) ** 2) / exact) : between.excess / exact },
    years: worst.year,
    boundary: { year: boundary, weight },
  }
}

/** The standard deviations of how many years lie beyond a value, and of how far they do so in all, as the blocks tell them. */
function ofBlocks({ total, year }: WorstYears, value: number, blocks: number): { readonly count: number; readonly excess: number } {
  const met = new Map<number, { count: number; excess: number }>()
  for (let at = 0; at < year.length; at++) {
    const block = Math.floor((year[at] as number) / blockYears)
    const one = met.get(block) ?? { count: 0, excess: 0 }
    one.count++
    one.excess += (total[at] as number) - value
    met.set(block, one)
  }
  const spread = (of: (one: { readonly count: number; readonly excess: number }) => number): number => {
    const values = [...met.values()].map(of)
    const mean = values.reduce((sum, one) => sum + one, 0) / blocks
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) + (blocks - values.length) * mean * mean
    return Math.sqrt((squares * blocks) / (blocks - 1))
  }
  return { count: spread((one) => one.count), excess: spread((one) => one.excess) }
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
