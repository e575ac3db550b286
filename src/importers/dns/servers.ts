import type { Claim, ThingId } from '#estate/claim.ts'
import { by } from '#lang/compare.ts'
import { uniqueBy } from '#lang/group.ts'
import type { DnsRecord } from './record.ts'
import { groupOf, linkAt, partOf, pointingAt, type Zone } from './zone.ts'
import { domainOf } from './zones.ts'

/** Who answers for the zone. One of its name servers is enough, so only all of them together are a single point, as when one party runs them. */
export function nameServerClaims(zone: Zone): readonly Claim[] {
  const own = zone.records.filter((record) => record.type === 'NS' && record.owner === zone.name)
  // Below the zone others may answer for a part of it: nothing of the zone itself is lost with them.
  const handed = zone.records.filter((record) => record.type === 'NS' && record.owner !== zone.name)
  const first = zone.records.filter((record) => record.type === 'SOA')
  return [
    ...oneOfClaims(zone, { from: zone.id, id: `${zone.id}/name-servers` as ThingId, records: own }),
    ...[...handed, ...first].flatMap((record) => pointingAt(zone, record.target ?? '', { from: zone.id, idle: true }, record)),
  ]
}

/** The unit of a zone's mail. */
const mailUnit = (zone: Zone): ThingId => `${zone.id}/mail` as ThingId

/**
 * Where mail for the zone is delivered. It is a unit of its own beside the zone: when the mail host is lost, mail stops, and the
 * names go on to answer.
 *
 * Senders try the host of the lowest rank first (RFC 5321, 5.1). Others of the same domain are its equals. A host of somebody else with a
 * higher rank takes mail in and keeps it until the first is back; nobody reads it there, so it is named, and stands in for nothing.
 */
export function mailClaims(zone: Zone): readonly Claim[] {
  const records = zone.records.filter((record) => record.type === 'MX' && record.target !== undefined && record.target !== '')
  const own = records.filter((record) => record.owner === zone.name)
  const below = records.filter((record) => record.owner !== zone.name).flatMap((record) => pointingAt(zone, record.target ?? '', { from: zone.id, idle: true }, record))
  const [first] = own
  if (!first) return below
  const lowest = Math.min(...own.map((record) => record.rank ?? 0))
  const domains = new Set(own.filter((record) => record.rank === lowest).map((record) => domainOf(record.target ?? '')))
  const isEqual = (record: DnsRecord): boolean => record.rank === lowest || domains.has(domainOf(record.target ?? ''))
  const mail = mailUnit(zone)
  return [
    partOf(zone, { id: mail, name: `MX ${zone.name}`, says: { type: 'mail', groups: [groupOf(zone)], runs: false } }, first),
    linkAt(zone, { from: mail, to: zone.id, role: 'needs' }, first),
    ...oneOfClaims(zone, { from: mail, id: `${mail}/hosts` as ThingId, records: own.filter(isEqual) }),
    ...own.flatMap((record) => pointingAt(zone, record.target ?? '', { from: zone.id, idle: true }, record)),
    ...below,
  ]
}

interface OneOf {
  readonly from: ThingId
  /** Of the group, where there is more than one. */
  readonly id: ThingId
  readonly records: readonly DnsRecord[]
}

/** That something leans on a set of servers of which one is enough; on the one server itself where there are no others. */
function oneOfClaims(zone: Zone, { from, id, records }: OneOf): readonly Claim[] {
  const distinct = uniqueBy(records.toSorted(by((record) => record.target ?? '')), (record) => record.target ?? '')
  const [first] = records
  if (!first) return []
  if (distinct.length < 2) return records.flatMap((record) => pointingAt(zone, record.target ?? '', { from }, record))
  return [
    partOf(zone, { id, says: { 'at-least': 1 } }, first),
    linkAt(zone, { from, to: id, role: 'needs' }, first),
    ...records.flatMap((record) => pointingAt(zone, record.target ?? '', { from: id }, record)),
  ]
}
