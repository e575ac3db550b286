import type { ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Interval } from '#lang/interval.ts'
import { concentrations } from './concentration.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { diagnosticsDestinations } from './diagnostics.ts'
import { type Entity, entitiesOf } from './entities.ts'
import { outsideReach } from './laws-through.ts'
import { isInside, type OutsideHolding, outsideHoldings } from './outside-holdings.ts'
import { thresholdsOf } from './ownership.ts'
import { leansOnOf } from './reach.ts'
import { shieldOf } from './shield.ts'
import { pointsOfThing } from './single-points.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'
import type { Union } from './union.ts'

type Values = CriterionItem['values']
type About = { readonly entity: Entity; readonly id: ThingId }

/** The facts that are asked of each party which runs or supports part of a workload, or does part of that for another. */
export const entityCriteria: Readonly<Record<string, CriterionFact>> = {
  'entity.control': perEntity((subject, { entity }) => control(subject, entity.party)),
  'entity.seat': perEntity((subject, { entity }) => seat(subject, entity.party)),
  'entity.jurisdiction': perEntity((subject, { entity }) => jurisdiction(subject, entity.party)),
  'entity.foreign-law': perEntity((subject, { entity }) => reach(subject, entity, outsideReach(subject, entity, ['access', 'interception']))),
  'entity.export-control': perEntity((subject, { entity }) => reach(subject, entity, outsideReach(subject, entity, ['export-control']))),
  'entity.held-singly': perEntity((subject, { entity }) => standing(thresholdsOf(subject, entity.party).single24)),
  'entity.held-together': perEntity((subject, { entity }) => standing(thresholdsOf(subject, entity.party).together39)),
  'entity.vetoes': perEntity((subject, { entity }) => vetoes(subject, entity.party)),
  'entity.hands': perEntity((subject, about) => hands(subject, about)),
  'entity.loss': perEntity((subject, about) => loss(subject, about)),
  'concentration.share': perEntity((subject, { entity }) => share(subject, entity.party)),
  'chain.known': perEntity((subject, { entity }) => (isInside(subject, entity.party, 'eea') === undefined ? 'unknown' : [true])),
}

/** Where nobody runs or supports anything for a workload, there is nobody to ask. */
function perEntity(values: (subject: Subject, about: About) => Values): CriterionFact {
  return (subject, id) => entitiesOf(subject)(id).map((entity): CriterionItem => ({ about: entity.party, values: values(subject, { entity, id }), at: entity.at }))
}

/** What holders outside a union may hold together, in percent. */
function outsidePercent(holdings: readonly OutsideHolding[]): Interval {
  const sum = (end: 'low' | 'high'): number =>
    Math.min(
      100,
      holdings.reduce((total, one) => total + one.percent[end], 0),
    )
  return { low: sum('low'), high: sum('high') }
}

/** From the least to the most held outside, and whether that much may be. */
const controls: readonly (readonly [string, (outside: Interval) => boolean])[] = [
  ['wholly-inside', ({ low }) => low === 0],
  ['mostly-inside', ({ low, high }) => high > 0 && low < 50],
  ['mostly-outside', ({ low, high }) => high >= 50 && low < 100],
  ['wholly-outside', ({ high }) => high >= 100],
]

/** Who controls a party, with the EEA as the line: by its seat, by the shares and votes held from outside, and by whoever has a veto or the board. */
function control(subject: Subject, party: ThingId): Values {
  const inside = isInside(subject, party, 'eea')
  if (inside === undefined) return 'unknown'
  const holdings = outsideHoldings(subject, party, 'eea')
  const percent = outsidePercent(holdings)
  const held = controls.flatMap(([word, may]) => (may(percent) ? [word] : []))
  const mostly = held.includes('wholly-inside') || held.includes('mostly-inside')
  // Seated outside it is never controlled from inside by its seat alone; with a veto or the board outside it never is.
  const least = inside ? (holdings.some((one) => one.controls) ? 2 : 0) : mostly ? 2 : 3
  const rest = controls.slice(least).flatMap(([word]) => (held.includes(word) ? [word] : []))
  return rest.length > 0 ? rest : [controls[least]?.[0] ?? 'wholly-outside']
}

/** Whether a party is seated in the EU. Its central administration and main establishment no register of ours holds. */
function seat(subject: Subject, party: ThingId): Values {
  const inside = isInside(subject, party, 'eu')
  return inside === undefined ? 'unknown' : [inside ? 'inside' : 'outside']
}

/** Whose law governs a party: that of its seat, and of whoever outside the EEA controls it. */
function jurisdiction(subject: Subject, party: ThingId): Values {
  const inside = isInside(subject, party, 'eea')
  if (inside === undefined) return 'unknown'
  if (!inside) return ['outside']
  const values = control(subject, party)
  if (values === 'unknown' || values.length === 0) return 'unknown'
  const mixed = values.filter((one) => one === 'mostly-outside' || one === 'wholly-outside')
  return mixed.length === values.length ? ['mixed'] : mixed.length > 0 ? ['mixed', 'inside'] : ['inside']
}

/** That no law is known to reach says something only of a party whose owners are all known. */
function reach(subject: Subject, entity: Entity, found: ReturnType<typeof outsideReach>): Values {
  if (found === 'none-known') return isWhollyInside(subject, entity.party, 'eea') ? ['none-known'] : 'unknown'
  return found === 'contested' ? ['contested', 'settled'] : ['settled']
}

const isWhollyInside = (subject: Subject, party: ThingId, union: Union): boolean =>
  isInside(subject, party, union) === true && outsidePercent(outsideHoldings(subject, party, union)).high === 0

const standing = (found: 'within' | 'beyond' | 'unknown'): Values => (found === 'unknown' ? 'unknown' : [found])

/** Whether anybody outside the EU has a veto, or appoints the majority of a board. That nobody is known to says nothing of a party that others may own. */
function vetoes(subject: Subject, party: ThingId): Values {
  if (isInside(subject, party, 'eu') === false || outsideHoldings(subject, party, 'eu').some((one) => one.vetoes)) return ['some']
  return isWhollyInside(subject, party, 'eu') ? ['none'] : 'unknown'
}

/**
 * Whether a party that is seated or controlled outside the EU can lay hands on data: it runs something, or gets logs and traces. A stated
 * and proven mitigation of access leaves that to be shown, and a party that is wholly inside is not asked.
 */
function hands(subject: Subject, { entity, id }: About): Values {
  const outside = isInside(subject, entity.party, 'eu') === false || thresholdsOf(subject, entity.party).control === 'beyond'
  if (!outside) return isWhollyInside(subject, entity.party, 'eu') ? ['not-asked'] : 'unknown'
  if ([id, ...entity.things].some((one) => shieldOf(subject, one) !== undefined)) return ['shielded']
  const runs = entity.things.some((thing) => linksFrom(subject.estate, thing, 'operated-by').some((link) => namesOf(subject, link.to).includes(entity.party)))
  const gets = diagnosticsDestinations(subject).some((one) => one.workloads.includes(id) && one.parties.includes(entity.party))
  return runs || gets ? ['means'] : 'unknown'
}

/** What the loss of a party does to the functions that lean on the workload: surely stops one within its time, may stop one, or stops none. */
function loss(subject: Subject, { entity, id }: About): Values {
  const points = (pointsOfThing(subject).get(entity.party) ?? []).filter((one) => leansOnOf(subject)(one.function).has(id))
  if (points.some((one) => one.verdict === 'certain')) return ['stops']
  return points.length > 0 ? ['stops', 'holds'] : ['holds']
}

/** The share of all that the organisation does, by weight, that leans on a party or on the group above it; the heavier of the two. */
function share(subject: Subject, party: ThingId): Values {
  const own = concentrations(subject).filter((one) => (one.level === 'supplier' || one.level === 'group') && one.thing === party)
  const [first] = own.toSorted((a, b) => b.weightShare.high - a.weightShare.high)
  return first === undefined ? 'unknown' : [first.weightShare.low, first.weightShare.high]
}
