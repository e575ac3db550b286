import { scenarioAnswer, takeoverAnswer, whatIfAnswer } from '#analyses/index.ts'
import { named } from '#analyses/proof-of.ts'
import { idOf, type ThingId } from '#estate/claim.ts'
import { barePlan } from '#facts/failure-logic.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import { knownAs, namesOf } from '#facts/twins.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { uniqueBy } from '#lang/group.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { nearestOf } from '#lang/nearest.ts'
import { sourcesOf } from '#scenarios/sources.ts'
import { namesFor } from './called.ts'

/** Of a scenario: the one thing it happens to; of a takeover, where the owner is. */
export interface Particulars {
  readonly of?: string | undefined
  readonly by?: string | undefined
}

/**
 * What fails when something happens.
 *
 * @param wanted a scenario by its id; or something that is leaned on, by its id or its name
 */
export function whatIf(subject: Subject, wanted: string, { of, by }: Particulars): Outcome {
  const scenario = subject.knowledge.scenarios.get(wanted)
  if (scenario === undefined) return loss(subject, wanted)
  const sources = sourcesOf(subject, wanted, scenario)
  if (sources.length === 0 && scenario.effect !== 'ownership') return { status: 'too-little-evidence', reason: message('what-if.nobody', { scenario: wanted }) }
  if (scenario.effect === 'ownership') return takeover(subject, { id: wanted, scenario }, { sources, of, by })
  if (of === undefined) return scenarioAnswer(subject, { id: wanted, scenario }, sources)
  const thing = thingCalled(subject, of)
  const struck = sources.filter((one) => one.thing === thing)
  if (struck.length === 0)
    return { status: 'too-little-evidence', reason: message('what-if.not-of', { scenario: wanted, of, known: sources.slice(0, 12).map((one) => named(subject, one.thing)) }) }
  return whatIfAnswer(subject, { sources: struck, scenario: { id: wanted, scenario } })
}

/** What was said of something to which it does not belong, and so would do nothing; nothing where all of it counts. */
export function idleParticulars({ scenarios }: Knowledge, wanted: string, { of, by }: Particulars): Message | undefined {
  const scenario = scenarios.get(wanted)
  if (of !== undefined && scenario === undefined) return message('what-if.of-idle', { what: wanted })
  const takeovers = [...scenarios].flatMap(([id, one]) => (one.effect === 'ownership' ? [plain(id)] : []))
  return by !== undefined && scenario?.effect !== 'ownership' ? message('what-if.by-idle', { what: wanted, takeovers }) : undefined
}

interface Asked extends Particulars {
  readonly sources: readonly Source[]
}

/** Who is bought need not be one that the scenario selects: whoever asks may suppose it of anybody. */
function takeover(subject: Subject, scenario: { readonly id: string; readonly scenario: Scenario }, { sources, of, by = 'us' }: Asked): Outcome {
  const party = of === undefined ? undefined : thingCalled(subject, of)
  const known = sources.slice(0, 12).map((one) => named(subject, one.thing))
  if (party === undefined) return { status: 'too-little-evidence', reason: message('takeover.of-whom', { count: known.length, known }) }
  const jurisdiction = by.toLowerCase()
  if (!subject.knowledge.jurisdictions.has(jurisdiction)) return { status: 'too-little-evidence', reason: message('takeover.where', { by }) }
  return takeoverAnswer(subject, { party, jurisdiction, scenario })
}

function loss(subject: Subject, wanted: string): Outcome {
  const thing = thingCalled(subject, wanted)
  if (thing !== undefined) {
    const source: Source = { id: thing, scenario: '', thing, struck: [{ thing, hours: { low: 0, high: 0 } }] }
    return whatIfAnswer(subject, { sources: [source] })
  }
  const law = [...subject.knowledge.laws.keys()].find((id) => namesFor(subject, `law:${id}`).includes(wanted.toLowerCase()))
  if (law !== undefined) return { status: 'not-applicable', reason: message('what-if.law-without', { law: named(subject, `law:${law}`) }) }
  const near = nearNames(subject, wanted)
  return { status: 'too-little-evidence', reason: message('what-if.unknown', { what: wanted, near: near.length, known: near }) }
}

/** As many as a reader can choose from. */
const mostNear = 4

/** A shorter word of a name tells too little to go by. */
const shortestWord = 4

/**
 * What a word that names nothing may have meant: scenarios, and things by any of their names or a word of one, told by the name that
 * people know. Names in which the word stands come first, then those that a slip of the pen explains.
 */
function nearNames(subject: Subject, wanted: string): readonly Message[] {
  const laws = [...subject.knowledge.laws.keys()].map((key) => idOf('law', key))
  const things = [...barePlan(subject).ids, ...laws].map((id) => ({ shown: named(subject, id), calls: namesFor(subject, id) }))
  const all = [...[...subject.knowledge.scenarios.keys()].map((id) => ({ shown: plain(id), calls: [id] })), ...things]
  const byCall = new Map<string, Message>()
  const offer = (call: string, shown: Message): void => void (byCall.has(call) || byCall.set(call, shown))
  for (const { shown, calls } of all) for (const call of calls) offer(call, shown)
  for (const { shown, calls } of all) for (const word of calls.flatMap((call) => call.split(/[\s,.:/-]+/))) if (word.length >= shortestWord) offer(word, shown)
  const word = wanted.toLowerCase()
  const holding = word.length >= shortestWord ? [...byCall.keys()].filter((call) => call.includes(word)).toSorted((a, b) => a.length - b.length) : []
  const near = [...holding, ...nearestOf(word, [...byCall.keys()], 3 * mostNear)].flatMap((call) => byCall.get(call) ?? [])
  return uniqueBy(near, (one) => JSON.stringify(one)).slice(0, mostNear)
}

/** What of all that is leaned on a word names: by its id, its key, its name, or a name of the knowledge base. */
function thingCalled(subject: Subject, word: string): ThingId | undefined {
  const wanted = word.toLowerCase()
  const used = barePlan(subject).ids
  const kinds = ['party', 'service', 'law', 'jurisdiction', 'place']
  const found = used.filter((id) => namesOf(subject, id).some((name) => namesFor(subject, name).includes(wanted)))
  const rank = (id: ThingId): number => (kinds.indexOf(id.slice(0, id.indexOf(':'))) + kinds.length + 1) % (kinds.length + 1)
  const best = found.toSorted((a, b) => rank(a) - rank(b))[0]
  return best === undefined ? undefined : knownAs(subject, best)
}
