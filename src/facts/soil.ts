import { isFilePlace, keyOf, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'
import { isInUnion, type Union } from './union.ts'

/** On whose soil a thing is stated to run or to lie, and where that stands. */
export interface Soil {
  readonly jurisdictions: readonly string[]
  readonly at: readonly Origin[]
}

/** The countries on whose soil a thing runs, is stored or is backed up, as far as anybody says; none is not "nowhere". */
export function soilOf(subject: Subject, id: ThingId): Soil {
  const links = namesOf(subject, id).flatMap((name) =>
    linksFrom(subject.estate, name, 'runs-in', 'region', 'location-country', 'stored-in', 'backed-up-in').filter((link) => link.state === 'active'),
  )
  const found = links.flatMap((link) => {
    if (kindOf(link.to) === 'jurisdiction') return [keyOf(link.to)]
    return namesOf(subject, link.to).flatMap((place) => linksFrom(subject.estate, place, 'located-in').map((located) => keyOf(located.to)))
  })
  return { jurisdictions: [...new Set(found)], at: links.flatMap((link) => link.claims.flatMap((claim) => claim.at.filter(isFilePlace))).slice(0, 3) }
}

/** Whether all of some countries are in a union, none is, or some are; nothing where there is none. */
export function sideOf(subject: Subject, jurisdictions: readonly string[], union: Union): 'inside' | 'mixed' | 'outside' | undefined {
  const inside = jurisdictions.filter((one) => isInUnion(subject, one, union)).length
  return jurisdictions.length === 0 ? undefined : inside === jurisdictions.length ? 'inside' : inside === 0 ? 'outside' : 'mixed'
}
