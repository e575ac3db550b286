import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { type Estate, linksFrom } from '#estate/estate.ts'
import type { Knowledge } from './knowledge.ts'
import type { PlaceTable } from './schema.ts'

/**
 * Who runs a known service for one thing that uses it: in a region that somebody else than the cloud's own company operates, the services
 * there are run by that one. Elsewhere, and for a thing of which nobody says where it is, whoever runs the service in general. A service
 * of software that many run is run by whoever runs the cloud that the thing is in, where its address tells.
 */
export function operatorsFor(estate: Estate, knowledge: Knowledge, use: { readonly by: ThingId; readonly service: ThingId }): readonly string[] {
  const operator = knowledge.services.get(keyOf(use.service))?.operator
  if (operator === undefined) return cloudsOf(estate, knowledge, use.by)
  const regions = linksFrom(estate, use.by, 'region', 'runs-in').flatMap((link) => regionOf(knowledge, link.to) ?? [])
  const there = regions.filter(({ table }) => table.party === operator).map(({ region }) => region.operator ?? operator)
  return there.length === 0 ? [operator] : [...new Set(there)]
}

/**
 * Who runs a known service where all that use it in the estate are where one other runs it. A service that is used there and elsewhere
 * keeps whoever runs it in general: it is one thing in the estate, and the loss of the one region does not take the others along.
 */
export function operatorsInPlaces(estate: Estate, knowledge: Knowledge): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const [key, service] of knowledge.services) {
    const id: ThingId = `service:${key}`
    const users = (estate.linksTo.get(id) ?? []).filter((link) => link.state === 'active' && link.role === 'cloud-service').map((link) => link.from)
    const each = users.map((by) => operatorsFor(estate, knowledge, { by, service: id }))
    const [one, ...others] = new Set(each.flat())
    if (one !== undefined && others.length === 0 && one !== service.operator && each.every((list) => list.length > 0)) found.set(key, [one])
  }
  return found
}

/** Who runs the clouds in which a thing runs, by the services behind their addresses. */
function cloudsOf(estate: Estate, knowledge: Knowledge, by: ThingId): readonly string[] {
  const hosts = linksFrom(estate, by, 'runs-in').filter((link) => kindOf(link.to) === 'host')
  const services = hosts.flatMap((host) => linksFrom(estate, host.to).filter((link) => kindOf(link.to) === 'service' && link.role !== 'hints-at'))
  return [...new Set(services.flatMap((link) => knowledge.services.get(keyOf(link.to))?.operator ?? []))]
}

function regionOf(knowledge: Knowledge, place: ThingId): { readonly table: PlaceTable; readonly region: PlaceTable['regions'][string] } | undefined {
  const [prefix = '', code = ''] = keyOf(place).split(':')
  const table = [...knowledge.places.values()].find((one) => one.prefix === prefix || one.aliases.includes(prefix))
  const region = table?.regions[code]
  return table === undefined || region === undefined ? undefined : { table, region }
}
