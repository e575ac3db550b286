import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { barePlan } from '#facts/failure-logic.ts'
import type { LikelySource } from '#facts/fault-trees.ts'
import type { Source } from '#facts/source.ts'
import { chanceInYear } from '#facts/span.ts'
import type { Subject } from '#facts/subject.ts'
import { groupBy } from '#lang/group.ts'
import { allSources } from './sources.ts'
import { traitsOf, usersOf } from './traits.ts'

/** The levels on which people act: who is lost, or what. `release` is one bad update of a product, which stops all that runs it. */
export const cutLevels = ['supplier', 'owner', 'service', 'place', 'law', 'jurisdiction', 'key-holder', 'release'] as const
export type CutLevel = (typeof cutLevels)[number]

/** What may be lost on a level, each by itself, whoever or whatever it is. */
export function pointsOf(subject: Subject, level: CutLevel): readonly Source[] {
  const used = barePlan(subject).ids.filter((id) => linksFrom(subject.estate, id, 'same-as').length === 0)
  return used.filter((id) => isOn(subject, level, id)).map((thing) => ({ id: `${level}@${thing}`, scenario: '', thing, struck: struckOn(subject, level, thing) }))
}

function isOn(subject: Subject, level: CutLevel, id: ThingId): boolean {
  const kind = kindOf(id)
  switch (level) {
    case 'supplier':
      return kind === 'party' && usersOf(subject, id).length > 0
    case 'owner':
      return kind === 'party' && linksFrom(subject.estate, id, 'owned-by', 'controlled-by').every((link) => link.state !== 'active')
    case 'service':
      return kind === 'service' || kind === 'registry' || kind === 'module-registry'
    case 'key-holder':
      return traitsOf(subject, id).holdsKeys
    case 'release':
      return kind === 'platform'
    default:
      return kind === level
  }
}

function struckOn(subject: Subject, level: CutLevel, thing: ThingId): Source['struck'] {
  const now = { low: 0, high: 0 }
  return level === 'release' ? usersOf(subject, thing).map((one) => ({ thing: one.from, hours: now })) : [{ thing, hours: now }]
}

/** The same with how likely each is in a year to be lost itself, by all scenarios that can happen to it; not a number where there is none. */
export function likelyPoints(subject: Subject, level: CutLevel): readonly LikelySource[] {
  const { scenarios } = subject.knowledge
  const likely = allSources(subject).flatMap(({ scenario: id, thing }) => {
    const scenario = scenarios.get(id)
    return scenario?.effect === 'outage' && (scenario.loses === 'itself' || level === 'release') ? [{ thing, perYear: scenario.perYear }] : []
  })
  const rates = groupBy(likely, (one) => one.thing)
  return pointsOf(subject, level).map((source) => ({ source, perYear: chanceInYear((rates.get(source.thing) ?? []).map((one) => one.perYear)) }))
}
