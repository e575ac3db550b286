import { kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom, linksTo, type Thing, thingsOfKind } from '#estate/estate.ts'
import { saidText } from '#estate/said.ts'
import { by } from '#lang/compare.ts'
import { addMonths, minusPeriod, noEnd } from '#lang/duration.ts'
import { once } from '#lang/once.ts'
import { exposureOf } from './exposure.ts'
import { leaningGraph } from './leaning.ts'
import { organisation } from './organisation.ts'
import { isSameGroup } from './party-group.ts'
import { leansOnOf } from './reach.ts'
import { idsOf, type Road } from './road.ts'
import type { Subject } from './subject.ts'

/** Something agreed with others: a contract of its own, or a row of a supplier register that says anything of one. */
export interface Agreement {
  readonly id: ThingId
  readonly name: string
  readonly parties: readonly ThingId[]
  readonly functions: readonly ThingId[]
  /** Last day; nothing where it is not stated. `noEnd` where it is stated that there is none. */
  readonly ends: string | undefined
  /** Last day on which notice can be given; nothing where the end or the period is not stated as a date and a period. */
  readonly noticeBy: string | undefined
  readonly standing: 'ended' | 'ends-12' | 'runs' | 'open-ended' | 'unknown'
  readonly law: string | undefined
  readonly exit: string | undefined
  readonly at: readonly Origin[]
}

/** All agreements, the first to end first; those without an end last. */
export const agreements = once((subject: Subject): readonly Agreement[] =>
  thingsOfKind(subject.estate, 'contract')
    .filter((one) => one.state === 'active')
    .map((one) => agreementOf(subject, one))
    .sort(by((one) => `${one.ends ?? '9999'}\n${one.id}`)),
)

function agreementOf(subject: Subject, contract: Thing): Agreement {
  const covered = linksTo(subject.estate, contract.id, 'covered-by').map((link) => link.from)
  const functions = organisation(subject).functions.filter((one) => covered.some((id) => leansOnOf(subject)(one.id).has(id)))
  const ends = saidText(contract, 'ends')
  const notice = saidText(contract, 'notice')
  return {
    id: contract.id,
    name: contract.name,
    parties: partiesOf(subject, contract.id),
    functions: functions.map((one) => one.id),
    ends,
    noticeBy: ends === undefined || ends === noEnd || notice === undefined ? undefined : minusPeriod(ends, notice),
    standing: standingOf(subject, ends),
    law: saidText(contract, 'governing-law'),
    exit: saidText(contract, 'exit-clause'),
    at: contract.claims.flatMap((claim) => claim.at),
  }
}

function standingOf({ asOf }: Subject, ends: string | undefined): Agreement['standing'] {
  if (ends === undefined) return 'unknown'
  if (ends === noEnd) return 'open-ended'
  return ends < asOf ? 'ended' : ends <= addMonths(asOf, 12) ? 'ends-12' : 'runs'
}

/** The other sides, by the name under which the knowledge base knows them where it does. */
const partiesOf = (subject: Subject, contract: ThingId): readonly ThingId[] => [
  ...new Set(linksFrom(subject.estate, contract, 'supported-by', 'operated-by', 'resold-by').map((link) => twinOf(subject, link.to))),
]

const twinOf = (subject: Subject, id: ThingId): ThingId => linksFrom(subject.estate, id, 'same-as')[0]?.to ?? id

/** A party that does something for us, and of which no agreement was shown. */
export interface WithoutAgreement {
  readonly party: ThingId
  readonly functions: readonly ThingId[]
  readonly road: Road
  /** Parties of its group of which an agreement was shown; whether that covers what this one does, nobody says. */
  readonly groupAgreed: readonly ThingId[]
}

/** Ways in which a party owes us something itself; whoever publishes software or works behind another does not. */
const owing = ['operated-by', 'supported-by', 'provider', 'external-service'] as const

/** Every party that runs or supports something that functions lean on, without an agreement that names it or what it runs. */
export const withoutAgreement = once((subject: Subject): readonly WithoutAgreement[] => {
  const agreed = new Set(agreements(subject).flatMap((one) => one.parties))
  const found = new Map<ThingId, WithoutAgreement>()
  for (const one of organisation(subject).functions) {
    for (const { to, road } of exposureOf(subject)(one.id).parties) {
      const last = lastLink(subject, road)
      if (last === undefined || agreed.has(to) || linksFrom(subject.estate, to, 'same-as').length > 0 || isCovered(subject, road)) continue
      const known = found.get(to)
      found.set(to, {
        party: to,
        functions: [...new Set([...(known?.functions ?? []), one.id])],
        road: known?.road ?? road,
        groupAgreed: known?.groupAgreed ?? [...agreed].filter((party) => isSameGroup(subject, party, to)),
      })
    }
  }
  return [...found.values()].sort((a, b) => b.functions.length - a.functions.length || by((one: WithoutAgreement) => one.party)(a, b))
})

/** The link by which a road enters its party, if the party owes something by it. */
function lastLink(subject: Subject, { at: to, before }: Road): Link | undefined {
  const from = before?.at
  if (from === undefined || kindOf(from) === 'party') return undefined
  return (leaningGraph(subject).from.get(from) ?? []).find((edge) => edge.to === to && (owing as readonly string[]).includes(edge.role))?.link
}

/** Whether something on the road was agreed, with whomever it is. */
const isCovered = (subject: Subject, road: Road): boolean => idsOf(road).some((id) => kindOf(id) === 'service' && linksFrom(subject.estate, id, 'covered-by').length > 0)
