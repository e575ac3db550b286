import { type Circuit, gateKinds } from './circuit.ts'

/**
 * A short list of events whose absence keeps a node of a monotone circuit false, whatever else happens: what every set that makes it true has to
 * meet. Costs one pass; shared events are counted as often as they are met, so a shorter list may exist.
 *
 * @param lost events that have happened; none of them is in the list
 * @param kept events that are known not to happen; they cost nothing and are not in the list either
 */
export function safePath(
  circuit: Circuit,
  order: Int32Array,
  top: number,
  { lost, kept }: { readonly lost: ReadonlySet<number>; readonly kept: ReadonlySet<number> },
): readonly number[] {
  const { events, gates, offsets, children } = circuit
  const costs = new Float64Array(events + gates).fill(1, 0, events)
  for (const event of lost) costs[event] = Number.POSITIVE_INFINITY
  for (const event of kept) costs[event] = 0
  /** The children of a gate that have to stay false, the cheapest first. */
  const needed = (gate: number): readonly number[] => {
    const below = Array.from(children.subarray(offsets[gate], offsets[gate + 1]))
    const many = howMany(circuit, gate, below.length)
    return many >= below.length ? below : below.sort((a, b) => (costs[a] as number) - (costs[b] as number)).slice(0, many)
  }
  for (const gate of order) {
    let cost = isAlwaysTrue(circuit, gate) ? Number.POSITIVE_INFINITY : 0
    for (const child of needed(gate)) cost += costs[child] as number
    costs[events + gate] = cost
  }
  const met = new Set([top])
  for (const node of met) if (node >= events && costs[node] !== 0) for (const child of needed(node - events)) met.add(child)
  return [...met].filter((node) => node < events && costs[node] === 1)
}

/** How many children of a gate must be false so that it is. */
function howMany({ kinds, least }: Circuit, gate: number, below: number): number {
  const kind = gateKinds[kinds[gate] as number]
  if (kind === 'and') return 1
  return kind === 'at-least' || kind === 'cardinality' ? below - (least[gate] as number) + 1 : below
}

const isAlwaysTrue = ({ kinds, least }: Circuit, gate: number): boolean => {
  const kind = gateKinds[kinds[gate] as number]
  return (kind === 'constant' && least[gate] === 1) || (kind === 'cardinality' && least[gate] === 0)
}
