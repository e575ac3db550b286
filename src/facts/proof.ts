import { type Basis, keyOf, type Origin, type Role, type State, type ThingId } from '#estate/claim.ts'
import { linksFrom, nameOf } from '#estate/estate.ts'
import { knownSource } from '#knowledge/known-source.ts'
import { leaningGraph } from './leaning.ts'
import { idsOf, type Road } from './road.ts'
import type { Subject } from './subject.ts'

/** One step of a road through the estate, with the places that prove it. The same form as a proof's step in findings. */
export interface RoadStep {
  readonly from: { readonly id: ThingId; readonly name: string }
  readonly to: { readonly id: ThingId; readonly name: string }
  readonly role: Role
  readonly basis: Basis
  readonly state: State
  readonly at: readonly Origin[]
}

/** At most this many places prove one step. */
const placesShown = 3

/** A longer road is told without its middle: nobody follows that many steps, and thousands of such proofs would bury the result. */
const stepsTold = 40

/** A road in steps, and how many of them were left out in its middle. */
export interface Steps {
  readonly steps: readonly RoadStep[]
  readonly leftOut?: number
}

/** A road as steps. */
export function stepsAlong(subject: Subject, road: Road): Steps {
  const ids = idsOf(road)
  const pairs = ids.slice(1).map((to, index) => [ids[index] as ThingId, to] as const)
  const leftOut = pairs.length - stepsTold
  const told = leftOut > 0 ? [...pairs.slice(0, stepsTold / 2), ...pairs.slice(-stepsTold / 2)] : pairs
  const steps = told.map(([from, to]) => stepBetween(subject, from, to))
  return leftOut > 0 ? { steps, leftOut } : { steps }
}

function stepBetween(subject: Subject, from: ThingId, to: ThingId): RoadStep {
  const { estate } = subject
  const leaning = (leaningGraph(subject).from.get(from) ?? []).find((one) => one.to === to)?.link
  // A road may go against a link: from a function to what serves it, down to a daughter. The step is told as the link says it.
  const link = leaning ?? linksFrom(estate, to, 'owned-by', 'controlled-by').find((one) => one.to === from)
  if (!link) return lawStep(subject, from, to)
  const at = link.claims.filter((claim) => claim.state === link.state).flatMap((claim) => claim.at)
  return {
    from: { id: link.from, name: nameOf(estate, link.from) },
    to: { id: link.to, name: nameOf(estate, link.to) },
    role: link.role,
    basis: link.basis,
    state: link.state,
    at: at.slice(0, placesShown),
  }
}

/** From a party, a place or a country to a law: known from the law itself. */
function lawStep(subject: Subject, from: ThingId, to: ThingId): RoadStep {
  const key = keyOf(to)
  const law = subject.knowledge.laws.get(key)
  const at = law ? [knownSource(`laws/${key}`, law.sources)] : []
  return { from: { id: from, name: nameOf(subject.estate, from) }, to: { id: to, name: key }, role: 'reached-by', basis: 'known', state: 'active', at }
}
