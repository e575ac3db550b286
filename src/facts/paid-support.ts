import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, type Thing, thingsOfKind } from '#estate/estate.ts'
import { saidList, saidText } from '#estate/said.ts'
import type { Platform } from '#knowledge/schema.ts'
import { once } from '#lang/once.ts'
import type { Subject } from './subject.ts'

/** A contract that pays for support of a platform. */
export interface PaidSupport {
  readonly contract: ThingId
  /** The tier as the contract names it. */
  readonly tier: string
  /** Whether the tier runs to the plain or the extended end; nothing where nobody sells a tier of that name for the platform. */
  readonly until: 'support' | 'extended' | undefined
  /** The last day of the contract; nothing where it is not stated. */
  readonly ends: string | undefined
  /** Who gives the support: the seller of the tier, or the contract's own party. */
  readonly parties: readonly ThingId[]
}

/** Where a platform stands: what may be covered, from the platform itself out to the workload. */
export interface Covered {
  readonly platform: ThingId
  readonly known: Platform | undefined
  /** The thing that shows it, what that lies in, and the workload. */
  readonly around: readonly ThingId[]
}

/**
 * The contracts under which somebody is paid to support a platform, as of the day that is asked about.
 *
 * A contract for a whole workload pays for a platform inside it only where that platform is sold with a tier of the name that
 * the contract states; a contract that names the platform, or covers the thing that shows it, pays whatever its tier is called.
 */
export function paidSupport(subject: Subject, covered: Covered): readonly PaidSupport[] {
  const near = new Set([covered.platform, covered.around[0] ?? covered.platform])
  return contracts(subject).flatMap((contract): readonly PaidSupport[] => {
    const tier = saidText(contract, 'support-tier')
    const ends = saidText(contract, 'ends')
    if (tier === undefined || (ends !== undefined && ends < subject.asOf)) return []
    const reached = [covered.platform, ...covered.around].filter((id) =>
      linksFrom(subject.estate, id, 'covered-by').some((link) => link.to === contract.id && link.state === 'active'),
    )
    const named = saidList(contract, 'covers').some((text) => namesPlatform(text, covered))
    if (reached.length === 0 && !named) return []
    const sold = covered.known?.tiers.find((one) => [one.id, one.title].some((name) => folded(name) === folded(tier)))
    if (!sold && !named && !reached.some((id) => near.has(id))) return []
    const own = linksFrom(subject.estate, contract.id, 'supported-by', 'operated-by').filter((link) => kindOf(link.to) === 'party')
    const parties = sold?.by === undefined ? own.map((link) => link.to) : [`party:${sold.by}` as const]
    return [{ contract: contract.id, tier, until: sold?.until, ends, parties }]
  })
}

const contracts = once(({ estate }: Subject): readonly Thing[] => thingsOfKind(estate, 'contract').filter((thing) => thing.state === 'active'))

/** Whether a text is exactly a name of the platform. */
export function namesPlatform(text: string, { platform, known }: Covered): boolean {
  return [platform, keyOf(platform), known?.title ?? '', ...(known?.names ?? [])].some((name) => name !== '' && folded(name) === folded(text))
}

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')
