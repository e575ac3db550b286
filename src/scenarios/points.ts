import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { breachChance } from '#facts/breach-chance.ts'
import { takeOverOf } from '#facts/endings.ts'
import { barePlan } from '#facts/failure-logic.ts'
import type { LikelySource } from '#facts/fault-trees.ts'
import { harmsOf } from '#facts/harm.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import { expectedShare } from '#facts/uncertain.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { groupBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { allSources } from './sources.ts'
import { traitsOf, usersOf } from './traits.ts'

/** The levels on which people act: who is lost, or what. `release` is one bad update of a product, which stops all that runs it. */
export const cutLevels = ['supplier', 'owner', 'service', 'place', 'law', 'jurisdiction', 'key-holder', 'team', 'release'] as const
export type CutLevel = (typeof cutLevels)[number]

/** The same, and below them all `cause`: each scenario at each thing that it may happen to is an event of its own. */
export const causeLevels = [...cutLevels, 'cause'] as const
export type CauseLevel = (typeof causeLevels)[number]

/** What may be lost on a level, each by itself, whoever or whatever it is. */
export function pointsOf(subject: Subject, level: CauseLevel): readonly Source[] {
  if (level === 'cause') return outages(subject)
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
      return kind === 'party' && traitsOf(subject, id).holdsKeys
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

/** All that may happen and stops something. */
const outages = (subject: Subject): readonly Source[] => allSources(subject).filter((one) => subject.knowledge.scenarios.get(one.scenario)?.effect === 'outage')

/** What each of them may do to a function, alternatives taken away, and how likely that is in a year; and how likely where there are some and none takes over, of those that the function stands on. */
const breaches = once((subject: Subject): readonly Breach[] => {
  const sources = outages(subject)
  return harmsOf(subject, sources).flatMap((harm) => {
    const source = sources[harm.source] as Source
    const scenario = subject.knowledge.scenarios.get(source.scenario)
    if (scenario === undefined) return []
    const notCarried = 1 - expectedShare(takeOverOf(subject, harm.via).chance)
    const notTakenOver = harm.covered && harm.inUse.worst ? breachChance(subject, harm, scenario, notCarried) : undefined
    return [{ source, loses: scenario.loses, function: harm.function, chance: breachChance(subject, harm, scenario), notTakenOver }]
  })
})

/**
 * What may be lost on a level, with how likely it is in a year that it makes a function stand still for longer than it may: by all scenarios that may happen to it
 * and reach the function, taken as independent. Not a number where there is none.
 */
export function likelyPoints(subject: Subject, level: CauseLevel): readonly LikelySource[] {
  const keyOf = (source: Source): string => (level === 'cause' ? source.id : source.thing)
  const counted = breaches(subject).filter((one) => level === 'cause' || (one.loses === 'users') === (level === 'release'))
  const byPoint = groupBy(counted, (one) => `${keyOf(one.source)}\n${one.function}`)
  return pointsOf(subject, level).map((source) => {
    const at = (id: ThingId): readonly Breach[] => byPoint.get(`${keyOf(source)}\n${id}`) ?? []
    return { source, perYear: (id) => anyOf(at(id).map((one) => one.chance)), notTakenOver: (id) => anyOf(at(id).flatMap((one) => one.notTakenOver ?? [])) }
  })
}

/** That a source makes a function stand still for too long. */
interface Breach {
  readonly source: Source
  readonly loses: Scenario['loses']
  readonly function: ThingId
  readonly chance: number
  readonly notTakenOver: number | undefined
}

/** The chance of any of some independent events; not a number where there is none. */
const anyOf = (chances: readonly number[]): number => (chances.length === 0 ? Number.NaN : 1 - chances.reduce((none, chance) => none * (1 - chance), 1))
