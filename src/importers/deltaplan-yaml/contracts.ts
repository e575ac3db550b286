import { type Claim, idOf, kindOf, type ThingId } from '#estate/claim.ts'
import { partyOf } from '#estate/identifiers/party-reference.ts'
import type { Path } from '#lang/pointer.ts'
import { link, moneyText, thing } from './declared.ts'
import { entriesOf, key, partyLink, type Reading, referAnywhere, ties } from './reading.ts'
import type { Contract } from './schema-answerable.ts'

/** Contracts: what each covers, with whom it was made, and who does the work behind it. */
export function contractClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'contracts').flatMap(({ id, value, path }) => {
    const own = idOf('contract', key(id))
    const covered = ties(reading, { texts: value.covers, path: [...path, 'covers'], to: referAnywhere(reading), tie: (from) => ({ from, to: own, role: 'covered-by' }) })
    const services = covered.flatMap((claim) => (claim.claim === 'link' && kindOf(claim.from) === 'service' ? [claim.from] : []))
    return [
      thing(own, reading.place(path), { name: value.title ?? id, says: saysOf(value) }),
      ...covered,
      ...partyLink(reading, value.counterparty, { from: own, role: 'supported-by', path: [...path, 'counterparty'] }),
      ...partyLink(reading, value.reseller, { from: own, role: 'resold-by', path: [...path, 'reseller'] }),
      ...[own, ...services].flatMap((from) => partyLink(reading, value.provider, { from, role: 'operated-by', path: [...path, 'provider'] })),
      ...[own, ...services].flatMap((from) => subcontractorClaims(reading, value, { from, path: [...path, 'subcontractors'] })),
    ]
  })
}

function saysOf(one: Contract) {
  return {
    ends: one.ends,
    notice: one.notice,
    'exit-clause': one.exitClause,
    'governing-law': one.governingLaw,
    indemnity: one.indemnity,
    'support-tier': one.supportTier,
    'price-per-year': moneyText(one.perYear),
    covers: one.covers,
    reseller: typeof one.reseller === 'string' ? one.reseller : one.reseller?.name,
  }
}

/** Subcontractors by rank: 1 is the supplier itself, as DORA counts, so the first behind it is 2. */
function subcontractorClaims(reading: Reading, value: Contract, where: { readonly from: ThingId; readonly path: Path }): readonly Claim[] {
  return (value.subcontractors ?? []).flatMap((one, index) => {
    const at = reading.place([...where.path, index])
    const party = partyOf({ name: one.name }, { basis: 'declared', at })
    if (!party) return []
    const seat = one.country === undefined ? [] : [link({ from: party.id, to: idOf('jurisdiction', one.country.toLowerCase()), role: 'seated-in' }, at)]
    return [...party.claims, link({ from: where.from, to: party.id, role: 'subcontracts-to' }, at, { says: { rank: one.rank } }), ...seat]
  })
}
