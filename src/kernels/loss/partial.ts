import { assert } from '#lang/assert.ts'
import { type Batches, mergedBatches } from './batches.ts'
import { type Histogram, mergedHistogram } from './histogram.ts'
import { mergedWide, type WideSums } from './wide-sums.ts'
import { type WorstYears, worstOf } from './worst-years.ts'

/**
 * What some blocks of years came to. All sums are of whole numbers and exact, so parts merge in any order to the same bits; the size does not grow with the years.
 *
 * Where there is one per scale, it stands at the place of the scale.
 */
export interface Partial {
  readonly seed: number
  /** Which blocks are in it: first and count, in order, with gaps between them. */
  readonly ranges: readonly (readonly [first: number, count: number])[]
  readonly years: number
  readonly scales: readonly ScalePart[]
  /** The largest event of each year, on scale 0. */
  readonly largest: Histogram
  /** By the totals of scale 0. */
  readonly worst: WorstYears
  /** Years with a loss on scale 0; and the squares of how many a block had. */
  readonly yearsWithLoss: number
  readonly lossSquares: number
  /** By item: years with a breach; and the squares of how many a block had, for the error. */
  readonly breaches: Float64Array
  readonly breachSquares: Float64Array
  /** By scale, then cause: strikes, members of joints, lumps. */
  readonly cells: WideSums
  readonly batches: Batches
  /** Years whose total came to 2^53 or more and may be rounded. None, unless the model has losses that no one can have. */
  readonly beyond: number
  /** Whether rates, chances or curves were drawn by period: then the years of a block are not independent. */
  readonly isUncertain: boolean
}

/** The years' totals on one scale. */
export interface ScalePart {
  readonly sum: bigint
  /** Sum of squares; rounded once a block where that has more digits than a double. */
  readonly squares: bigint
  readonly years: Histogram
  /** The totals of whole blocks, and their squares: what the uncertainty of rates and curves does. */
  readonly blocks: Histogram
  readonly blockSquares: bigint
}

/** Two parts of one simulation as one. Parts that share a block are a fault of ours. */
export function mergePartials(a: Partial, b: Partial): Partial {
  assert(a.seed === b.seed && a.scales.length === b.scales.length, 'parts of two simulations')
  return {
    seed: a.seed,
    ranges: joinedRanges([...a.ranges, ...b.ranges]),
    years: a.years + b.years,
    scales: a.scales.map((one, scale) => mergedScale(one, b.scales[scale] as ScalePart)),
    largest: mergedHistogram(a.largest, b.largest),
    worst: worstOf(a.worst, b.worst),
    yearsWithLoss: a.yearsWithLoss + b.yearsWithLoss,
    lossSquares: a.lossSquares + b.lossSquares,
    breaches: a.breaches.map((count, item) => count + (b.breaches[item] as number)),
    breachSquares: a.breachSquares.map((count, item) => count + (b.breachSquares[item] as number)),
    cells: mergedWide(a.cells, b.cells),
    batches: mergedBatches(a.batches, b.batches),
    beyond: a.beyond + b.beyond,
    isUncertain: a.isUncertain,
  }
}

const mergedScale = (a: ScalePart, b: ScalePart): ScalePart => ({
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
  years: mergedHistogram(a.years, b.years),
  blocks: mergedHistogram(a.blocks, b.blocks),
  blockSquares: a.blockSquares + b.blockSquares,
})

/** Ranges of blocks in order, those that touch as one. A block in two of them is a fault of ours. */
export function joinedRanges(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = []
  for (const [first, count] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    const end = last === undefined ? -1 : last[0] + last[1]
    assert(first >= end, `block ${first} is in two parts`)
    if (last !== undefined && first === end) last[1] += count
    else if (count > 0) merged.push([first, count])
  }
  return merged
}

const batchLists = ({ years, source, item }: Batches): readonly Float64Array[] => [years, source.high, source.low, item.high, item.low]

/** A part as bytes: the same for the same part on every machine, so that a digest of them names it. */
export function digestable(partial: Partial): readonly Uint8Array[] {
  const { worst, largest, cells, batches, breaches, breachSquares } = partial
  const numbers = [partial.seed, partial.years, partial.yearsWithLoss, partial.lossSquares, partial.beyond, ...partial.ranges.flat()].join(' ')
  const sums = partial.scales.map((one) => [one.sum, one.squares, one.blockSquares].join(' ')).join('\n')
  const histograms = [largest, ...partial.scales.flatMap((one) => [one.years, one.blocks])]
  const lists = [
    worst.total,
    worst.year,
    breaches,
    breachSquares,
    cells.high,
    cells.low,
    ...batchLists(batches),
    ...histograms.flatMap((one) => [one.counts, one.sums.high, one.sums.low]),
  ]
  return [new TextEncoder().encode(`${numbers}\n${sums}\n`), ...lists.map((list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength))]
}
