import type { Basis, Claim, LinkClaim, Phase, Role, State, ThingClaim, ThingId, ThingKind } from './claim.ts'
import type { Contents } from './contents.ts'

/** One thing and all that is said of it. */
export interface Thing {
  readonly id: ThingId
  readonly kind: ThingKind
  readonly name: string
  readonly state: State
  readonly basis: Basis
  readonly claims: readonly ThingClaim[]
}

/** One link and all claims that say so. */
export interface Link {
  readonly from: ThingId
  readonly to: ThingId
  readonly role: Role
  readonly phase: Phase
  readonly state: State
  readonly basis: Basis
  readonly claims: readonly LinkClaim[]
}

/** All claims, joined on identifiers. Things and links stand in the order of their ids, by code point. */
export interface Estate {
  readonly things: ReadonlyMap<ThingId, Thing>
  readonly links: readonly Link[]
  readonly linksFrom: ReadonlyMap<ThingId, readonly Link[]>
  readonly linksTo: ReadonlyMap<ThingId, readonly Link[]>
  readonly claims: readonly Claim[]
  /** Packages that files list in bulk, by what holds them. Those that mean something are things as well. */
  readonly contents: readonly Contents[]
  readonly contentsOf: ReadonlyMap<ThingId, readonly Contents[]>
}

/** The links out of a thing in one of some roles; in any role when none is named. */
export function linksFrom(estate: Estate, id: ThingId, ...roles: readonly Role[]): readonly Link[] {
  const links = estate.linksFrom.get(id) ?? []
  return roles.length === 0 ? links : links.filter((link) => roles.includes(link.role))
}

/** The links into a thing in one of some roles; in any role when none is named. */
export function linksTo(estate: Estate, id: ThingId, ...roles: readonly Role[]): readonly Link[] {
  const links = estate.linksTo.get(id) ?? []
  return roles.length === 0 ? links : links.filter((link) => roles.includes(link.role))
}

/** All things of a kind, in the order of their ids. */
export const thingsOfKind = (estate: Estate, kind: ThingKind): readonly Thing[] => [...estate.things.values()].filter((thing) => thing.kind === kind)

/** The name people know a thing by. */
export const nameOf = (estate: Estate, id: ThingId): string => estate.things.get(id)?.name ?? id.slice(id.indexOf(':') + 1)
