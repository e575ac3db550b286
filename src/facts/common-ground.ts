import { keyOf, kindOf, type Phase, phases, type ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { by } from '#lang/compare.ts'
import { once } from '#lang/once.ts'
import { entryOf } from './entry.ts'
import { exposureOf } from './exposure.ts'
import { leaningGraph } from './leaning.ts'
import type { Reach } from './reach.ts'
import { idsOf, type Road } from './road.ts'
import type { Subject } from './subject.ts'

/** A party that every workload leans on, and for which the knowledge base knows no alternative. */
export interface CommonGround {
  readonly party: ThingId
  readonly workloads: number
  readonly phases: readonly Phase[]
  readonly road: Road
}

/** With fewer workloads than this, "all of them" says nothing. */
const fewest = 3

/**
 * What all share and nobody knows how to leave: it is told once, and weighs in no score. Workloads that lean on nobody, such as
 * work that is done by hand, are not counted among "all".
 */
export const commonGround = once((subject: Subject): readonly CommonGround[] => {
  const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
  const exposed = workloads
    .map((one) => exposureOf(subject)(one.id).parties.filter((reach) => kindOf(reach.road.before?.at ?? 'party:') !== 'party'))
    .filter((list) => list.length > 0)
  if (exposed.length < fewest) return []
  const first = exposed[0] ?? []
  const shared = [...new Set(first.map((reach) => reach.to))].filter((party) => exposed.every((list) => list.some((reach) => reach.to === party)))
  return shared
    .map((party) => exposed.flatMap((list) => list.filter((reach) => reach.to === party)))
    .filter((reaches) => reaches.every((reach) => hasNoAlternative(subject, reach)))
    .flatMap((reaches): readonly CommonGround[] => {
      const shortest = reaches.toSorted((a, b) => a.road.length - b.road.length)[0]
      if (!shortest) return []
      const met = new Set(reaches.map((reach) => reach.phase))
      return [{ party: shortest.to, workloads: exposed.length, phases: phases.filter((phase) => met.has(phase)), road: shortest.road }]
    })
    .sort(by((one) => one.party))
})

/** Neither a stated group of alternatives on the way, nor an alternative that the knowledge base knows for what the party does. */
function hasNoAlternative(subject: Subject, reach: Reach): boolean {
  const graph = leaningGraph(subject)
  if (idsOf(reach.road).some((id) => graph.atLeast.has(id))) return false
  const thing = entryOf(subject, reach.road)?.thing
  const known = thing !== undefined && kindOf(thing) === 'service' ? subject.knowledge.services.get(keyOf(thing)) : undefined
  return (known?.portability?.alternatives.length ?? 0) === 0
}
