import { noProof } from '#findings/evidence.ts'
import { plain } from '#lang/message.ts'
import { along, amountTicks, chanceTicksOf, type Frame, frameOf, type Tick } from '../curve-frame.ts'
import { type Curve, type CurvePoint, chanceAt, isEmptyCurve, pointsOf } from '../curve-reading.ts'
import { curveTable } from '../curve-words.ts'
import { brailleLines, dotsHigh, dotsWide } from './braille.ts'
import { widthOf, wrapped } from './fit.ts'
import { type Page, said } from './page.ts'
import { tableLines } from './table.ts'

/** Columns and lines of the field, at most: a larger one says no more. */
const widest = 56
const lineCount = 10

/** Room at the left, for the words of the axis. */
const labelRoom = 8

/** How likely a year is to come to an amount: drawn in dots, then as a table. */
export function curveLines(page: Page, block: Curve): readonly string[] {
  if (isEmptyCurve(block)) return [`  ${said(page, 'figure.none')}`]
  const series = block.series.map((one) => ({ label: page.speaker.say(one.label), points: pointsOf(one) })).filter(({ points }) => points.length > 0)
  const lines = series.map(({ points }) => points)
  const frame = frameOf(lines, block.marks)
  const keys = series.flatMap(({ label }, at) => wrapped(said(page, keyOf(at, series.length), { label }), page.width - 2).map((line) => `  ${page.palette.quiet(line)}`))
  return [...(frame ? [...picture(page, block, { frame, lines }), ...keys, ''] : []), ...tableOf(page, block)]
}

const keyOf = (at: number, count: number): string => `terminal.curve-${count === 1 ? 'only' : at === 0 ? 'left' : at === count - 1 ? 'right' : 'middle'}`

function picture(page: Page, block: Curve, { frame, lines }: { readonly frame: Frame; readonly lines: readonly (readonly CurvePoint[])[] }): readonly string[] {
  const width = Math.min(widest, page.width - labelRoom - 2)
  const labels = new Map(chanceTicksOf(page.speaker, frame.chances).map(({ at, text }) => [Math.floor(rowOf(frame, at) / dotsHigh), text]))
  const field = fieldOf(frame, lines, width).map((line, at) => {
    const label = labels.get(at)
    return `${page.palette.quiet(`${(label ?? '').padStart(labelRoom - 2)} ${label === undefined ? '│' : '┤'}`)}${line}`.trimEnd()
  })
  const ticks = amountTicks(page.speaker, block.unit, { range: frame.amounts, width, signWidth: 1 }).filter(({ text }) => text !== '')
  const axis = Array.from({ length: width }, (_, column) => (ticks.some(({ at }) => columnOf(frame, at, width) === column) ? '┬' : '─')).join('')
  const name = (text: string): string => page.palette.quiet(text)
  return [
    ...wrapped(said(page, 'curve.axis-chance'), page.width - 2).map((line) => name(`  ${line}`)),
    ...field,
    name(`${' '.repeat(labelRoom - 1)}└${axis}`),
    name(amountLabels(frame, ticks, width)),
    name(said(page, 'curve.axis-amount').padStart(labelRoom + width)),
  ]
}

const columnOf = ({ amounts }: Frame, amount: number, width: number): number => Math.round((width - 1) * along(amounts, amount))

/** The dot, counted from the top, at which a chance lies. */
const rowOf = ({ chances }: Frame, chance: number): number => Math.round((lineCount * dotsHigh - 1) * (1 - along(chances, chance)))

/** Labels under their ticks; one that would run into another, or out of the field, is moved or left out. */
function amountLabels(frame: Frame, ticks: readonly Tick[], width: number): string {
  return ticks.reduce((line, { at, text }) => {
    const wanted = labelRoom + columnOf(frame, at, width) - Math.floor(widthOf(text) / 2)
    const start = Math.min(wanted, labelRoom + width - widthOf(text))
    return line !== '' && start < widthOf(line) + 1 ? line : line.padEnd(start) + text
  }, '')
}

/** The lines in full dots, and what lies between the first and the last in sparse ones. */
function fieldOf(frame: Frame, lines: readonly (readonly CurvePoint[])[], width: number): readonly string[] {
  const columns = width * dotsWide
  const amountAtColumn = (x: number): number => frame.amounts.from * (frame.amounts.to / frame.amounts.from) ** (x / (columns - 1))
  const tracks = lines.map((points) =>
    trackOf(
      frame,
      points,
      Array.from({ length: columns }, (_, x) => amountAtColumn(x)),
    ),
  )
  const [first, last] = [tracks[0] ?? [], tracks.at(-1) ?? []]
  return brailleLines(width, lineCount, (x, y) => {
    if (tracks.some((track) => track[x] !== undefined && y >= track[x].top && y <= track[x].bottom)) return true
    const ends = [first[x]?.bottom ?? Number.POSITIVE_INFINITY, last[x]?.bottom ?? Number.POSITIVE_INFINITY]
    return lines.length > 1 && x % dotsWide === 0 && y % 2 === 0 && y > Math.min(...ends) && y < Math.max(...ends)
  })
}

interface Stroke {
  readonly top: number
  readonly bottom: number
}

/** The dots of a line in each column, reaching down from where it was in the column before; nothing where it is out of the field. */
function trackOf(frame: Frame, points: readonly CurvePoint[], amounts: readonly number[]): readonly (Stroke | undefined)[] {
  const lowest = lineCount * dotsHigh - 1
  const rows = amounts.map((amount) =>
    amount > (points.at(-1)?.amount ?? 0) ? undefined : chanceAt(points, amount) < frame.chances.from ? lowest + 1 : rowOf(frame, chanceAt(points, amount)),
  )
  return rows.map((row, x) => {
    const before = rows[x - 1]
    if (row === undefined || (row > lowest && (before === undefined || before > lowest))) return undefined
    return { top: Math.min(row, before === undefined ? row : before + 1), bottom: Math.min(row, lowest) }
  })
}

/** The table, with the name of an amount behind its chance: a column of its own would stand almost empty. */
function tableOf(page: Page, block: Curve): readonly string[] {
  const { columns, rows } = curveTable(page.speaker, block)
  const cells = rows.map(([chance = '', amount = '', name = '']) => ({
    cells: [name === '' ? chance : `${chance}: ${name}`, amount].map((cell) => ({ text: plain(cell) })),
    proof: noProof,
  }))
  const table = { kind: 'table', id: block.id, title: block.title, columns: columns.slice(0, 2).map(plain), rows: cells, empty: plain('') } as const
  return tableLines(page, table, Number.POSITIVE_INFINITY)
}
