import { keyOf, kindOf, type Phase, type Role, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom, linksTo } from '#estate/estate.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { isOwnParty } from '#estate/own-party.ts'
import { said, saidText } from '#estate/said.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { servicesBehind } from './behind.ts'
import { controlOf } from './control.ts'
import { isSaidFiner } from './finer-word.ts'
import { isOpenSource } from './open-source.ts'
import { organisation } from './organisation.ts'
import { groupInstead, statedGroups } from './redundancy.ts'
import { statedGrace } from './stated-grace.ts'
import type { Subject } from './subject.ts'

/**
 * One thing leans on another: when the other is lost, this one comes to harm after the grace.
 *
 * `graceHours.high` is infinite where it is contested whether the loss gets through at all.
 */
export interface Leaning {
  readonly from: ThingId
  readonly to: ThingId
  readonly role: Role
  readonly phase: Phase
  readonly graceHours: Interval
  /** Whether somebody stated the grace: then it goes before what else would be assumed. */
  readonly stated: boolean
  readonly link: Link
}

/** The estate as a graph of what leans on what. `atLeast` says of how many alternatives how many must hold; all, elsewhere. */
export interface LeaningGraph {
  readonly from: ReadonlyMap<ThingId, readonly Leaning[]>
  readonly to: ReadonlyMap<ThingId, readonly Leaning[]>
  readonly atLeast: ReadonlyMap<ThingId, number>
}

/** Roles by which nothing is leaned on: they describe, they hint, or they repeat what another link says. */
const describing: readonly Role[] = [
  'shows',
  'hints-at',
  'annotation',
  'domain',
  'data-class',
  'stewarded-by',
  'provider',
  'location-country',
  'mitigated-by',
  'holds',
  'readable-by',
  'administered-from',
  'stored-in',
  'package-ecosystem',
  'storage-class',
  'covered-by',
  'resold-by',
]

/** Roles whose links are read against their direction: a function leans on the workloads that serve it. */
const reversed: readonly Role[] = ['serves', 'part-of']

export const leaningGraph = once((subject: Subject): LeaningGraph => {
  const { estate } = subject
  const from = new Map<ThingId, Leaning[]>()
  const to = new Map<ThingId, Leaning[]>()
  const instead = groupInstead(subject)
  const finer = isSaidFiner(subject)
  const isOurs = isOwnParty(estate)
  for (const link of estate.links) {
    if (link.state !== 'active' || describing.includes(link.role) || kindOf(link.to) === 'package' || isIdle(link) || isOurs(link.to) || finer(link)) continue
    const group = instead(link)
    if (group === 'none') continue
    const leaning = leaningOf(subject, link)
    const meant = group === undefined ? leaning : { ...leaning, to: group }
    put(from, meant.from, meant)
    put(to, meant.to, meant)
  }
  return { from, to, atLeast: statedGroups(subject) }
})

/** A name that points somewhere, as a mail record does: nothing that is described here is lost with its target. */
const isIdle = (link: Link): boolean => link.claims.every((claim) => claim.says?.['idle'] === true)

function leaningOf(subject: Subject, link: Link): Leaning {
  const back = reversed.includes(link.role)
  const phase = phaseOf(subject, link)
  return {
    from: back ? link.to : link.from,
    to: back ? link.from : link.to,
    role: link.role,
    phase,
    graceHours: graceOf(subject, link, phase),
    stated: statedGrace(subject)(link) !== undefined,
    link,
  }
}

/** What services of a kind are needed for, where nobody says: an outage of the one that takes logs stops no work at once. */
const phaseOfCategory: Readonly<Record<string, Phase>> = { observability: 'monitor', packages: 'build', cicd: 'build', iac: 'build', 'feature-flags': 'monitor', backup: 'recover' }

/** The phase that a claim states, or that follows from what stands behind the other end; otherwise that of the role. */
function phaseOf(subject: Subject, link: Link): Phase {
  if (link.phase !== 'run' || link.claims.some((claim) => claim.phase !== undefined)) return link.phase
  const category = categoryOf(subject, link.to)
  return (category === undefined ? undefined : phaseOfCategory[category]) ?? link.phase
}

/** The category of a known service, also of one behind a host, a registry or another name. */
function categoryOf(subject: Subject, id: ThingId): string | undefined {
  const around = [id, ...servicesBehind(subject, id)]
  return around.map((one) => (kindOf(one) === 'service' ? subject.knowledge.services.get(keyOf(one))?.category : undefined)).find((category) => category !== undefined)
}

/**
 * The grace a claim states, or the profile's for the kind of dependency.
 *
 * In the high reading some losses stop nothing: of monitoring, without which things run on unwatched; of a subcontractor, whose part
 * nobody stated; of the maker of open source, which stays where it is while others may make the fixes; of one node of a cluster.
 */
function graceOf(subject: Subject, link: Link, phase: Phase): Interval {
  const stated = statedGrace(subject)(link)
  if (stated !== undefined) return stated
  if (link.role === 'owned-by' || link.role === 'controlled-by') return controlGrace(link)
  const { grace } = organisation(subject).profile
  const [from = 0, until = 0] = grace[graceKey(subject, link, phase)] ?? [0, 0]
  return { low: from, high: phase === 'monitor' || mayStopNothing(subject, link) ? Number.POSITIVE_INFINITY : until }
}

function mayStopNothing(subject: Subject, link: Link): boolean {
  if (link.role === 'part-of') return said(subject.estate.things.get(link.from), 'one-of-several')[0]?.value === true
  return link.role === 'subcontracts-to' || (link.role === 'published-by' && isOpenSource(subject, link.from) === true)
}

function graceKey(subject: Subject, link: Link, phase: Phase): string {
  if (link.role === 'identity-provider') return 'sign-in'
  const category = categoryOf(subject, link.to)
  if (phase === 'run' && (category === 'dns' || category === 'tls')) return category
  if (phase !== 'deploy') return phase
  // The image bears the grace of being pulled again; its registry is gone at the very moment that it is needed.
  if (link.role === 'registry' && kindOf(link.from) === 'image') return 'run'
  const from = subject.estate.things.get(link.from)
  const always = link.role === 'image' && (saidText(from, 'pull-policy') === 'Always' || said(from, 'autoscaled')[0]?.value === true)
  return always ? 'run' : link.role === 'image' && isMirrored(subject, link.to) ? 'deploy-pinned' : 'deploy'
}

/** An image that is pinned by its digest and pulled from a registry that nobody else runs. */
function isMirrored(subject: Subject, image: ThingId): boolean {
  const registries = linksFrom(subject.estate, image, 'registry').map((link) => link.to)
  const isOwn = (registry: ThingId): boolean => servicesBehind(subject, registry).length === 0 && readHost(keyOf(registry))?.kind === 'inside'
  return saidText(subject.estate.things.get(image), 'digest') !== undefined && registries.length > 0 && registries.every(isOwn)
}

/**
 * Whether the loss of a parent takes its subsidiary along. With more than half of the shares, or with control, the low end says
 * at once; the high end says not at all, since whether the parent operates what we use is not known. Without a majority nothing
 * is certain either, and below a quarter nothing follows.
 */
function controlGrace(link: Link): Interval {
  return { low: controlOf(link) !== 'none' ? 0 : Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY }
}

/** Units of a workload. */
export const unitsOf = (subject: Subject, workload: ThingId): readonly ThingId[] => linksTo(subject.estate, workload, 'part-of').map((link) => link.from)

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
