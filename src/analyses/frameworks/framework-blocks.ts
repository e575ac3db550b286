import type { ThingId } from '#estate/claim.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Measure } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { lowest } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { isInert, type NamedFramework } from '../grades.ts'
import { inBoth } from '../proof-of.ts'
import { blockTable } from './block-table.ts'
import { criterionTable, unverifiedList } from './criterion-table.ts'
import { entityTable } from './entity-table.ts'
import { objectiveTable } from './objective-table.ts'
import { isTold, progressOf } from './progress.ts'
import { registerTables } from './register-tables.ts'
import { ranked, type Standing, standingOf } from './standing.ts'
import { standingTable } from './standing-table.ts'

/**
 * What is said of one framework: where the whole stands, and by objective, workload, technical block, party and criterion.
 *
 * @param abouts the workloads or services to hold against it
 */
export function frameworkBlocks(subject: Subject, named: NamedFramework, abouts: readonly ThingId[]): readonly Block[] {
  const { framework } = named
  const standings = ranked(abouts.map((about) => standingOf(subject)(about, named)))
  if (standings.length === 0) return []
  return [
    { kind: 'measures', title: titleOf(named), measures: measuresOf(named, standings) },
    { kind: 'text', text: sentenceOf(named, standings) },
    ...[...framework.notes.map(inBoth), message('frameworks.terms', { licence: inBoth(framework.licence) })].map((text): Block => ({ kind: 'text', role: 'note', text })),
    objectiveTable(named, standings),
    standingTable(subject, named, standings),
    ...blockTable(subject, named, standings),
    ...entityTable(subject, named, standings),
    criterionTable(subject, named, standings),
    ...unverifiedList(named),
    ...framework.tables.flatMap((table) => registerTables[table]?.(subject, named) ?? []),
  ]
}

const titleOf = ({ framework }: NamedFramework): Message =>
  message('frameworks.title', { title: inBoth(framework.title), publisher: framework.publisher, version: framework.version, date: { date: framework.date } })

/** The whole is as strong as its weakest part: level and score are those of the lowest. */
function measuresOf({ framework }: NamedFramework, standings: readonly Standing[]): readonly Measure[] {
  const progress = progressOf(standings.flatMap((one) => one.grades))
  const scores = standings.flatMap((one) => one.score ?? [])
  const count = (label: string, value: number, of: number): Measure => ({
    label: message(`frameworks.measure.${label}`),
    interval: { low: value, high: value },
    unit: 'count',
    of,
    basis: 'declared',
    proof: noProof,
  })
  const inert = framework.criteria.filter(isInert).length
  return [
    {
      label: message('frameworks.measure.level', { low: framework.levels[0]?.level ?? 0, high: framework.levels.at(-1)?.level ?? 0 }),
      interval: lowest(standings.map((one) => one.level)),
      unit: 'level',
      basis: 'inferred',
      proof: noProof,
      ...(isTold(progress) ? {} : { tone: 'unknown' as const }),
    },
    ...(scores.length === 0 ? [] : [{ label: message('frameworks.measure.score'), interval: lowest(scores), unit: 'share' as const, basis: 'inferred' as const, proof: noProof }]),
    count('answered', progress.answered, progress.of),
    count('narrowed', progress.narrowed, progress.of),
    count('open', progress.of - progress.answered - progress.narrowed, progress.of),
    ...(inert === 0 ? [] : [count('inert', inert, framework.criteria.length)]),
  ]
}

/** The level in the framework's own words, for those who do not know its numbers. */
function sentenceOf({ framework }: NamedFramework, standings: readonly Standing[]): Message {
  const level = lowest(standings.map((one) => one.level))
  const words = (at: number): Message => inBoth(framework.levels.find((one) => one.level === at)?.title ?? String(at))
  const key = level.low === level.high ? 'frameworks.sentence.settled' : 'frameworks.sentence.open'
  return message(key, { count: standings.length, low: words(level.low), high: words(level.high) })
}
