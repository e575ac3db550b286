import type { Interval } from '#lang/interval.ts'
import type { Model } from './model.ts'

/**
 * What the whole may be where probabilities are not known: an unknown one may be anything from 0 to 1, and none never means nought.
 *
 * Of a coherent model these are its values at all 0 and at all 1. Of another one each node takes the better and the worse of its two sides, which is
 * sure to hold the truth, and may be wider than need be.
 *
 * @param probabilities NaN where unknown
 */
export function probabilityWithin({ events, starts, roots, variables, high, low }: Model, probabilities: ArrayLike<number>): Interval {
  const [least, most] = [new Float64Array(variables.length), new Float64Array(variables.length)]
  const [leastOf, mostOf] = [new Float64Array(events + roots.length), new Float64Array(events + roots.length)]
  least[1] = 1
  most[1] = 1
  for (let event = 0; event < events; event++) {
    const p = probabilities[event] as number
    leastOf[event] = Number.isNaN(p) ? 0 : p
    mostOf[event] = Number.isNaN(p) ? 1 : p
  }
  for (let module = 0; module < roots.length; module++) {
    for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) {
      const [variable, to, from] = [variables[node] as number, high[node] as number, low[node] as number]
      const [p, q] = [leastOf[variable] as number, mostOf[variable] as number]
      least[node] = Math.min(mixed(p, least[to] as number, least[from] as number), mixed(q, least[to] as number, least[from] as number))
      most[node] = Math.max(mixed(p, most[to] as number, most[from] as number), mixed(q, most[to] as number, most[from] as number))
    }
    leastOf[events + module] = least[roots[module] as number] as number
    mostOf[events + module] = most[roots[module] as number] as number
  }
  return { low: leastOf.at(-1) ?? 0, high: mostOf.at(-1) ?? 0 }
}

const mixed = (p: number, high: number, low: number): number => p * high + (1 - p) * low
