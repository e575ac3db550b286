import { idOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo, nameOf, thingsOfKind } from '#estate/estate.ts'
import { said, saidNumber, saidText } from '#estate/said.ts'
import type { Profile } from '#knowledge/schema.ts'
import { byCodePoint } from '#lang/compare.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import type { Subject } from './subject.ts'

const criticalities = ['vital', 'critical', 'important', 'supporting'] as const
export type Criticality = (typeof criticalities)[number]

/** A business function and what it tolerates. */
export interface BusinessFunction {
  readonly id: ThingId
  readonly name: string
  readonly declared: boolean
  readonly owner: string | undefined
  readonly organisationUnit: string | undefined
  /** In hours. From 0 to infinity when nobody stated it. */
  readonly mtpdHours: Interval
  readonly mtpdKnown: boolean
  /** From the most to the least critical reading; one value when the MTPD is stated. */
  readonly criticality: readonly Criticality[]
  /** Hours that manual work carries it; [0, hours] when it was never tested. */
  readonly fallbackHours: Interval
  /** Who said that everything was shown, and when. Lapsed when the evidence has changed since, or when nobody said of which evidence. */
  readonly complete: { readonly by: string; readonly on: string; readonly holds: boolean } | undefined
  readonly workloads: readonly ThingId[]
}

/** The organisation as it describes itself; without deltaplan.yaml, nothing but the general profile. */
export interface Organisation {
  readonly declared: boolean
  readonly name: string | undefined
  /** Jurisdiction id of home, such as `nl`. */
  readonly home: string | undefined
  readonly profileId: string
  readonly profile: Profile
  readonly functions: readonly BusinessFunction[]
}

export const organisation = once((subject: Subject): Organisation => {
  const self = subject.estate.things.get(idOf('unit-of-organisation', 'self'))
  const wanted = saidText(self, 'profile') ?? 'general'
  const profileId = subject.knowledge.profiles.has(wanted) ? wanted : 'general'
  const profile = subject.knowledge.profiles.get(profileId)
  if (!profile) throw new Error('broken promise inside Deltaplan: the knowledge base has no general profile')
  const functions = thingsOfKind(subject.estate, 'function')
    .map((thing) => functionOf(subject, thing.id, profile))
    .sort(mostCriticalFirst)
  return { declared: self !== undefined, name: saidText(self, 'name-given'), home: saidText(self, 'home')?.toLowerCase(), profileId, profile, functions }
})

/** Vital before critical; then what tolerates the shortest stop; then by name of the file. */
const mostCriticalFirst = (a: BusinessFunction, b: BusinessFunction): number =>
  rankOf(a) - rankOf(b) || Number(b.mtpdKnown) - Number(a.mtpdKnown) || (a.mtpdKnown ? a.mtpdHours.low - b.mtpdHours.low : 0) || byCodePoint(a.id, b.id)

const rankOf = (one: BusinessFunction): number => Math.min(...one.criticality.map((level) => criticalities.indexOf(level)))

function functionOf({ estate, evidenceDigest }: Subject, id: ThingId, profile: Profile): BusinessFunction {
  const thing = estate.things.get(id)
  const mtpd = saidNumber(thing, 'mtpd-hours')
  const danger = said(thing, 'danger-to-life')[0]?.value === true
  const fallback = saidNumber(thing, 'fallback-hours')
  const tested = saidText(thing, 'fallback-tested') !== undefined
  const by = saidText(thing, 'complete-by')
  return {
    id,
    name: nameOf(estate, id),
    declared: thing?.basis === 'declared',
    owner: saidText(thing, 'owner'),
    organisationUnit: saidText(thing, 'organisation-unit'),
    mtpdHours: mtpd === undefined ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: mtpd, high: mtpd },
    mtpdKnown: mtpd !== undefined,
    criticality: danger ? ['vital'] : mtpd === undefined ? criticalities : [criticalityOf(mtpd, profile)],
    fallbackHours: fallback === undefined ? { low: 0, high: 0 } : { low: tested ? fallback : 0, high: fallback },
    complete: by === undefined ? undefined : { by, on: saidText(thing, 'complete-on') ?? '', holds: saidText(thing, 'complete-inputs') === evidenceDigest },
    workloads: linksTo(estate, id, 'serves').map((link) => link.from),
  }
}

/** Whether harm after some hours stops a function within its tolerable time: under every reading, under some, or under none. */
export function verdictOf({ mtpdKnown, mtpdHours }: BusinessFunction, hours: Interval): 'certain' | 'possible' | 'none' {
  if (hours.low > mtpdHours.high) return 'none'
  return mtpdKnown && hours.high <= mtpdHours.low ? 'certain' : 'possible'
}

/** Whether a function is vital or critical, or may be as far as anybody stated. */
export const isCritical = (one: BusinessFunction): boolean => one.criticality.some((level) => level === 'vital' || level === 'critical')

/** Criticality by MTPD: vital up to 4 h, critical up to 24 h, important up to 5 days, as the profile says. */
function criticalityOf(mtpdHours: number, profile: Profile): Criticality {
  const { vitalHours, criticalHours, importantHours } = profile.criticality
  return mtpdHours <= vitalHours ? 'vital' : mtpdHours <= criticalHours ? 'critical' : mtpdHours <= importantHours ? 'important' : 'supporting'
}

/** Weight of a function, as an interval while its criticality is not known. */
export function weightOf(one: BusinessFunction, profile: Profile): Interval {
  const weights = one.criticality.map((level) => profile.weights[level])
  return { low: Math.min(...weights), high: Math.max(...weights) }
}

/** The functions a workload serves. */
export const functionsOf = (subject: Subject, workload: ThingId): readonly ThingId[] =>
  linksFrom(subject.estate, workload, 'serves')
    .map((link) => link.to)
    .filter((id) => kindOf(id) === 'function')
