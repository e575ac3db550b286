import { pulledTogether } from './pulled-together.ts'
import type { RegionNet } from './region-net.ts'
import { type Preference, walked } from './walked.ts'
import { weighed } from './weighed.ts'

/**
 * Orders of a region's variables, by name, the most promising first.
 *
 * No order is best for all: one that makes a diagram of a thousand nodes here makes one of millions there. So several are tried, each up to a
 * number of nodes that rises from round to round, and those that got least far are dropped. Which these are was measured, see
 * docs/decisions/0009.
 */
export const orderNames = ['overlap-first', 'least-new-first, pulled together', 'weightiest-first', 'least-new-first', 'as-given', 'shared-first', 'broad'] as const
export type OrderName = (typeof orderNames)[number]

const preferences = {
  /** What shares most of its leaves with what was met already, then what is shared most. */
  overlap: {
    first: ({ sizes, news }, node) => (news[node] as number) / (sizes[node] as number),
    tie: ({ parents, news }, node) => (news[node] as number) - (parents[node] as number) * 1e6,
  },
  leastNew: { first: ({ news }, node) => news[node] as number, tie: ({ sizes }, node) => sizes[node] as number },
  shared: { first: ({ parents }, node) => -(parents[node] as number), tie: ({ sizes }, node) => sizes[node] as number },
} as const satisfies Readonly<Record<string, Preference>>

/** The leaves of a region, by their numbers in its net, in the order of that name. */
export function orderOf(net: RegionNet, name: OrderName): readonly number[] {
  switch (name) {
    case 'overlap-first':
      return walked(net, preferences.overlap)
    case 'least-new-first, pulled together':
      return pulledTogether(net, walked(net, preferences.leastNew))
    case 'weightiest-first':
      return weighed(net)
    case 'least-new-first':
      return walked(net, preferences.leastNew)
    case 'as-given':
      return walked(net, undefined)
    case 'shared-first':
      return walked(net, preferences.shared)
    case 'broad':
      return Array.from({ length: net.leaves }, (_, leaf) => leaf)
  }
}
