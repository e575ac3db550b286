import { circuitOf, type Gate } from '#kernels/boolean/circuit.ts'
import { solve } from '#kernels/boolean/solve.ts'
import { probabilityWithin } from '#kernels/boolean/unknown.ts'

/** Nodes allowed for the union of the sets; where that is not enough, the likeliest set alone is a bound. */
const mostNodes = 1 << 18
/** More sets than this are not joined. */
const mostSets = 20_000

/** How likely it is at least that one of some cut sets happens: the truth for these sets, and so a bound for all. */
export function lowerBound(sets: readonly (readonly number[])[], probabilities: Float64Array): number {
  const chance = (set: readonly number[]): number => set.reduce((product, event) => product * (Number.isNaN(probabilities[event]) ? 0 : (probabilities[event] as number)), 1)
  const likeliest = sets.reduce((most, set) => Math.max(most, chance(set)), 0)
  if (sets.length === 0 || sets.length > mostSets) return likeliest
  const events = probabilities.length
  const gates: readonly Gate[] = [
    { kind: 'or', children: sets.map((_, at) => events + 1 + at) },
    ...sets.map((children): Gate => (children.length === 0 ? { kind: 'constant', children, least: 1 } : { kind: 'and', children })),
  ]
  const { circuit } = circuitOf(events, gates)
  const solved = circuit && solve(circuit, events, mostNodes)
  return solved?.status === 'solved' ? probabilityWithin(solved.model, probabilities).low : likeliest
}
