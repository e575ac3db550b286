import { plain } from '#lang/message.ts'
import { figure } from '../figure.ts'
import { partsExceedTotal, type Waterfall, type WaterfallBar, type WaterfallRow, waterfallRows } from '../waterfall-rows.ts'
import { shortened, widthOf, wrapped } from './fit.ts'
import { type Page, said } from './page.ts'

/** Signs of the longest bar: at least, and at most. */
const shortest = 14
const longest = 32

/** Each part under its name, as a bar that begins where the one above ends, and the total under them. */
export function waterfallLines(page: Page, block: Waterfall, most: number): readonly string[] {
  if (block.parts.length === 0) return [`  ${said(page, 'figure.none')}`]
  const rows = waterfallRows(block)
  const figures = new Map(rows.map((row) => [row, figure(page.speaker, row.interval, block.unit)]))
  const room = page.width - 7 - Math.max(...[...figures.values()].map(widthOf))
  const width = Math.max(shortest, Math.min(longest, room))
  const lines = (row: WaterfallRow): readonly string[] => [
    `  ${page.palette.strong(shortened(page.speaker.say(row.label), page.width - 2))}`,
    ...(room >= shortest
      ? [`    ▕${barOf(row.bar, width)}▏ ${figures.get(row)}`]
      : [`    ▕${barOf(row.bar, width)}▏`, ...wrapped(figures.get(row) ?? '', page.width - 4).map((line) => `    ${line}`)]),
  ]
  const [parts, total] = [rows.filter((row) => !row.isTotal), rows.filter((row) => row.isTotal)]
  const rest = parts.slice(most).map((row) => row.interval)
  const sum = { low: rest.reduce((all, one) => all + one.low, 0), high: rest.reduce((all, one) => all + one.high, 0) }
  const more = rest.length > 0 ? [`  ${page.palette.quiet(said(page, 'terminal.rest', { figure: plain(figure(page.speaker, sum, block.unit)) }))}`] : []
  const note = partsExceedTotal(block) ? wrapped(said(page, 'waterfall.not-all-at-once'), page.width - 2).map((line) => `  ${page.palette.quiet(line)}`) : []
  return [...parts.slice(0, most).flatMap(lines), ...more, `    ${page.palette.quiet('─'.repeat(width + 2))}`, ...total.flatMap(lines), ...note]
}

/** Full as far as it is certain, shaded as far as it is possible; an open end goes on. What is not nothing takes a sign at least. */
function barOf({ start, certain, end, open }: WaterfallBar, width: number): string {
  const from = Math.min(Math.round(start * width), width - 1)
  const to = end > start ? Math.max(from + 1, Math.round(end * width)) : from
  const isFull = (at: number): boolean => (to - from === 1 ? 2 * (certain - start) >= end - start : at + 0.5 < certain * width)
  const signs = Array.from({ length: width }, (_, at) => (at < from || at >= to ? '·' : isFull(at) ? '█' : open && at === to - 1 ? '▸' : '▒'))
  return signs.join('')
}
