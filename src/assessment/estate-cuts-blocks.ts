import { namedEvent } from '#analyses/index.ts'
import { named } from '#analyses/proof-of.ts'
import { limitOf } from '#facts/breach-chance.ts'
import type { EstateTrees } from '#facts/fault-trees.ts'
import type { BusinessFunction } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { figure, mostShown } from './cuts-outcome.ts'
import type { FunctionCuts } from './estate-cuts.ts'

interface Found {
  readonly level: string
  readonly model: EstateTrees
  readonly tops: readonly FunctionCuts[]
  readonly functions: readonly BusinessFunction[]
  readonly assumed: number | undefined
  readonly isImportanceWanted: boolean
}

/** How likely each function is to stand still for too long, before the sets; and how much each event matters for that, behind them. */
export function functionBlocks(subject: Subject, found: Found): { readonly before: readonly Block[]; readonly behind: readonly Block[] } {
  const { level, tops, functions, isImportanceWanted } = found
  const rows = functions.map((one) =>
    rowOf(
      subject,
      one,
      tops.find((it) => it.function === one.id),
    ),
  )
  const table: Block = {
    kind: 'table',
    id: 'cut-functions',
    title: message('cut-sets.functions', { level: message(`cut-sets.of.${level}`) }),
    columns: ['function', 'limit', 'too-long', 'sets', 'alone'].map((column) => message(`cut-sets.column.${column}`)),
    rows,
    empty: message('cut-sets.none-at-all'),
    primary: true,
  }
  const notes = noteTexts(found).map((text): Block => ({ kind: 'text', role: 'note', tone: 'unknown', text }))
  const importances = isImportanceWanted ? tops.flatMap((one): readonly Block[] => importanceBlocks(subject, one, found.model)) : []
  return { before: [table, ...notes], behind: importances }
}

function rowOf(subject: Subject, one: BusinessFunction, cuts: FunctionCuts | undefined): Row {
  const nothing: Cell = { text: message('cut-sets.unstopped'), tone: 'plain' }
  const limit: Cell = one.mtpdKnown ? { interval: { low: limitOf(one), high: limitOf(one) }, unit: 'hours' } : { text: message('cut-sets.limit-unknown'), tone: 'unknown' }
  if (cuts === undefined) return { cells: [{ text: named(subject, one.id) }, limit, nothing, { text: plain('') }, { text: plain('') }], proof: noProof }
  const [low, high] = typeof cuts.probability === 'number' ? [cuts.probability, cuts.probability] : cuts.probability
  const chance: Cell = { interval: { low, high }, unit: 'share-per-year', ...(low === high ? {} : { tone: 'unknown' }) }
  const sets = cuts.products === null ? message('cut-sets.uncounted') : plain(String(cuts.products))
  return { cells: [{ text: named(subject, one.id) }, limit, chance, { text: sets }, { text: plain(String(cuts.byOrder[0] ?? 0)) }], proof: noProof }
}

function noteTexts({ model: { trees, events, functions }, tops, assumed }: Found): readonly Message[] {
  const asked = new Set(tops.map((one) => one.function))
  const own = events.flatMap((one, at) => (asked.has(one.function) ? [trees.probabilities[at] as number] : []))
  const unknown = own.filter(Number.isNaN).length
  return [
    ...(functions.length === 0 ? [] : [message('cut-sets.chance-says')]),
    ...(unknown === 0 ? [] : [message('cut-sets.chance-open', { unknown, events: own.length })]),
    ...(assumed === undefined ? [] : [message('cut-sets.chance-assumed', { assumed: String(assumed) })]),
  ]
}

const columns = ['event', 'chance', 'birnbaum', 'criticality', 'fussell-vesely', 'achievement', 'reduction'] as const

/** Measures of importance are numbers of the field, with its digits; the chance of an event is said as every chance is. */
function importanceBlocks(subject: Subject, cuts: FunctionCuts, { trees, events }: EstateTrees): readonly Block[] {
  const about = new Map(trees.events.map((name, at) => [name, events[at]]))
  const title = message('cuts.title.cuts-importance', { top: named(subject, cuts.function) })
  if (cuts.importance === undefined)
    return [{ kind: 'text', role: 'note', tone: 'unknown', text: message('cut-sets.importance-open', { function: named(subject, cuts.function) }) }]
  const rows = cuts.importance
    .toSorted((a, b) => b.birnbaum * b.probability - a.birnbaum * a.probability)
    .slice(0, mostShown)
    .map((one): Row => {
      const event = about.get(one.event)
      const measures = [one.birnbaum, one.criticality, one.fussellVesely, one.achievement, one.reduction]
      return {
        cells: [
          { text: event === undefined ? plain(one.event) : nameOf(subject, event) },
          { interval: { low: one.probability, high: one.probability }, unit: 'share-per-year' },
          ...measures.map((value): Cell => ({ text: plain(shortFigure(value)) })),
        ],
        proof: noProof,
      }
    })
  return [
    { kind: 'table', id: 'cut-importance', title, columns: columns.map((column) => message(`cut-sets.importance.${column}`)), rows, empty: message('cuts.empty'), primary: true },
  ]
}

const nameOf = (subject: Subject, { source, isNotTakenOver }: EstateTrees['events'][number]): Message =>
  isNotTakenOver ? message('cut-sets.not-taken-over', { event: namedEvent(subject, source) }) : namedEvent(subject, source)

/** Three digits: what these rest on is judged, and no more of it is known. */
const shortFigure = (value: number | null): string => figure(value === null ? null : Number(value.toPrecision(3)))
