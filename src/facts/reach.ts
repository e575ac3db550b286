import { kindOf, type Phase, phases, type ThingId } from '#estate/claim.ts'
import { once } from '#lang/once.ts'
import { controlOf } from './control.ts'
import { type Leaning, leaningGraph } from './leaning.ts'
import type { Subject } from './subject.ts'

/** That a thing reaches somebody: when it is needed, on what road, and whether it is contested that it reaches at all. */
export interface Reach {
  readonly to: ThingId
  /** The latest phase along the road: an operator of a registry is needed when something is deployed. */
  readonly phase: Phase
  readonly contested: boolean
  /** From the thing that is reached from down to `to`. */
  readonly road: readonly ThingId[]
}

interface Visit {
  readonly id: ThingId
  readonly phase: number
  readonly contested: boolean
  readonly before: Visit | undefined
}

/**
 * Everything that some thing leans on, once per phase and once per certainty, each by its shortest road (fewest steps).
 *
 * A road through a parent with less than a quarter of the shares is not walked; between a quarter and a half, or where no
 * share is known and nobody says "control", the reach is contested.
 */
export const reachOf = once((subject: Subject) => {
  const graph = leaningGraph(subject)
  const known = new Map<ThingId, readonly Reach[]>()
  return (from: ThingId): readonly Reach[] => {
    const found = known.get(from) ?? walk(graph.from, from)
    known.set(from, found)
    return found
  }
})

function walk(edges: ReadonlyMap<ThingId, readonly Leaning[]>, from: ThingId): readonly Reach[] {
  const seen = new Set<string>()
  const visits: Visit[] = [{ id: from, phase: 0, contested: false, before: undefined }]
  const kept: Visit[] = []
  for (const visit of visits) {
    const key = `${visit.id}\n${visit.phase}\n${visit.contested}`
    if (seen.has(key)) continue
    seen.add(key)
    if (visit.before) kept.push(visit)
    for (const edge of edges.get(visit.id) ?? []) {
      const control = controlOf(edge.link)
      if (control === 'none') continue
      visits.push({ id: edge.to, phase: Math.max(visit.phase, phases.indexOf(edge.phase)), contested: visit.contested || control === 'contested', before: visit })
    }
  }
  return settled(kept).map((visit) => ({ to: visit.id, phase: phases[visit.phase] ?? 'run', contested: visit.contested, road: roadOf(visit) }))
}

/** Where one thing is reached both surely and contestedly in the same phase, the sure road says all. */
function settled(visits: readonly Visit[]): readonly Visit[] {
  const sure = new Set(visits.filter((visit) => !visit.contested).map((visit) => `${visit.id}\n${visit.phase}`))
  return visits.filter((visit) => !visit.contested || !sure.has(`${visit.id}\n${visit.phase}`))
}

function roadOf(visit: Visit): readonly ThingId[] {
  const road: ThingId[] = []
  for (let at: Visit | undefined = visit; at; at = at.before) road.push(at.id)
  return road.reverse()
}

/** Whether a road passes from a party to one that owns or controls it. */
export function passesOwner(subject: Subject, road: readonly ThingId[]): boolean {
  const graph = leaningGraph(subject)
  return road.slice(1).some((to, at) => {
    const from = road[at] as ThingId
    return (
      kindOf(from) === 'party' &&
      kindOf(to) === 'party' &&
      (graph.from.get(from) ?? []).some((edge) => edge.to === to && (edge.role === 'owned-by' || edge.role === 'controlled-by'))
    )
  })
}
