import { expect, test } from 'vitest'
import { failing } from '#kernels/graph/failure-times.ts'
import { idsOf } from './road.ts'
import { roadsBack } from './roads-back.ts'

// A ring of five, each the need of the next: 0 → 1 → 2 → 3 → 4 → 0.
const size = 5
const ring = failing({
  offsets: Int32Array.from({ length: size + 1 }, (_, at) => at),
  dependants: Int32Array.from({ length: size }, (_, at) => (at + 1) % size),
  delay: new Float64Array(size).fill(1),
  threshold: new Int32Array(size).fill(1),
})
const ids = Array.from({ length: size }, (_, at) => `unit:${at}` as const)

test('a road is the same whether it was kept or is worked out again', () => {
  const roadsWith = (mostKept: number) => {
    const roads = roadsBack(ids, ring, mostKept)
    const back = [0, 3].map((lost) => roads(lost, ring([lost])))
    return [2, 4, 1].flatMap((from) => back.map((one) => idsOf(one(from))))
  }
  expect(roadsWith(0)).toEqual(roadsWith(1000))
  expect(roadsWith(7)).toEqual(roadsWith(1000))
  expect(roadsWith(0)[1]).toEqual(['unit:2', 'unit:1', 'unit:0', 'unit:4', 'unit:3'])
})
