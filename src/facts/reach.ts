import { kindOf, type Phase, phases, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { type ReachGraph, reachFrom, type Visits } from '#kernels/graph/reach.ts'
import { once } from '#lang/once.ts'
import { controlOf } from './control.ts'
import { leaningGraph } from './leaning.ts'
import type { Road } from './road.ts'
import type { Subject } from './subject.ts'

/** That a thing reaches a party, a place or a country: when it is needed, on what road, and whether it is contested that it reaches at all. */
export interface Reach {
  readonly to: ThingId
  /** The latest phase along the road: an operator of a registry is needed when something is deployed. */
  readonly phase: Phase
  readonly contested: boolean
  /** From the thing that is reached from down to `to`. */
  readonly road: Road
}

/** Where roads are followed to: who stands behind something, and where it lies. */
const ends: readonly string[] = ['party', 'place', 'jurisdiction']

/**
 * The parties, places and countries that some thing leans on, once per phase and once per certainty, each by its shortest road
 * (fewest steps).
 *
 * A road through a parent with less than a quarter of the shares is not walked; between a quarter and a half, or where no
 * share is known and nobody says "control", the reach is contested.
 */
export const reachOf = once((subject: Subject) => {
  const graph = rowsOf(subject)
  const known = new Map<ThingId, readonly Reach[]>()
  return (from: ThingId): readonly Reach[] => {
    const found = known.get(from) ?? reached(graph, from)
    known.set(from, found)
    return found
  }
})

/** Everything that a thing leans on, itself included. */
export const leansOnOf = once((subject: Subject) => {
  const { ids, at, rows } = rowsOf(subject)
  const known = new Map<ThingId, ReadonlySet<ThingId>>()
  return (from: ThingId): ReadonlySet<ThingId> => {
    const start = at.get(from)
    const found = known.get(from) ?? new Set(start === undefined ? [from] : Array.from(reachFrom(rows, start).node, (node) => ids[node] as ThingId))
    known.set(from, found)
    return found
  }
})

interface Rows {
  readonly ids: readonly ThingId[]
  readonly at: ReadonlyMap<ThingId, number>
  readonly rows: ReachGraph
}

/** The graph of what leans on what in numbers, without the owners that hold too little. */
const rowsOf = once((subject: Subject): Rows => {
  const edges = [...leaningGraph(subject).from]
    .flatMap(([, list]) => list.flatMap((edge) => ({ ...edge, control: controlOf(edge.link) })))
    .filter((edge) => edge.control !== 'none')
  const ids = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))]
  const at = new Map(ids.map((id, index) => [id, index]))
  const sorted = edges.toSorted((a, b) => (at.get(a.from) ?? 0) - (at.get(b.from) ?? 0))
  const offsets = new Int32Array(ids.length + 1)
  for (const edge of sorted) offsets[(at.get(edge.from) ?? 0) + 1] = (offsets[(at.get(edge.from) ?? 0) + 1] ?? 0) + 1
  for (let index = 1; index < offsets.length; index++) offsets[index] = (offsets[index] ?? 0) + (offsets[index - 1] ?? 0)
  const rows = {
    offsets,
    targets: Int32Array.from(sorted, (edge) => at.get(edge.to) ?? 0),
    ranks: Uint8Array.from(sorted, (edge) => phases.indexOf(edge.phase)),
    doubts: Uint8Array.from(sorted, (edge) => (edge.control === 'contested' ? 1 : 0)),
  }
  return { ids, at, rows }
})

function reached({ ids, at, rows }: Rows, from: ThingId): readonly Reach[] {
  const start = at.get(from)
  if (start === undefined) return []
  const visits = reachFrom(rows, start)
  const roads = new Map<number, Road>()
  // Where one thing is reached both surely and contestedly in the same phase, the sure road says all.
  const sure = new Set<number>()
  visits.node.forEach((node, visit) => {
    if (visits.doubt[visit] === 0) sure.add(node * phases.length + (visits.rank[visit] ?? 0))
  })
  const found: Reach[] = []
  visits.node.forEach((node, visit) => {
    const to = ids[node] as ThingId
    const rank = visits.rank[visit] ?? 0
    const contested = visits.doubt[visit] === 1
    if (visit === 0 || !ends.includes(kindOf(to)) || (contested && sure.has(node * phases.length + rank))) return
    found.push({ to, phase: phases[rank] ?? 'run', contested, road: roadTo(visit, { ids, visits, roads }) })
  })
  return found
}

/** The road to a visit; roads are remembered, since most are the beginning of another. */
function roadTo(visit: number, walk: { readonly ids: readonly ThingId[]; readonly visits: Visits; readonly roads: Map<number, Road> }): Road {
  const missing: number[] = []
  let at = visit
  for (; at !== -1 && !walk.roads.has(at); at = walk.visits.from[at] ?? -1) missing.push(at)
  let road = walk.roads.get(at)
  for (const one of missing.reverse()) {
    road = { at: walk.ids[walk.visits.node[one] ?? 0] as ThingId, before: road, length: (road?.length ?? 0) + 1 }
    walk.roads.set(one, road)
  }
  return road as Road
}

/** Whether a road passes from a party to one that owns or controls it. Parties stand together at the end of a road. */
export function passesOwner({ estate }: Subject, road: Road): boolean {
  for (let at: Road | undefined = road; at?.before; at = at.before) {
    const { at: to, before } = at
    if (
      kindOf(to) === 'party' &&
      kindOf(before.at) === 'party' &&
      linksFrom(estate, before.at, 'owned-by', 'controlled-by').some((link) => link.to === to && link.state === 'active')
    )
      return true
    if (!tail.includes(kindOf(to))) return false
  }
  return false
}

/** Kinds behind which a road comes to nothing else. */
export const tail: readonly string[] = ['party', 'jurisdiction', 'law']
