import type { FilePlace } from '#estate/claim.ts'
import type { InventoryColumn, InventoryMapping } from '#estate/inventory-columns.ts'
import { type CsvRow, csvRows } from '#estate/source/csv-rows.ts'
import type { Settings, SourceFile } from '#estate/source-file.ts'
import { isItemHeading, itemColumns } from '../item-headings.ts'
import { fitsPattern } from './file-pattern.ts'
import { relationTable } from './relation-words.ts'
import { looksLikeWorkbook, workbookOf } from './workbook.ts'

/** A table of items or of relations between them, under its headings. */
export interface Table {
  readonly kind: 'items' | 'relations'
  readonly heading: readonly string[]
  readonly columns: ReadonlyMap<InventoryColumn, number>
  readonly rows: readonly CsvRow[]
  readonly broken: readonly number[]
  place(row: number): FilePlace
}

/** Titles, filters and blank lines may stand above the headings. */
const headingWithin = 25
const separators = [';', ',', '\t', '|'] as const
/** So much of a text is looked at for its headings. */
const head = 40_000

/** How the organisation says that the headings of a file are to be read. */
export const mappingFor = (file: SourceFile, settings: Settings | undefined): InventoryMapping['columns'] | undefined =>
  settings?.inventory.find((one) => fitsPattern(file.path, one.file))?.columns

/** Whether a file holds a table that is read here. A supplier register by its name is left to others, unless the organisation says otherwise. */
export function hasTables(file: SourceFile, mapping: InventoryMapping['columns'] | undefined): boolean {
  if (looksLikeWorkbook(file)) return tablesIn(file, mapping).length > 0 || mapping !== undefined || workbookOf(file).broken || workbookOf(file).excess
  if (/(^|\/)suppliers\.csv$/i.test(file.path) && mapping === undefined) return false
  return textTable(file, mapping, head) !== undefined
}

/** All tables of a file: one of a text, one for each sheet of a workbook that has headings we know. */
export function tablesIn(file: SourceFile, mapping: InventoryMapping['columns'] | undefined): readonly Table[] {
  if (looksLikeWorkbook(file)) {
    return workbookOf(file).sheets.flatMap(({ name, rows }) => {
      const place = (row: number): FilePlace => ({ file: file.path, pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}/${row}`, line: row })
      return tableOf(rows, [], mapping, place) ?? []
    })
  }
  const table = textTable(file, mapping, undefined)
  return table === undefined ? [] : [table]
}

/** @param upTo so many signs are read, to see whether there is a table; all, left out */
function textTable(file: SourceFile, mapping: InventoryMapping['columns'] | undefined, upTo: number | undefined): Table | undefined {
  const text = file.text()
  const part = text.slice(0, head)
  if (/^\s*[<{[]/.test(part) || part.includes('\0')) return undefined
  const place = (line: number): FilePlace => ({ file: file.path, pointer: `/line/${line}`, line })
  const lines = part.split(/\r\n|\n|\r/, headingWithin * 2)
  for (const separator of separators) {
    if (!lines.some((line) => mayBeHeading(line, separator, mapping !== undefined))) continue
    const whole = part.length < text.length ? part.slice(0, part.lastIndexOf('\n') + 1) : part
    const seen = csvRows(whole, separator)
    if (tableOf(seen.rows, [], mapping, place) === undefined) continue
    const { rows, broken } = upTo === undefined ? csvRows(text, separator) : seen
    return tableOf(rows, broken, mapping, place)
  }
  return undefined
}

/** Words of which one stands in every heading for a name, and one of each in every heading of relations. */
const ofName = /name|naam|config|cmdb|object|middel|virtual|applic|host|(?:^|[^a-z])(?:ci|vm)(?:[^a-z]|$)/i
const ofEnds = /(?:parent|source|from|bron|van|ouder).*(?:child|target|to|doel|naar|kind)|(?:child|target|to|doel|naar|kind).*(?:parent|source|from|bron|van|ouder)/i

/** Whether a line has enough cells and one word that a heading has: most files have none, and are looked at no further. */
function mayBeHeading(line: string, separator: string, isMapped: boolean): boolean {
  if (line.length > longestHeading) return false
  const first = line.indexOf(separator)
  const second = first < 0 ? -1 : line.indexOf(separator, first + 1)
  return second > 0 && (isMapped || ofName.test(line) || ofEnds.test(line))
}

const longestHeading = 30_000

function tableOf(rows: readonly CsvRow[], broken: readonly number[], mapping: InventoryMapping['columns'] | undefined, place: Table['place']): Table | undefined {
  for (const [at, { cells }] of rows.slice(0, headingWithin).entries()) {
    const rest = { heading: cells, rows: rows.slice(at + 1), broken, place }
    const columns = itemColumns(cells, mapping)
    const mapped = mapping !== undefined && isMapped(columns, mapping)
    const relations = mapped ? undefined : relationTable(cells, rest.rows)
    if (relations) return { kind: 'relations', columns: relations, ...rest }
    if (mapped && !columns.has('name')) return { kind: 'relations', columns, ...rest }
    if (mapped || (isItemHeading(cells) && isFollowed(cells, rest.rows))) return { kind: 'items', columns, ...rest }
  }
  return undefined
}

/** Whether rows of a table follow: most of the next ones have cells in more than one column, as far as there are any. */
function isFollowed(heading: readonly string[], rows: readonly CsvRow[]): boolean {
  const next = rows.slice(0, 10)
  const fitting = next.filter(({ cells }) => cells.length > 1 && cells.length <= heading.length + 5)
  return fitting.length * 2 >= next.length
}

/** Whether a row has a heading that the organisation names, for a row's own name or for both ends of a relation. */
function isMapped(columns: Table['columns'], mapping: InventoryMapping['columns']): boolean {
  const own = [...columns.keys()].filter((column) => mapping[column] !== undefined)
  return own.length > 0 && (columns.has('name') || (columns.has('parent') && columns.has('child')))
}
