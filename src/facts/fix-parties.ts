import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { uniqueBy } from '#lang/group.ts'
import type { Covered, PaidSupport } from './paid-support.ts'
import type { Subject } from './subject.ts'
import type { LifecycleStatus } from './support-end.ts'

/** A party that ships fixes for a release, and on what ground: somebody pays it, it makes the product, or it stewards the project. */
export interface FixParty {
  readonly party: ThingId
  readonly ground: 'contract' | 'vendor' | 'steward' | 'extended'
  /** Whether it surely does so today; not where the release, its end or the tier is not known. */
  readonly certain: boolean
}

/** A platform in use with what is known of its support. */
export interface Supported extends Covered {
  readonly paid: readonly PaidSupport[]
  readonly status: LifecycleStatus
  readonly statusAtBest: LifecycleStatus
}

/**
 * Who ships fixes for the release that runs, under the tier that is paid for. A contract is counted even after the makers have
 * stopped: others may carry a release on. Makers and stewards are counted until support has surely ended for everybody.
 */
export function fixParties(subject: Subject, one: Supported): readonly FixParty[] {
  const contracted = one.paid.flatMap((paid): readonly FixParty[] => {
    const certain = paid.until !== undefined && one.status !== 'ended' && one.status !== 'unknown'
    const parties = paid.parties.length > 0 ? paid.parties : makers(one).map((maker) => maker.party)
    return parties.map((party) => ({ party, ground: 'contract', certain }))
  })
  const stated = [one.platform, ...one.around].flatMap((id): readonly FixParty[] =>
    linksFrom(subject.estate, id, 'supported-by')
      .filter((link) => link.state === 'active' && kindOf(link.to) === 'party')
      .map((link) => ({ party: link.to, ground: 'contract', certain: link.basis === 'observed' || link.basis === 'declared' })),
  )
  return uniqueBy([...contracted, ...stated, ...makersToday(one)], (fix) => fix.party)
}

/** Those behind the product: its vendor, or the steward of a project that nobody sells. */
function makers({ known }: Supported): readonly { readonly party: ThingId; readonly ground: 'vendor' | 'steward' }[] {
  if (known?.vendor !== undefined) return [{ party: `party:${known.vendor}`, ground: 'vendor' }]
  return known?.steward === undefined ? [] : [{ party: `party:${known.steward}`, ground: 'steward' }]
}

function makersToday(one: Supported): readonly FixParty[] {
  if (one.statusAtBest === 'ended') return []
  const certain = one.status !== 'ended' && one.status !== 'unknown'
  if (certain || one.status === 'unknown') return makers(one).map((maker) => ({ ...maker, certain }))
  // Past its plain end, fixes are shipped only to those who pay for the extended tier, if they do.
  const sellers = (one.known?.tiers ?? []).filter((tier) => tier.until === 'extended').flatMap((tier) => tier.by ?? [])
  const parties = sellers.length > 0 ? sellers.map((key): ThingId => `party:${key}`) : makers(one).map((maker) => maker.party)
  return parties.map((party) => ({ party, ground: 'extended', certain: false }))
}
