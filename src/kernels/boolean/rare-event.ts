import type { SmallestSets } from './smallest-sets.ts'

/** The sum over all smallest sets, never without how far it is off. */
export interface RareEvent {
  readonly sum: number
  /** sum − exact. Of a coherent model it is never below nought. */
  readonly error: number
}

/**
 * The rare-event approximation: the sum of the products of all smallest sets. It overstates, without bound and even beyond 1, as soon as sets
 * are likely or share events; the exact value is cheaper to have than this one.
 *
 * @param exact what `evaluator` answers for the same probabilities
 */
export function rareEvent({ events, starts, roots, variables, high, low }: SmallestSets, probabilities: ArrayLike<number>, exact: number): RareEvent {
  const sums = new Float64Array(variables.length)
  const ofModule = new Float64Array(roots.length)
  sums[1] = 1
  for (let module = 0; module < roots.length; module++) {
    for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) {
      const variable = variables[node] as number
      const p = variable < events ? (probabilities[variable] as number) : (ofModule[variable - events] as number)
      sums[node] = p * (sums[high[node] as number] as number) + (sums[low[node] as number] as number)
    }
    ofModule[module] = sums[roots[module] as number] as number
  }
  const sum = ofModule.at(-1) ?? 0
  return { sum, error: sum - exact }
}
