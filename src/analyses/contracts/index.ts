import { idOf } from '#estate/claim.ts'
import { type Agreement, agreements, type WithoutAgreement, withoutAgreement } from '#facts/agreements.ts'
import { lawNamed } from '#facts/law-named.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Measure, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message, plain } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { named, proofOf } from '../proof-of.ts'

/** What was agreed with whom, until when, and who does something for us of whom no agreement was shown. */
export const contractsAnalysis: Analysis = {
  id: 'contracts',
  answer(subject: Subject): Outcome {
    const all = agreements(subject)
    if (all.length === 0) return { status: 'too-little-evidence', reason: message('contracts.nothing') }
    return {
      status: 'answered',
      blocks: [
        { kind: 'measures', title: message('contracts.measures', { date: { date: subject.asOf } }), measures: measuresOf(all) },
        agreementTable(subject, all),
        withoutTable(subject, withoutAgreement(subject)),
        { kind: 'text', role: 'method', text: message('contracts.method') },
      ],
    }
  },
}

const measuresOf = (all: readonly Agreement[]): readonly Measure[] => [
  measureOf(all, 'ended', (one) => one.standing === 'ended'),
  measureOf(all, 'ends-12', (one) => one.standing === 'ends-12'),
  measureOf(all, 'no-end', (one) => one.standing === 'unknown'),
  measureOf(all, 'no-exit', (one) => one.exit === undefined),
]

function measureOf(all: readonly Agreement[], what: string, is: (one: Agreement) => boolean): Measure {
  const own = all.filter(is)
  return {
    label: message(`contracts.measure.${what}`),
    interval: { low: own.length, high: own.length },
    unit: 'count',
    of: all.length,
    basis: 'declared',
    proof: { steps: [], at: own.flatMap((one) => one.at).slice(0, 4) },
    ...(own.length === 0 ? {} : { tone: what.startsWith('no-') ? ('unknown' as const) : ('warning' as const) }),
  }
}

function agreementTable(subject: Subject, all: readonly Agreement[]): Block {
  return {
    kind: 'table',
    id: 'contracts-agreements',
    title: message('contracts.agreements'),
    columns: ['agreement', 'with', 'ends', 'notice-by', 'law', 'exit', 'functions'].map((column) => message(`contracts.column.${column}`)),
    rows: all.map(
      (one): Row => ({
        cells: [
          { text: plain(one.name) },
          one.parties.length === 0 ? notStated : { list: one.parties.map((party) => named(subject, party)) },
          endCell(one),
          one.standing === 'open-ended'
            ? { text: message('contracts.no-day') }
            : one.noticeBy === undefined
              ? notStated
              : { date: one.noticeBy, ...(one.noticeBy < subject.asOf ? { tone: 'warning' as const } : {}) },
          lawCell(subject, one.law),
          textCell(one.exit),
          { list: one.functions.map((id) => named(subject, id)) },
        ],
        proof: { steps: [], at: one.at },
      }),
    ),
    empty: message('contracts.nothing'),
  }
}

const notStated: Cell = { text: message('contracts.not-stated'), tone: 'unknown' }

function endCell({ ends, standing }: Agreement): Cell {
  if (ends === undefined) return notStated
  if (standing === 'open-ended') return { text: message('contracts.open-ended') }
  return { date: ends, ...(standing === 'runs' ? {} : { tone: 'warning' as const }) }
}

/** A law is shown by its country where it names one, and in its own words otherwise. */
function lawCell(subject: Subject, text: string | undefined): Cell {
  const code = lawNamed(subject.knowledge, text)
  return code === undefined ? textCell(text) : { text: named(subject, idOf('jurisdiction', code)) }
}

const textCell = (text: string | undefined): Cell => (text === undefined ? notStated : { text: plain(text) })

function withoutTable(subject: Subject, list: readonly WithoutAgreement[]): Block {
  return {
    kind: 'table',
    id: 'contracts-without',
    title: message('contracts.without'),
    columns: ['party', 'group-agreed', 'functions'].map((column) => message(`contracts.column.${column}`)),
    rows: list.map(
      (one): Row => ({
        cells: [{ text: named(subject, one.party) }, { list: one.groupAgreed.map((id) => named(subject, id)) }, { list: one.functions.map((id) => named(subject, id)) }],
        proof: proofOf(subject, one.road),
      }),
    ),
    empty: message('contracts.without-none'),
  }
}
