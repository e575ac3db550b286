import { idOf, keyOf, kindOf, type Phase, type ThingId } from '#estate/claim.ts'
import type { Law, Power } from '#knowledge/schema.ts'
import { type Entry, entryOf } from './entry.ts'
import { isOpenSource } from './open-source.ts'
import { organisation } from './organisation.ts'
import { passesOwner, type Reach } from './reach.ts'
import { further, type Road } from './road.ts'
import type { Subject } from './subject.ts'

/** How a jurisdiction gets hold of what is leaned on: by a party's seat, by its owner's, by the soil, or by where software comes from. */
export type Grip = 'seated' | 'controlled' | 'placed' | 'origin'

/** One power of a law that reaches a workload or function. */
export interface LawReach {
  readonly law: ThingId
  readonly power: Power
  readonly grip: Grip
  readonly phase: Phase
  /** Whether it is open that the power reaches: the owner's hold, what the party does for us, or the law's own state. */
  readonly contested: boolean
  readonly road: Road
}

/** The grip with which the last step of a road takes hold. */
export function gripOf(subject: Subject, road: Road): Grip {
  if (kindOf(road.before?.at ?? 'unit:') !== 'party') return 'placed'
  if (passesOwner(subject, road)) return 'controlled'
  return entryOf(subject, road)?.role === 'published-by' ? 'origin' : 'seated'
}

/**
 * The powers by which laws of a jurisdiction, and of the unions it belongs to, reach along one road.
 *
 * @param direct parties that do something for the subject themselves, and not only own one that does
 */
export function lawReaches(subject: Subject, one: Reach & { readonly grip: Grip }, direct: ReadonlySet<ThingId>): readonly LawReach[] {
  const key = keyOf(one.to)
  const unions = subject.knowledge.jurisdictions.get(key)?.memberOf ?? []
  const entry = entryOf(subject, one.road)
  const hold: Hold = { subject, grip: one.grip, phase: one.phase, entry, direct: direct.has(one.road.before?.at ?? one.to) }
  return [...subject.knowledge.laws].flatMap(([id, law]) => {
    if (!(law.jurisdiction === key || unions.includes(law.jurisdiction)) || !reachesBy(law, hold) || !isInForce(law, subject.asOf) || !isAimedHere(subject, law)) return []
    return law.powers.flatMap((power): readonly LawReach[] => {
      const verdict = verdictOf(power, hold)
      if (verdict === 'none') return []
      const to = idOf('law', id)
      const contested = one.contested || verdict === 'contested' || law.status === 'unclear' || law.status === 'suspended'
      return [{ law: to, power, grip: one.grip, phase: one.phase, contested, road: further(one.road, to) }]
    })
  })
}

/** A law that has come, and has not gone. */
export const isInForce = (law: Law, asOf: string): boolean =>
  law.date <= asOf && (law.until === undefined || law.until >= asOf) && law.status !== 'repealed' && law.status !== 'lapsed'

/** Whether a law may be used against this organisation: an order against others shows what can be done, and reaches nobody else. */
export function isAimedHere(subject: Subject, law: Law): boolean {
  const { home } = organisation(subject)
  return law.aimed === undefined || (home !== undefined && law.aimed.jurisdictions.includes(home))
}

interface Hold {
  readonly subject: Subject
  readonly grip: Grip
  readonly phase: Phase
  readonly entry: Entry | undefined
  readonly direct: boolean
}

/** The maker of software is also seated somewhere: a law that reaches by the seat reaches its maker too. */
const reachesBy = (law: Law, { grip }: Hold): boolean => law.reach.includes(grip) || (grip === 'origin' && law.reach.includes('seated'))

type Verdict = 'settled' | 'contested' | 'none'

/**
 * Whether a power gets through, given what the party does for us (design defaults, "parent outside, subsidiary inside").
 *
 * Who only makes or distributes software holds none of our data. A cut-off through an owner is settled where the owner itself runs
 * the thing or ships its updates, and contested elsewhere. Export control reaches proprietary code; the publication of source is
 * no export, so open source carries neither.
 */
function verdictOf(power: Power, hold: Hold): Verdict {
  const { entry, grip, phase } = hold
  if (entry === undefined) return 'settled' // what lies on the soil lies there
  const makes = entry.role === 'published-by' || entry.role === 'distributed-by'
  const open = isOpenSource(hold.subject, entry.thing)
  switch (power) {
    case 'access':
    case 'interception':
      if (makes || phase === 'deploy' || phase === 'build' || phase === 'licence') return 'none'
      return entry.role === 'supported-by' ? 'contested' : 'settled'
    case 'cut-off':
      if (makes && open === true) return 'none'
      return grip === 'controlled' && !hold.direct ? 'contested' : 'settled'
    case 'export-control':
      if (open === true) return makes ? 'none' : 'contested'
      return open === false ? 'settled' : 'contested'
    default:
      return makes ? 'none' : 'settled'
  }
}
