import { type Circuit, circuitOf, type Gate, type GateKind } from './circuit.ts'

/** A generator of whole numbers below a bound, the same from run to run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

export function built(events: number, gates: readonly Gate[]): Circuit {
  const { circuit, faults } = circuitOf(events, gates)
  if (circuit === undefined) throw new Error(JSON.stringify(faults))
  return circuit
}

const coherentKinds: readonly GateKind[] = ['and', 'or', 'and', 'or', 'and', 'or', 'at-least']
const anyKinds: readonly GateKind[] = [...coherentKinds, 'not', 'xor', 'nand', 'nor', 'imply', 'iff', 'cardinality', 'constant']

/** A formula by chance: gates over earlier gates and events, the last one on top. */
export function formula(below: (bound: number) => number, events: number, isCoherent: boolean): readonly Gate[] {
  const gates: Gate[] = []
  const many = 1 + below(2 * events)
  for (let at = 0; at < many; at++) {
    const kinds = isCoherent ? coherentKinds : anyKinds
    const kind = kinds[below(kinds.length)] as GateKind
    const size = kind === 'not' ? 1 : kind === 'imply' || kind === 'iff' ? 2 : kind === 'constant' ? 0 : 1 + below(5)
    // The last gates lean on gates more often, so that little is left hanging.
    const child = (): number => (below(3) === 0 && at > 0 ? events + Math.max(0, at - 1 - below(4)) : below(events + at))
    const children = Array.from({ length: size }, child)
    const least = kind === 'constant' ? below(2) : kind === 'at-least' ? 1 + below(size) : kind === 'cardinality' ? below(size + 1) : undefined
    const most = kind === 'cardinality' ? (least ?? 0) + below(size + 1 - (least ?? 0)) : undefined
    gates.push({ kind, children, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) })
  }
  return gates
}

/** The answer of the last gate in every state: bit e of a state says whether event e has happened. */
export function truthTable(events: number, gates: readonly Gate[]): Uint8Array {
  const states = 1 << events
  const tables: Uint8Array[] = Array.from({ length: events }, (_, event) => Uint8Array.from({ length: states }, (__, state) => (state >> event) & 1))
  for (const gate of gates) {
    const sums = new Uint8Array(states)
    for (const child of gate.children) {
      const table = tables[child] as Uint8Array
      for (let state = 0; state < states; state++) sums[state] = (sums[state] as number) + (table[state] as number)
    }
    const first = tables[gate.children[0] ?? 0] as Uint8Array
    tables.push(sums.map((sum, state) => Number(answer(gate, sum, first[state] as number))))
  }
  return tables.at(-1) as Uint8Array
}

function answer({ kind, children, least = 0, most = 0 }: Gate, sum: number, first: number): boolean {
  const n = children.length
  switch (kind) {
    case 'and':
      return sum === n
    case 'or':
      return sum > 0
    case 'at-least':
      return sum >= least
    case 'not':
      return sum === 0
    case 'xor':
      return sum % 2 === 1
    case 'nand':
      return sum < n
    case 'nor':
      return sum === 0
    case 'imply':
      return first === 0 || sum === 2
    case 'iff':
      return sum !== 1
    case 'cardinality':
      return sum >= least && sum <= most
    case 'constant':
      return least === 1
  }
}

/** The smallest states that are true, as sets of events: fewest first, then by their events. */
export function smallestStates(events: number, table: Uint8Array): readonly (readonly number[])[] {
  const above = table.slice()
  for (let event = 0; event < events; event++)
    for (let state = 0; state < above.length; state++) if ((state >> event) & 1) above[state] = (above[state] as number) | (above[state ^ (1 << event)] as number)
  const found: number[][] = []
  for (const [state, value] of table.entries()) {
    const set = Array.from({ length: events }, (_, event) => event).filter((event) => (state >> event) & 1)
    if (value === 1 && set.every((event) => above[state ^ (1 << event)] === 0)) found.push(set)
  }
  return found.sort((a, b) => a.length - b.length || (a.map((event, at) => event - (b[at] as number)).find((apart) => apart !== 0) ?? 0))
}

/** The probability of a table, state by state. */
export function probabilityOf(events: number, table: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  let chances = [1]
  for (let event = 0; event < events; event++) {
    const p = probabilities[event] as number
    chances = [...chances.map((one) => one * (1 - p)), ...chances.map((one) => one * p)]
  }
  let sum = 0
  for (let state = 0; state < table.length; state++) if (table[state] === 1) sum += chances[state] as number
  return sum
}
