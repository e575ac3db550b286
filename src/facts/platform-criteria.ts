import type { ThingId } from '#estate/claim.ts'
import { said } from '#estate/said.ts'
import type { Source } from '#knowledge/schema.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { imagesWithoutPlatform, type PlatformInUse, platformsInUse } from './lifecycle.ts'
import type { Subject } from './subject.ts'
import { placesOf } from './workload-parts.ts'

type Values = CriterionItem['values']

/** The facts of the platform pillar: one item for each platform that a workload stands on, and one for each image that shows none. */
export const platformCriteria: Readonly<Record<string, CriterionFact>> = {
  'platform.security-team': perPlatform(({ known }) => (isRead(known?.securityTeam) ? [true] : 'unknown')),
  'platform.fixes': perPlatform(fixes),
  'platform.runway-months': perPlatform(runway),
  'platform.upgrade-step': perPlatform(({ known }) => (isRead(known?.upgrade) ? [true] : 'unknown')),
  'platform.certificate': perPlatform(certificate),
  'platform.indemnity': perPlatform(({ known }) => (known?.indemnity !== undefined && isRead(known.indemnity) ? [known.indemnity.scope] : 'unknown')),
  'platform.upstream-companies': perPlatform(upstream),
}

/**
 * Work that is done by hand stands on no platform, so its criteria do not apply. Of anything else in which no platform was
 * recognised nobody can say what it stands on.
 */
function perPlatform(values: (one: PlatformInUse) => Values): CriterionFact {
  return (subject, workload) => {
    if (said(subject.estate.things.get(workload), 'handwork')[0]?.value === true) return []
    const platforms = platformsInUse(subject).get(workload) ?? []
    const known = platforms.map((one): CriterionItem => ({ about: one.platform, values: one.verified ? values(one) : 'unknown', at: placesOf(subject, one.thing) }))
    const silent = imagesWithoutPlatform(subject, workload).map((part): CriterionItem => unknownOf(subject, part.id))
    const all = [...known, ...silent]
    return all.length > 0 ? all : [unknownOf(subject, workload)]
  }
}

const unknownOf = (subject: Subject, about: ThingId): CriterionItem => ({ about, values: 'unknown', at: placesOf(subject, about) })

/** Who ships fixes: somebody who is paid to, a community, or nobody. Where it is not sure, what else it may be is possible too. */
function fixes(one: PlatformInUse): Values {
  const paid = one.fixesBy.filter((fix) => fix.ground === 'contract' || fix.ground === 'extended')
  const free = one.fixesBy.filter((fix) => fix.ground === 'vendor' || fix.ground === 'steward')
  if (paid.some((fix) => fix.certain)) return ['paid']
  if (one.fixesBy.length === 0) return one.statusAtBest === 'ended' ? ['none'] : 'unknown'
  const possible = [...(paid.length > 0 ? ['paid'] : []), ...(free.length > 0 ? ['community'] : [])]
  return free.some((fix) => fix.certain) ? possible : [...possible, 'none']
}

/** Months until support ends. A support whose end nobody announced holds for at least as long as the highest rung asks. */
function runway(one: PlatformInUse): Values {
  if (one.status === 'unknown' && one.statusAtBest === 'unknown') return 'unknown'
  const high = one.monthsLeft.high === Number.POSITIVE_INFINITY ? longest : one.monthsLeft.high
  const low = one.status === 'supported' && one.monthsLeft.low === 0 ? 1 : one.monthsLeft.low
  return [low, high]
}

/** Longer than any rung asks for, in months. */
const longest = 1200

/** Whether a certificate holds for the very release that runs. That we know of none does not say that there is none. */
function certificate(one: PlatformInUse): Values {
  const read = one.certificates.filter((held) => isRead(held.certificate))
  if (read.some(({ holds }) => holds === 'yes')) return [true]
  return read.length > 0 && read.every(({ holds }) => holds === 'no') ? [false] : 'unknown'
}

/** How many companies and others are known to maintain it; there may be more, which would only raise the rung. */
function upstream({ known }: PlatformInUse): Values {
  const read = (known?.upstream ?? []).filter(isRead)
  return read.length === 0 ? 'unknown' : [read.length]
}

/** Whether a fact is there, and its own source was opened by somebody. A fact without one rests on the sources of its file. */
const isRead = (fact: { readonly source?: Source | undefined } | undefined): boolean => fact !== undefined && fact.source?.level !== 'unverified'
