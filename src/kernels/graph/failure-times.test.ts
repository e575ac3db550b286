import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failing, type NeedsGraph } from './failure-times.ts'

/** needs[n] = what node n needs, with the delay; at[n] = how many of them it must keep. */
function graphOf(needs: readonly (readonly (readonly [number, number])[])[], keep: readonly (number | undefined)[] = []): NeedsGraph {
  const edges = needs.flatMap((list, node) => list.map(([need, delay]) => ({ need, node, delay }))).sort((a, b) => a.need - b.need)
  const offsets = new Int32Array(needs.length + 1)
  for (const edge of edges) offsets[edge.need + 1] = (offsets[edge.need + 1] ?? 0) + 1
  for (let at = 1; at < offsets.length; at++) offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0)
  return {
    offsets,
    dependants: Int32Array.from(edges, (edge) => edge.node),
    delay: Float64Array.from(edges, (edge) => edge.delay),
    threshold: Int32Array.from(needs, (list, node) => list.length - (keep[node] ?? list.length) + 1),
  }
}

/** The answer spread over all nodes: infinite where a node never fails. */
function failureTimes(graph: NeedsGraph, lost: readonly number[]): { readonly time: readonly number[]; readonly because: readonly number[] } {
  const { node, time, because } = failing(graph)(lost)
  const at = new Map([...node].map((one, index) => [one, index]))
  const all = Array.from({ length: graph.threshold.length }, (_, one) => at.get(one))
  return {
    time: all.map((index) => (index === undefined ? Number.POSITIVE_INFINITY : (time[index] as number))),
    because: all.map((index) => (index === undefined ? -1 : (because[index] as number))),
  }
}

test('harm arrives after the delays along the road', () => {
  expect([...failureTimes(graphOf([[], [[0, 3]], [[1, 4]]]), [0]).time]).toEqual([0, 3, 7])
})

test('any-of fails only when the last alternative is gone, and then at once', () => {
  const graph = graphOf(
    [
      [],
      [],
      [
        [0, 1],
        [1, 5],
      ],
    ],
    [undefined, undefined, 1],
  )
  expect(failureTimes(graph, [0]).time[2]).toBe(Number.POSITIVE_INFINITY)
  expect(failureTimes(graph, [0, 1]).time[2]).toBe(5)
})

test('two of three holds with one lost and fails with two', () => {
  const graph = graphOf(
    [
      [],
      [],
      [],
      [
        [0, 0],
        [1, 2],
        [2, 4],
      ],
    ],
    [undefined, undefined, undefined, 2],
  )
  expect(failureTimes(graph, [1]).time[3]).toBe(Number.POSITIVE_INFINITY)
  expect(failureTimes(graph, [0, 2]).time[3]).toBe(4)
})

test('a ring that nobody breaks stands', () => {
  expect([...failureTimes(graphOf([[[1, 0]], [[0, 0]], []]), [2]).time]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0])
})

test('losing more never makes anything fail later', () => {
  const needs = fc.array(fc.array(fc.tuple(fc.nat(7), fc.nat(9)), { maxLength: 4 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(needs, fc.nat(7), fc.nat(7), (lists, one, other) => {
      const graph = graphOf(lists)
      const alone = failureTimes(graph, [one]).time
      const both = failureTimes(graph, [one, other]).time
      for (const [node, time] of alone.entries()) expect(both[node]).toBeLessThanOrEqual(time)
    }),
  )
})

test('of several roads that bring harm at one time, the shortest is shown', () => {
  // 3 needs 0 by way of 1 and 2, and by way of 4 alone, all at once.
  const { because } = failureTimes(
    graphOf([
      [],
      [[0, 0]],
      [[1, 0]],
      [
        [2, 0],
        [4, 0],
      ],
      [[0, 0]],
    ]),
    [0],
  )
  expect(because[3]).toBe(4)
})

test('each node fails when following the rule by hand says so', () => {
  const needs = fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { maxLength: 4 }), { minLength: 7, maxLength: 7 })
  const keeps = fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(needs, keeps, fc.nat(6), (lists, wanted, lost) => {
      const keep = lists.map((list, node) => (wanted[node] === undefined || list.length === 0 ? undefined : Math.min(wanted[node], list.length)))
      const times = lists.map((_, node) => (node === lost ? 0 : Number.POSITIVE_INFINITY))
      for (let round = 0; round < 40; round++) {
        lists.forEach((list, node) => {
          const arrivals = list.map(([need, delay]) => (times[need] as number) + delay).sort((a, b) => a - b)
          const harm = arrivals[list.length - (keep[node] ?? list.length)] ?? Number.POSITIVE_INFINITY
          if (node !== lost) times[node] = Math.min(times[node] as number, harm)
        })
      }
      expect([...failureTimes(graphOf(lists, keep), [lost]).time]).toEqual(times)
    }),
  )
})

test('one question leaves nothing behind for the next', () => {
  const needs = fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { maxLength: 4 }), { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(needs, fc.array(fc.nat(6), { minLength: 2, maxLength: 6 }), (lists, questions) => {
      const ask = failing(graphOf(lists))
      for (const lost of questions) expect(ask([lost])).toEqual(failing(graphOf(lists))([lost]))
    }),
  )
})
