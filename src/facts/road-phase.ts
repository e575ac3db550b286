import { type Phase, phases, type ThingId } from '#estate/claim.ts'
import { isFelt } from './failure-logic.ts'
import { type Leaning, leaningGraph } from './leaning.ts'
import { idsOf, type Road } from './road.ts'
import type { Subject } from './subject.ts'

/**
 * The latest phase along a road: a registry whose owner falls away is missed when something is deployed, although the owner runs it now.
 * A step that is no leaning, as from a party to the law that reaches it, has no phase of its own.
 */
export function phaseOfRoad(subject: Subject, road: Road): Phase {
  const ids = idsOf(road)
  const ranks = ids.slice(1).map((to, at) => phases.indexOf(felt(subject, ids[at] as ThingId, to)?.phase ?? 'run'))
  return phases[Math.max(0, ...ranks)] ?? 'run'
}

/** Of several leanings between two things the one that a loss is felt by first, as in the failure logic: what is stated goes before what is assumed. */
function felt(subject: Subject, from: ThingId, to: ThingId): Leaning | undefined {
  const between = (leaningGraph(subject).from.get(from) ?? []).filter((one) => one.to === to && isFelt(one))
  const stated = between.filter((one) => one.stated)
  return (stated.length > 0 ? stated : between).toSorted((a, b) => a.graceHours.low - b.graceHours.low)[0]
}
