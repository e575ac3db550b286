import type { FilePlace } from '#estate/claim.ts'
import { type CsvRow, csvRows } from '#estate/source/csv-rows.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { groupBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { isColumn, templateOf } from './templates.ts'

/** One row of a table: its cells by the code of their column, without the name of the list that a value comes from. */
export interface Row {
  readonly at: FilePlace
  /** The value in a column; empty where there is none, or where the register writes that there is none. */
  cell(column: string): string
}

export interface Table {
  readonly template: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Lines whose quotes are broken. */
  readonly broken: readonly number[]
}

/** The table in a file; nothing where its name or its headings are not those of one. */
export const tableOf: (file: SourceFile) => { readonly table: Table | undefined } = once((file) => {
  const template = templateOf(file.path)
  const head =
    file
      .text()
      .slice(0, 4000)
      .split(/\r\n|\n|\r/)[0] ?? ''
  if (template === undefined || !isHeading(cellsOf(head, ','), cellsOf(head, ';'))) return { table: undefined }
  const { rows, broken } = csvRows(file.text(), cellsOf(head, ',').every(isColumn) ? ',' : ';')
  const columns = (rows[0]?.cells ?? []).map((cell) => cell.toLowerCase())
  return { table: { template, columns, rows: rows.slice(1).map((row) => rowOf(file.path, columns, row)), broken } }
})

const cellsOf = (line: string, separator: string): readonly string[] =>
  line
    .replace(/^\uFEFF/, '')
    .split(separator)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

const isHeading = (...readings: readonly (readonly string[])[]): boolean => readings.some((cells) => cells.length > 1 && cells.every(isColumn))

function rowOf(file: string, columns: readonly string[], { cells, line }: CsvRow): Row {
  const values = new Map(columns.map((column, at) => [column, told(cells[at] ?? '')]))
  return { at: { file, pointer: `/line/${line}`, line }, cell: (column) => values.get(column) ?? '' }
}

/** How the register writes that there is nothing: a word, or the code for a country that does not apply. */
const nothing = /^(not applicable|n\/?a|qx2007)$/i

/** A value without its list: `eba_GA:NL` is NL. Other colons stay. */
function told(cell: string): string {
  const bare = /^eba_[A-Za-z]+:(.+)$/.exec(cell)?.[1] ?? cell
  return nothing.test(bare) ? '' : bare
}

/** Another table of the same register: the file that lies beside this one. */
export function tableBeside(beside: Beside, path: string, template: string): Table | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  for (const name of [`b_${template}.csv`, `B_${template}.csv`]) {
    const file = beside.file(`${folder}${name}`)
    if (file) return tableOf(file).table
  }
  return undefined
}

/** The rows with a value in a column, in their order. Remembered per table: registers have thousands of rows that refer to one another. */
export const rowsWith = (table: Table | undefined, column: string, value: string): readonly Row[] => (table === undefined ? [] : (indexOf(table)(column).get(value) ?? []))

const indexOf = once((table: Table) => {
  const known = new Map<string, ReadonlyMap<string, readonly Row[]>>()
  return (column: string): ReadonlyMap<string, readonly Row[]> => {
    const found = known.get(column) ?? groupBy(table.rows, (row) => row.cell(column))
    known.set(column, found)
    return found
  }
})
