import { kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom, type Thing } from '#estate/estate.ts'
import { said, saidText } from '#estate/said.ts'
import { daysBetween, isDate } from '#lang/duration.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { lawNamed } from './law-named.ts'
import { isInside } from './outside-holdings.ts'
import { piecesOf } from './pieces.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'
import { isInUnion } from './union.ts'
import { placesOf } from './workload-parts.ts'

type Values = CriterionItem['values']

/** How many of the services of a workload there is an agreement for. */
export const registerCriteria: Readonly<Record<string, CriterionFact>> = { 'contract.register': registered }

/** Facts of what was agreed of each service, and of how it was judged. */
export const agreementCriteria: Readonly<Record<string, CriterionFact>> = {
  'contract.exit': perService((subject, about) => ways(subject, about)),
  'contract.law': perService((subject, about) => law(subject, about)),
  'contract.places': perService((subject, about) => places(subject, about)),
  'service.substitutability': perService((subject, about) => assessed(subject, about, 'substitutability')),
  'service.exit-plan': perService((subject, about) => assessed(subject, about, 'exit-plan')),
  'service.reintegration': perService((subject, about) => assessed(subject, about, 'reintegration')),
  'service.impact': perService((subject, about) => assessed(subject, about, 'impact')),
  'service.alternatives': perService((subject, about) => assessed(subject, about, 'alternatives-identified')),
  'service.audit-months': perService((subject, about) => sinceAudit(subject, about)),
  'chain.subcontractors': perService((subject, about) => subcontractors(subject, about)),
}

function perService(values: (subject: Subject, about: ThingId) => { readonly values: Values; readonly at: readonly Origin[] }): CriterionFact {
  return (subject, id) =>
    piecesOf(subject)(id)
      .filter((about) => kindOf(about) === 'service')
      .map((about): CriterionItem => ({ about, ...values(subject, about) }))
}

const silent = { values: 'unknown', at: [] } as const

/** The agreements that cover a service, under any of its names. */
export const agreementsFor = (subject: Subject, service: ThingId): readonly Thing[] =>
  namesOf(subject, service)
    .flatMap((name) => linksFrom(subject.estate, name, 'covered-by'))
    .flatMap((link) => (link.state === 'active' ? (subject.estate.things.get(link.to) ?? []) : []))

const placesIn = (things: readonly Thing[]): readonly Origin[] => things.flatMap((one) => one.claims.flatMap((claim) => claim.at)).slice(0, 3)

/** The share of services with an agreement that was shown; others may have one that was not. */
function registered(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const services = piecesOf(subject)(id).filter((about) => kindOf(about) === 'service')
  if (services.length === 0) return []
  const agreed = services.filter((about) => agreementsFor(subject, about).length > 0).length
  return [{ about: id, values: [agreed / services.length, 1], at: placesOf(subject, id) }]
}

/** Whether the agreement says how to leave: it does, it says that there is no way, or nobody says. */
function ways(subject: Subject, about: ThingId) {
  const agreed = agreementsFor(subject, about)
  const stated = agreed.flatMap((one) => said(one, 'exit-clause')).map((one) => one.value)
  if (stated.length === 0) return silent
  return { values: [stated.some((value) => value !== false && value !== 'false') ? 'stated' : 'none'], at: placesIn(agreed) }
}

/** Whether the agreement is under the law of an EU state; a text that names no jurisdiction exactly says nothing. */
function law(subject: Subject, about: ThingId) {
  const agreed = agreementsFor(subject, about)
  const codes = agreed.flatMap((one) => lawNamed(subject.knowledge, saidText(one, 'governing-law')) ?? [])
  if (codes.length === 0) return silent
  return { values: [codes.every((code) => isInUnion(subject, code, 'eu')) ? 'inside' : 'outside'], at: placesIn(agreed) }
}

/** Whether anybody states where a service is given from or where its data lies. */
function places(subject: Subject, about: ThingId) {
  const links = namesOf(subject, about).flatMap((name) => linksFrom(subject.estate, name, 'runs-in', 'stored-in').filter((link) => link.basis === 'declared'))
  return links.length === 0 ? silent : { values: [true], at: links.flatMap((link) => link.claims.flatMap((claim) => claim.at)).slice(0, 3) }
}

/** What a register says of a service, in its own words. */
function assessed(subject: Subject, about: ThingId, side: 'substitutability' | 'exit-plan' | 'reintegration' | 'impact' | 'alternatives-identified') {
  const things = namesOf(subject, about).flatMap((name) => subject.estate.things.get(name) ?? [])
  const stated = [...new Set(things.flatMap((one) => saidText(one, side) ?? []))]
  return stated.length === 0 ? silent : { values: stated, at: placesIn(things) }
}

/** Months since a service was last audited, as a register has it. */
function sinceAudit(subject: Subject, about: ThingId) {
  const things = namesOf(subject, about).flatMap((name) => subject.estate.things.get(name) ?? [])
  const dates = things.flatMap((one) => saidText(one, 'audited') ?? []).filter((date) => isDate(date) && date <= subject.asOf)
  const last = dates.toSorted().at(-1)
  return last === undefined ? silent : { values: [daysBetween(last, subject.asOf) / daysPerMonth], at: placesIn(things) }
}

const daysPerMonth = 365.25 / 12

/** Whether anybody states who works behind the provider. That nobody is stated does not say that there is nobody. */
function subcontractors(subject: Subject, about: ThingId) {
  const links = namesOf(subject, about).flatMap((name) => [
    ...linksFrom(subject.estate, name, 'subcontracts-to'),
    ...agreementsFor(subject, name).flatMap((one) => linksFrom(subject.estate, one.id, 'subcontracts-to')),
  ])
  const active = links.filter((link) => link.state === 'active')
  if (active.length === 0) return silent
  const sides = active.map((link) => isInside(subject, link.to, 'eea'))
  const values = sides.includes(undefined) ? ['stated'] : [sides.every((one) => one === true) ? 'inside' : 'outside']
  return { values, at: active.flatMap((link) => link.claims.flatMap((claim) => claim.at)).slice(0, 3) }
}
