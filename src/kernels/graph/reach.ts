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
 * Visits stand by the length of their road, then by what it carries, then by node; `from` is the visit that led to each (−1 for the first).
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
 * Each step is taken in the order of the nodes, so that their edges are read as they lie: on large graphs this is most of the time. A question costs what it
 * reaches and nothing else: what it needs besides is set up once for a graph, and only what was touched is wiped.
 */
export function reachFrom(graph: ReachGraph, start: number): Visits {
  const { offsets, targets } = graph
  const work = workOf(graph)
  const { carries, size } = work
  let queue = work.queue
  let count = 1
  queue[0] = start
  meet(work, 0).seen[start >>> 5] = 1 << start
  meet(work, 0).from[start] = -1
  for (let first = 0; first < count; ) {
    const end = count
    let load = 0
    let same = meet(work, load)
    for (let visit = first; visit < end; visit++) {
      const state = queue[visit] as number
      if (state >= (load + 1) * size) {
        load = Math.floor(state / size)
        same = meet(work, load)
      }
      const node = state - load * size
      const last = offsets[node + 1] as number
      for (let edge = offsets[node] as number; edge < last; edge++) {
        const next = targets[edge] as number
        const own = carries[edge] as number
        // Most edges change nothing of what is carried.
        const more = own === 0 ? load : joined(load, own)
        const { seen, from } = more === load ? same : meet(work, more)
        const word = seen[next >>> 5] as number
        const bit = 1 << next
        if ((word & bit) !== 0) continue
        seen[next >>> 5] = word | bit
        from[next] = visit
        if (count === queue.length) queue = grow(work)
        queue[count++] = more * size + next
      }
    }
    order(work, end, count)
    first = end
  }
  return visitsOf(work, count)
}

const joined = (load: number, own: number): number => (Math.max(own >> 1, load >> 1) << 1) | ((load | own) & 1)

/** What is known of the nodes that were met with one load. Most graphs meet few loads, and a bit for each node stays near. */
interface Met {
  readonly seen: Int32Array
  /** The nodes of a wide step, while they are put in order. */
  readonly step: Int32Array
  /** By node: the visit that led to it. */
  readonly from: Int32Array
}

/** What is set up once for a graph. */
interface Work {
  /** The load of each edge. */
  readonly carries: Uint8Array
  readonly met: (Met | undefined)[]
  /** How many nodes there are. */
  readonly size: number
  /** Load · size + node of each visit. */
  queue: Int32Array
}

const workOf = once(
  ({ offsets, ranks, doubts }: ReachGraph): Work => ({
    carries: ranks.map((rank, edge) => (rank << 1) | (doubts[edge] as number)),
    met: Array.from({ length: loads }, () => undefined),
    size: offsets.length - 1,
    queue: new Int32Array(1024),
  }),
)

function meet({ met, size }: Work, load: number): Met {
  const known = met[load]
  if (known !== undefined) return known
  const words = (size >>> 5) + 1
  const one = { seen: new Int32Array(words), step: new Int32Array(words), from: new Int32Array(size) }
  met[load] = one
  return one
}

function grow(work: Work): Int32Array {
  const { queue } = work
  work.queue = new Int32Array(queue.length * 2)
  work.queue.set(queue)
  return work.queue
}

/** Puts the visits of a step in the order of load and node: a few by sorting, many by marking each and reading the marks. */
function order({ met, queue, size }: Work, from: number, to: number): void {
  if (to - from < size >>> 6) {
    if (to - from > 1) queue.subarray(from, to).sort()
    return
  }
  for (let visit = from; visit < to; visit++) {
    const state = queue[visit] as number
    const load = Math.floor(state / size)
    const { step } = met[load] as Met
    const node = state - load * size
    step[node >>> 5] = (step[node >>> 5] as number) | (1 << node)
  }
  let place = from
  for (let load = 0; load < loads; load++) {
    const step = met[load]?.step
    if (step === undefined) continue
    for (let word = 0; word < step.length; word++) {
      for (let bits = step[word] as number; bits !== 0; bits &= bits - 1) queue[place++] = load * size + word * 32 + 31 - Math.clz32(bits & -bits)
      step[word] = 0
    }
  }
}

/** A copy of what was found; what was touched for it is wiped. */
function visitsOf({ met, queue, size }: Work, count: number): Visits {
  const visits = { node: new Int32Array(count), rank: new Uint8Array(count), doubt: new Uint8Array(count), from: new Int32Array(count) }
  for (let visit = 0; visit < count; visit++) {
    const state = queue[visit] as number
    const load = Math.floor(state / size)
    const node = state - load * size
    const { seen, from } = met[load] as Met
    seen[node >>> 5] = 0
    visits.node[visit] = node
    visits.rank[visit] = load >> 1
    visits.doubt[visit] = load & 1
    visits.from[visit] = from[node] as number
  }
  return visits
}
