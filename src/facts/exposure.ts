import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { by } from '#lang/compare.ts'
import { once } from '#lang/once.ts'
import { type Grip, gripOf, type LawReach, lawReaches } from './law-reach.ts'
import { type Reach, reachOf } from './reach.ts'
import type { Subject } from './subject.ts'
import { subsidiaryReaches } from './subsidiaries.ts'

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
  const direct = new Set(parties.filter((one) => kindOf(one.road.before?.at ?? 'unit:') !== 'party').map((one) => one.to))
  const laws = [...jurisdictions.flatMap((one) => lawReaches(subject, one, direct)), ...subsidiaryReaches(subject, parties, jurisdictions)]
  return {
    parties: parties.toSorted(by(textOf)),
    jurisdictions: jurisdictions.toSorted(by(textOf)),
    laws: shortest(laws).toSorted(by((one) => `${one.law}\n${one.power}\n${one.phase}`)),
  }
}

const textOf = (one: Reach): string => `${one.to}\n${one.phase}\n${one.contested}`

/** One road per law, power and phase: the shortest, and where a sure one exists no contested one beside it. */
function shortest(laws: readonly LawReach[]): readonly LawReach[] {
  const best = new Map<string, LawReach>()
  for (const one of laws) {
    const key = `${one.law}\n${one.power}\n${one.phase}`
    const known = best.get(key)
    const better = !known || (known.contested && !one.contested) || (known.contested === one.contested && one.road.length < known.road.length)
    if (better) best.set(key, one)
  }
  return [...best.values()]
}

/** Pairs of laws that both reach a thing, where one orders what the other forbids. */
export function clashes(subject: Subject, exposure: Exposure): readonly { readonly one: LawReach; readonly other: LawReach }[] {
  const byLaw = new Map(exposure.laws.map((reach) => [keyOf(reach.law), reach]))
  return [...byLaw].flatMap(([key, one]) =>
    (subject.knowledge.laws.get(key)?.clashes ?? []).flatMap((clash) => {
      const other = byLaw.get(clash.with)
      return other ? [{ one, other }] : []
    }),
  )
}
