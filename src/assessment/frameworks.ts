import { frameworkAnswer } from '#analyses/index.ts'
import { inBoth, named } from '#analyses/proof-of.ts'
import type { ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { message, plain } from '#lang/message.ts'
import { nearestOf } from '#lang/nearest.ts'
import { namesFor } from './called.ts'

/** All frameworks: the version and its date, how much they ask, and how much of that evidence can answer. */
export function listFrameworks({ frameworks }: Knowledge): Outcome {
  const rows = [...frameworks].map(
    ([id, one]): Row => ({
      cells: [
        { text: plain(id) },
        { text: inBoth(one.title) },
        { text: plain(one.version) },
        { date: one.date },
        { interval: { low: one.criteria.length, high: one.criteria.length }, unit: 'count' },
        { text: message('frameworks.of', { count: one.criteria.filter((criterion) => criterion.fact !== undefined).length, of: one.criteria.length }) },
        { list: one.profiles.map(plain) },
      ],
      proof: noProof,
    }),
  )
  const table: Block = {
    kind: 'table',
    id: 'frameworks-list',
    title: message('frameworks.list'),
    columns: ['id', 'title', 'version', 'date', 'criteria', 'facts', 'profiles'].map((column) => message(`frameworks.column.${column}`)),
    rows,
    empty: message('frameworks.no-workload'),
  }
  return { status: 'answered', blocks: [table, { kind: 'text', role: 'method', text: message('frameworks.list-more') }] }
}

/**
 * How the estate stands against one framework.
 *
 * @param of a workload or service by its id or name; left out, all workloads in use
 */
export function frameworkStanding(subject: Subject, id: string, of: string | undefined): Outcome {
  const { frameworks } = subject.knowledge
  if (!frameworks.has(id)) {
    const near = nearestOf(id, [...frameworks.keys()], 3)
    return { status: 'too-little-evidence', reason: message('frameworks.unknown', { id, known: (near.length > 0 ? near : [...frameworks.keys()]).map(plain) }) }
  }
  if (of === undefined) return frameworkAnswer(subject, id)
  const found = thingCalled(subject, of)
  if (typeof found === 'string') return frameworkAnswer(subject, id, [found])
  return { status: 'too-little-evidence', reason: message('frameworks.unknown-thing', { of, known: found.map((one) => named(subject, one)) }) }
}

/** The workload or service that a word names by whatever it goes by; or else the workloads that there are. */
function thingCalled(subject: Subject, word: string): ThingId | readonly ThingId[] {
  const all = (['workload', 'service'] as const).flatMap((kind) => thingsOfKind(subject.estate, kind))
  const wanted = word.toLowerCase()
  const exact = all.find((one) => namesFor(subject, one.id).includes(wanted))
  return exact?.id ?? all.filter((one) => one.kind === 'workload').map((one) => one.id)
}
