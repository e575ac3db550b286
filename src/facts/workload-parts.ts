import { type Claim, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom, linksTo, nameOf } from '#estate/estate.ts'
import { once } from '#lang/once.ts'
import type { RoadStep } from './proof.ts'
import type { Subject } from './subject.ts'

/** A thing that a workload is made of, and the steps by which it was found there. The workload itself has none. */
export interface Part {
  readonly id: ThingId
  readonly steps: readonly RoadStep[]
  /** The unit or image that holds it, and those around that, from the outside in; a unit or an image holds itself. */
  readonly holders: readonly ThingId[]
}

/** Kinds that have something inside; anything else is an end of the walk. */
const hollow: readonly string[] = ['workload', 'unit', 'image', 'package']

/**
 * What a workload is made of: its units, their images, and the packages, platforms and models in those. Only what is active is
 * walked: a unit that is scaled to zero runs nothing. Each thing is met once, by its shortest way.
 */
export const partsOf = once((subject: Subject) => {
  const known = new Map<ThingId, readonly Part[]>()
  return (workload: ThingId): readonly Part[] => {
    const found = known.get(workload) ?? walk(subject, workload)
    known.set(workload, found)
    return found
  }
})

function walk(subject: Subject, workload: ThingId): readonly Part[] {
  const met = new Set<ThingId>([workload])
  const parts: Part[] = [{ id: workload, steps: [], holders: [] }]
  for (const part of parts) {
    if (!hollow.includes(kindOf(part.id))) continue
    for (const { to, link } of inside(subject, part.id)) {
      if (met.has(to)) continue
      met.add(to)
      const holds = kindOf(to) === 'unit' || kindOf(to) === 'image'
      parts.push({ id: to, steps: [...part.steps, stepOf(subject, link, part.id, to)], holders: holds ? [...part.holders, to] : part.holders })
    }
  }
  return parts
}

/** What lies directly inside a thing. Membership is stated from the inside out, and an image may be known by two names. */
function inside(subject: Subject, id: ThingId): readonly { readonly to: ThingId; readonly link: Link }[] {
  const { estate } = subject
  const members = linksTo(estate, id, 'part-of').filter((link) => ['unit', 'package'].includes(kindOf(link.from)))
  const held = linksFrom(estate, id, 'image', 'contains')
  const twins = kindOf(id) === 'image' ? [...linksFrom(estate, id, 'same-as'), ...linksTo(estate, id, 'same-as')] : []
  return [...members, ...held, ...twins].filter((link) => link.state === 'active').map((link) => ({ to: link.from === id ? link.to : link.from, link }))
}

/** At most this many places prove one step. */
const placesShown = 3

/** One link as a step of a proof, walked in the direction that is asked for. */
export function stepOf({ estate }: Subject, link: Link, from: ThingId, to: ThingId): RoadStep {
  const at = link.claims.filter((claim) => claim.state === link.state).flatMap((claim) => claim.at)
  return {
    from: { id: from, name: nameOf(estate, from) },
    to: { id: to, name: nameOf(estate, to) },
    role: link.role,
    basis: link.basis,
    state: link.state,
    at: at.slice(0, placesShown),
  }
}

/** The first places where a thing is stated: by itself, or else by the links that mention it. */
export function placesOf({ estate }: Subject, id: ThingId): readonly Origin[] {
  const own = firstPlaces(estate.things.get(id)?.claims ?? [])
  return own.length > 0 ? own : firstPlaces(claimsAround(linksTo(estate, id), linksFrom(estate, id)))
}

/** One by one: what thousands mention is asked about by each of them, and no more is looked at than is shown. */
function* claimsAround(...lists: readonly (readonly Link[])[]): Generator<Claim> {
  for (const links of lists) for (const link of links) yield* link.claims
}

function firstPlaces(claims: Iterable<Claim>): readonly Origin[] {
  const places: Origin[] = []
  for (const claim of claims) {
    for (const at of claim.at) if (places.push(at) === placesShown) return places
  }
  return places
}
