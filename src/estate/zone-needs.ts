import { type Claim, keyOf, kindOf, type ThingId } from './claim.ts'
import { type Estate, linksFrom, linksTo, thingsOfKind } from './estate.ts'
import { saidList } from './said.ts'

/**
 * That what is reached under a name leans on the zone in which the name lies: when nobody answers for the zone, nobody finds what answers
 * under the name. A zone is a unit that is grouped by its domain and has that very domain as its own.
 */
export function zoneNeedClaims(estate: Estate): readonly Claim[] {
  const zones = zonesByName(estate)
  if (zones.size === 0) return []
  return thingsOfKind(estate, 'domain').flatMap((domain) => {
    const zone = zoneAbove(keyOf(domain.id), zones)
    if (zone === undefined) return []
    return linksTo(estate, domain.id, 'domain').flatMap((link): readonly Claim[] => {
      if (kindOf(link.from) !== 'unit' || link.from === zone.id || groupsOf(estate, link.from).some((group) => group === zone.group)) return []
      return [{ claim: 'link', from: link.from, to: zone.id, role: 'needs', state: link.state, basis: 'inferred', at: link.claims.flatMap((claim) => claim.at) }]
    })
  })
}

interface ZoneUnit {
  readonly id: ThingId
  readonly group: string
}

const groupsOf = (estate: Estate, id: ThingId): readonly string[] => saidList(estate.things.get(id), 'groups')

function zonesByName(estate: Estate): ReadonlyMap<string, ZoneUnit> {
  return new Map(
    thingsOfKind(estate, 'unit').flatMap((unit) => {
      const group = groupsOf(estate, unit.id).find((one) => one.startsWith('domain='))
      const name = group?.slice('domain='.length)
      const isZone = name !== undefined && linksFrom(estate, unit.id, 'domain').some((link) => keyOf(link.to) === name)
      return isZone && group !== undefined ? [[name, { id: unit.id, group }] as const] : []
    }),
  )
}

/** The innermost zone that a name lies in. */
function zoneAbove(name: string, zones: ReadonlyMap<string, ZoneUnit>): ZoneUnit | undefined {
  for (let at = name; at !== ''; at = at.includes('.') ? at.slice(at.indexOf('.') + 1) : '') {
    const zone = zones.get(at)
    if (zone) return zone
  }
  return undefined
}
