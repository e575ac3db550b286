import { fillWords, type Words } from '#kernels/random/block-of-words.ts'
import { behaviourOf } from '#kernels/statistics/distributions/distribution.ts'
import type { CostCurve, CostPart, Factor } from './cost-curve.ts'

/** A function's cost is taken to be as uncertain as that of an outage of a day. */
export const hoursOfDay = 24

/** So many equally likely cases. */
const cases = 1000

/** What an outage of so many hours is believed to cost: from one case in twenty to nineteen in twenty, and the mean of all. */
export interface CostSpread {
  readonly low: number
  readonly mean: number
  readonly high: number
}

/**
 * Runs through a thousand cases of a curve's uncertain numbers, each number once through every thousandth of what is believed of it (Latin hypercube; McKay,
 * Beckman, Conover 1979). The same curve gives the same answer.
 */
export function costSpread({ parts, cap = Number.POSITIVE_INFINITY }: CostCurve, hours: number): CostSpread {
  const values = new Map<string, Float64Array>()
  for (const factor of parts.flatMap((one) => one.factors)) if (!values.has(factor.key)) values.set(factor.key, valuesOf(factor, values.size))
  const costs = new Float64Array(cases)
  for (const part of parts) {
    const weight = part.weight * shareOf(part, hours)
    const factors = part.factors.map((one) => values.get(one.key) as Float64Array)
    for (let at = 0; at < cases; at++) costs[at] = (costs[at] as number) + factors.reduce((amount, one) => amount * (one[at] as number), weight)
  }
  const sorted = costs.map((cost) => Math.min(cost, cap)).sort()
  const at = (share: number): number => sorted[Math.floor(share * cases)] as number
  return { low: at(0.05), mean: sorted.reduce((sum, one) => sum + one, 0) / cases, high: at(0.95) }
}

/** How many hours of a flow fall into an outage; whether it lasts long enough for what comes at once. */
function shareOf({ from, until }: CostPart, hours: number): number {
  if (until === undefined) return hours > from ? 1 : 0
  return Math.max(0, Math.min(hours, until) - from)
}

/** The middles of all thousandths, in an order of the factor's own. */
function valuesOf({ distribution, most = Number.POSITIVE_INFINITY }: Factor, stream: number): Float64Array {
  const words: Words = { first: new Int32Array(cases), second: new Int32Array(cases) }
  fillWords(words, { key0: 0, key1: 0, counter1: stream, from: 0, to: 0, count: cases })
  const { quantile } = behaviourOf(distribution)
  const order = Array.from(words.first, (word, at) => ({ word, at })).sort((a, b) => a.word - b.word || a.at - b.at)
  const values = new Float64Array(cases)
  for (const [rank, { at }] of order.entries()) values[at] = Math.min(most, quantile((rank + 0.5) / cases))
  return values
}
