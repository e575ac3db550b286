/**
 * A graph in compressed rows: the edges of node `n` stand at `offsets[n]` up to `offsets[n + 1]`.
 *
 * @property offsets length nodes + 1
 * @property targets where each edge leads
 * @property ranks a small number per edge, from 0 to `ranksMost - 1`: along a road the highest counts
 * @property doubts 1 where it is open whether the edge leads on, else 0: along a road one is enough
 */
export interface ReachGraph {
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly ranks: Uint8Array
  readonly doubts: Uint8Array
}

/** How many ranks there are room for. */
const ranksMost = 8

/**
 * Every node that one node leads to, once per rank and once per doubt, each by its shortest road (fewest edges).
 *
 * Visits stand in the order in which they were made; `from` is the visit that led to each (−1 for the first).
 */
export interface Visits {
  readonly node: readonly number[]
  readonly rank: readonly number[]
  readonly doubt: readonly boolean[]
  readonly from: readonly number[]
}

/** Breadth first over (node, rank, doubt): each edge is looked at no more than once per rank and doubt of its node. */
export function reachFrom(graph: ReachGraph, start: number): Visits {
  const nodes = graph.offsets.length - 1
  const seen = new Uint8Array(nodes * ranksMost * 2)
  const states: number[] = [stateOf(start, 0, 0)]
  const from: number[] = [-1]
  seen[stateOf(start, 0, 0)] = 1
  for (let visit = 0; visit < states.length; visit++) {
    const state = states[visit] as number
    const node = Math.floor(state / (ranksMost * 2))
    const rank = (state >> 1) % ranksMost
    const doubt = state & 1
    for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge++) {
      const next = stateOf(graph.targets[edge] ?? 0, Math.max(rank, graph.ranks[edge] ?? 0), doubt | (graph.doubts[edge] ?? 0))
      if (seen[next] === 1) continue
      seen[next] = 1
      states.push(next)
      from.push(visit)
    }
  }
  return {
    node: states.map((state) => Math.floor(state / (ranksMost * 2))),
    rank: states.map((state) => (state >> 1) % ranksMost),
    doubt: states.map((state) => (state & 1) === 1),
    from,
  }
}

const stateOf = (node: number, rank: number, doubt: number): number => (node * ranksMost + rank) * 2 + doubt
