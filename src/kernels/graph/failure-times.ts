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
 * O(edges · log edges). For k-of-n gates the times of arrival are order statistics, which is what counting them gives. Of losses that
 * arrive at one time, the one with the fewest steps behind it is taken, so that the road shown is short and does not depend on luck.
 *
 * @param lost the nodes that fail at time 0
 */
export function failureTimes({ offsets, dependants, delay, threshold }: NeedsGraph, lost: Iterable<number>): FailureTimes {
  const nodes = offsets.length - 1
  assert(threshold.length === nodes, `${threshold.length} thresholds for ${nodes} nodes`)
  const time = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
  const because = new Int32Array(nodes).fill(-1)
  const steps = new Int32Array(nodes)
  const arrived = new Int32Array(nodes)
  const queue = new Arrivals()
  const spread = (node: number): void => {
    const [at, far, end] = [time[node] as number, (steps[node] as number) + 1, offsets[node + 1] as number]
    for (let edge = offsets[node] as number; edge < end; edge++) {
      const when = at + (delay[edge] as number)
      const next = dependants[edge] as number
      if (when < (time[next] as number)) queue.push(when, far, next, node)
    }
  }
  for (const node of lost) time[node] = 0
  for (const node of lost) spread(node)
  while (queue.pop()) {
    const { at, far, node, from } = queue
    if ((time[node] as number) <= at) continue
    arrived[node] = (arrived[node] as number) + 1
    if ((arrived[node] as number) < (threshold[node] as number)) continue
    time[node] = at
    steps[node] = far
    because[node] = from
    spread(node)
  }
  return { time, because }
}

/** Losses on their way: a binary heap over flat arrays, the earliest on top. What was popped last stands in the fields. */
class Arrivals {
  at = 0
  far = 0
  node = 0
  from = 0
  private count = 0
  private times = new Float64Array(64)
  /** Three numbers for each: steps, node, from. */
  private rest = new Int32Array(64 * 3)

  push(at: number, far: number, node: number, from: number): void {
    if (this.count === this.times.length) this.grow()
    let place = this.count++
    for (; place > 0; ) {
      const up = (place - 1) >> 1
      if (!this.isBefore(at, far, node, from, up)) break
      this.move(up, place)
      place = up
    }
    this.put(place, at, far, node, from)
  }

  /** Takes the earliest. @returns whether there was one */
  pop(): boolean {
    if (this.count === 0) return false
    this.at = this.times[0] as number
    this.far = this.rest[0] as number
    this.node = this.rest[1] as number
    this.from = this.rest[2] as number
    const last = --this.count
    const at = this.times[last] as number
    const [far, node, from] = [this.rest[last * 3] as number, this.rest[last * 3 + 1] as number, this.rest[last * 3 + 2] as number]
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= last) break
      if (child + 1 < last && this.isEarlier(child + 1, child)) child++
      if (this.isBefore(at, far, node, from, child)) break
      this.move(child, place)
      place = child
    }
    this.put(place, at, far, node, from)
    return true
  }

  private isBefore(at: number, far: number, node: number, from: number, other: number): boolean {
    const when = this.times[other] as number
    if (at !== when) return at < when
    const steps = this.rest[other * 3] as number
    if (far !== steps) return far < steps
    const which = this.rest[other * 3 + 1] as number
    return node !== which ? node < which : from < (this.rest[other * 3 + 2] as number)
  }

  private isEarlier(one: number, other: number): boolean {
    return this.isBefore(this.times[one] as number, this.rest[one * 3] as number, this.rest[one * 3 + 1] as number, this.rest[one * 3 + 2] as number, other)
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from] as number
    this.rest[to * 3] = this.rest[from * 3] as number
    this.rest[to * 3 + 1] = this.rest[from * 3 + 1] as number
    this.rest[to * 3 + 2] = this.rest[from * 3 + 2] as number
  }

  private put(place: number, at: number, far: number, node: number, from: number): void {
    this.times[place] = at
    this.rest[place * 3] = far
    this.rest[place * 3 + 1] = node
    this.rest[place * 3 + 2] = from
  }

  private grow(): void {
    const [times, rest] = [new Float64Array(this.times.length * 2), new Int32Array(this.rest.length * 2)]
    times.set(this.times)
    rest.set(this.rest)
    this.times = times
    this.rest = rest
  }
}
