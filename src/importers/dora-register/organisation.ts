import { type Claim, idOf, type ThingId } from '#estate/claim.ts'
import { isLei, partyOf } from '#estate/identifiers/party-reference.ts'
import { countryIn, link, odd, type Reading, thing } from './reading.ts'
import type { Row } from './table.ts'

/** B_01.01: who maintains the register. That is the organisation itself; a second row is told. */
export function maintainerClaims(reading: Reading, row: Row): readonly Claim[] {
  if (row !== reading.table.rows[0]) {
    reading.diagnostics.push({ code: 'duplicate', severity: 'warning', ...row.at, values: { what: 'B_01.01' } })
    return []
  }
  const lei = row.cell('c0010')
  if (!isLei(lei)) reading.diagnostics.push(odd(row.at, 'LEI (ISO 17442)', lei))
  const home = row.cell('c0030')
  const says = { 'name-given': row.cell('c0020'), lei: isLei(lei) ? lei : undefined, home: /^[A-Z]{2}$/.test(home) ? home : undefined }
  return [thing(idOf('unit-of-organisation', 'self'), row, { says })]
}

/** B_01.02: the entities of the group, and which stands above which. */
export function entityClaims(reading: Reading, row: Row): readonly Claim[] {
  const own = entity(row, row.cell('c0010'), row.cell('c0020'))
  if (!own) {
    reading.diagnostics.push(odd(row.at, 'LEI (ISO 17442)', row.cell('c0010')))
    return []
  }
  const seat = countryIn(row, 'c0030')
  const above = row.cell('c0060') === row.cell('c0010') ? undefined : entity(row, row.cell('c0060'))
  return [
    ...own.claims,
    ...(seat === undefined ? [] : [link({ from: own.id, to: seat, role: 'seated-in' }, row)]),
    ...(above === undefined ? [] : [...above.claims, link({ from: own.id, to: above.id, role: 'controlled-by' }, row)]),
  ]
}

const entity = (row: Row, lei: string, name?: string): { readonly id: ThingId; readonly claims: readonly Claim[] } | undefined =>
  isLei(lei) ? partyOf({ lei, name }, { basis: 'declared', at: row.at }) : undefined
