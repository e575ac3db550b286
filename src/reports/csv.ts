import type { Block } from '#findings/block.ts'
import { cleanSpeaker } from './clean-speaker.ts'
import { curveRows } from './curve-reading.ts'
import { gridOf } from './grid.ts'
import { proofText } from './place-text.ts'
import type { Report } from './report.ts'
import { waterfallRows } from './waterfall-rows.ts'

/** How many places of a row are named; the assessment itself has them all. */
const placesShown = 5

/**
 * Every cell of every table, one a line (RFC 4180): for spreadsheets that filter and pivot. Question, table, row and column say where
 * a value belongs; `low` and `high` give the figure behind the words where there is one, `code` how a register
 * writes them.
 */
export const csv: Report = {
  id: 'csv',
  extension: '.csv',
  render(assessment, { language }) {
    const speaker = cleanSpeaker(language)
    const lines = assessment.outcomes.flatMap(({ id, outcome }) =>
      outcome.status !== 'answered'
        ? []
        : outcome.blocks.flatMap((block, at) => {
            const grid = gridOf(speaker, block)
            return (grid?.rows ?? []).flatMap((row, number) =>
              row.cells.map((cell, column) => {
                const { low, high, unit, code } = figureAt(block, number, column)
                return [id, grid?.title ?? '', nameOf(block, at), `${number + 1}`, grid?.columns[column] ?? '', cell, low, high, unit, code, proofText(row.proof, placesShown)]
              }),
            )
          }),
    )
    return [header, ...lines].map((cells) => `${cells.map(written).join(',')}\r\n`).join('')
  },
}

const header = ['question', 'title', 'table', 'row', 'column', 'text', 'low', 'high', 'unit', 'code', 'evidence']

const nameOf = (block: Block, at: number): string => ('id' in block ? block.id : `${block.kind}-${at + 1}`)

const unknown = { low: Number.NaN, high: Number.NaN }
const noFigure = { low: '', high: '', unit: '', code: '' }

/** The figure behind a cell. A bound that is infinite is left empty: there is none. */
function figureAt(block: Block, row: number, column: number): typeof noFigure {
  if (block.kind === 'measures' && column === 1) return figure(block.measures[row])
  if (block.kind === 'curve' && column === 1) return figure({ interval: curveRows(block)[row]?.amount ?? unknown, unit: block.unit })
  if (block.kind === 'waterfall' && column === 1) return figure({ interval: waterfallRows(block)[row]?.interval ?? unknown, unit: block.unit })
  if (block.kind === 'bands' && column > 0) return noFigure
  const cell = block.kind === 'table' ? block.rows[row]?.cells[column] : undefined
  if (cell && 'code' in cell && cell.code !== undefined) return { ...noFigure, code: cell.code }
  return cell && 'interval' in cell ? figure(cell) : noFigure
}

function figure(one: { readonly interval: { readonly low: number; readonly high: number }; readonly unit: string } | undefined): typeof noFigure {
  const number = (value: number): string => (Number.isFinite(value) ? String(value) : '')
  return one ? { ...noFigure, low: number(one.interval.low), high: number(one.interval.high), unit: one.unit } : noFigure
}

/** A cell in quotes where it has to be. What a spreadsheet would take for a formula is kept from being one: names come out of files of others. */
function written(text: string): string {
  const safe = /^\s*[=+\-@]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
