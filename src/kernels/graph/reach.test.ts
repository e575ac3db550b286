import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReachGraph, reachFrom } from './reach.ts'

type Edge = readonly [from: number, to: number, rank: number, doubt: number]

function graphOf(nodes: number, edges: readonly Edge[]): ReachGraph {
  const sorted = edges.toSorted((a, b) => a[0] - b[0])
  const offsets = new Int32Array(nodes + 1)
  for (const [from] of sorted) for (let at = from + 1; at <= nodes; at++) offsets[at] = (offsets[at] ?? 0) + 1
  return {
    offsets,
    targets: Int32Array.from(sorted, ([, to]) => to),
    ranks: Uint8Array.from(sorted, ([, , rank]) => rank),
    doubts: Uint8Array.from(sorted, ([, , , doubt]) => doubt),
  }
}

const told = (graph: ReachGraph, start: number): readonly string[] => {
  const { node, rank, doubt, from } = reachFrom(graph, start)
  return Array.from(node, (one, at) => `${one}/${rank[at]}${doubt[at] ? '?' : ''}<${from[at] === -1 ? '' : node[from[at] as number]}`)
}

test('the highest rank and any doubt along the road count, and each is met once', () => {
  const graph = graphOf(4, [
    [0, 1, 0, 0],
    [0, 2, 3, 0],
    [1, 3, 1, 0],
    [2, 3, 1, 1],
    [3, 0, 0, 0],
  ])
  expect(told(graph, 0)).toEqual(['0/0<', '1/0<0', '2/3<0', '3/1<1', '3/3?<2', '0/1<3', '0/3?<3', '1/1<0', '1/3?<0', '2/3?<0'])
})

test('what a node leads to is what following the edges by hand gives', () => {
  const edge = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(2), fc.nat(1)) as fc.Arbitrary<Edge>
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 20 }), (edges) => {
      const states = new Set(['0 0 0'])
      for (const state of states) {
        const [node = 0, rank = 0, doubt = 0] = state.split(' ').map(Number)
        for (const [from, to, more, open] of edges) if (from === node) states.add(`${to} ${Math.max(rank, more)} ${doubt | open}`)
      }
      const { node, rank, doubt } = reachFrom(graphOf(8, edges), 0)
      expect(Array.from(node, (one, at) => `${one} ${rank[at]} ${doubt[at]}`).sort()).toEqual([...states].sort())
    }),
  )
})
