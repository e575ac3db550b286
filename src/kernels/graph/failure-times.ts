import { assert } from '#lang/assert.ts'

/**
 * A graph of needs in compressed rows: the dependants of node `n` stand at `offsets[n]` up to `offsets[n + 1]`.
 *
 * @property dependants the node that needs this one
 * @property delay from the loss of this one to harm at the dependant, at least 0; infinite where it never arrives
 * @property threshold how many of its needs a node must lose before it fails: 1 for all-needed, n − k + 1 for k-of-n
 */
export interface NeedsGraph {
  readonly offsets: Int32Array
  readonly dependants: Int32Array
  readonly delay: Float64Array
  readonly threshold: Int32Array
}

/** When each node fails (infinite: never), and the node whose loss was the last straw (−1: none). */
export interface FailureTimes {
  readonly time: Float64Array
  readonly because: Int32Array
}

/**
 * When nodes fail after some have been lost at time 0.
 *
 * A node fails as soon as `threshold` of its needs have failed and their delays have passed. Losses arrive in the order of
 * time, as in Dijkstra's shortest paths, so cycles settle at the least fixed point and each edge is looked at once:
 * O(edges · log edges). For k-of-n gates the times of arrival are order statistics, which is what counting them gives.
 *
 * @param lost the nodes that fail at time 0
 */
export function failureTimes(graph: NeedsGraph, lost: Iterable<number>): FailureTimes {
  const nodes = graph.offsets.length - 1
  assert(graph.threshold.length === nodes, `${graph.threshold.length} thresholds for ${nodes} nodes`)
  const time = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
  const because = new Int32Array(nodes).fill(-1)
  const arrived = new Int32Array(nodes)
  const queue: Arrival[] = []
  for (const node of lost) {
    time[node] = 0
    pushDependants(graph, node, 0, queue)
  }
  for (let next = pop(queue); next; next = pop(queue)) {
    const { at, node, from } = next
    if ((time[node] ?? 0) <= at) continue
    arrived[node] = (arrived[node] ?? 0) + 1
    if ((arrived[node] ?? 0) < (graph.threshold[node] ?? 1)) continue
    time[node] = at
    because[node] = from
    pushDependants(graph, node, at, queue)
  }
  return { time, because }
}

interface Arrival {
  readonly at: number
  readonly node: number
  readonly from: number
}

function pushDependants(graph: NeedsGraph, node: number, at: number, queue: Arrival[]): void {
  for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge++) {
    const delay = graph.delay[edge] ?? Number.POSITIVE_INFINITY
    if (delay < Number.POSITIVE_INFINITY) push(queue, { at: at + delay, node: graph.dependants[edge] ?? 0, from: node })
  }
}

/** Earlier first; at the same time the lower node first, so that the road that is shown does not depend on luck. */
const before = (a: Arrival, b: Arrival): boolean => a.at < b.at || (a.at === b.at && (a.node < b.node || (a.node === b.node && a.from < b.from)))

/** A binary heap in an array: the earliest arrival is at 0. */
function push(heap: Arrival[], item: Arrival): void {
  heap.push(item)
  for (let at = heap.length - 1; at > 0; ) {
    const up = (at - 1) >> 1
    const [mine, parent] = [heap[at] as Arrival, heap[up] as Arrival]
    if (!before(mine, parent)) return
    heap[at] = parent
    heap[up] = mine
    at = up
  }
}

function pop(heap: Arrival[]): Arrival | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  heap[0] = last
  for (let at = 0; ; ) {
    const left = 2 * at + 1
    const right = left + 1
    let least = at
    if (left < heap.length && before(heap[left] as Arrival, heap[least] as Arrival)) least = left
    if (right < heap.length && before(heap[right] as Arrival, heap[least] as Arrival)) least = right
    if (least === at) return first
    const moved = heap[at] as Arrival
    heap[at] = heap[least] as Arrival
    heap[least] = moved
    at = least
  }
}
