import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { barePlan, isFelt } from '#facts/failure-logic.ts'
import { isAimedHere, isInForce } from '#facts/law-reach.ts'
import type { Source, Struck } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { once } from '#lang/once.ts'
import { celRule } from '#policy/cel.ts'
import { type Traits, traitsOf, usersOf } from './traits.ts'

/** Every scenario of the knowledge base at every thing in use that its rule selects, in the order of scenarios and things. */
export const allSources = once((subject: Subject): readonly Source[] => [...subject.knowledge.scenarios].flatMap(([id, scenario]) => sourcesOf(subject, id, scenario)))

/** One scenario at every thing in use that its rule selects. */
export function sourcesOf(subject: Subject, id: string, scenario: Scenario): readonly Source[] {
  const rule = celRule(scenario.strikes.when)
  return [...traitsInUse(subject)]
    .filter(([thing, traits]) => (scenario.strikes.kinds as readonly string[]).includes(kindOf(thing)) && rule(traits) === true)
    .map(([thing]) => ({ id: `${id}@${thing}`, scenario: id, thing, struck: struckBy(subject, thing, scenario) }))
    .filter((source) => source.struck.length > 0)
}

/** What can happen to anything at all: things in use, under the name by which they are known, and laws that may be used here. */
const traitsInUse = once((subject: Subject): ReadonlyMap<ThingId, Traits> => {
  const { laws } = subject.knowledge
  const used = barePlan(subject).ids.filter((id) => linksFrom(subject.estate, id, 'same-as').length === 0)
  const reaching = [...laws].filter(([, law]) => isInForce(law, subject.asOf) && isAimedHere(subject, law)).map(([id]) => `law:${id}` as const)
  return new Map([...new Set<ThingId>([...used, ...reaching])].map((id) => [id, traitsOf(subject, id)]))
})

/** What fails when it happens: the thing, or those that lean on it. */
function struckBy(subject: Subject, thing: ThingId, { loses, through, phases, effect }: Scenario): readonly Struck[] {
  if (effect !== 'outage' || loses === 'itself') return [{ thing, hours: { low: 0, high: 0 } }]
  const users = usersOf(subject, thing).filter((one) => through === undefined || through.includes(one.role))
  if (loses === 'users') return users.map((one) => ({ thing: one.from, hours: { low: 0, high: 0 } }))
  return users.filter((one) => isFelt(one) && phases?.includes(one.phase) === true).map((one) => ({ thing: one.from, hours: one.graceHours }))
}
