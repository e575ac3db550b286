import { failing } from '#kernels/graph/failure-times.ts'
import { reachFrom } from '#kernels/graph/reach.ts'
import { type Bench, timed } from './bench.ts'
import { layeredGraph, randomGraph } from './estates.ts'

/** Walks over large graphs. */
export function graphBenches(): readonly Bench[] {
  const graph = randomGraph(200_000, 1_000_000)
  const layered = layeredGraph(200_000)
  return [
    {
      name: 'reach over 1,000,000 edges',
      against: 'the barest walk over the same, without phases, doubts or roads',
      limit: 1,
      run: () => ({ ours: timed(() => reachFrom(graph.reach, 0)), other: timed(() => barestWalk(graph.reach.offsets, graph.reach.targets)) }),
    },
    {
      name: 'reach over 1,000,000 edges in six layers, warm',
      against: 'ten milliseconds',
      limit: 1,
      run: () => {
        for (let turn = 0; turn < 20; turn++) reachFrom(layered, turn)
        return { ours: timed(() => reachFrom(layered, 0)), other: 10 }
      },
    },
    {
      name: 'failure of one thing over 1,000,000 needs',
      against: 'the barest walk over the same',
      limit: 20,
      run: () => ({ ours: timed(() => failing(graph.needs)([0])), other: timed(() => barestWalk(graph.needs.offsets, graph.needs.dependants)) }),
    },
  ]
}

function barestWalk(offsets: Int32Array, targets: Int32Array): number {
  const seen = new Uint8Array(offsets.length - 1)
  const queue = new Int32Array(offsets.length - 1)
  let count = 1
  seen[0] = 1
  for (let at = 0; at < count; at++) {
    const node = queue[at] as number
    for (let edge = offsets[node] as number; edge < (offsets[node + 1] as number); edge++) {
      const next = targets[edge] as number
      if (seen[next] === 1) continue
      seen[next] = 1
      queue[count++] = next
    }
  }
  return count
}
