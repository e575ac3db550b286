import { idOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, nameOf } from '#estate/estate.ts'
import { uniqueBy } from '#lang/group.ts'
import { type Covered, namesPlatform, type PaidSupport } from './paid-support.ts'
import { isSameGroup } from './party-group.ts'
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
      .filter((link) => link.state === 'active' && kindOf(link.to) === 'party' && (isItself(subject, one, id) || isBehind(subject, one, link.to)))
      .map((link) => ({ party: link.to, ground: 'contract', certain: link.basis === 'observed' || link.basis === 'declared' })),
  )
  return uniqueBy([...contracted, ...stated, ...makersToday(one)], (fix) => fix.party)
}

/** Whether a thing is the platform, rather than a machine or an application with the platform inside: who supplies those supports those. */
const isItself = ({ estate }: Subject, one: Supported, id: ThingId): boolean => id === one.platform || namesPlatform(nameOf(estate, id), one)

/** Whether a party makes the product, sells support of it or is of the group of one who does. */
function isBehind(subject: Subject, { known }: Supported, party: ThingId): boolean {
  const behind = [known?.vendor, known?.steward, ...(known?.tiers ?? []).map((tier) => tier.by), ...(known?.upstream ?? []).map((up) => up.party)]
  return behind.some((key) => key !== undefined && isSameGroup(subject, party, idOf('party', key)))
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
