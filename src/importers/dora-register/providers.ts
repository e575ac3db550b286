import { type Claim, type FilePlace, idOf, type ThingId } from '#estate/claim.ts'
import { isKvk, isLei, partyOf } from '#estate/identifiers/party-reference.ts'
import { codeTypes, individual } from './lists.ts'
import { countryIn, link, odd, type Reading, thing } from './reading.ts'
import { type Row, rowsWith, tableBeside } from './table.ts'

/** B_05.01: each provider with its name, its country and the company at the top of its group. */
export function providerClaims(reading: Reading, row: Row): readonly Claim[] {
  const own = party(reading, row, { code: row.cell('c0010'), type: row.cell('c0020') })
  if (!own) return []
  const seat = countryIn(row, 'c0080')
  const above = row.cell('c0110') === '' || row.cell('c0110') === row.cell('c0010') ? undefined : party(reading, row, { code: row.cell('c0110'), type: row.cell('c0120') })
  return [
    ...own.claims,
    ...(row.cell('c0020') === codeTypes.euid ? [thing(own.id, row, { says: { euid: row.cell('c0010') } })] : []),
    ...(seat === undefined ? [] : [link({ from: own.id, to: seat, role: 'seated-in' }, row)]),
    ...(above === undefined ? [] : [...above.claims, link({ from: own.id, to: above.id, role: 'controlled-by' }, row)]),
  ]
}

/** A provider as any table names it, by its code. */
export function provider(reading: Reading, row: Row, [code, type]: readonly [string, string]): { readonly id: ThingId; readonly claims: readonly Claim[] } | undefined {
  return row.cell(code) === '' ? undefined : party(reading, row, { code: row.cell(code), type: row.cell(type) })
}

interface Code {
  readonly code: string
  readonly type: string
}

/**
 * The party behind a code: by its LEI or trade-register number everywhere, or else by its name within this register, which stands in
 * B_05.01. Of an individual neither name nor number is copied.
 */
function party(reading: Reading, row: Row, { code, type }: Code): { readonly id: ThingId; readonly claims: readonly Claim[] } | undefined {
  const named = nameFor(reading, code)
  if (type === codeTypes.personal || named?.individual === true) return anonymous(row, reading, code)
  if ((type === codeTypes.lei || type === '') && isLei(code)) return partyOf({ name: named?.name, lei: code }, { basis: 'declared', at: row.at })
  if (type === codeTypes.lei) reading.diagnostics.push(odd(row.at, 'LEI (ISO 17442)', code))
  const kvk = type === codeTypes.euid ? /^NLNHR\.?(\d{8})$/i.exec(code)?.[1] : undefined
  if (kvk !== undefined && isKvk(kvk)) return partyOf({ name: named?.name, kvk }, { basis: 'declared', at: row.at })
  // One id for all tables: that of the file where its name stands.
  const id = idOf('party', `named/${named?.at.file ?? reading.path}/${(named?.name ?? code).toLowerCase()}`)
  const name = named?.name ?? code
  return { id, claims: [thing(id, row, { name, says: { 'provider-name': name, 'register-code': `${type} ${code}` } })] }
}

interface NameOfProvider {
  readonly name: string
  readonly individual: boolean
  readonly at: FilePlace
}

/** The name that B_05.01 gives a code, in Latin script where it has that. */
function nameFor(reading: Reading, code: string): NameOfProvider | undefined {
  const table = reading.table.template === '05.01' ? reading.table : tableBeside(reading.beside, reading.path, '05.01')
  const [row] = rowsWith(table, 'c0010', code)
  const name = row?.cell('c0060') || row?.cell('c0050')
  return row === undefined || name === undefined || name === '' ? undefined : { name: name.replace(/\s+/g, ' '), individual: row.cell('c0070') === individual, at: row.at }
}

/** Somebody in business in their own name, as the register's own row and nothing more. */
function anonymous(row: Row, reading: Reading, code: string): { readonly id: ThingId; readonly claims: readonly Claim[] } {
  const table = reading.table.template === '05.01' ? reading.table : tableBeside(reading.beside, reading.path, '05.01')
  const [own] = rowsWith(table, 'c0010', code)
  const number = own === undefined ? 0 : (table?.rows.indexOf(own) ?? -1) + 1
  const id = idOf('party', `named/${reading.path.slice(0, reading.path.lastIndexOf('/') + 1)}individual ${number}`)
  return { id, claims: [thing(id, row, { name: `Individual ${number}`, says: { type: 'individual' } })] }
}
