/** How a gate answers from its children. */
export const gateKinds = ['and', 'or', 'at-least', 'not', 'xor', 'nand', 'nor', 'imply', 'iff', 'cardinality', 'constant'] as const
export type GateKind = (typeof gateKinds)[number]

/** A gate as it is handed in. Children are nodes: an event by its number, gate `g` as `events + g`; gates may stand in any order. */
export interface Gate {
  readonly kind: GateKind
  readonly children: readonly number[]
  /** How many children must be true: `at-least` and `cardinality`; of a `constant` its value, 0 or 1. */
  readonly least?: number
  /** How many may be true: `cardinality` alone. */
  readonly most?: number
}

/**
 * A Boolean circuit in compressed rows. Nodes are numbered: events first, then gates; the children of gate `g` stand at `offsets[g]`
 * up to `offsets[g + 1]`. It may hold cycles; who cannot work with those asks `topologicalOrder` first.
 *
 * @property kinds index into `gateKinds`
 * @property least see `Gate`; 0 where it says nothing
 */
export interface Circuit {
  readonly events: number
  readonly gates: number
  readonly kinds: Uint8Array
  readonly least: Int32Array
  readonly most: Int32Array
  readonly offsets: Int32Array
  readonly children: Int32Array
}

/** What is wrong with a gate, and where: the gate, and the child by its place where it is about one. */
export interface CircuitFault {
  readonly code: 'unknown-child' | 'child-count' | 'threshold'
  readonly gate: number
  readonly child?: number
}

/** A circuit of gates, or all that is wrong with them. Nothing is mended in silence: one fault, and there is no circuit. */
export function circuitOf(events: number, gates: readonly Gate[]): { readonly circuit?: Circuit; readonly faults: readonly CircuitFault[] } {
  const nodes = events + gates.length
  const faults = gates.flatMap((gate, at) => faultsOf(gate, at, nodes))
  if (faults.length > 0) return { faults }
  const offsets = new Int32Array(gates.length + 1)
  for (const [at, { children }] of gates.entries()) offsets[at + 1] = (offsets[at] as number) + children.length
  const flat = new Int32Array(offsets[gates.length] as number)
  for (const [at, { children }] of gates.entries()) flat.set(children, offsets[at])
  return {
    circuit: {
      events,
      gates: gates.length,
      kinds: Uint8Array.from(gates, ({ kind }) => gateKinds.indexOf(kind)),
      least: Int32Array.from(gates, ({ least }) => least ?? 0),
      most: Int32Array.from(gates, ({ most }) => most ?? 0),
      offsets,
      children: flat,
    },
    faults,
  }
}

/** The fewest and the most children of a kind. */
const childCounts: Readonly<Record<GateKind, readonly [least: number, most: number]>> = {
  and: [1, Number.POSITIVE_INFINITY],
  or: [1, Number.POSITIVE_INFINITY],
  'at-least': [1, Number.POSITIVE_INFINITY],
  not: [1, 1],
  xor: [1, Number.POSITIVE_INFINITY],
  nand: [1, Number.POSITIVE_INFINITY],
  nor: [1, Number.POSITIVE_INFINITY],
  imply: [2, 2],
  iff: [2, 2],
  cardinality: [1, Number.POSITIVE_INFINITY],
  constant: [0, 0],
}

function faultsOf(gate: Gate, at: number, nodes: number): readonly CircuitFault[] {
  const { kind, children } = gate
  const [fewest, most] = childCounts[kind]
  const faults: CircuitFault[] = []
  for (const [child, node] of children.entries()) if (!(Number.isInteger(node) && node >= 0 && node < nodes)) faults.push({ code: 'unknown-child', gate: at, child })
  if (children.length < fewest || children.length > most) faults.push({ code: 'child-count', gate: at })
  if (!isThresholdSound(gate)) faults.push({ code: 'threshold', gate: at })
  return faults
}

/** Whether the numbers of a gate can be met: 1 ≤ k ≤ n, 0 ≤ l ≤ h ≤ n, and a constant is 0 or 1. */
function isThresholdSound({ kind, children, least, most }: Gate): boolean {
  if (kind === 'constant') return least === 0 || least === 1
  if (kind === 'at-least') return isWithin(least, 1, children.length)
  return kind !== 'cardinality' || (isWithin(most, 0, children.length) && isWithin(least, 0, most ?? 0))
}

const isWithin = (number: number | undefined, low: number, high: number): boolean => number !== undefined && Number.isInteger(number) && number >= low && number <= high
