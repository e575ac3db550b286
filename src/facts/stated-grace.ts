import { kindOf, type ThingId } from '#estate/claim.ts'
import { type Link, linksTo } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { servicesBehind } from './behind.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'

/**
 * The grace that somebody stated between two things: between these very two, or under another name of the one that is leaned on. A service
 * and the host it answers at are one thing to whoever calls it, so what is said of either is said of both, unless something else is said of
 * that one. Of two words of a kind the shorter holds. Nothing where nobody stated any.
 */
export const statedGrace = once((subject: Subject): ((link: Link) => Interval | undefined) => {
  const own = new Map<string, Interval>()
  const carried = new Map<string, Interval>()
  for (const link of subject.estate.links) {
    const grace = link.state === 'active' ? graceOn(link) : undefined
    if (grace === undefined) continue
    keep(own, link.from, link.to, grace)
    for (const to of sameService(subject, link.to)) keep(carried, link.from, to, grace)
  }
  return (link) => graceOn(link) ?? own.get(pairOf(link.from, link.to)) ?? carried.get(pairOf(link.from, link.to))
})

const pairOf = (from: ThingId, to: ThingId): string => `${from}\n${to}`

function keep(map: Map<string, Interval>, from: ThingId, to: ThingId, grace: Interval): void {
  const known = map.get(pairOf(from, to)) ?? grace
  map.set(pairOf(from, to), { low: Math.min(known.low, grace.low), high: Math.min(known.high, grace.high) })
}

function graceOn(link: Link): Interval | undefined {
  const low = saidNumber(link, 'grace-low-hours')
  const high = saidNumber(link, 'grace-high-hours')
  return low === undefined && high === undefined ? undefined : { low: low ?? 0, high: high ?? low ?? 0 }
}

/** For a host, the services behind it; for a service, its other names and the hosts behind which nothing else stands. */
function sameService(subject: Subject, id: ThingId): readonly ThingId[] {
  const own = kindOf(id) === 'service' ? [id] : servicesBehind(subject, id)
  const services = own.flatMap((one) => namesOf(subject, one))
  const users = kindOf(id) === 'service' ? services.flatMap((one) => linksTo(subject.estate, one).map((link) => link.from)) : []
  const hosts = users.filter((host) => kindOf(host) === 'host' && isAllOf(servicesBehind(subject, host), services))
  return [...new Set([...services, ...hosts])].filter((one) => one !== id)
}

const isAllOf = (some: readonly ThingId[], all: readonly ThingId[]): boolean => some.length > 0 && some.every((one) => all.includes(one))
