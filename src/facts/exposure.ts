import { idOf, keyOf, kindOf, type Phase, type ThingId } from '#estate/claim.ts'
import type { Law, Power } from '#knowledge/schema.ts'
import { by } from '#lang/compare.ts'
import { once } from '#lang/once.ts'
import { leaningGraph } from './leaning.ts'
import { passesOwner, type Reach, reachOf } from './reach.ts'
import type { Subject } from './subject.ts'

/** How a law gets at what a workload leans on. */
export type Grip = 'seated' | 'controlled' | 'placed' | 'origin'

/** A law that reaches a workload or function. */
export interface LawReach {
  readonly law: ThingId
  readonly powers: readonly Power[]
  readonly grip: Grip
  readonly phase: Phase
  /** Whether it is open that the law reaches: the owner's hold, or the law's own state. */
  readonly contested: boolean
  readonly road: readonly ThingId[]
}

/** The parties, jurisdictions and laws that reach one workload or function. */
export interface Exposure {
  readonly parties: readonly Reach[]
  readonly jurisdictions: readonly (Reach & { readonly grip: Grip })[]
  readonly laws: readonly LawReach[]
}

/** Exposure of a workload, a function or any other thing. Remembered per thing. */
export const exposureOf = once((subject: Subject) => {
  const known = new Map<ThingId, Exposure>()
  return (id: ThingId): Exposure => {
    const exposure = known.get(id) ?? compute(subject, id)
    known.set(id, exposure)
    return exposure
  }
})

function compute(subject: Subject, id: ThingId): Exposure {
  const reached = reachOf(subject)(id)
  const parties = reached.filter((one) => kindOf(one.to) === 'party')
  const jurisdictions = reached.filter((one) => kindOf(one.to) === 'jurisdiction').map((one) => ({ ...one, grip: gripOf(subject, one.road) }))
  const laws = jurisdictions.flatMap((one) => lawsOf(subject, one))
  return { parties: parties.toSorted(by(textOf)), jurisdictions: jurisdictions.toSorted(by(textOf)), laws: shortest(laws).toSorted(by((one) => `${one.law}\n${one.phase}`)) }
}

const textOf = (one: Reach): string => `${one.to}\n${one.phase}\n${one.contested}`

/** What gives a jurisdiction its hold: the soil, the owner of the party, the maker of the software, or the party's own seat. */
function gripOf(subject: Subject, road: readonly ThingId[]): Grip {
  if (kindOf(road.at(-2) ?? 'unit:') === 'place') return 'placed'
  if (passesOwner(subject, road)) return 'controlled'
  return publishedOnRoad(subject, road) ? 'origin' : 'seated'
}

function publishedOnRoad(subject: Subject, road: readonly ThingId[]): boolean {
  const graph = leaningGraph(subject)
  return road.slice(1).some((to, at) => (graph.from.get(road[at] as ThingId) ?? []).some((edge) => edge.to === to && edge.role === 'published-by'))
}

/** The laws of a jurisdiction, and of the unions it belongs to, that reach in this way. */
function lawsOf(subject: Subject, one: Reach & { readonly grip: Grip }): readonly LawReach[] {
  const key = keyOf(one.to)
  const unions = subject.knowledge.jurisdictions.get(key)?.memberOf ?? []
  return [...subject.knowledge.laws].flatMap(([id, law]) => {
    const applies = (law.jurisdiction === key || unions.includes(law.jurisdiction)) && law.reach.includes(one.grip) && inForce(law, subject.asOf)
    if (!applies) return []
    const to = idOf('law', id)
    return [
      {
        law: to,
        powers: law.powers,
        grip: one.grip,
        phase: one.phase,
        contested: one.contested || law.status === 'unclear' || law.status === 'suspended',
        road: [...one.road, to],
      },
    ]
  })
}

/** A law that has come, and has not gone. */
const inForce = (law: Law, asOf: string): boolean => law.date <= asOf && (law.until === undefined || law.until >= asOf) && law.status !== 'repealed' && law.status !== 'lapsed'

/** One road per law, phase and certainty: the shortest, and where a sure one exists no contested one beside it. */
function shortest(laws: readonly LawReach[]): readonly LawReach[] {
  const best = new Map<string, LawReach>()
  for (const one of laws) {
    const key = `${one.law}\n${one.phase}`
    const known = best.get(key)
    const better = !known || (known.contested && !one.contested) || (known.contested === one.contested && one.road.length < known.road.length)
    if (better) best.set(key, one)
  }
  return [...best.values()]
}

/** Pairs of laws that both reach a thing, where one orders what the other forbids. */
export function clashes(subject: Subject, exposure: Exposure): readonly { readonly one: LawReach; readonly other: LawReach; readonly about: string }[] {
  const byLaw = new Map(exposure.laws.map((reach) => [keyOf(reach.law), reach]))
  return [...byLaw].flatMap(([key, one]) =>
    (subject.knowledge.laws.get(key)?.clashes ?? []).flatMap((clash) => {
      const other = byLaw.get(clash.with)
      return other ? [{ one, other, about: key }] : []
    }),
  )
}
