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

/** The nodes that fail, in the order in which they do; when, and the node whose loss was the last straw (−1 for those that were lost). */
export interface Failures {
  readonly node: Int32Array
  readonly time: Float64Array
  readonly because: Int32Array
}

/**
 * What fails after some nodes have been lost at time 0, for one graph and any number of questions.
 *
 * A node fails as soon as `threshold` of its needs have failed and their delays have passed. Losses arrive in the order of
 * time, as in Dijkstra's shortest paths, so cycles settle at the least fixed point and each edge is looked at once:
 * O(edges · log edges). For k-of-n gates the times of arrival are order statistics, which is what counting them gives. Of losses that
 * arrive at one time, the one with the fewest steps behind it is taken, so that the road shown is short and does not depend on luck.
 *
 * A question costs what it reaches and nothing else: the whole graph is set up once, and only what was touched is wiped.
 */
export function failing({ offsets, dependants, delay, threshold }: NeedsGraph): (lost: Iterable<number>) => Failures {
  const nodes = offsets.length - 1
  assert(threshold.length === nodes, `${threshold.length} thresholds for ${nodes} nodes`)
  const time = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
  const because = new Int32Array(nodes).fill(-1)
  const steps = new Int32Array(nodes)
  const arrived = new Int32Array(nodes)
  /** Of a node that one loss is enough for: when the first of those on their way will arrive; its steps and where it comes from stand in the lists above. Others need not set out. */
  const due = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
  const queue = arrivals()
  const [failed, touched] = [new Int32Array(nodes), new Int32Array(nodes)]
  const isTouched = new Uint8Array(nodes)
  let [failures, touches] = [0, 0]
  const touch = (node: number): void => {
    if (isTouched[node] === 1) return
    isTouched[node] = 1
    touched[touches++] = node
  }
  const fail = (node: number, at: number): void => {
    time[node] = at
    touch(node)
    failed[failures++] = node
  }
  const spread = (node: number): void => {
    const [at, far, end] = [time[node] as number, (steps[node] as number) + 1, offsets[node + 1] as number]
    for (let edge = offsets[node] as number; edge < end; edge++) {
      const when = at + (delay[edge] as number)
      const next = dependants[edge] as number
      if (!(when < (time[next] as number))) continue
      if (threshold[next] === 1) {
        const first = due[next] as number
        if (when > first || (when === first && (far > (steps[next] as number) || (far === steps[next] && node >= (because[next] as number))))) continue
        due[next] = when
        steps[next] = far
        because[next] = node
        touch(next)
      }
      queue.push(when, far, next, node)
    }
  }
  const wipe = (): void => {
    for (let at = 0; at < touches; at++) {
      const node = touched[at] as number
      time[node] = Number.POSITIVE_INFINITY
      due[node] = Number.POSITIVE_INFINITY
      because[node] = -1
      steps[node] = 0
      arrived[node] = 0
      isTouched[node] = 0
    }
    failures = 0
    touches = 0
  }
  return (lost) => {
    for (const node of lost) if (time[node] !== 0) fail(node, 0)
    const lostFirst = failures
    for (let at = 0; at < lostFirst; at++) spread(failed[at] as number)
    while (queue.pop()) {
      const { at, far, node, from } = queue.top
      if ((time[node] as number) <= at) continue
      touch(node)
      arrived[node] = (arrived[node] as number) + 1
      if ((arrived[node] as number) < (threshold[node] as number)) continue
      steps[node] = far
      because[node] = from
      fail(node, at)
      spread(node)
    }
    const found = { node: failed.slice(0, failures), time: new Float64Array(failures), because: new Int32Array(failures) }
    for (let at = 0; at < failures; at++) {
      const node = failed[at] as number
      found.time[at] = time[node] as number
      found.because[at] = because[node] as number
    }
    wipe()
    return found
  }
}

/** A loss on its way: when it arrives, after how many steps, where, and from where. */
interface Arrival {
  at: number
  far: number
  node: number
  from: number
}

interface Arrivals {
  /** What was popped last. One object for all, since millions pass. */
  readonly top: Readonly<Arrival>
  push(at: number, far: number, node: number, from: number): void
  /** Takes the earliest. @returns whether there was one */
  pop(): boolean
}

/** Losses on their way: a binary heap over flat arrays, the earliest on top. */
function arrivals(): Arrivals {
  const top: Arrival = { at: 0, far: 0, node: 0, from: 0 }
  let count = 0
  let times = new Float64Array(64)
  /** Three numbers for each: steps, node, from. */
  let rest = new Int32Array(64 * 3)

  const isBefore = (at: number, far: number, node: number, from: number, other: number): boolean => {
    const when = times[other] as number
    if (at !== when) return at < when
    const steps = rest[other * 3] as number
    if (far !== steps) return far < steps
    const which = rest[other * 3 + 1] as number
    return node !== which ? node < which : from < (rest[other * 3 + 2] as number)
  }
  const isEarlier = (one: number, other: number): boolean =>
    isBefore(times[one] as number, rest[one * 3] as number, rest[one * 3 + 1] as number, rest[one * 3 + 2] as number, other)
  const put = (place: number, at: number, far: number, node: number, from: number): void => {
    times[place] = at
    rest[place * 3] = far
    rest[place * 3 + 1] = node
    rest[place * 3 + 2] = from
  }
  const move = (from: number, to: number): void => put(to, times[from] as number, rest[from * 3] as number, rest[from * 3 + 1] as number, rest[from * 3 + 2] as number)
  const grow = (): void => {
    const [moreTimes, moreRest] = [new Float64Array(times.length * 2), new Int32Array(rest.length * 2)]
    moreTimes.set(times)
    moreRest.set(rest)
    times = moreTimes
    rest = moreRest
  }

  const push = (at: number, far: number, node: number, from: number): void => {
    if (count === times.length) grow()
    let place = count++
    while (place > 0) {
      const up = (place - 1) >> 1
      if (!isBefore(at, far, node, from, up)) break
      move(up, place)
      place = up
    }
    put(place, at, far, node, from)
  }

  const pop = (): boolean => {
    if (count === 0) return false
    top.at = times[0] as number
    top.far = rest[0] as number
    top.node = rest[1] as number
    top.from = rest[2] as number
    const last = --count
    const [at, far, node, from] = [times[last] as number, rest[last * 3] as number, rest[last * 3 + 1] as number, rest[last * 3 + 2] as number]
    let place = 0
    for (let child = 1; child < last; child = 2 * place + 1) {
      if (child + 1 < last && isEarlier(child + 1, child)) child++
      if (isBefore(at, far, node, from, child)) break
      move(child, place)
      place = child
    }
    put(place, at, far, node, from)
    return true
  }

  return { top, push, pop }
}
