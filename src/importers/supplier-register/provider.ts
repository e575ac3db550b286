import { type Claim, idOf } from '#estate/claim.ts'
import { isKvk, isLei, partyOf } from '#estate/identifiers/party-reference.ts'
import { once } from '#lang/once.ts'
import { subcontractorsIn, textIn } from './cells.ts'
import { odd, type Row } from './row.ts'
import { linkOf } from './service.ts'

/** The provider as a row names it, to tell whether two rows name the same. */
export const providerText = (row: Row): string =>
  [row.cell('lei'), row.cell('kvk'), row.cell('provider')].map((cell) => (textIn(cell) ?? '').toLowerCase()).find((text) => text !== '') ?? ''

/** The party that a row names as provider, by its numbers where it has any. Found once per row, so that a fault is told once. */
export const providerOf = once((row: Row) => partyOf({ name: textIn(row.cell('provider')), ...numbersOf(row) }, { basis: 'declared', at: row.at }))
export const resellerOf = once((row: Row) => partyOf({ name: textIn(row.cell('reseller')) }, { basis: 'declared', at: row.at }))

/** Who provides the service, who sells it on, and who does part of the work behind the provider. */
export function providerClaims(row: Row): readonly Claim[] {
  const provider = providerOf(row)
  const reseller = resellerOf(row)
  return [
    ...(provider ? [...provider.claims, linkOf(row, row.service, { to: provider.id, role: 'operated-by' })] : []),
    ...(reseller ? [...reseller.claims, linkOf(row, row.service, { to: reseller.id, role: 'resold-by' })] : []),
    ...subcontractorsIn(row.cell('subcontractors')).flatMap((one): readonly Claim[] => {
      const party = partyOf({ name: one.name }, { basis: 'declared', at: row.at })
      if (!party) return []
      // Tied to the service and not to the provider: what the provider does for others is another matter.
      const tie = linkOf(row, row.service, { to: party.id, role: 'subcontracts-to' })
      const seat = one.country === undefined ? [] : [linkOf(row, party.id, { to: idOf('jurisdiction', one.country), role: 'seated-in' })]
      return [...party.claims, one.rank === undefined ? tie : { ...tie, says: { rank: one.rank } }, ...seat]
    }),
  ]
}

/** Numbers that can be ones; a spreadsheet may have eaten the first nought of a trade-register number. */
function numbersOf(row: Row): { readonly lei?: string; readonly kvk?: string } {
  const lei = textIn(row.cell('lei'))?.toUpperCase()
  const kvk = textIn(row.cell('kvk'))?.replace(/[\s.]/g, '').padStart(8, '0')
  if (lei !== undefined && !isLei(lei)) row.diagnostics.push(odd(row.at, 'LEI (ISO 17442)', lei))
  if (kvk !== undefined && !isKvk(kvk)) row.diagnostics.push(odd(row.at, 'KvK (8 digits)', kvk))
  return { ...(lei !== undefined && isLei(lei) ? { lei } : {}), ...(kvk !== undefined && isKvk(kvk) ? { kvk } : {}) }
}
