import { isRecord, type Json } from '#lang/json.ts'
import { bins, emptyHistogram, type Histogram } from './histogram.ts'
import type { LossModel } from './model.ts'
import type { Partial } from './partial.ts'
import type { WideSums } from './wide-sums.ts'

/** A model as bytes: the same for the same model on every machine of one byte order, so that a digest of them names it. */
export function modelBytes(model: LossModel): readonly Uint8Array[] {
  const lists = [
    model.groupShape,
    ...[model.sources, model.strikes, model.joints, model.lumps, model.inputs, model.items, model.terms].flatMap((part) =>
      Object.entries(part)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, list]) => list),
    ),
  ]
  return [
    new TextEncoder().encode(`${model.scales} ${model.longest} ${model.batches} ${lists.map((list) => list.length).join(' ')}\n`),
    ...lists.map((list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength)),
  ]
}

/** A part as JSON, to be sent to another process or kept for later. Whole numbers beyond 2^53 are texts. */
export const writtenPartial = (partial: Partial): { readonly [key: string]: Json } => ({
  seed: partial.seed,
  ranges: partial.ranges.map(([first, count]) => [first, count]),
  years: partial.years,
  scales: partial.scales.map((one) => ({
    sum: String(one.sum),
    squares: String(one.squares),
    years: writtenHistogram(one.years),
    blocks: writtenHistogram(one.blocks),
    blockSquares: String(one.blockSquares),
  })),
  largest: writtenHistogram(partial.largest),
  worst: { total: [...partial.worst.total], year: [...partial.worst.year] },
  yearsWithLoss: partial.yearsWithLoss,
  lossSquares: partial.lossSquares,
  breaches: [...partial.breaches],
  breachSquares: [...partial.breachSquares],
  cells: writtenWide(partial.cells),
  batches: { years: [...partial.batches.years], source: writtenWide(partial.batches.source), item: writtenWide(partial.batches.item) },
  beyond: partial.beyond,
  isUncertain: partial.isUncertain,
})

const writtenWide = ({ high, low }: WideSums) => ({ high: [...high], low: [...low] })

/** Bins that were met: number, count, and the two words of the sum. */
const writtenHistogram = ({ counts, sums }: Histogram): readonly (readonly number[])[] =>
  Array.from(counts, (count, bin) => [bin, count, sums.high[bin] as number, sums.low[bin] as number]).filter(([, count]) => count !== 0)

/** A part as it was written; nothing when it is none. */
export function readPartial(value: unknown): Partial | undefined {
  try {
    return partialIn(value)
  } catch {
    return undefined // somebody else's file, or one that was cut short
  }
}

class NoPartial extends Error {}

function partialIn(value: unknown): Partial {
  const part = record(value)
  const worst = record(part['worst'])
  const batches = record(part['batches'])
  return {
    seed: whole(part['seed']),
    ranges: list(part['ranges'], (one) => {
      const [first, count] = list(one, whole)
      return [whole(first), whole(count)] as const
    }),
    years: whole(part['years']),
    scales: list(part['scales'], (one) => {
      const scale = record(one)
      return {
        sum: large(scale['sum']),
        squares: large(scale['squares']),
        years: histogram(scale['years']),
        blocks: histogram(scale['blocks']),
        blockSquares: large(scale['blockSquares']),
      }
    }),
    largest: histogram(part['largest']),
    worst: { total: numbers(worst['total']), year: numbers(worst['year']) },
    yearsWithLoss: whole(part['yearsWithLoss']),
    lossSquares: whole(part['lossSquares']),
    breaches: numbers(part['breaches']),
    breachSquares: numbers(part['breachSquares']),
    cells: wide(part['cells']),
    batches: { years: numbers(batches['years']), source: wide(batches['source']), item: wide(batches['item']) },
    beyond: whole(part['beyond']),
    isUncertain: part['isUncertain'] === true,
  }
}

function record(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw new NoPartial()
  return value
}

function list<T>(value: unknown, read: (one: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new NoPartial()
  return value.map(read)
}

function whole(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0)) throw new NoPartial()
  return value
}

function large(value: unknown): bigint {
  if (typeof value !== 'string' || !/^\d{1,80}$/.test(value)) throw new NoPartial()
  return BigInt(value)
}

const numbers = (value: unknown): Float64Array => Float64Array.from(list(value, whole))

function wide(value: unknown): WideSums {
  const sums = record(value)
  return { high: numbers(sums['high']), low: numbers(sums['low']) }
}

function histogram(value: unknown): Histogram {
  const found = emptyHistogram()
  for (const row of list(value, (one) => list(one, whole))) {
    const [bin = bins, count = 0, high = 0, low = 0] = row
    if (!(Number.isInteger(bin) && bin < bins)) throw new NoPartial()
    found.counts[bin] = count
    found.sums.high[bin] = high
    found.sums.low[bin] = low
  }
  return found
}
