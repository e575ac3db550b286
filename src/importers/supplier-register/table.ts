import { type CsvRow, type CsvTable, csvRows } from '#estate/source/csv-rows.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { once } from '#lang/once.ts'
import { type Column, columnsOf, isHeading } from './columns.ts'

/** A register's rows under its headings. */
export interface Register extends CsvTable {
  readonly columns: ReadonlyMap<Column, number>
}

/** Excel writes semicolons wherever the comma is the decimal sign. */
const delimiters = [';', ',', '\t', '|'] as const
/** A title may stand above the headings, and Excel's own `sep=;`. */
const headingWithin = 6

/** The register in a file, or nothing when no row has its headings. */
export const registerOf: (file: SourceFile) => { readonly register: Register | undefined } = once((file) => {
  const text = file.text()
  const head = text
    .slice(0, 8000)
    .split(/\r\n|\n|\r/)
    .slice(0, headingWithin)
  const delimiter = delimiters.find((one) => head.some((line) => isHeading(cellsOf(line, one))))
  if (delimiter === undefined) return { register: undefined }
  const { rows, broken } = csvRows(text, delimiter)
  const at = rows.findIndex((row) => isHeading(row.cells))
  const heading: CsvRow | undefined = rows[at]
  return { register: heading === undefined ? undefined : { rows: rows.slice(at + 1), broken, columns: columnsOf(heading.cells) } }
})

/** A heading holds no separators of its own, so quotes only have to be taken off. */
const cellsOf = (line: string, delimiter: string): readonly string[] =>
  line
    .replace(/^\uFEFF/, '')
    .split(delimiter)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
