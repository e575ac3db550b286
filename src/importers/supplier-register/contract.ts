import { type Claim, idOf, type Says } from '#estate/claim.ts'
import { noEnd } from '#lang/duration.ts'
import { dateIn, isOpenEnded, periodIn, textIn } from './cells.ts'
import { providerOf, resellerOf } from './provider.ts'
import { odd, type Row } from './row.ts'
import { linkOf } from './service.ts'

/** The contract behind a row, if the row says anything of one. Its other side is the reseller, or else the provider. */
export function contractClaims(row: Row): readonly Claim[] {
  const says = saysOf(row)
  if (Object.keys(says).length === 0) return []
  const id = idOf('contract', `${row.at.file}/${row.name.toLowerCase()}`)
  const counterparty = resellerOf(row) ?? providerOf(row)
  return [
    { claim: 'thing', id, name: row.name, says: { ...says, covers: [row.name] }, state: 'active', basis: 'declared', at: [row.at] },
    linkOf(row, row.service, { to: id, role: 'covered-by' }),
    ...(counterparty ? [...counterparty.claims, linkOf(row, id, { to: counterparty.id, role: 'supported-by' })] : []),
  ]
}

function saysOf(row: Row): Says {
  const isOpen = isOpenEnded(row.cell('contractEnd'))
  const end = isOpen ? noEnd : textIn(row.cell('contractEnd'))
  const ends = end === undefined ? undefined : dateIn(end)
  if (end !== undefined && ends === undefined) row.diagnostics.push(odd(row.at, '2027-01-31 | 31-01-2027', end))
  const entries = {
    ends,
    notice: periodIn(row.cell('notice')),
    'governing-law': textIn(row.cell('governingLaw')),
    'exit-clause': textIn(row.cell('exitClause')),
    'support-tier': textIn(row.cell('supportTier')),
    reseller: textIn(row.cell('reseller')),
  }
  return Object.fromEntries(Object.entries(entries).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))
}
