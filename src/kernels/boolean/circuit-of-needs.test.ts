import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failing, type NeedsGraph } from '../graph/failure-times.ts'
import { type Circuit, circuitOf, gateKinds } from './circuit.ts'
import { circuitOfNeeds } from './circuit-of-needs.ts'
import { leastFixedPoint } from './least-fixed-point.ts'

/** Evaluates a circuit without cycles, gate by gate. */
function holds(circuit: Circuit, top: number, lost: ReadonlySet<number>): boolean {
  const known = new Map<number, boolean>()
  const value = (node: number): boolean => {
    if (node < circuit.events) return lost.has(node)
    const found = known.get(node)
    if (found !== undefined) return found
    const gate = node - circuit.events
    const children = [...circuit.children.subarray(circuit.offsets[gate], circuit.offsets[gate + 1])].map(value)
    const met = children.filter(Boolean).length
    const kind = gateKinds[circuit.kinds[gate] as number]
    const result = kind === 'constant' ? circuit.least[gate] === 1 : kind === 'and' ? met === children.length : met >= (kind === 'or' ? 1 : (circuit.least[gate] as number))
    known.set(node, result)
    return result
  }
  return value(top)
}

const nodes = 7
const graph = fc
  .record({
    edges: fc.uniqueArray(fc.record({ need: fc.nat(nodes - 1), node: fc.nat(nodes - 1), delay: fc.constantFrom(0, 0, 0, 1, 2, 5, Number.POSITIVE_INFINITY) }), {
      maxLength: 16,
      selector: (edge) => `${edge.need} ${edge.node}`,
    }),
    thresholds: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: nodes, maxLength: nodes }),
  })
  .map(({ edges, thresholds }): NeedsGraph => {
    const sorted = edges.toSorted((a, b) => a.need - b.need || a.node - b.node)
    const offsets = new Int32Array(nodes + 1)
    for (const edge of sorted) offsets[edge.need + 1] = (offsets[edge.need + 1] as number) + 1
    for (let at = 0; at < nodes; at++) offsets[at + 1] = (offsets[at + 1] as number) + (offsets[at] as number)
    return {
      offsets,
      dependants: Int32Array.from(sorted, (edge) => edge.node),
      delay: Float64Array.from(sorted, (edge) => edge.delay),
      threshold: Int32Array.from(thresholds),
    }
  })

test('a circuit of needs fails exactly when the node fails in time, cycles and k-of-n and all', () => {
  fc.assert(
    fc.property(graph, fc.constantFrom(0, 1, 3, 6, Number.POSITIVE_INFINITY), (needs, within) => {
      // Events lose all nodes but the one that is asked about.
      const events = Int32Array.from({ length: nodes }, (_, node) => node - 1)
      const timed = circuitOfNeeds(needs, 0, within, { events, count: nodes - 1 }) ?? expect.unreachable()
      const untied = leastFixedPoint(timed.circuit) ?? expect.unreachable()
      const top = untied.nodeOf[timed.top - timed.circuit.events] as number
      const ask = failing(needs)
      for (let set = 0; set < 2 ** (nodes - 1); set++) {
        const lost = Array.from({ length: nodes - 1 }, (_, event) => event).filter((event) => (set >> event) % 2 === 1)
        const found = ask(lost.map((event) => event + 1))
        const at = [...found.node].indexOf(0)
        const time = at === -1 ? Number.POSITIVE_INFINITY : (found.time[at] as number)
        expect(holds(untied.circuit, top, new Set(lost))).toBe(time <= within && time !== Number.POSITIVE_INFINITY)
      }
    }),
    { seed: 4, numRuns: 400 },
  )
})

test('what fails only because it fails itself has not failed', () => {
  const { circuit } = circuitOf(1, [
    { kind: 'or', children: [2, 0] },
    { kind: 'or', children: [1] },
    { kind: 'and', children: [3, 0] },
  ])
  const untied = leastFixedPoint(circuit ?? expect.unreachable()) ?? expect.unreachable()
  expect(untied.tied).toBe(3)
  const at = (gate: number) => untied.nodeOf[gate] as number
  expect([holds(untied.circuit, at(0), new Set()), holds(untied.circuit, at(1), new Set([0])), holds(untied.circuit, at(2), new Set([0]))]).toEqual([false, true, false])
})

test('gates that can be undone have no least fixed point here', () => {
  const { circuit } = circuitOf(1, [{ kind: 'not', children: [0] }])
  expect(leastFixedPoint(circuit ?? expect.unreachable())).toBeUndefined()
})
