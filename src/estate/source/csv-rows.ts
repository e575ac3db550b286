/** One row of a table in plain text, and the line it begins on. */
export interface CsvRow {
  readonly cells: readonly string[]
  readonly line: number
}

export interface CsvTable {
  readonly rows: readonly CsvRow[]
  /** Lines on which a row begins that cannot be read. The rest goes on behind them. */
  readonly broken: readonly number[]
}

/**
 * Reads comma-separated text (RFC 4180), with another separator if need be, and with any line ends.
 *
 * A quote that is opened and never rightly closed would swallow the rest of the file; so it costs the line it is opened on, and the next
 * one is a row again. Blank lines are no rows. Blanks around a cell do not count. A quote in the midst of a cell is a plain sign.
 */
export function csvRows(text: string, separator: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const rows: CsvRow[] = []
  const broken: number[] = []
  let line = 1
  for (let at = 0; at < plain.length; ) {
    const row = rowAt(plain, at, separator)
    const end = row?.end ?? endOfLine(plain, at)
    if (!row) broken.push(line)
    else if (row.cells.length > 1 || row.cells[0] !== '') rows.push({ cells: row.cells, line })
    line += linesIn(plain, at, end)
    at = end
  }
  return { rows, broken }
}

/** The row that begins at an offset, and where the next one does; nothing when its quotes are broken. */
function rowAt(text: string, from: number, separator: string): { readonly cells: readonly string[]; readonly end: number } | undefined {
  const cells: string[] = []
  for (let at = from; ; at++) {
    const cell = text[at] === '"' ? quotedAt(text, at) : (quotedBehindBlanks(text, at, separator) ?? plainAt(text, at, separator))
    if (!cell) return undefined
    cells.push(cell.text.trim())
    const behind = text[cell.end]
    if (behind === undefined) return { cells, end: cell.end }
    if (behind === '\n') return { cells, end: cell.end + 1 }
    if (behind !== separator) return undefined // something between the closing quote and the separator
    at = cell.end
  }
}

interface Cell {
  readonly text: string
  readonly end: number
}

function plainAt(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
  return { text: text.slice(from, end), end }
}

/** Some writers put a blank before a quote: it opens a cell all the same, if it closes soon, and where the cell ends. */
function quotedBehindBlanks(text: string, from: number, separator: string): Cell | undefined {
  let start = from
  while (text[start] === ' ' && start - from < mostBlanks) start++
  const cell = start > from && text[start] === '"' ? quotedAt(text.slice(start, start + longestBehindBlanks), 0) : undefined
  if (cell === undefined) return undefined
  const end = start + cell.end
  return text[end] === undefined || text[end] === '\n' || text[end] === separator ? { text: cell.text, end } : undefined
}

const mostBlanks = 20
const longestBehindBlanks = 10_000

function quotedAt(text: string, from: number): Cell | undefined {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return { text: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
  }
  return undefined
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}
