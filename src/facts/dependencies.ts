import type { Basis, State } from '#estate/claim.ts'
import { type DependencyRole, dependencyRoles, type FilePlace, firmer, isFilePlace, keyOf, type LinkClaim, stronger, type ThingId, weaker } from '#estate/claim.ts'
import { type Estate, linksFrom, linksTo, nameOf } from '#estate/estate.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import type { Subject } from './subject.ts'

/** One thing the estate leans on, counted once however often it is met. */
export interface Dependency {
  readonly kind: DependencyRole
  readonly value: string
  readonly state: State
  readonly basis: Basis
  readonly evidence: readonly FilePlace[]
}

/** How many places are shown for one dependency; the rest would only repeat them. */
const placesShown = 10

/**
 * Every dependency, in the words of the field. A link in a dependency role is one; its value is what the claim says, or the
 * name of the thing it leads to. One finding has one kind: a host that answers as an AI endpoint is not also a plain endpoint.
 */
export const dependencies = once((subject: Subject): readonly Dependency[] => {
  const { estate } = subject
  const found = estate.links.flatMap((link) => (isDependency(link.role) ? link.claims.map((claim) => ({ role: link.role as DependencyRole, to: link.to, claim })) : []))
  const hosts = kindOfHost(found)
  // A host under which a part of the estate answers is no endpoint of somebody else.
  const isOurs = (to: ThingId): boolean => linksFrom(estate, to, 'needs').some((link) => link.to.startsWith('unit:'))
  const rows = found
    .filter((one) => !(one.role === 'endpoint' && isOurs(one.to)))
    .filter((one) => !one.to.startsWith('host:') || hosts.get(one.to) === one.role || one.role === 'runtime-download')
  const groups = groupBy(rows, (one) => `${one.role}\n${shownValue(estate, one.to, one.claim)}`)
  return [...groups]
    .map(([key, group]) =>
      dependencyOf(
        estate,
        key,
        group.map((one) => one.claim),
      ),
    )
    .sort(by((one) => `${one.kind}\n${one.value}`))
})

const isDependency = (role: string): boolean => (dependencyRoles as readonly string[]).includes(role)

/** Of several kinds in which one host is met, the first of the list. */
function kindOfHost(found: readonly { readonly role: DependencyRole; readonly to: ThingId }[]): Map<ThingId, DependencyRole> {
  const kinds = new Map<ThingId, DependencyRole>()
  for (const { role, to } of found) {
    if (role === 'runtime-download') continue
    const known = kinds.get(to)
    if (known === undefined || dependencyRoles.indexOf(role) < dependencyRoles.indexOf(known)) kinds.set(to, role)
  }
  return kinds
}

function shownValue(estate: Estate, to: ThingId, claim: LinkClaim): string {
  const said = claim.says?.['value']
  const named = typeof said === 'string' && said !== '' ? said : nameOf(estate, to)
  return to.startsWith('jurisdiction:') ? keyOf(to).toUpperCase() : named
}

/** Whether a dependency is in use. What only the knowledge base says, as the country of a region, is in use as far as the thing it says it of is. */
function stateOf(estate: Estate, claim: LinkClaim): State {
  const met = claim.at.some(isFilePlace) ? [] : linksTo(estate, claim.from).map((link) => link.state)
  return met.length === 0 ? claim.state : weaker(claim.state, met.reduce(stronger))
}

function dependencyOf(estate: Estate, key: string, claims: readonly LinkClaim[]): Dependency {
  const [kind = '', value = ''] = key.split('\n')
  const states = new Map(claims.map((claim) => [claim, stateOf(estate, claim)]))
  const state = [...states.values()].reduce(stronger)
  const basis = claims
    .filter((claim) => states.get(claim) === state)
    .map((claim) => claim.basis)
    .reduce(firmer)
  const own = claims.flatMap((claim) => claim.at.filter(isFilePlace))
  // What only the knowledge base says rests on where the thing it says it of was read.
  const met = own.length > 0 ? own : claims.flatMap((claim) => linksTo(estate, claim.from).flatMap((link) => link.claims.flatMap((one) => one.at.filter(isFilePlace))))
  const places = groupBy(met, (place) => `${place.file}\n${place.pointer}`)
  const evidence = [...places]
    .sort(by(([text]) => text))
    .flatMap(([, same]) => same.slice(0, 1))
    .slice(0, placesShown)
  return { kind: kind as DependencyRole, value, state, basis, evidence }
}
