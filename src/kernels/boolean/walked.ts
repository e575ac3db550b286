import type { RegionNet } from './region-net.ts'

/** What a walk knows of each node while it walks. */
export interface Sight {
  /** How often a node is referred to. */
  readonly parents: Int32Array
  /** How many leaves lie below a node; where a region is too large to list them, those of the tree below, shared ones counted again. */
  readonly sizes: Float64Array
  /** How many of them were not met yet. */
  readonly news: Float64Array
}

/** What a walk prefers among the children of a gate: the least number. May change as leaves are met; `tie` is asked where it tells nothing apart. */
export interface Preference {
  first(sight: Sight, node: number): number
  tie(sight: Sight, node: number): number
}

/** Regions in which more leaves than this lie below their gates, all together, are walked without lists of them. */
const mostListed = 1 << 22
/** Children beyond this number are compared once and not again after every step. */
const mostCompared = 100

/**
 * The leaves in the order in which a walk from the root, depth first, meets them. Before each step the children that are left are compared
 * anew; where nothing tells them apart they come as they stand.
 */
export function walked(net: RegionNet, preference: Preference | undefined): readonly number[] {
  const { leaves, gates, offsets, children } = net
  const { sight, meet } = sightOf(net)
  const order: number[] = []
  const isDone = new Uint8Array(leaves + gates)
  const childrenOf = (node: number): number[] => {
    const list = Array.from(children.subarray(offsets[node - leaves], offsets[node - leaves + 1]))
    return preference && list.length > mostCompared ? list.sort((a, b) => compared(sight, preference, a, b)) : list
  }
  const stack = [childrenOf(leaves + gates - 1)]
  while (stack.length > 0) {
    const left = stack.at(-1) as number[]
    let first = 0
    if (preference && left.length <= mostCompared)
      for (let at = 1; at < left.length; at++) if (compared(sight, preference, left[at] as number, left[first] as number) < 0) first = at
    const [node] = left.splice(first, 1)
    if (node === undefined) stack.pop()
    else if (isDone[node] === 0) {
      isDone[node] = 1
      if (node >= leaves) stack.push(childrenOf(node))
      else {
        order.push(node)
        meet(node)
      }
    }
  }
  return order
}

const compared = (sight: Sight, { first, tie }: Preference, a: number, b: number): number => first(sight, a) - first(sight, b) || tie(sight, a) - tie(sight, b)

/** Sizes and news. Each leaf knows the gates above it, so that meeting it costs no more than telling them. */
function sightOf({ leaves, gates, offsets, children, parents }: RegionNet): { readonly sight: Sight; meet(leaf: number): void } {
  const sizes = new Float64Array(leaves + gates).fill(1, 0, leaves)
  const below: (readonly number[])[] = Array.from({ length: leaves }, (_, leaf) => [leaf])
  const above: number[][] = Array.from({ length: leaves }, () => [])
  const seen = new Int32Array(leaves).fill(-1)
  let listed = 0
  for (let gate = 0; gate < gates; gate++) {
    const found: number[] = []
    let size = 0
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
      const child = children[at] as number
      size += sizes[child] as number
      if (listed > mostListed) continue
      for (const leaf of below[child] as readonly number[]) {
        if (seen[leaf] === gate) continue
        seen[leaf] = gate
        found.push(leaf)
      }
    }
    listed += found.length
    below.push(found)
    sizes[leaves + gate] = listed > mostListed ? size : found.length
    if (listed <= mostListed) for (const leaf of found) above[leaf]?.push(leaves + gate)
  }
  const news = sizes.slice()
  const meet = (leaf: number): void => {
    news[leaf] = 0
    for (const gate of above[leaf] as readonly number[]) news[gate] = (news[gate] as number) - 1
  }
  return { sight: { parents, sizes, news }, meet }
}
