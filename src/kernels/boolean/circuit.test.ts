import { expect, test } from 'vitest'
import { circuitOf, type Gate } from './circuit.ts'
import { topologicalOrder } from './topological-order.ts'

test('every fault is told with its gate and child, and none is mended in silence', () => {
  const gates: readonly Gate[] = [
    { kind: 'and', children: [0, 99] },
    { kind: 'at-least', least: 3, children: [0, 1] },
    { kind: 'not', children: [0, 1] },
    { kind: 'cardinality', least: 2, most: 1, children: [0, 1] },
    { kind: 'constant', children: [], least: 2 },
    { kind: 'or', children: [] },
    { kind: 'or', children: [0.5] },
  ]
  expect(circuitOf(2, gates)).toEqual({
    faults: [
      { code: 'unknown-child', gate: 0, child: 1 },
      { code: 'threshold', gate: 1 },
      { code: 'child-count', gate: 2 },
      { code: 'threshold', gate: 3 },
      { code: 'threshold', gate: 4 },
      { code: 'child-count', gate: 5 },
      { code: 'unknown-child', gate: 6, child: 0 },
    ],
  })
})

test('children come before parents, and a ring of any length is found', () => {
  const long = Array.from({ length: 100_000 }, (_, at): Gate => ({ kind: 'or', children: [2 + at] }))
  const { circuit } = circuitOf(1, [...long, { kind: 'or', children: [1] }])
  expect(circuit && topologicalOrder(circuit, [1]).cycle?.length).toBe(100_001)
  const { circuit: straight } = circuitOf(1, [...long, { kind: 'or', children: [0] }])
  expect(straight && Array.from(topologicalOrder(straight, [1]).order?.subarray(0, 2) ?? [])).toEqual([100_000, 99_999])
})
