import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { uniqueBy } from '#lang/group.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { dependencyClaims, rowKind, tagClaims, templateOf } from './application-import.ts'
import { keyIn, textIn } from './cells.ts'
import { itemOf, type Register, registerOf } from './item.ts'
import { itemClaims } from './item-claims.ts'
import { type Met, nothingMet } from './makers.ts'
import { relationClaims } from './relations.ts'
import { hasTables, mappingFor, type Table, tablesIn } from './tables.ts'
import { looksLikeWorkbook, workbookOf } from './workbook.ts'

export const inventory: Importer = {
  id: 'inventory',
  title: 'Inventory: export of a CMDB or an asset register',
  spec: 'https://www.rfc-editor.org/rfc/rfc4180',
  recognises: (file, settings) => hasTables(file, mappingFor(file, settings)),
  read,
}

/** More rows of a file than this are passed over. */
const mostRows = 1_000_000

function read(file: SourceFile, beside: Beside): Fragment {
  const tables = tablesIn(file, mappingFor(file, beside.settings))
  const register = registerOf(file.path)
  const met = nothingMet()
  const claims: Claim[] = []
  for (const table of tables) for (const line of table.broken) register.diagnostics.push({ code: 'unreadable', severity: 'error', ...table.place(line), values: { reason: 'csv' } })
  for (const table of tables) {
    const { rows } = table
    const part = rows.length > mostRows ? { ...table, rows: rows.slice(0, mostRows) } : table
    if (part !== table) register.diagnostics.push({ code: 'limit', severity: 'warning', ...table.place(rows[mostRows]?.line ?? 1), values: { what: 'rows', limit: mostRows } })
    for (const claim of table.kind === 'relations' ? relationClaims(part, register) : tableClaims(part, register, met)) claims.push(claim)
  }
  return { claims, diagnostics: firstOfEach([...faultsOf(file, tables), ...onceEach(register.diagnostics), ...(claims.length === 0 ? [nothing(file)] : [])]) }
}

/** Of one row the same is told once, however often its cells were looked at. */
const onceEach = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => uniqueBy(diagnostics, (one) => `${one.code} ${one.pointer} ${JSON.stringify(one.values)}`)

/** What is wrong with the file as a whole. */
function faultsOf(file: SourceFile, tables: readonly Table[]): readonly Diagnostic[] {
  if (looksLikeWorkbook(file)) {
    const { broken, excess } = workbookOf(file)
    return [
      ...(broken ? [{ code: 'unreadable', severity: 'error', file: file.path, values: { reason: 'zip' } } as const] : []),
      ...(excess ? [{ code: 'limit', severity: 'warning', file: file.path, values: { what: 'cells', limit: 20_000_000 } } as const] : []),
    ]
  }
  if (tables.length > 0 || file.text().trim() === '') return []
  return [{ code: 'unexpected', severity: 'error', file: file.path, pointer: '/line/1', line: 1, values: { expected: 'name;class;operating system;…', found: 'text' } }]
}

const nothing = (file: SourceFile): Diagnostic => ({ code: 'nothing-inside', severity: 'note', file: file.path })

function tableClaims(table: Table, register: Register, met: Met): readonly Claim[] {
  const { template } = templateOf(table)
  const claims: Claim[] = []
  const known = knownNames(table, register)
  for (const row of table.rows) {
    const kind = template === undefined ? 'application' : rowKind(template, row, { table, register })
    if (kind === 'none') continue
    if (template !== undefined && kind === 'dependency') claims.push(...dependencyClaims(template, row, { table, register }))
    else {
      const item = itemOf(table, row, register)
      if (!item || item.itemClass === 'none') continue
      claims.push(...itemClaims(item, known, met))
      if (template !== undefined) claims.push(...tagClaims(template, item, { row, register }))
    }
  }
  return claims
}

/** The register with all names of the table, so that a row may refer to one further down. */
function knownNames(table: Table, register: Register): Register {
  const at = table.columns.get('name')
  const names = new Map(register.names)
  for (const row of table.rows) {
    const name = textIn(row.cells[at ?? -1] ?? '')
    if (name !== undefined && !names.has(keyIn(name))) names.set(keyIn(name), undefined)
  }
  return { ...register, names }
}
