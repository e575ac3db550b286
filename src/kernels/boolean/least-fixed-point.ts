import { type Circuit, circuitOf, type Gate, gateKinds } from './circuit.ts'
import { components } from './components.ts'

/** The most gates that one knot may come to when it is untied layer by layer. */
const mostGates = 1 << 20

/** A circuit without cycles that answers as the least fixed point of one that has them. */
export interface Untied {
  readonly circuit: Circuit
  /** For each gate of the old circuit, its node in the new one. */
  readonly nodeOf: Int32Array
  /** How many gates stood on a cycle. */
  readonly tied: number
}

/**
 * Unties the cycles of a circuit of AND, OR and at-least gates: what fails only because it fails itself has not failed.
 *
 * A knot of OR gates alone is one gate, since each of them is true when any way into the knot is. Any other knot of n gates is laid out in n layers, each
 * reading the one before it, the first reading "false": by then a monotone function has settled.
 *
 * @returns nothing when a knot would come to more gates than are allowed, or a gate can be undone by what happens
 */
export function leastFixedPoint(circuit: Circuit): Untied | undefined {
  const { events } = circuit
  if (circuit.kinds.some((kind) => !['and', 'or', 'at-least', 'constant'].includes(gateKinds[kind] as string))) return undefined
  const { order, ends, isRing } = components(circuit)
  const gates: Gate[] = []
  const nodeOf = new Int32Array(circuit.gates).fill(-1)
  let tied = 0
  const put = (gate: Gate): number => events + gates.push(gate) - 1
  const read = (node: number): number => (node < events ? node : (nodeOf[node - events] as number))
  const childrenOf = (gate: number): readonly number[] => [...circuit.children.subarray(circuit.offsets[gate], circuit.offsets[gate + 1])]
  /** Children that were different gates of one knot are one now: once is enough for AND and OR, and each counts for itself elsewhere. */
  const apart = (kind: Gate['kind'], children: readonly number[]): readonly number[] =>
    kind === 'at-least' ? children.map((child, at) => (children.indexOf(child) < at ? put({ kind: 'or', children: [child] }) : child)) : [...new Set(children)]
  const copy = (gate: number, children: readonly number[]): Gate => ({
    kind: gateKinds[circuit.kinds[gate] as number] as Gate['kind'],
    children: apart(gateKinds[circuit.kinds[gate] as number] as Gate['kind'], children),
    least: circuit.least[gate] as number,
    most: circuit.most[gate] as number,
  })
  // Components come children first, so what a knot reads from outside is there.
  for (const [part, end] of ends.entries()) {
    const knot = [...order.subarray(ends[part - 1] ?? 0, end)]
    const members = new Set(knot)
    if (isRing[part] !== 1) {
      const gate = knot[0] as number
      nodeOf[gate] = put(copy(gate, childrenOf(gate).map(read)))
      continue
    }
    tied += knot.length
    const inside = (node: number): boolean => node >= events && members.has(node - events)
    if (knot.every((gate) => gateKinds[circuit.kinds[gate] as number] === 'or')) {
      const outside = [
        ...new Set(
          knot.flatMap((gate) =>
            childrenOf(gate)
              .filter((node) => !inside(node))
              .map(read),
          ),
        ),
      ]
      const one = put(outside.length > 0 ? { kind: 'or', children: outside } : { kind: 'constant', children: [], least: 0 })
      for (const gate of knot) nodeOf[gate] = one
      continue
    }
    if (gates.length + knot.length * knot.length > mostGates) return undefined
    const never = put({ kind: 'constant', children: [], least: 0 })
    let layer = new Map(knot.map((gate) => [gate, never]))
    for (let round = 0; round < knot.length; round++) {
      const before = layer
      layer = new Map(
        knot.map((gate) => [
          gate,
          put(
            copy(
              gate,
              childrenOf(gate).map((node) => (inside(node) ? (before.get(node - events) as number) : read(node))),
            ),
          ),
        ]),
      )
    }
    for (const gate of knot) nodeOf[gate] = layer.get(gate) as number
  }
  const made = circuitOf(events, gates)
  return made.circuit && { circuit: made.circuit, nodeOf, tied }
}
