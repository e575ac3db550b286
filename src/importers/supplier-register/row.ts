import { type FilePlace, idOf, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { CsvRow } from '#estate/source/csv-rows.ts'
import { secretInText } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'
import { textIn } from './cells.ts'
import type { Column } from './columns.ts'
import type { Register } from './table.ts'

/** One service of the register while its row is read. */
export interface Row {
  readonly service: ThingId
  readonly name: string
  readonly at: FilePlace
  /** What stands under a heading, blank where there is nothing that may be read. */
  cell(column: Column): string
  readonly diagnostics: Diagnostic[]
}

const address = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/i

/** A cell with more in it than this holds no name, no list and no date; most likely a quote was left open somewhere. */
const longest = 5000

/** A row with a service in it. Cells that hold an address of a person, or a secret, are blank for everybody behind this. */
export function rowOf(file: string, register: Register, row: CsvRow): Row | undefined {
  const at: FilePlace = { file, pointer: `/line/${row.line}`, line: row.line }
  const diagnostics: Diagnostic[] = []
  const cells = new Map([...register.columns].map(([column, index]) => [column, safe(row.cells[index] ?? '', at, diagnostics)]))
  const name = textIn(cells.get('service') ?? '')
  if (name === undefined) return undefined
  return { service: idOf('service', `declared/${name.toLowerCase()}`), name, at, cell: (column) => cells.get(column) ?? '', diagnostics }
}

function safe(cell: string, at: FilePlace, diagnostics: Diagnostic[]): string {
  if (cell.length > longest) {
    diagnostics.push(odd(at, `text of at most ${longest} signs`, `${cell.length}`))
    return ''
  }
  const secret = secretInText(cell)
  if (secret !== undefined) diagnostics.push(secretFound(at, secret))
  const personal = secret === undefined && address.test(cell)
  if (personal) diagnostics.push(odd(at, 'text, never a person', 'text'))
  return secret !== undefined || personal ? '' : cell
}

/** That a cell has not the form it should have. */
export const odd = (at: FilePlace, expected: string, found: string): Diagnostic => ({
  code: 'unexpected',
  severity: 'warning',
  ...at,
  values: { expected, found: found.slice(0, 40) },
})
