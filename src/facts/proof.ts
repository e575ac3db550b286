import { type Basis, keyOf, kindOf, type Origin, type Role, type State, type ThingId } from '#estate/claim.ts'
import { linksFrom, nameOf } from '#estate/estate.ts'
import { inWords } from '#knowledge/knowledge.ts'
import { knownSource } from '#knowledge/known-source.ts'
import { leaningGraph } from './leaning.ts'
import { idsOf, type Road } from './road.ts'
import type { Subject } from './subject.ts'

/** A thing by its id and its name; a country or a law by its title as well, where the knowledge base has one. */
interface NamedThing {
  readonly id: ThingId
  readonly name: string
  readonly title?: { readonly en: string; readonly nl: string }
}

/** One step of a road through the estate, with the places that prove it. The same form as a proof's step in findings. */
export interface RoadStep {
  readonly from: NamedThing
  readonly to: NamedThing
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
    from: namedThing(subject, link.from),
    to: namedThing(subject, link.to),
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
  return { from: namedThing(subject, from), to: { ...namedThing(subject, to), name: key }, role: 'reached-by', basis: 'known', state: 'active', at }
}

function namedThing({ estate, knowledge }: Subject, id: ThingId): NamedThing {
  const titles = kindOf(id) === 'law' ? knowledge.laws : kindOf(id) === 'jurisdiction' ? knowledge.jurisdictions : undefined
  const title = titles?.get(keyOf(id))?.title
  return { id, name: nameOf(estate, id), ...(title === undefined ? {} : { title: { en: inWords(title, 'en'), nl: inWords(title, 'nl') } }) }
}
