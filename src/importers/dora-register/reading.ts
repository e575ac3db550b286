import { type Claim, type FilePlace, idOf, type LinkClaim, type Role, type Says, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside } from '#estate/source-file.ts'
import { isDate, noEnd } from '#lang/duration.ts'
import type { Row, Table } from './table.ts'

/** One table while it is read, with the others of the register beside it. */
export interface Reading {
  readonly table: Table
  readonly path: string
  readonly beside: Beside
  readonly diagnostics: Diagnostic[]
}

/** A register is the organisation's own word. */
const common = { state: 'active', basis: 'declared' } as const

export function thing(id: ThingId, row: Row, about: { readonly name?: string; readonly says?: { readonly [name: string]: Says[string] | undefined } } = {}): Claim {
  return { claim: 'thing', id, ...(about.name === undefined || about.name === '' ? {} : { name: about.name }), ...stated(about.says), ...common, at: [row.at] }
}

export function link(
  ends: { readonly from: ThingId; readonly to: ThingId; readonly role: Role },
  row: Row,
  how: { readonly says?: Says; readonly phase?: LinkClaim['phase'] } = {},
): Claim {
  return { claim: 'link', ...ends, ...(how.phase === undefined ? {} : { phase: how.phase }), ...(how.says === undefined ? {} : { says: how.says }), ...common, at: [row.at] }
}

function stated(says: { readonly [name: string]: Says[string] | undefined } | undefined): { readonly says?: Says } {
  const entries = Object.entries(says ?? {}).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]))
  return entries.length === 0 ? {} : { says: Object.fromEntries(entries) }
}

/** Ids are lower-case, so that a register and deltaplan.yaml mean the same by one word. */
export const key = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

export const contractId = (reference: string): ThingId => idOf('contract', key(reference))

/** A value of a closed list in the estate's words. One that is not in the list is told, and says nothing. */
export function listed<T>(reading: Reading, row: Row, column: string, list: Readonly<Record<string, T>>): T | undefined {
  const code = row.cell(column)
  if (code === '' || code === 'x0') return undefined
  const value = list[code]
  if (value === undefined) reading.diagnostics.push(odd(row.at, Object.keys(list).join(' | '), code))
  return value
}

/** A date, or nothing; the last of all days says that there is none. What is neither is told. */
export function dateIn(reading: Reading, row: Row, column: string): string | undefined {
  const text = row.cell(column)
  if (text === '' || text === noEnd) return undefined
  if (isDate(text)) return text
  reading.diagnostics.push(odd(row.at, '2026-11-24 (ISO 8601)', text))
  return undefined
}

/** When something ends: a date, the last of all days where the register says that there is no end, or nothing where it says nothing. */
export const endIn = (reading: Reading, row: Row, column: string): string | undefined => (row.cell(column) === noEnd ? noEnd : dateIn(reading, row, column))

/** A whole number that is not negative, or nothing; what is neither is told. */
export function numberIn(reading: Reading, row: Row, column: string): number | undefined {
  const text = row.cell(column)
  if (/^\d{1,9}(\.0+)?$/.test(text)) return Number(text)
  if (text !== '') reading.diagnostics.push(odd(row.at, '0, 1, 2 …', text))
  return undefined
}

/** The country that a cell names, as a jurisdiction. */
export const countryIn = (row: Row, column: string): ThingId | undefined => (/^[A-Z]{2}$/.test(row.cell(column)) ? idOf('jurisdiction', row.cell(column).toLowerCase()) : undefined)

/** What stands where something else should. Long values are cut: what was expected is enough to find them. */
export const odd = (at: FilePlace, expected: string, found: string): Diagnostic => ({
  code: 'unexpected',
  severity: 'warning',
  ...at,
  values: { expected, found: found === '' ? 'nothing' : found.length > 40 || found.includes('@') ? 'text' : found },
})
