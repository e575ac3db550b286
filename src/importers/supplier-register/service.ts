import { type Claim, type DependencyRole, dependencyRoles, idOf, type Role, type ThingId } from '#estate/claim.ts'
import { readPlace } from '#estate/identifiers/place-text.ts'
import { statedUnit } from '#estate/stated-units.ts'
import { listIn, textIn } from './cells.ts'
import { odd, type Row } from './row.ts'

/** A claim of the register: the organisation's own word. */
export const linkOf = (row: Row, from: ThingId, tie: { readonly to: ThingId; readonly role: Role }): Claim => ({
  claim: 'link',
  from,
  ...tie,
  state: 'active',
  basis: 'declared',
  at: [row.at],
})

/**
 * That the service is used: by the functions and workloads the row names, or else by the register itself, so that it is a
 * dependency even before anybody says of what.
 */
export function useClaims(row: Row): readonly Claim[] {
  const role = roleOf(row)
  const functions = listIn(row.cell('functions')).map((name) => idOf('function', name.toLowerCase()))
  const workloads = listIn(row.cell('workloads')).map((name) => idOf('workload', name.toLowerCase()))
  const users: readonly ThingId[] = [...functions, ...workloads]
  if (users.length > 0) return users.map((from) => linkOf(row, from, { to: row.service, role }))
  const unit = statedUnit(row.name.toLowerCase())
  return [{ claim: 'thing', id: unit, name: row.name, state: 'active', basis: 'declared', at: [row.at] }, linkOf(row, unit, { to: row.service, role })]
}

/** What the service is to the organisation, where the row says; somebody else's software otherwise. */
function roleOf(row: Row): DependencyRole {
  const text = textIn(row.cell('role'))?.toLowerCase()
  const known = dependencyRoles.find((role) => role === text)
  if (text !== undefined && known === undefined) row.diagnostics.push(odd(row.at, dependencyRoles.join(' | '), text))
  return known ?? 'external-service'
}

/** Where the service runs: countries and regions are places and findings; anything else is kept as the words it is. */
export function placeClaims(row: Row): readonly Claim[] {
  const text = textIn(row.cell('place'))
  if (text === undefined) return []
  const places = text
    .split(/[;,|/+]/)
    .filter((part) => part.trim() !== '')
    .map(readPlace)
  const known = places.filter((place) => place !== undefined)
  if (known.length < places.length || known.length === 0) {
    return [{ claim: 'thing', id: row.service, says: { 'place-name': text }, state: 'active', basis: 'declared', at: [row.at] }]
  }
  return known.flatMap((to) => [
    linkOf(row, row.service, { to, role: 'runs-in' }),
    linkOf(row, row.service, { to, role: to.startsWith('jurisdiction:') ? 'location-country' : 'region' }),
  ])
}

/** The classes of data that the service holds, in the register's own words. */
export const dataClaims = (row: Row): readonly Claim[] =>
  listIn(row.cell('dataClasses')).map((word) => linkOf(row, row.service, { to: idOf('data-class', word), role: 'data-class' }))
