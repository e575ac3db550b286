import type { Diagnostic } from '#estate/diagnostic.ts'
import { type CsvRow, csvRows } from '#estate/source/csv-rows.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { once } from '#lang/once.ts'
import { isItemHeading } from '../item-headings.ts'
import { entriesOf } from './entries.ts'
import { type DnsRecord, fitsType, fullName, isType, isWhole, isWithin, rankOf, targetOf } from './record.ts'
import type { RecordsRead } from './zone-file.ts'

/** The columns of an exported zone, and the words that registrars put over them. */
const headings = {
  name: ['name', 'host', 'hostname', 'record', 'record name', 'naam', 'subdomain', 'owner'],
  type: ['type', 'record type', 'recordtype', 'rtype', 'rrtype'],
  data: ['value', 'values', 'content', 'data', 'rdata', 'target', 'answer', 'points to', 'record data', 'waarde', 'inhoud', 'record value', 'destination'],
  ttl: ['ttl', 'time to live'],
  rank: ['priority', 'prio', 'pref', 'preference', 'prioriteit', 'mx priority'],
  zone: ['zone', 'zone name', 'domain', 'domein', 'domain name'],
} as const
type Column = keyof typeof headings

interface Table {
  readonly columns: ReadonlyMap<Column, number>
  readonly rows: readonly CsvRow[]
  readonly broken: readonly number[]
}

/** So many rows decide whether a table is one of records. */
const looked = 20

/** A table of records, as registrars export zones: a name, a type that is one of DNS, and data. */
export const tableOf: (file: SourceFile) => { readonly table: Table | undefined } = once((file) => {
  const text = file.text()
  const firstLine =
    text
      .replace(/^\uFEFF/, '')
      .slice(0, 2000)
      .split(/[\r\n]/, 1)[0] ?? ''
  const separator = [';', ',', '\t'].find((one) => columnsOf(firstLine.split(one)) !== undefined)
  if (separator === undefined) return { table: undefined }
  const { rows, broken } = csvRows(text, separator)
  const columns = columnsOf(rows[0]?.cells ?? [])
  if (columns === undefined) return { table: undefined }
  const body = rows.slice(1)
  const sample = body.slice(0, looked)
  const fitting = sample.filter((row) => isType(cellOf(row, columns, 'type')))
  return { table: fitting.length > 0 && fitting.length >= 0.8 * sample.length ? { columns, rows: body, broken } : undefined }
})

function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const words = cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  )
  const columns = new Map<Column, number>()
  for (const [column, known] of Object.entries(headings)) {
    const at = words.findIndex((word) => (known as readonly string[]).includes(word))
    if (at >= 0) columns.set(column as Column, at)
  }
  return columns.has('name') && columns.has('type') && columns.has('data') && !isItemHeading(cells) ? columns : undefined
}

const cellOf = (row: CsvRow, columns: Table['columns'], column: Column): string => row.cells[columns.get(column) ?? -1]?.trim() ?? ''

/** The records of a table. Names in full are taken as they are; others hang below the zone's column, or below what the file is named for. */
export function tableRecords(file: SourceFile, origin: string | undefined): RecordsRead {
  const { table } = tableOf(file)
  const records: DnsRecord[] = []
  const diagnostics: Diagnostic[] = []
  for (const line of table?.broken ?? []) diagnostics.push({ code: 'unreadable', severity: 'error', file: file.path, pointer: `/line/${line}`, line, values: { reason: 'csv' } })
  for (const row of table?.rows ?? []) {
    const at = { file: file.path, pointer: `/line/${row.line}`, line: row.line }
    const record = table && recordIn(row, table.columns, origin)
    if (record) records.push({ ...record, at })
    else if (row.cells.some((cell) => cell !== '')) diagnostics.push({ code: 'unexpected', severity: 'warning', ...at, values: { expected: 'name, type, data', found: 'text' } })
  }
  return { records, diagnostics }
}

function recordIn(row: CsvRow, columns: Table['columns'], origin: string | undefined): Omit<DnsRecord, 'at'> | undefined {
  const type = cellOf(row, columns, 'type').toUpperCase()
  const zone = fullName(cellOf(row, columns, 'zone'), '') || origin
  const name = cellOf(row, columns, 'name')
  const owner = name === '' ? zone : ownerOf(name, zone)
  if (owner === undefined || owner === '' || !isType(type)) return undefined
  const rank = cellOf(row, columns, 'rank')
  const data = cellOf(row, columns, 'data')
  // A text that nobody put in quotes is one text all the same.
  const isText = type === 'TXT' || type === 'SPF'
  const own = isText && !data.startsWith('"') ? [{ text: data, quoted: true }] : (entriesOf(data).entries[0]?.tokens ?? [])
  const tokens = type === 'MX' && own.length === 1 ? [{ text: /^\d{1,5}$/.test(rank) ? rank : '0', quoted: false }, ...own] : own
  if (!fitsType(type, tokens)) return undefined
  const pointed = targetOf(type, tokens)
  const target = pointed === undefined ? undefined : pointedAt(pointed, zone)
  const place = rankOf(type, tokens)
  const text = target === undefined ? tokens.map((token) => token.text).join(isText ? '' : ' ') : ''
  return { owner, type, text, ...(target === undefined ? {} : { target }), ...(place === undefined ? {} : { rank: place }) }
}

/** Tables leave out the last dot. A name of a record that does not lie in the zone hangs below it. */
function ownerOf(name: string, zone: string | undefined): string | undefined {
  const plain = name.trim().toLowerCase()
  return zone !== undefined && isWithin(plain, zone) ? plain : fullName(plain, zone)
}

/** What a record points to is mostly outside of the zone: where it could be whole, it is. */
function pointedAt(name: string, zone: string | undefined): string | undefined {
  const plain = name.trim().toLowerCase()
  return isWhole(plain) ? plain : ownerOf(plain, zone)
}
