import type { Interval } from '#lang/interval.ts'
import { type Circuit, gateKinds } from './circuit.ts'
import { topologicalOrder } from './topological-order.ts'

/**
 * Between which bounds the probability of a node of a monotone circuit lies, in one pass and without a diagram. Proved, and often wide.
 *
 * Monotone functions of independent events never hinder each other (Esary, Proschan, Walkup 1967): P(A and B) lies between P(A) P(B) and the smaller of the two,
 * P(A or B) between the larger and 1 − (1 − P(A)) (1 − P(B)). At least k of n lies above the product of the k likeliest, and below the sum of all
 * divided by k (Markov) and below their OR.
 *
 * @param probabilities NaN where unknown: anything from 0 to 1
 * @returns nothing where the circuit below has a ring or is not monotone
 */
export function boundsOf(circuit: Circuit, top: number, probabilities: ArrayLike<number>): Interval | undefined {
  const { events, gates, kinds, least, offsets, children } = circuit
  const { order } = topologicalOrder(circuit, [top])
  if (order === undefined) return undefined
  const [low, high] = [new Float64Array(events + gates), new Float64Array(events + gates)]
  for (let event = 0; event < events; event++) {
    const p = probabilities[event] as number
    low[event] = Number.isNaN(p) ? 0 : p
    high[event] = Number.isNaN(p) ? 1 : p
  }
  for (const gate of order) {
    const below = children.subarray(offsets[gate], offsets[gate + 1])
    const bounds = gateBounds(gateKinds[kinds[gate] as number] ?? 'not', least[gate] as number, [
      Float64Array.from(below, (node) => low[node] as number),
      Float64Array.from(below, (node) => high[node] as number),
    ])
    if (bounds === undefined) return undefined
    low[events + gate] = bounds.low
    high[events + gate] = bounds.high
  }
  return { low: low[top] as number, high: high[top] as number }
}

function gateBounds(kind: string, least: number, [low, high]: readonly [Float64Array, Float64Array]): Interval | undefined {
  switch (kind) {
    case 'and':
      return { low: product(low), high: Math.min(...high) }
    case 'or':
      return { low: Math.max(...low), high: either(high) }
    case 'at-least':
      return { low: product(low.toSorted().subarray(low.length - least)), high: Math.min(either(high), high.reduce((sum, p) => sum + p, 0) / least) }
    case 'constant':
      return { low: least, high: least }
    default:
      return undefined
  }
}

const product = (numbers: Float64Array): number => numbers.reduce((all, one) => all * one, 1)

/** Adds logarithms, so that small chances keep their digits. */
const either = (numbers: Float64Array): number => 0 - Math.expm1(numbers.reduce((sum, p) => sum + Math.log1p(-p), 0))
