import { addWide, mergedWide, type WideSums, wideZeros } from './wide-sums.ts'

/**
 * How often which amounts were met: a bin for 0, then 128 bins between each power of two and the next, up to 2^54. A bin is less than 0.8 % wide; the
 * sum of what fell into it is exact.
 */
export interface Histogram {
  readonly counts: Float64Array
  readonly sums: WideSums
}

const binsPerDoubling = 128
export const bins = 1 + 54 * binsPerDoubling
const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)

export const emptyHistogram = (): Histogram => ({ counts: new Float64Array(bins), sums: wideZeros(bins) })

/** @param value a whole number from 0 to 2^53 */
export function binOf(value: number): number {
  if (value < 1) return 0
  double[0] = value
  return ((words[1] as number) >>> 13) - (1023 * binsPerDoubling - 1)
}

/** The least amount of a bin; that of the next is where it ends. */
export function binStart(bin: number): number {
  if (bin === 0) return 0
  double[0] = 0
  words[1] = (bin - 1 + 1023 * binsPerDoubling) << 13
  return double[0]
}

export function addTo({ counts, sums }: Histogram, value: number): void {
  const bin = binOf(value)
  counts[bin] = (counts[bin] as number) + 1
  addWide(sums, bin, value)
}

export const mergedHistogram = (a: Histogram, b: Histogram): Histogram => ({
  counts: a.counts.map((count, bin) => count + (b.counts[bin] as number)),
  sums: mergedWide(a.sums, b.sums),
})

/** The bin into which the value of a rank falls, 1 for the smallest. */
export function binOfRank({ counts }: Histogram, rank: number): number {
  let below = 0
  for (let bin = 0; bin < bins; bin++) {
    below += counts[bin] as number
    if (below >= rank) return bin
  }
  return bins - 1
}
