/**
 * A graph in compressed rows: the edges of node `n` stand at `offsets[n]` up to `offsets[n + 1]`.
 *
 * @property offsets length nodes + 1
 * @property targets where each edge leads
 * @property ranks a number per edge, from 0 to 7: along a road the highest counts
 * @property doubts 1 where it is open whether the edge leads on, else 0: along a road one is enough
 */
export interface ReachGraph {
  readonly offsets: Int32Array
  readonly targets: Int32Array
  readonly ranks: Uint8Array
  readonly doubts: Uint8Array
}

/**
 * Every node that one node leads to, once per rank and once per doubt, each by its shortest road (fewest edges).
 *
 * Visits stand in the order in which they were made; `from` is the visit that led to each (−1 for the first).
 */
export interface Visits {
  readonly node: Int32Array
  readonly rank: Uint8Array
  /** 1 where it is open whether the road leads here, else 0. */
  readonly doubt: Uint8Array
  readonly from: Int32Array
}

/** Ranks and doubts together: what a road carries besides the node it has come to. */
const loads = 16

/** Breadth first over (node, rank, doubt): each edge is looked at no more than once per rank and doubt of its node. */
export function reachFrom({ offsets, targets, ranks, doubts }: ReachGraph, start: number): Visits {
  // One list of seen nodes per load that is met: most graphs meet few, and what is small stays near.
  const seen = Array.from({ length: loads }, (): Uint8Array | undefined => undefined)
  const seenWith = (load: number): Uint8Array => {
    seen[load] ??= new Uint8Array(offsets.length - 1)
    return seen[load]
  }
  let [nodes, carried, from] = [new Int32Array(1024), new Int32Array(1024), new Int32Array(1024)]
  let count = 1
  nodes[0] = start
  from[0] = -1
  seenWith(0)[start] = 1
  for (let visit = 0; visit < count; visit++) {
    const node = nodes[visit] as number
    const load = carried[visit] as number
    const end = offsets[node + 1] as number
    for (let edge = offsets[node] as number; edge < end; edge++) {
      const next = targets[edge] as number
      const more = (Math.max(ranks[edge] as number, load >> 1) << 1) | (load & 1) | (doubts[edge] as number)
      const known = seen[more] ?? seenWith(more)
      if (known[next] === 1) continue
      known[next] = 1
      if (count === nodes.length) [nodes, carried, from] = [grown(nodes), grown(carried), grown(from)]
      nodes[count] = next
      carried[count] = more
      from[count++] = visit
    }
  }
  const rank = new Uint8Array(count)
  const doubt = new Uint8Array(count)
  for (let visit = 0; visit < count; visit++) {
    rank[visit] = (carried[visit] as number) >> 1
    doubt[visit] = (carried[visit] as number) & 1
  }
  return { node: nodes.subarray(0, count), rank, doubt, from: from.subarray(0, count) }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2)
  more.set(numbers)
  return more
}
