import type { ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { saidList, saidNumber, saidText } from '#estate/said.ts'
import { daysBetween } from '#lang/duration.ts'
import type { Interval } from '#lang/interval.ts'
import { completeWorkloads } from './completeness.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import { isInside } from './outside-holdings.ts'
import { leansOnOf } from './reach.ts'
import { pointsOfFunction } from './single-points.ts'
import type { Subject } from './subject.ts'
import { isInUnion } from './union.ts'
import { placesOf } from './workload-parts.ts'

/** Facts of the functions that a workload serves, and of the people who look after it. */
export const continuityCriteria: Readonly<Record<string, CriterionFact>> = {
  'continuity.tested-months': perFunction((subject, one) => sinceTest(subject, one)),
  'continuity.targets': perFunction((subject, one) => targets(subject, one)),
  'continuity.critical': perFunction(judged),
  'chain.single-points': points,
  'support.residence': residence,
}

function perFunction(values: (subject: Subject, one: BusinessFunction) => CriterionItem['values']): CriterionFact {
  return (subject, id) => functionsOn(subject, id).map((one): CriterionItem => ({ about: one.id, values: values(subject, one), at: placesOf(subject, one.id) }))
}

/** Whether anybody said if a function is critical, either way. A register may say that nobody judged it. */
function judged(subject: Subject, one: BusinessFunction): CriterionItem['values'] {
  const stated = saidText(subject.estate.things.get(one.id), 'critical')
  return stated === undefined ? 'unknown' : [stated !== 'not-assessed']
}

/** The declared functions that lean on a workload or service. */
const functionsOn = (subject: Subject, id: ThingId): readonly BusinessFunction[] =>
  organisation(subject).functions.filter((one) => one.declared && leansOnOf(subject)(one.id).has(id))

/** Months since the way to go on without was last tried. That nobody says so does not say that nobody tried. */
function sinceTest(subject: Subject, one: BusinessFunction): CriterionItem['values'] {
  const tested = saidText(subject.estate.things.get(one.id), 'fallback-tested')
  return tested === undefined || tested > subject.asOf ? 'unknown' : [daysBetween(tested, subject.asOf) / daysPerMonth]
}

const daysPerMonth = 365.25 / 12

/** How many of the two recovery objectives are stated. */
function targets(subject: Subject, one: BusinessFunction): CriterionItem['values'] {
  const thing = subject.estate.things.get(one.id)
  const stated = (['rto-hours', 'rpo-hours'] as const).filter((name) => saidNumber(thing, name) !== undefined).length
  return stated === 0 ? 'unknown' : [stated]
}

/**
 * How many parties and countries beyond the EEA each stop a function that leans on the workload within its tolerable time, by
 * themselves: from those that surely do to those that may. None at all is said only where somebody vouches that everything was shown.
 */
function points(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const functions = new Set(functionsOn(subject, id).map((one) => one.id))
  if (functions.size === 0) return [{ about: id, values: 'unknown', at: placesOf(subject, id) }]
  const beyond = [...functions].flatMap((one) => pointsOfFunction(subject).get(one) ?? []).filter((one) => isBeyond(subject, one.thing))
  const sure = new Set(beyond.flatMap((one) => (one.verdict === 'certain' ? [one.thing] : []))).size
  const possible = new Set(beyond.map((one) => one.thing)).size
  if (possible === 0 && !completeWorkloads(subject).has(id)) return [{ about: id, values: 'unknown', at: placesOf(subject, id) }]
  return [{ about: id, values: [sure, possible], at: placesOf(subject, id) }]
}

function isBeyond(subject: Subject, id: ThingId): boolean {
  if (id.startsWith('party:')) return isInside(subject, id, 'eea') === false
  return id.startsWith('jurisdiction:') && !isInUnion(subject, id.slice('jurisdiction:'.length), 'eea')
}

/** Of the people who support it, the share that lives in the EEA, within [0, 1]; those of whom nobody says where they live may live anywhere. */
function residence(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const teams = linksFrom(subject.estate, id, 'supported-by').filter((link) => link.to.startsWith('team:'))
  if (teams.length === 0) return [{ about: id, values: 'unknown', at: placesOf(subject, id) }]
  return teams.map(({ to }) => {
    const share = shareInside(subject, saidList(subject.estate.things.get(to), 'predicates'))
    return { about: to, values: share === undefined ? 'unknown' : [share.low, share.high], at: placesOf(subject, to) }
  })
}

function shareInside(subject: Subject, groups: readonly string[]): Interval | undefined {
  const read = groups.map((text) => ({
    count: Number(/(?:^|; )count=(\d+)/.exec(text)?.[1] ?? 1),
    country: /(?:^|; )residence=([A-Za-z]{2})(?:;|$)/.exec(text)?.[1]?.toLowerCase(),
  }))
  const all = read.reduce((sum, one) => sum + one.count, 0)
  if (all === 0) return undefined
  const count = (is: (country: string | undefined) => boolean): number => read.reduce((sum, one) => sum + (is(one.country) ? one.count : 0), 0)
  const inside = count((country) => country !== undefined && isInUnion(subject, country, 'eea'))
  return { low: inside / all, high: (inside + count((country) => country === undefined)) / all }
}
