import { type Claim, type FilePlace, type Phase, type Role, type State, type ThingId, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { KubeObject } from './object.ts'
import type { Scope } from './scope.ts'
import type { Way } from './way.ts'

/** An object while it is read: under which id its claims are made, and whether it is in use. */
export interface Unit {
  readonly id: ThingId
  readonly object: KubeObject
  readonly scope: Scope
  readonly state: State
}

/** What was read, and what was amiss with it. */
export interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

export const nothing: Read = { claims: [], diagnostics: [] }

export const joined = (parts: readonly Read[]): Read => ({ claims: parts.flatMap((part) => part.claims), diagnostics: parts.flatMap((part) => part.diagnostics) })

/** How a link from a unit is meant; without a state, as the unit's own. */
export interface LinkTo {
  readonly to: ThingId
  readonly role: Role
  readonly at: FilePlace
  readonly state?: State
  readonly phase?: Phase
}

/** A link from a unit, no more active than the unit. */
export function linkFrom(unit: Unit, link: LinkTo): Claim {
  const state = weaker(unit.state, link.state ?? 'active')
  return { claim: 'link', from: unit.id, to: link.to, role: link.role, state, basis: 'observed', at: [link.at], ...(link.phase === undefined ? {} : { phase: link.phase }) }
}

/** That something else is there for a unit, and lost with it: its settings, its account, its volumes. */
export const partOf = (unit: Unit, part: ThingId, at: FilePlace): readonly Claim[] =>
  part === unit.id ? [] : [{ claim: 'link', from: part, to: unit.id, role: 'part-of', state: unit.state, basis: 'observed', at: [at] }]

/** That a unit needs another of the estate. */
export const needs = (unit: Unit, other: ThingId, how: { readonly at: FilePlace; readonly state?: State; readonly phase?: Phase }): readonly Claim[] =>
  other === unit.id ? [] : [linkFrom(unit, { to: other, role: 'needs', ...how })]

/** The place of a way in the unit's object. */
export const placeOf = (unit: Unit, way?: Way): FilePlace => unit.object.place(way)
