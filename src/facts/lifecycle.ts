import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, thingsOfKind } from '#estate/estate.ts'
import { isVerified, reviewDate } from '#knowledge/knowledge.ts'
import type { Platform } from '#knowledge/schema.ts'
import { by } from '#lang/compare.ts'
import { groupBy, uniqueBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { type FixParty, fixParties } from './fix-parties.ts'
import { type PaidSupport, paidSupport } from './paid-support.ts'
import type { RoadStep } from './proof.ts'
import { namesRelease, type Release, releaseOf } from './release-cycle.ts'
import { statedVersions } from './stated-version.ts'
import type { Subject } from './subject.ts'
import { type LifecycleStatus, laterEnd, monthsLeft, type SupportEnd, statusOn } from './support-end.ts'
import { type Part, partsOf, stepOf } from './workload-parts.ts'

/** Why a platform has no date: nothing states a release, the tag floats, files differ, we know no such release, or no day of its end. */
const undatedReasons = ['no-version', 'floating', 'contradicted', 'not-known', 'no-release', 'no-date'] as const
export type UndatedReason = (typeof undatedReasons)[number]

/** A certificate of a platform. `holds` is open where it is for a release, and ours or its own is not known well enough. */
export interface HeldCertificate {
  readonly certificate: Platform['certificates'][number]
  readonly holds: 'yes' | 'no' | 'unknown'
}

/** A platform that a workload stands on, in the release that runs there, and how long that is supported. */
export interface PlatformInUse {
  readonly workload: ThingId
  readonly platform: ThingId
  /** What shows it: an image, a package, a unit. */
  readonly thing: ThingId
  readonly steps: readonly RoadStep[]
  readonly version: string | undefined
  /** The release by the name its makers give it; nothing where it is not known. */
  readonly cycle: string | undefined
  /** The end of support at the low and at the high reading. They differ where it is not known which tier is paid for. */
  readonly ends: { readonly low: SupportEnd; readonly high: SupportEnd }
  /** Where the release stands in the low reading; `unknown` is at its worst `ended`. */
  readonly status: LifecycleStatus
  readonly statusAtBest: LifecycleStatus
  /** From 0, when support has ended or the end is unknown, to infinity, when it is unknown or none is announced. */
  readonly monthsLeft: Interval
  readonly undated: UndatedReason | undefined
  readonly paid: readonly PaidSupport[]
  /** Who ships fixes for this release. Nobody on the list means nobody where support has surely ended, and unknown elsewhere. */
  readonly fixesBy: readonly FixParty[]
  /** What the knowledge base says of the platform: licence, security team, indemnity, upgrade, upstream; nothing where it does not know it. */
  readonly known: Platform | undefined
  readonly verified: boolean
  readonly openSource: boolean | undefined
  readonly certificates: readonly HeldCertificate[]
}

/** By workload, the platforms it stands on, in the order of their ids. Workloads on which none was recognised have an empty list. */
export const platformsInUse = once((subject: Subject): ReadonlyMap<ThingId, readonly PlatformInUse[]> => {
  const workloads = thingsOfKind(subject.estate, 'workload').filter((thing) => thing.state === 'active')
  return new Map(workloads.map((thing) => [thing.id, platformsOf(subject, thing.id)]))
})

/** Images of a workload in which no platform was recognised: what they stand on, nobody can say. */
export const imagesWithoutPlatform = (subject: Subject, workload: ThingId): readonly Part[] => {
  const parts = partsOf(subject)(workload)
  const holders = new Set(parts.flatMap((part) => (sightings(subject, part).length > 0 ? [part.id, ...part.holders] : [])))
  return parts.filter((part) => kindOf(part.id) === 'image' && !holders.has(part.id))
}

interface Sighting {
  readonly part: Part
  readonly platform: ThingId
  readonly steps: readonly RoadStep[]
  readonly versions: readonly string[]
}

function platformsOf(subject: Subject, workload: ThingId): readonly PlatformInUse[] {
  const all = partsOf(subject)(workload).flatMap((part) => sightings(subject, part))
  const groups = groupBy(all, (one) => `${one.platform}\n${one.part.holders.at(-1) ?? workload}`)
  const kept = withoutShipped(subject, [...groups.values()].flatMap(telling))
  const distinct = uniqueBy(kept, (one) => `${one.platform}\n${one.versions.length > 0 ? one.versions.join('\n') : one.part.id}`)
  return distinct.map((one) => inUse(subject, workload, one)).sort(by((one) => `${one.platform}\n${one.cycle ?? ''}\n${one.thing}`))
}

/** Within one image or unit a platform that is seen with its version need not be told of again without. */
function telling(group: readonly Sighting[]): readonly Sighting[] {
  const versioned = group.filter((one) => one.versions.length > 0)
  return versioned.length > 0 ? versioned : group.slice(0, 1)
}

/** Where a machine shows a distribution whose releases we know, its dates hold and not those of the project inside it. */
function withoutShipped({ knowledge }: Subject, all: readonly Sighting[]): readonly Sighting[] {
  const knownOf = (one: Sighting): Platform | undefined => knowledge.platforms.get(keyOf(one.platform))
  const decides = (kind: Platform['kind'], one: Sighting): boolean => {
    const known = knownOf(one)
    return known?.kind === kind && known.shippedByOthers !== true && known.releases.length > 0
  }
  return all.filter((one) => {
    const known = knownOf(one)
    return known?.shippedByOthers !== true || !all.some((other) => other.part.id === one.part.id && decides(known.kind, other))
  })
}

/** The platforms that one part shows, in the releases that the sign itself names, or else its file. A hint and a mere sign show nothing. */
function sightings(subject: Subject, part: Part): readonly Sighting[] {
  const links = linksFrom(subject.estate, part.id).filter((link) => link.to.startsWith('platform:') && link.state === 'active' && link.role !== 'hints-at' && link.role !== 'shows')
  return [...groupBy(links, (link) => link.to)].flatMap(([, same]) => {
    const link = same[0]
    if (!link) return []
    const known = subject.knowledge.platforms.get(keyOf(link.to))
    const named = [...new Set(same.flatMap((one) => one.claims).flatMap((claim) => (typeof claim.says?.['version'] === 'string' ? [claim.says['version']] : [])))]
    const versions = named.length > 0 ? named : statedVersions(subject, part.id, { id: link.to, known })
    return [{ part, platform: link.to, steps: [...part.steps, stepOf(subject, link, part.id, link.to)], versions }]
  })
}

function inUse(subject: Subject, workload: ThingId, one: Sighting): PlatformInUse {
  const known = subject.knowledge.platforms.get(keyOf(one.platform))
  const { release, version, reason } = releaseIn(known, one.versions)
  const around = [one.part.id, ...one.part.holders.toReversed(), workload]
  const paid = paidSupport(subject, { platform: one.platform, known, around })
  const ends = known && release ? endsOf(subject, known, release, paid) : { low: 'unknown', high: 'unknown' }
  const status = statusOn(subject.asOf, ends.low)
  const statusAtBest = statusOn(subject.asOf, ends.high)
  return {
    workload,
    platform: one.platform,
    thing: one.part.id,
    steps: one.steps,
    version,
    cycle: release?.cycle,
    ends,
    status,
    statusAtBest,
    monthsLeft: monthsLeft(subject.asOf, ends.low, ends.high),
    undated: reason ?? (status === 'unknown' ? 'no-date' : undefined),
    paid,
    fixesBy: fixParties(subject, { platform: one.platform, known, around, paid, status, statusAtBest }),
    known,
    verified: known !== undefined && isVerified(known),
    openSource: known?.openSource,
    certificates: (known?.certificates ?? []).map((certificate) => ({ certificate, holds: holds(subject.asOf, certificate, version) })),
  }
}

interface InRelease {
  readonly release?: Release
  readonly version: string | undefined
  readonly reason?: UndatedReason
}

/** The release of the versions that are stated. Where they are of different releases, none is: that is a contradiction, not a choice. */
function releaseIn(known: Platform | undefined, versions: readonly string[]): InRelease {
  const version = versions[0]
  if (version === undefined) return { version, reason: 'no-version' }
  if (!known) return { version, reason: 'not-known' }
  const releases = uniqueBy(versions, (text) => releaseOf(known.releases, text)?.cycle ?? text)
  if (releases.length > 1) return { version: versions.join(', '), reason: 'contradicted' }
  const release = releaseOf(known.releases, version)
  if (release) return { release, version }
  return { version, reason: namesRelease(version) ? 'no-release' : 'floating' }
}

/**
 * When support of a release ends. With no tier stated, the plain end is the low reading and the extended end the high. A tier
 * that is paid for settles it; the extended one no longer than its contract lasts, unless that is renewed.
 */
function endsOf(subject: Subject, known: Platform, release: Release, paid: readonly PaidSupport[]): { readonly low: SupportEnd; readonly high: SupportEnd } {
  const stale = reviewDate(known) < subject.asOf
  // "None announced" ages: after the review date an end may have been announced that we have not read.
  const read = (end: SupportEnd | undefined): SupportEnd => (end === undefined || (end === 'open' && stale) ? 'unknown' : end)
  const plainEnd = read(release.supportEnd)
  const extended = release.extendedEnd === undefined ? plainEnd : laterEnd(plainEnd, read(release.extendedEnd))
  const best = paid.find((one) => one.until === 'extended') ?? paid.find((one) => one.until === 'support') ?? paid[0]
  if (!best) return { low: plainEnd, high: extended }
  if (best.until === 'support') return { low: plainEnd, high: plainEnd }
  // A tier that nobody sells by that name may reach as far as its contract does.
  if (best.until === undefined) return { low: plainEnd, high: laterEnd(extended, best.ends ?? 'unknown') }
  const sure = [best.ends ?? subject.asOf, extended].sort()[0] ?? subject.asOf
  return { low: plainEnd === 'unknown' ? 'unknown' : laterEnd(plainEnd, extended === 'ended' ? 'ended' : sure), high: extended }
}

/** Whether a certificate holds for what runs. One that names no release holds for a release that we do not know. */
function holds(asOf: string, certificate: Platform['certificates'][number], version: string | undefined): HeldCertificate['holds'] {
  if (certificate.validTo !== undefined && certificate.validTo < asOf) return 'no'
  if (certificate.release === undefined || version === undefined || !namesRelease(version)) return 'unknown'
  const text = version.toLowerCase().replace(/^v(?=\d)/, '')
  const wanted = certificate.release.toLowerCase().replace(/^v(?=\d)/, '')
  if (text === wanted || text.startsWith(`${wanted}.`) || text.startsWith(`${wanted}-`)) return 'yes'
  return wanted.startsWith(`${text}.`) ? 'unknown' : 'no'
}
