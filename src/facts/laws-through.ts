import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import type { Power } from '#knowledge/schema.ts'
import { once } from '#lang/once.ts'
import type { Entity } from './entities.ts'
import { gripOf, type LawReach, lawReaches } from './law-reach.ts'
import { reachOf } from './reach.ts'
import { further, idsOf, type Road, roadOf } from './road.ts'
import type { Subject } from './subject.ts'
import { subsidiaryReaches } from './subsidiaries.ts'
import { isInUnion } from './union.ts'

/** How far laws from outside the EEA reach through one party: `none-known` says only that the knowledge base knows of none. */
export type OutsideReach = 'settled' | 'contested' | 'none-known'

/** How far some power of any law from outside the EEA reaches through a party, by what the party does for us. */
export function outsideReach(subject: Subject, entity: Entity, powers: readonly Power[]): OutsideReach {
  const reaches = lawsThrough(subject)(entity).filter((one) => powers.includes(one.power) && !isOurs(subject, one.law))
  return reaches.some((one) => !one.contested) ? 'settled' : reaches.length > 0 ? 'contested' : 'none-known'
}

/** Whether a law is one of the EEA or its members. */
const isOurs = (subject: Subject, law: ThingId): boolean => isInUnion(subject, subject.knowledge.laws.get(keyOf(law))?.jurisdiction ?? '', 'eea')

/** The laws that reach through one party alone, for each thing that it does something for: by its seat, its owners, and its daughters abroad. */
const lawsThrough = once((subject: Subject) => {
  const known = new Map<string, readonly LawReach[]>()
  return ({ party, things }: Entity): readonly LawReach[] => {
    const key = [party, ...things].join('\n')
    const found = known.get(key) ?? things.flatMap((thing) => through(subject, party, thing))
    known.set(key, found)
    return found
  }
})

function through(subject: Subject, party: ThingId, thing: ThingId): readonly LawReach[] {
  const entry = roadOf(thing, party)
  const onward = (road: Road): Road => idsOf(road).slice(1).reduce(further, entry)
  const above = reachOf(subject)(party).map((one) => ({ ...one, road: onward(one.road) }))
  const jurisdictions = above.filter((one) => kindOf(one.to) === 'jurisdiction')
  const direct = new Set([party])
  const self = { to: party, phase: 'run' as const, contested: false, road: entry }
  return [...jurisdictions.flatMap((one) => lawReaches(subject, { ...one, grip: gripOf(subject, one.road) }, direct)), ...subsidiaryReaches(subject, [self], jurisdictions)]
}
