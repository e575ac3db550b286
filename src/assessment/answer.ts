import { inBoth } from '#analyses/proof-of.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { rungOf } from '#facts/answers.ts'
import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { importers } from '#importers/index.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Criterion, Framework } from '#knowledge/schema-frameworks.ts'
import { isDate } from '#lang/duration.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { nearestOf } from '#lang/nearest.ts'
import { entryIn, withEntry } from './plan-text.ts'

/** An answer that the organisation wants to give. */
export interface NewAnswer {
  /** `<framework>/<criterion>`. */
  readonly key: string
  /** The word of a rung, or its number, where 1 is the lowest. */
  readonly value: string
  readonly by: string | undefined
  readonly evidence: string | undefined
  readonly expires: string | undefined
  /** The workloads, services or parties that it is given of; of the whole where there are none. */
  readonly on: readonly string[]
}

export type Answered = { readonly status: 'written'; readonly text: string; readonly rung: Message } | { readonly status: 'refused'; readonly reason: Message }

interface Found {
  readonly framework: Framework
  readonly criterion: Criterion
}

function criterionAt(knowledge: Knowledge, key: string): Found | undefined {
  const at = key.indexOf('/')
  const framework = knowledge.frameworks.get(key.slice(0, Math.max(0, at)))
  const criterion = framework?.criteria.find((one) => one.id === key.slice(at + 1))
  return framework && criterion ? { framework, criterion } : undefined
}

/** No criterion is called so; the nearest that are. */
function unknownCriterion(knowledge: Knowledge, key: string): Message {
  const known = [...knowledge.frameworks].flatMap(([id, one]) => one.criteria.map((criterion) => `${id}/${criterion.id}`))
  const near = nearestOf(key, known, 5)
  const within = near.length > 0 ? near : known.filter((one) => one.startsWith(`${key.split('/')[0]}/`)).slice(0, 8)
  if (within.length > 0) return message('answer.unknown-criterion', { key, near: within.map(plain) })
  return message('answer.unknown-framework', { key, known: [...knowledge.frameworks.keys()].map(plain) })
}

/** What a criterion asks, and the answers to choose from. */
export function choices(knowledge: Knowledge, key: string): Outcome {
  const found = criterionAt(knowledge, key)
  if (!found) return { status: 'too-little-evidence', reason: unknownCriterion(knowledge, key) }
  const { criterion, framework } = found
  const per: Block = { kind: 'text', text: message(`answer.per.${criterion.per}`, { ask: inBoth(criterion.ask) }) }
  return {
    status: 'answered',
    blocks: [
      { kind: 'text', role: 'headline', text: message('answer.criterion', { short: framework.short, title: inBoth(criterion.title) }) },
      per,
      {
        kind: 'table',
        id: 'answer-choices',
        title: message('answer.choices'),
        columns: ['number', 'word', 'means', 'level'].map((column) => message(`answer.column.${column}`)),
        rows: criterion.rungs.map((rung, at) => ({
          cells: [
            { text: plain(String(at + 1)) },
            { text: plain(rung.id) },
            { text: inBoth(rung.title) },
            { interval: { low: rung.level, high: rung.level }, unit: 'level' as const },
          ],
          proof: noProof,
        })),
        empty: message('answer.choices'),
      },
    ],
  }
}

/**
 * The text of a deltaplan.yaml with an answer in it; everything else stays as it was. An answer of the same things is put anew, and one
 * of other things stands beside those that are there.
 *
 * @param text the file as it is; empty where there is none yet
 */
export function withAnswer(knowledge: Knowledge, text: string, wanted: NewAnswer): Answered {
  const refused = (reason: Message): Answered => ({ status: 'refused', reason })
  const found = criterionAt(knowledge, wanted.key)
  if (!found) return refused(unknownCriterion(knowledge, wanted.key))
  const { criterion } = found
  const rung = criterion.rungs[rungOf(criterion, /^\d+$/.test(wanted.value) ? Number(wanted.value) : wanted.value) ?? -1]
  if (!rung) return refused(message('answer.unknown-rung', { value: wanted.value, known: criterion.rungs.map((one) => plain(one.id)) }))
  if (wanted.by === undefined && wanted.evidence === undefined) return refused(message('answer.nobody-vouches'))
  if (wanted.expires !== undefined && !isDate(wanted.expires)) return refused(message('answer.no-date', { value: wanted.expires }))
  const before = text.trim() === '' ? 'version: 1\n' : text
  const after = withEntry(before, 'answers', [wanted.key, beside(entryIn(before, 'answers', wanted.key), entryOf(wanted, rung.id))])
  if (after === undefined) return refused(message('answer.unwritable'))
  const wrong = newFaults(before, after)
  return wrong.length > 0 ? refused(message('answer.faults', { faults: wrong })) : { status: 'written', text: after, rung: inBoth(rung.title) }
}

function entryOf({ by, evidence, expires, on }: NewAnswer, value: string): Record<string, unknown> {
  const entries = Object.entries({ value, on: on.length === 0 ? undefined : [...on], by, evidence, expires }).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries)
}

/** An answer among those that are there: in the place of one that is given of the same things, or after them all. */
function beside(known: unknown, answer: Record<string, unknown>): unknown {
  const list: readonly unknown[] = known === undefined || known === null ? [] : Array.isArray(known) ? known : [known]
  const at = list.findIndex((one) => thingsOf(one) === thingsOf(answer))
  const all = at < 0 ? [...list, answer] : list.with(at, answer)
  return all.length === 1 ? all[0] : all
}

const thingsOf = (answer: unknown): string => {
  const on = typeof answer === 'object' && answer !== null ? (answer as { readonly on?: unknown }).on : undefined
  return Array.isArray(on) ? on.map(String).sort().join('\n') : ''
}

/** What is told of the file with the answer and was not told without: a name that is not there, an address of a person. */
function newFaults(before: string, after: string): readonly Message[] {
  const told = (text: string) => {
    const file = sourceFile('deltaplan.yaml', text)
    return importers.find((one) => one.recognises(file))?.read(file, alone).diagnostics ?? []
  }
  const known = new Set(told(before).map((one) => JSON.stringify([one.code, one.values])))
  return told(after).flatMap((one) => (known.has(JSON.stringify([one.code, one.values])) ? [] : [message(`diagnostic.${one.code}`, one.values)]))
}
