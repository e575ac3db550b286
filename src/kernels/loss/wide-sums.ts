/** Sums of whole numbers beyond 2^53: each is high · 2^32 + low, low below 2^32. Good to 2^85; adding is exact and its order does not matter. */
export interface WideSums {
  readonly high: Float64Array
  readonly low: Float64Array
}

const step = 4294967296

export const wideZeros = (length: number): WideSums => ({ high: new Float64Array(length), low: new Float64Array(length) })

/** Adds one whole number from 0 to 2^53 at a place. */
export function addWide({ high, low }: WideSums, at: number, value: number): void {
  const upper = Math.floor(value / step)
  const sum = (low[at] as number) + (value - upper * step)
  const carry = sum >= step ? 1 : 0
  low[at] = sum - carry * step
  high[at] = (high[at] as number) + upper + carry
}

export function mergedWide(a: WideSums, b: WideSums): WideSums {
  const sum = { high: Float64Array.from(a.high), low: Float64Array.from(a.low) }
  for (let at = 0; at < sum.low.length; at++) {
    const low = (sum.low[at] as number) + (b.low[at] as number)
    const carry = low >= step ? 1 : 0
    sum.low[at] = low - carry * step
    sum.high[at] = (sum.high[at] as number) + (b.high[at] as number) + carry
  }
  return sum
}

/** One of them as a number, rounded once where it is beyond 2^53. */
export const wideNumber = ({ high, low }: WideSums, at: number): number => (high[at] as number) * step + (low[at] as number)

/** One of them exactly. */
export const wideInteger = ({ high, low }: WideSums, at: number): bigint => BigInt(high[at] as number) * BigInt(step) + BigInt(low[at] as number)
