import { parse } from 'csv-parse/browser/esm/sync'

/** One row of a table in plain text, and the line it begins on. */
export interface TextRow {
  readonly cells: readonly string[]
  readonly line: number
}

export interface Table {
  readonly rows: readonly TextRow[]
  /** Lines where a row could not be read. The rest goes on behind them. */
  readonly broken: readonly number[]
}

/** More faults than this in one file, and it is no table. */
const faultLimit = 20

/** Reads comma-separated text (RFC 4180) with another separator if need be. A row with broken quotes costs that row alone. */
export function readRows(text: string, delimiter: string): Table {
  const rows: TextRow[] = []
  const broken: number[] = []
  let rest = text
  let before = 0
  while (rest !== '' && broken.length < faultLimit) {
    const part = readPart(rest, delimiter)
    rows.push(...part.rows.map((row) => ({ ...row, line: row.line + before })))
    if (part.fault === undefined) break
    broken.push(part.fault + before)
    rest = rest.split('\n').slice(part.fault).join('\n')
    before += part.fault
  }
  return { rows, broken }
}

/** Reads until the first fault; `fault` is the line on which the row that holds it begins. */
function readPart(text: string, delimiter: string): { readonly rows: readonly TextRow[]; readonly fault?: number } {
  const rows: TextRow[] = []
  let next = 1
  const keep = (cells: unknown, end: number): null => {
    const texts = Array.isArray(cells) ? cells.map(String) : []
    const inner = texts.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0)
    rows.push({ cells: texts.map((cell) => cell.trim()), line: end - inner })
    next = end + 1
    return null
  }
  try {
    const options = {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record: unknown, info: { readonly lines: number }) => keep(record, info.lines),
    }
    parse(text, options)
    return { rows }
  } catch {
    // Only broken quotes get here: everything else is allowed for above. The fault's own text quotes the file, and is not kept.
    const lines = text.split('\n')
    const first = lines.findIndex((line, at) => at + 1 >= next && line.trim() !== '')
    return { rows, fault: first < 0 ? next : first + 1 }
  }
}
