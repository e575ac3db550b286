/** A part of a circuit as a walk sees it. */
export interface Walk {
  readonly root: number
  /** The leaves that were met so far. */
  readonly met: Set<number>
  /** How many leaves lie below a node. */
  readonly size: Preference
  /** How many of them have not been met yet. */
  readonly news: Preference
  isLeaf(node: number): boolean
  children(node: number): number[]
}

/** What a walk prefers among the children of a gate: smaller comes first. May change as leaves are met. */
export type Preference = (node: number) => number

/** Children beyond this number are compared once and not again after every step. */
const mostCompared = 100

/**
 * The leaves in the order in which a walk from the root, depth first, meets them. Before each step the children that are left are compared
 * anew. Where no preference tells them apart, they come as they stand.
 */
export function walked({ root, met, isLeaf, children }: Walk, preferences: readonly Preference[]): readonly number[] {
  const order: number[] = []
  const done = new Set([root])
  const ready = (node: number): number[] => {
    const below = children(node)
    return below.length > mostCompared ? sorted(below, preferences) : below
  }
  const stack = [ready(root)]
  while (stack.length > 0) {
    const left = stack.at(-1) as number[]
    if (left.length === 0) {
      stack.pop()
      continue
    }
    const [node] = left.splice(firstOf(left, preferences), 1) as [number]
    if (isLeaf(node)) {
      if (!met.has(node)) order.push(node)
      met.add(node)
    } else if (!done.has(node)) {
      done.add(node)
      stack.push(ready(node))
    }
  }
  return order
}

/** Where the child stands that comes first. */
function firstOf(nodes: readonly number[], preferences: readonly Preference[]): number {
  if (preferences.length === 0 || nodes.length === 1 || nodes.length > mostCompared) return 0
  let [first, best] = [0, preferences.map((preference) => preference(nodes[0] as number))]
  for (let at = 1; at < nodes.length; at++) {
    const keys = preferences.map((preference) => preference(nodes[at] as number))
    if (compared(keys, best) < 0) [first, best] = [at, keys]
  }
  return first
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const apart = (a[at] as number) - (b[at] as number)
    if (apart !== 0) return apart
  }
  return 0
}

/** Many children, compared as things stand now. */
const sorted = (nodes: readonly number[], preferences: readonly Preference[]): number[] =>
  nodes
    .map((node) => ({ node, keys: preferences.map((preference) => preference(node)) }))
    .sort((a, b) => compared(a.keys, b.keys))
    .map(({ node }) => node)
