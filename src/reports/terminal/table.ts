import type { Block, Cell, Row, Tone } from '#findings/block.ts'
import { cellText, foldRows } from '../cell-text.ts'
import { columnWidths, padded, widthOf, wrapped } from './fit.ts'
import { type Page, said } from './page.ts'

type Table = Extract<Block, { readonly kind: 'table' }>

/** The most columns that stand side by side; a wider table is told row by row. */
const columnsBeside = 4

/** The most lines a cell may take before it is cut. */
const linesOfCell = 4

/** A table in lines. At most `most` rows, and then how many are left. */
export function tableLines(page: Page, block: Table, most: number): readonly string[] {
  const { shown, folded } = foldRows(page.speaker, block.rows)
  if (block.rows.length === 0) return wrapped(page.speaker.say(block.empty), page.width - 2).map((line) => `  ${line}`)
  const rows = shown.slice(0, most)
  const columns = block.columns.map((column) => page.speaker.say(column))
  const body = rows.length === 0 ? [] : columns.length > columnsBeside ? rows.flatMap((row, at) => told(page, columns, row, at + 1)) : beside(page, columns, rows)
  const more = shown.length > rows.length ? [`  ${page.palette.quiet(said(page, 'terminal.more-rows', { count: shown.length - rows.length }))}`] : []
  const rest =
    folded.length > 0 ? wrapped(said(page, 'report.folded', { names: folded.map((name) => ({ plain: name })) }), page.width - 2).map((line) => `  ${page.palette.quiet(line)}`) : []
  return [...body, ...more, ...rest]
}

/** One row as a sentence: its first cell as a head, then each column with its name. */
function told(page: Page, columns: readonly string[], row: Row, number: number): readonly string[] {
  const [first, ...others] = row.cells
  const head = first
    ? wrapped(signed(page, first), page.width - 5).map(
        (line, at) => `${at === 0 ? ` ${padded(`${number}`, 3)}` : '    '} ${page.palette.strong(page.palette.toned(line, toneOf(first)))}`,
      )
    : []
  const text = others.flatMap((cell, at) => (cellText(page.speaker, cell) === '' ? [] : [`${columns[at + 1] ?? ''}: ${signed(page, cell)}`])).join(' · ')
  return [...head, ...wrapped(text, page.width - 5).map((line) => `     ${line}`)]
}

function beside(page: Page, columns: readonly string[], rows: readonly Row[]): readonly string[] {
  const texts = rows.map((row) => row.cells.map((cell) => signed(page, cell)))
  const needs = columns.map((column, at) => Math.max(widthOf(column), ...texts.map((row) => widthOf(row[at] ?? ''))))
  const widths = columnWidths(needs, page.width - 2 - 2 * (columns.length - 1))
  const head = lined(columns, widths, (text) => page.palette.quiet(text))
  const body = rows.flatMap((row, at) => lined(texts[at] ?? [], widths, (text, column) => page.palette.toned(text, toneOf(row.cells[column]))))
  return [...head, `  ${page.palette.quiet(widths.map((width) => '─'.repeat(width)).join('  '))}`, ...body]
}

/** One row over as many lines as its fullest cell needs. Blanks are added before the colour, which has no width. */
function lined(texts: readonly string[], widths: readonly number[], paint: (text: string, column: number) => string): readonly string[] {
  const cells = widths.map((width, at) => {
    const lines = wrapped(texts[at] ?? '', width)
    return lines.length <= linesOfCell ? lines : [...lines.slice(0, linesOfCell - 1), `${[...(lines[linesOfCell - 1] ?? '')].slice(0, width - 1).join('')}…`]
  })
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    `  ${cells.map((lines, at) => paint(padded(lines[line] ?? '', at === cells.length - 1 ? 0 : (widths[at] ?? 0)), at)).join('  ')}`.trimEnd(),
  )
}

const toneOf = (cell: Cell | undefined): Tone | undefined => (cell && 'tone' in cell ? cell.tone : undefined)

/** The words of a cell after the sign of its tone. */
function signed(page: Page, cell: Cell): string {
  const tone = toneOf(cell)
  const sign = tone === 'warning' ? '▲ ' : tone === 'unknown' ? '◌ ' : ''
  return sign + cellText(page.speaker, cell)
}
