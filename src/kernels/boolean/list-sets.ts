import { byEvents } from './by-events.ts'
import type { SmallestSets } from './smallest-sets.ts'

export interface Wanted {
  /** Sets of more events than this are left out. */
  readonly maxOrder?: number
  /** As many sets at most. */
  readonly limit?: number
  /** Sets less likely than this are left out; needs `probabilities`. */
  readonly cutOff?: number
  readonly probabilities?: ArrayLike<number>
}

/** Some smallest sets: those of fewest events first, then by their events; events of a set in rising order. */
export interface ListedSets {
  readonly sets: readonly (readonly number[])[]
  /** Whether there are more that are wanted than the limit allowed. */
  readonly isCut: boolean
}

/**
 * Lists smallest sets one size after the other. Before a branch is followed, the fewest and the most events below it and the likeliest set in it
 * say whether anything can come of it, so that a short list of a family of billions costs no more than a short list.
 */
export function listSets(sets: SmallestSets, wanted: Wanted): ListedSets {
  const reach = reachOf(sets, wanted.probabilities)
  const top = sets.roots.at(-1) ?? 0
  const [found, limit]: [number[][], number] = [[], wanted.limit ?? Number.POSITIVE_INFINITY]
  const inOrder = () => found.sort((a, b) => a.length - b.length || byEvents(a, b))
  const last = Math.min(wanted.maxOrder ?? Number.POSITIVE_INFINITY, reach.most[top] as number)
  for (let order = reach.fewest[top] as number; order <= last; order++) {
    if (!listOrder(sets, reach, { top, order, cutOff: wanted.cutOff ?? 0, limit }, found)) return { sets: inOrder(), isCut: true }
  }
  return { sets: inOrder(), isCut: false }
}

/** Of each node: the fewest and the most events of a set below it, and the probability of its likeliest set. */
interface Reach {
  readonly fewest: Float64Array
  readonly most: Float64Array
  readonly likeliest: Float64Array
  readonly probabilities: ArrayLike<number> | undefined
}

function reachOf({ events, starts, roots, variables, high, low }: SmallestSets, probabilities: ArrayLike<number> | undefined): Reach {
  const fewest = new Float64Array(variables.length)
  const most = new Float64Array(variables.length)
  const likeliest = new Float64Array(variables.length)
  fewest[0] = Number.POSITIVE_INFINITY
  most[0] = Number.NEGATIVE_INFINITY
  likeliest[1] = 1
  for (let module = 0; module < roots.length; module++) {
    for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) {
      const [variable, to, from] = [variables[node] as number, high[node] as number, low[node] as number]
      const inner = variable < events ? undefined : (roots[variable - events] as number)
      const p = inner === undefined ? ((probabilities?.[variable] as number | undefined) ?? 1) : (likeliest[inner] as number)
      fewest[node] = Math.min((fewest[to] as number) + (inner === undefined ? 1 : (fewest[inner] as number)), fewest[from] as number)
      most[node] = Math.max((most[to] as number) + (inner === undefined ? 1 : (most[inner] as number)), most[from] as number)
      likeliest[node] = Math.max(p * (likeliest[to] as number), likeliest[from] as number)
    }
  }
  return { fewest, most, likeliest, probabilities }
}

/** What still has to be done after a module's own set was chosen: one node after another, with what all of them can come to. */
interface Pending {
  readonly node: number
  readonly fewest: number
  readonly most: number
  readonly likeliest: number
  readonly next: Pending | undefined
}

interface Picked {
  readonly event: number
  readonly next: Picked | undefined
}

interface Branch {
  readonly node: number
  /** How many events are still wanted, exactly. */
  readonly left: number
  readonly probability: number
  readonly pending: Pending | undefined
  readonly picked: Picked | undefined
}

interface Search {
  readonly top: number
  readonly order: number
  readonly cutOff: number
  readonly limit: number
}

/** Adds every set of one size. @returns whether the limit allowed all of them */
function listOrder({ events, roots, variables, high, low }: SmallestSets, reach: Reach, { top, order, cutOff, limit }: Search, found: number[][]): boolean {
  const stack: Branch[] = [{ node: top, left: order, probability: 1, pending: undefined, picked: undefined }]
  for (let branch = stack.pop(); branch !== undefined; branch = stack.pop()) {
    const { node, left, probability, pending, picked } = branch
    if (!isPromising(reach, branch, cutOff)) continue
    if (node === 1) {
      if (pending) stack.push({ node: pending.node, left, probability, pending: pending.next, picked })
      else {
        if (found.length >= limit) return false
        found.push(eventsOf(picked))
      }
      continue
    }
    const variable = variables[node] as number
    stack.push({ ...branch, node: low[node] as number })
    if (variable >= events) stack.push({ ...branch, node: roots[variable - events] as number, pending: withNode(reach, high[node] as number, pending) })
    else {
      const p = reach.probabilities?.[variable] ?? 1
      stack.push({ node: high[node] as number, left: left - 1, probability: probability * p, pending, picked: { event: variable, next: picked } })
    }
  }
  return true
}

function isPromising({ fewest, most, likeliest }: Reach, { node, left, probability, pending }: Branch, cutOff: number): boolean {
  if ((fewest[node] as number) + (pending?.fewest ?? 0) > left || (most[node] as number) + (pending?.most ?? 0) < left) return false
  return probability * (likeliest[node] as number) * (pending?.likeliest ?? 1) >= cutOff
}

const withNode = ({ fewest, most, likeliest }: Reach, node: number, next: Pending | undefined): Pending => ({
  node,
  fewest: (fewest[node] as number) + (next?.fewest ?? 0),
  most: (most[node] as number) + (next?.most ?? 0),
  likeliest: (likeliest[node] as number) * (next?.likeliest ?? 1),
  next,
})

function eventsOf(picked: Picked | undefined): number[] {
  const events: number[] = []
  for (let one = picked; one !== undefined; one = one.next) events.push(one.event)
  return events.sort((a, b) => a - b)
}
