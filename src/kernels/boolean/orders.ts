import type { Modular } from './grouped.ts'
import { pulledTogether } from './pulled-together.ts'
import type { Region } from './region.ts'
import { type Preference, type Walk, walked } from './walked.ts'
import { weighed } from './weighed.ts'

/**
 * Orders of a region's variables, by name, the most promising first.
 *
 * No order is best for all: one that makes a diagram of a thousand nodes here makes one of millions there. So several are tried, each up to a
 * number of nodes that rises from round to round, and those that got least far are dropped. Which these are was measured, see
 * docs/decisions/0009.
 */
export const orderNames = ['shared-first', 'least-new-first, pulled together', 'weightiest-first', 'overlap-first', 'as-given', 'least-new-first', 'broad'] as const
export type OrderName = (typeof orderNames)[number]

export function orderOf(modular: Modular, region: Region, parents: Int32Array, name: OrderName): readonly number[] {
  const sharedFirst: Preference = (node) => -(parents[node] as number)
  switch (name) {
    case 'shared-first': {
      const walk = walkOf(modular, region)
      return walked(walk, [sharedFirst, walk.size])
    }
    case 'least-new-first, pulled together':
      return pulledTogether(modular, region, orderOf(modular, region, parents, 'least-new-first'))
    case 'weightiest-first':
      return weighed(walkOf(modular, region), region)
    case 'overlap-first': {
      const walk = walkOf(modular, region)
      return walked(walk, [(node) => -(1 - walk.news(node) / walk.size(node)), sharedFirst, walk.news])
    }
    case 'as-given':
      return walked(walkOf(modular, region), [])
    case 'least-new-first': {
      const walk = walkOf(modular, region)
      return walked(walk, [walk.news, walk.size])
    }
    case 'broad':
      return region.leaves
  }
}

/** Regions with more gates times leaves than this have no lists of what lies below each gate. */
const mostListed = 1 << 22

/** What a walk needs to know of a region. Without lists, sizes are those of trees, and all of it counts as new. */
function walkOf({ network, isModule }: Modular, region: Region): Walk {
  const { events, offsets, edges } = network
  const root = events + region.root
  const isLeaf = (node: number): boolean => node < events || (isModule[node - events] === 1 && node !== root)
  const children = (node: number): number[] => edges.slice(offsets[node - events], offsets[node - events + 1]).map((edge) => edge >> 1)
  const met = new Set<number>()
  if (region.gates.length * region.leaves.length > mostListed) {
    const sizes = new Map<number, number>()
    const size: Preference = (node) => sizes.get(node) ?? 1
    for (const gate of region.gates)
      sizes.set(
        events + gate,
        children(events + gate).reduce((sum, child) => sum + size(child), 0),
      )
    return { root, met, size, news: size, isLeaf, children }
  }
  const below = leavesBelow(region, events, isLeaf, children)
  const news: Preference = (node) => {
    const list = below.get(node)
    if (list === undefined) return met.has(node) ? 0 : 1
    let count = 0
    for (const leaf of list) if (!met.has(leaf)) count++
    return count
  }
  return { root, met, size: (node) => below.get(node)?.size ?? 1, news, isLeaf, children }
}

function leavesBelow(region: Region, events: number, isLeaf: (node: number) => boolean, children: (node: number) => number[]): ReadonlyMap<number, ReadonlySet<number>> {
  const below = new Map<number, Set<number>>()
  for (const gate of region.gates) {
    const found = new Set<number>()
    for (const child of children(events + gate)) {
      if (isLeaf(child)) found.add(child)
      else for (const leaf of below.get(child) ?? []) found.add(leaf)
    }
    below.set(events + gate, found)
  }
  return below
}
