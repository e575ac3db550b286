import { kindOf, type ThingId } from '#estate/claim.ts'
import { type Consequence, consequencesOf } from '#facts/consequences.ts'
import { type BusinessFunction, organisation, verdictOf } from '#facts/organisation.ts'
import { phaseOfRoad } from '#facts/road-phase.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { horizonHours } from '#lang/duration.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { failureMethod } from '../failure-method.ts'
import { inBoth, named, proofOf, titled, via } from '../proof-of.ts'
import { scenarioBlocks } from './scenario-blocks.ts'

/** What is supposed: a thing that is lost, or a scenario that strikes one or more. */
export interface Supposed {
  readonly sources: readonly Source[]
  /** Left out where a thing is lost and nobody says how. */
  readonly scenario?: { readonly id: string; readonly scenario: Scenario }
}

/** What fails when something happens, when, and what still works. */
export function whatIfAnswer(subject: Subject, supposed: Supposed): Outcome {
  const { functions } = organisation(subject)
  if (functions.length === 0) return { status: 'too-little-evidence', reason: message('single-points.no-function') }
  const things = thingsOf(supposed.sources)
  const harmed = harmedBy(subject, supposed.sources)
  return {
    status: 'answered',
    blocks: [
      headline(subject, { things, supposed, harmed }),
      ...(supposed.scenario ? scenarioBlocks(subject.knowledge, supposed.scenario, things.length === 1 ? titled(subject, things[0] as ThingId) : undefined) : []),
      ...consequenceBlocks(subject, supposed.sources),
      functionTable(subject, harmed),
      stillWorking(subject, harmed),
      { kind: 'text', role: 'method', text: message('what-if.method') },
      failureMethod,
    ],
  }
}

/** When harm begins at each function, and how much has stopped by each horizon. */
export function consequenceBlocks(subject: Subject, sources: readonly Source[]): readonly Block[] {
  const harmed = harmedBy(subject, sources)
  return [timeline(subject, thingsOf(sources), harmed), horizons(subject, harmed)]
}

const thingsOf = (sources: readonly Source[]): readonly ThingId[] => [...new Set(sources.map((one) => one.thing))]
const harmedBy = (subject: Subject, sources: readonly Source[]): ReadonlyMap<ThingId, Consequence> => new Map(consequencesOf(subject, sources).map((one) => [one.thing, one]))

const verdictAt = (one: BusinessFunction, harm: Consequence | undefined): ReturnType<typeof verdictOf> => (harm === undefined ? 'none' : verdictOf(one, harm.hours))

interface Headline {
  readonly things: readonly ThingId[]
  readonly supposed: Supposed
  readonly harmed: ReadonlyMap<ThingId, Consequence>
}

function headline(subject: Subject, { things, supposed, harmed }: Headline): Block {
  const { functions } = organisation(subject)
  const verdicts = functions.map((one) => verdictAt(one, harmed.get(one.id)))
  const first = [...harmed.values()].find((one) => kindOf(one.thing) === 'function')
  const many = things.length > 3
  const what = many ? message('what-if.so-many', { count: things.length }) : message(wordFor(things), { count: things.length, things: things.map((one) => named(subject, one)) })
  const values = {
    what: supposed.scenario ? message('what-if.by', { scenario: inBoth(supposed.scenario.scenario.title), what }) : what,
    certain: verdicts.filter((one) => one === 'certain').length,
    possible: verdicts.filter((one) => one === 'possible').length,
    of: functions.length,
  }
  return { kind: 'text', role: 'headline', text: message('what-if.headline', values), proof: first ? proofOf(subject, first.road) : noProof }
}

/** A law does not fall away: it is used. Nor does a country: what comes from there does. */
function wordFor(things: readonly ThingId[]): 'what-if.laws' | 'what-if.countries' | 'what-if.things' {
  const all = (kind: string): boolean => things.every((one) => kindOf(one) === kind)
  return all('law') ? 'what-if.laws' : all('jurisdiction') ? 'what-if.countries' : 'what-if.things'
}

function timeline(subject: Subject, things: readonly ThingId[], harmed: ReadonlyMap<ThingId, Consequence>): Block {
  return {
    kind: 'timeline',
    title: message('what-if.timeline'),
    horizonHours,
    rows: organisation(subject).functions.map((one) => {
      const harm = harmed.get(one.id)
      const what = harm === undefined ? undefined : lastOf(subject, harm, things)
      return {
        label: named(subject, one.id),
        ...(one.mtpdKnown ? { mtpdHours: one.mtpdHours } : {}),
        marks:
          harm === undefined
            ? []
            : [
                {
                  what: what ?? plain(''),
                  hours: harm.hours,
                  certain: verdictOf(one, harm.hours) === 'certain',
                  phase: phaseOfRoad(subject, harm.road),
                  proof: proofOf(subject, harm.road),
                },
              ],
      }
    }),
  }
}

/** What of the things that were struck a road ends at. */
function lastOf(subject: Subject, harm: Consequence, things: readonly ThingId[]): Message {
  return named(subject, things.includes(harm.road.at) || things.length !== 1 ? harm.road.at : (things[0] as ThingId))
}

/** How much has stopped by each horizon: surely, and possibly. */
function horizons(subject: Subject, harmed: ReadonlyMap<ThingId, Consequence>): Block {
  const { functions } = organisation(subject)
  const stopped = (kind: 'function' | 'workload', hours: number) => {
    const all = [...harmed.values()].filter((one) => kindOf(one.thing) === kind)
    return { low: all.filter((one) => one.hours.high <= hours).length, high: all.filter((one) => one.hours.low <= hours).length }
  }
  const rows = horizonHours.map((hours): Row => {
    const beyond = functions.map((one) => {
      const harm = harmed.get(one.id)
      return harm === undefined ? 'none' : harm.hours.high + one.mtpdHours.high <= hours ? 'certain' : harm.hours.low + one.mtpdHours.low <= hours ? 'possible' : 'none'
    })
    const [certain, possible] = [beyond.filter((one) => one === 'certain').length, beyond.filter((one) => one === 'possible').length]
    return {
      cells: [
        { interval: { low: hours, high: hours }, unit: 'hours' },
        { interval: stopped('function', hours), unit: 'functions' },
        { interval: { low: certain, high: certain + possible }, unit: 'functions' },
        { interval: stopped('workload', hours), unit: 'workloads' },
      ],
      proof: noProof,
    }
  })
  return {
    kind: 'table',
    id: 'what-if-horizons',
    title: message('what-if.horizons'),
    columns: ['after', 'functions', 'beyond', 'workloads'].map((column) => message(`what-if.column.${column}`)),
    rows,
    empty: message('what-if.nothing'),
  }
}

function functionTable(subject: Subject, harmed: ReadonlyMap<ThingId, Consequence>): Block {
  const rows = organisation(subject).functions.flatMap((one): readonly Row[] => {
    const harm = harmed.get(one.id)
    if (harm === undefined) return []
    const verdict = verdictOf(one, harm.hours)
    return [
      {
        cells: [
          { text: named(subject, one.id) },
          { interval: harm.hours, unit: 'hours', tone: verdict === 'certain' ? 'warning' : 'unknown' },
          { text: message(`phase.${phaseOfRoad(subject, harm.road)}`) },
          one.mtpdKnown ? { interval: one.mtpdHours, unit: 'hours' } : { text: message('what-if.mtpd-unknown'), tone: 'unknown' },
          { interval: { low: harm.hours.low + one.mtpdHours.low, high: harm.hours.high + one.mtpdHours.high }, unit: 'hours' },
          { list: via(subject, harm.road) },
        ],
        proof: proofOf(subject, harm.road),
      },
    ]
  })
  return {
    kind: 'table',
    id: 'what-if-functions',
    title: message('what-if.functions'),
    columns: ['function', 'harm', 'phase', 'mtpd', 'too-long', 'via'].map((column) => message(`what-if.column.${column}`)),
    rows,
    empty: message('what-if.nothing'),
    primary: true,
  }
}

/** What nothing was found to stop. Where nobody vouches that all was shown, that is said with it. */
function stillWorking(subject: Subject, harmed: ReadonlyMap<ThingId, Consequence>): Block {
  const items = organisation(subject)
    .functions.filter((one) => !harmed.has(one.id))
    .map((one) => ({ text: message(one.complete?.holds === true ? 'what-if.works' : 'what-if.works-as-read', { function: named(subject, one.id) }), proof: noProof }))
  return { kind: 'list', title: message('what-if.still'), items, empty: message('what-if.still-none') }
}
