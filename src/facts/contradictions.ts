import { type Claim, idOf, isFilePlace, keyOf, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom, type Thing, thingsOfKind } from '#estate/estate.ts'
import { said, saidList } from '#estate/said.ts'
import { byCodePoint } from '#lang/compare.ts'
import { once } from '#lang/once.ts'
import { answerOf, answersGiven } from './answers.ts'
import { criterionFacts } from './criteria.ts'
import { lawNamed } from './law-named.ts'
import { organisation } from './organisation.ts'
import { ownersOf } from './ownership.ts'
import { reachOf } from './reach.ts'
import { idsOf } from './road.ts'
import type { Subject } from './subject.ts'

/** Where the organisation's word and what was read, or two files, do not agree. Nothing is overwritten; both stand. */
export interface Contradiction {
  readonly kind: 'residency' | 'lapsed' | 'value' | 'provider' | 'not-seen' | 'handwork' | 'answer'
  readonly about: ThingId
  /** What the contradiction is about, where one thing has several sides: the name of an attribute. */
  readonly side?: string
  readonly stated: readonly string[]
  readonly found: readonly (ThingId | string)[]
  readonly at: readonly Origin[]
}

/** Every contradiction, in the order of what it is about. */
export const contradictions = once((subject: Subject): readonly Contradiction[] => {
  const things = [...subject.estate.things.values()]
  const all = [
    ...thingsOfKind(subject.estate, 'dataset').flatMap((one) => residency(subject, one)),
    ...organisation(subject).functions.flatMap((one) => (one.complete && !one.complete.holds ? [lapsed(subject, one.id)] : [])),
    ...things.flatMap((one) => differing(subject, one)),
    ...thingsOfKind(subject.estate, 'service').flatMap((one) => otherProvider(subject, one)),
    ...thingsOfKind(subject.estate, 'workload').flatMap((one) => [...notSeen(subject, one), ...handwork(subject, one), ...otherAnswer(subject, one)]),
  ]
  return all.sort((a, b) => byCodePoint(`${a.about}\n${a.kind}\n${a.side ?? ''}`, `${b.about}\n${b.kind}\n${b.side ?? ''}`))
})

const placesOf = (claims: readonly Claim[]): readonly Origin[] => claims.flatMap((claim) => claim.at.filter(isFilePlace)).slice(0, 4)

/** Data that has to stay in some countries, and lies or is run in another. */
function residency(subject: Subject, dataset: Thing): readonly Contradiction[] {
  const demanded: readonly ThingId[] = saidList(dataset, 'residency').map((code) => idOf('jurisdiction', code.toLowerCase()))
  if (demanded.length === 0) return []
  const holders = (subject.estate.linksTo.get(dataset.id) ?? []).filter((link) => link.role === 'holds').map((link) => link.from)
  const stores = linksFrom(subject.estate, dataset.id, 'stored-in', 'backed-up-in').map((link) => link.to)
  const lies = [...new Set([...holders, ...stores].flatMap((id) => countriesOf(subject, id)))].filter((country) => !demanded.includes(country))
  if (lies.length === 0) return []
  return [{ kind: 'residency', about: dataset.id, stated: demanded.map((id) => keyOf(id).toUpperCase()), found: lies.sort(byCodePoint), at: placesOf(dataset.claims) }]
}

/** The countries on whose soil a thing, or what it directly runs on, lies. */
function countriesOf(subject: Subject, id: ThingId): readonly ThingId[] {
  if (kindOf(id) === 'jurisdiction') return [id]
  const roads = reachOf(subject)(id).filter(
    (one) => one.phase === 'run' && kindOf(one.to) === 'jurisdiction' && ['place', 'service', 'unit', 'workload'].includes(kindOf(one.road.before?.at ?? 'party:')),
  )
  // Soil alone: a road that passes a party says whose law reaches, not where something lies.
  return roads.filter((one) => !idsOf(one.road).some((step) => kindOf(step) === 'party')).map((one) => one.to)
}

/** Somebody said that everything was shown, and the evidence has changed since. */
function lapsed(subject: Subject, id: ThingId): Contradiction {
  const thing = subject.estate.things.get(id)
  return { kind: 'lapsed', about: id, stated: saidList(thing, 'complete-inputs'), found: [subject.evidenceDigest], at: placesOf(thing?.claims ?? []) }
}

/** Attributes of which there is one value at a time. */
const single = ['version', 'engine-version', 'replicas', 'os-version', 'lei', 'kvk', 'ends', 'governing-law', 'place-name', 'pull-policy'] as const

/** A value that the organisation states differently from what a file shows. */
function differing(subject: Subject, thing: Thing): readonly Contradiction[] {
  return single.flatMap((side): readonly Contradiction[] => {
    const all = said(thing, side)
    const stated = [...new Set(all.filter((one) => one.claim.basis === 'declared').map((one) => String(one.value)))]
    const seen = [...new Set(all.filter((one) => one.claim.basis === 'observed').map((one) => String(one.value)))]
    const meant = (value: string): string => (side === 'governing-law' ? lawNamed(subject.knowledge, value) : undefined) ?? value
    const differs = stated.length > 0 && new Set([...stated, ...seen].map(meant)).size > 1
    return differs ? [{ kind: 'value', about: thing.id, side, stated, found: seen, at: placesOf(all.map((one) => one.claim)) }] : []
  })
}

/** A provider that is stated for a service which the knowledge base says somebody else runs, and who is not of the same group. */
function otherProvider(subject: Subject, service: Thing): readonly Contradiction[] {
  const stated = linksFrom(subject.estate, service.id, 'operated-by').filter((link) => link.basis === 'declared')
  const known = linksFrom(subject.estate, service.id, 'same-as').flatMap((link) => linksFrom(subject.estate, link.to, 'operated-by'))
  const parties = stated.flatMap((link) => linksFrom(subject.estate, link.to, 'same-as').map((twin) => twin.to))
  const group = (id: ThingId): readonly ThingId[] => [id, ...ownersOf(subject)(id).map((owner) => owner.party)]
  const others = known.filter((link) => parties.length > 0 && !parties.some((party) => group(party).some((one) => group(link.to).includes(one))))
  if (others.length === 0) return []
  return [
    {
      kind: 'provider',
      about: service.id,
      stated: stated.map((link) => subject.estate.things.get(link.to)?.name ?? keyOf(link.to)),
      found: others.map((link) => link.to),
      at: placesOf(stated.flatMap((link) => link.claims)),
    },
  ]
}

/** A workload whose artifacts are named, and none of them was shown. */
function notSeen(subject: Subject, workload: Thing): readonly Contradiction[] {
  const match = saidList(workload, 'match')
  const members = (subject.estate.linksTo.get(workload.id) ?? []).filter((link) => link.role === 'part-of')
  return match.length === 0 || members.length > 0 ? [] : [{ kind: 'not-seen', about: workload.id, stated: match, found: [], at: placesOf(workload.claims) }]
}

/** Work that is said to be done by hand, and for which software was found. */
function handwork(subject: Subject, workload: Thing): readonly Contradiction[] {
  const members = (subject.estate.linksTo.get(workload.id) ?? []).filter((link) => link.role === 'part-of' && link.state === 'active')
  if (said(workload, 'handwork')[0]?.value !== true || members.length === 0) return []
  return [{ kind: 'handwork', about: workload.id, stated: [], found: members.map((link) => link.from).slice(0, 5), at: placesOf(workload.claims) }]
}

/** An answer to a fact that differs from what the files show. Answers to one criterion are judged where its rungs are (`analyses/answer-differences`). */
function otherAnswer(subject: Subject, workload: Thing): readonly Contradiction[] {
  return answeredFacts(subject).flatMap((fact): readonly Contradiction[] => {
    const differing = (criterionFacts[fact]?.(subject, workload.id) ?? []).flatMap(({ about, values }) => {
      const answer = answerOf(subject, [about, workload.id], [fact])
      const counts = answer !== undefined && answer.refused === undefined && values !== 'unknown' && !values.some((value) => value === answer.value)
      return counts ? [{ answer, values: values.map(String) }] : []
    })
    const first = differing[0]?.answer
    if (first === undefined) return []
    return [{ kind: 'answer', about: workload.id, side: fact, stated: [String(first.value)], found: [...new Set(differing.flatMap((one) => one.values))], at: first.at }]
  })
}

/** The facts to which anybody gave an answer. */
const answeredFacts = once((subject: Subject): readonly string[] => {
  const keys = [...answersGiven(subject).values()].flat().map((one) => one.key)
  return Object.keys(criterionFacts).filter((fact) => keys.includes(fact))
})
