import { csvRows } from '#estate/source/csv-rows.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { hitRate, wideningAdvice } from '#kernels/statistics/calibration/hit-rate.ts'
import { message, plain } from '#lang/message.ts'

/** Intervals here are meant to hold nine times out of ten; so much of what chance does is ordinary. */
const claim = { coverage: 0.9, confidence: 0.9 }

/** A question somebody answered with an interval, and what it turned out to be. */
interface Answered {
  readonly question: string
  readonly low: number
  readonly high: number
  readonly truth: number
}

/**
 * How often somebody's 90 % intervals held, and what to do with their next ones.
 *
 * @param text CSV with the headings question, low, high, truth
 */
export function calibrate(text: string): Outcome {
  const { answers, unread } = answersIn(text)
  const rate = hitRate(answers, claim)
  if (rate === undefined) return { status: 'too-little-evidence', reason: message('calibrate.none') }
  const { advice, factor } = wideningAdvice(rate, claim)
  const missed = answers.filter(({ low, high, truth }) => truth < low || truth > high)
  const table: Block = {
    kind: 'table',
    id: 'calibrate-missed',
    title: message('calibrate.missed'),
    columns: ['question', 'low', 'high', 'truth'].map((column) => message(`calibrate.column.${column}`)),
    rows: missed.map(
      (one): Row => ({
        cells: [{ text: plain(one.question) }, ...[one.low, one.high, one.truth].map((value) => ({ interval: { low: value, high: value }, unit: 'count' as const }))],
        proof: noProof,
      }),
    ),
    empty: message('calibrate.missed-none'),
  }
  return {
    status: 'answered',
    blocks: [
      { kind: 'text', role: 'headline', text: message('calibrate.headline', { hits: rate.hits, asked: rate.asked, low: rate.ordinary.low, high: rate.ordinary.high }) },
      { kind: 'text', text: message(`calibrate.${advice}`, { factor: plain(factor.toPrecision(2)) }) },
      ...(unread.length === 0
        ? []
        : [{ kind: 'text' as const, text: message('calibrate.unread', { lines: unread.map((line) => plain(String(line))) }), tone: 'warning' as const }]),
      table,
      { kind: 'text', role: 'method', text: message('calibrate.method') },
    ],
  }
}

const headings = ['question', 'low', 'high', 'truth'] as const

function answersIn(text: string): { readonly answers: readonly Answered[]; readonly unread: readonly number[] } {
  const separator = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ','
  const { rows, broken } = csvRows(text, separator)
  const [head, ...rest] = rows
  const at = headings.map((name) => head?.cells.findIndex((cell) => cell.trim().toLowerCase() === name) ?? -1)
  const numberAt = (cells: readonly string[], place: number): number => {
    const cell = cells[at[place] as number]?.trim() ?? ''
    return cell === '' ? Number.NaN : Number(cell)
  }
  const read = rest.map(({ cells, line }) => ({ line, question: cells[at[0] as number] ?? '', low: numberAt(cells, 1), high: numberAt(cells, 2), truth: numberAt(cells, 3) }))
  const isSound = (one: Answered): boolean => [one.low, one.high, one.truth].every(Number.isFinite) && one.low <= one.high
  return { answers: read.filter(isSound), unread: [...broken, ...read.filter((one) => !isSound(one)).map((one) => one.line)].sort((a, b) => a - b) }
}
