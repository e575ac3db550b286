import { once } from '#lang/once.ts'

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

/**
 * Breadth first over (node, rank, doubt): each edge is looked at no more than once per rank and doubt of its node.
 *
 * A question costs what it reaches and nothing else: what it needs besides is set up once for a graph, and only what was touched is wiped.
 */
export function reachFrom(graph: ReachGraph, start: number): Visits {
  const { offsets, targets } = graph
  const work = workOf(graph)
  const { seen, carries } = work
  let { nodes, carried, from } = work
  let count = 1
  nodes[0] = start
  carried[0] = 0
  from[0] = -1
  seenWith(work, 0)[start] = 1
  for (let visit = 0; visit < count; visit++) {
    const node = nodes[visit] as number
    const load = carried[visit] as number
    const same = seen[load] as Uint8Array
    const end = offsets[node + 1] as number
    for (let edge = offsets[node] as number; edge < end; edge++) {
      const next = targets[edge] as number
      const own = carries[edge] as number
      // Most edges change nothing of what is carried.
      const more = own === 0 ? load : joined(load, own)
      const known = more === load ? same : (seen[more] ?? seenWith(work, more))
      if (known[next] === 1) continue
      known[next] = 1
      if (count === nodes.length) {
        grow(work)
        nodes = work.nodes
        carried = work.carried
        from = work.from
      }
      nodes[count] = next
      carried[count] = more
      from[count++] = visit
    }
  }
  return visitsOf(work, count)
}

const joined = (load: number, own: number): number => (Math.max(own >> 1, load >> 1) << 1) | ((load | own) & 1)

/** What is set up once for a graph. */
interface Work {
  /** The load of each edge. */
  readonly carries: Uint8Array
  /** One list of seen nodes per load that is met: most graphs meet few, and what is small stays near. */
  readonly seen: (Uint8Array | undefined)[]
  readonly size: number
  nodes: Int32Array
  carried: Uint8Array
  from: Int32Array
}

const workOf = once(
  ({ offsets, ranks, doubts }: ReachGraph): Work => ({
    carries: ranks.map((rank, edge) => (rank << 1) | (doubts[edge] as number)),
    seen: Array.from({ length: loads }, () => undefined),
    size: offsets.length - 1,
    nodes: new Int32Array(1024),
    carried: new Uint8Array(1024),
    from: new Int32Array(1024),
  }),
)

function seenWith({ seen, size }: Work, load: number): Uint8Array {
  const list = seen[load] ?? new Uint8Array(size)
  seen[load] = list
  return list
}

function grow(work: Work): void {
  const { nodes, carried, from } = work
  work.nodes = new Int32Array(nodes.length * 2)
  work.carried = new Uint8Array(nodes.length * 2)
  work.from = new Int32Array(nodes.length * 2)
  work.nodes.set(nodes)
  work.carried.set(carried)
  work.from.set(from)
}

/** A copy of what was found; what was touched for it is wiped. */
function visitsOf({ seen, nodes, carried, from }: Work, count: number): Visits {
  const rank = new Uint8Array(count)
  const doubt = new Uint8Array(count)
  for (let visit = 0; visit < count; visit++) {
    const load = carried[visit] as number
    rank[visit] = load >> 1
    doubt[visit] = load & 1
    const list = seen[load]
    if (list !== undefined) list[nodes[visit] as number] = 0
  }
  return { node: nodes.slice(0, count), rank, doubt, from: from.slice(0, count) }
}
