import { type Claim, idOf } from '#estate/claim.ts'
import { type DnsRecord, isWithin } from './record.ts'
import { domainLink, groupOf, isToken, linkAt, nameUnit, partOf, pointingAt, withoutTokens, type Zone } from './zone.ts'

/** Names that programs look up by themselves to set themselves up: what answers elsewhere stands without them. */
const technical = /^(autodiscover|autoconfig|enterpriseenrollment|enterpriseregistration|lyncdiscover|msoid|sip|mta-sts)\./
/** Records by which a name leads on to another. */
const leading = /^(CNAME|ALIAS|ANAME|DNAME|HTTPS|SVCB)$/

/** The names of a zone: those with an address of their own are the organisation's; others lead on to a host that somebody runs. */
export function nameClaims(zone: Zone): readonly Claim[] {
  return zone.records.flatMap((record): readonly Claim[] => {
    if (record.type === 'A' || record.type === 'AAAA') return isCalled(record.owner) ? [domainLink(zone, zone.id, record.owner, record)] : []
    if (leading.test(record.type)) return leadingClaims(zone, record)
    return record.type === 'SRV' ? pointingAt(zone, record.target ?? '', { from: zone.id, idle: true }, record) : []
  })
}

const isCalled = (name: string): boolean => !name.includes('*') && !hasUnderscore(name) && !isToken(name)

/** A label with an underscore in front is there for programs (RFC 8552). */
const hasUnderscore = (name: string): boolean => name.startsWith('_') || name.includes('._')

/**
 * A name that leads on is a unit of its own: whoever calls it leans on the host behind it, and the rest of the zone does not. One that
 * only proves or sets something up (a key, a challenge, a client's settings) tells of a supplier, and nothing is lost with it.
 */
function leadingClaims(zone: Zone, record: DnsRecord): readonly Claim[] {
  const target = record.target ?? ''
  if (target === '' || target === record.owner) return []
  if (technical.test(record.owner) || hasUnderscore(record.owner) || isToken(record.owner) || withoutTokens(target) !== target) {
    return pointingAt(zone, target, { from: zone.id, idle: true }, record)
  }
  if (isWithin(target, zone.name)) {
    if (!isCalled(record.owner)) return []
    const chain = linkAt(zone, { from: idOf('host', record.owner), to: idOf('host', target), role: 'needs' }, record)
    return [domainLink(zone, zone.id, record.owner, record), domainLink(zone, zone.id, target, record), chain]
  }
  const id = nameUnit(zone, record.owner)
  return [
    partOf(zone, { id, name: record.owner, says: { type: record.type, groups: [groupOf(zone)], runs: false } }, record),
    linkAt(zone, { from: id, to: zone.id, role: 'needs' }, record),
    ...(isCalled(record.owner) ? [domainLink(zone, id, record.owner, record)] : []),
    ...pointingAt(zone, target, { from: id }, record),
  ]
}

/** Records of names that lie outside: where a chain of aliases goes on, whoever leans on one link of it leans on the next. */
export function chainClaims(outside: readonly DnsRecord[]): readonly Claim[] {
  return outside.flatMap((record): readonly Claim[] => {
    if (record.type !== 'CNAME' || record.target === undefined || record.target === '' || record.target === record.owner) return []
    return [
      {
        claim: 'link',
        from: idOf('host', withoutTokens(record.owner)),
        to: idOf('host', withoutTokens(record.target)),
        role: 'needs',
        state: 'active',
        basis: 'observed',
        at: [record.at],
      },
    ]
  })
}
