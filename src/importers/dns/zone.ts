import { type Claim, type FilePlace, idOf, type LinkClaim, type Phase, type Role, type Says, type State, type ThingId, weaker } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { type DnsRecord, isWithin } from './record.ts'
import type { ZoneRecords } from './zones.ts'

/** A zone while its records are read. */
export interface Zone extends ZoneRecords {
  readonly id: ThingId
  readonly state: State
  readonly at: FilePlace
}

export function zoneOf(zone: ZoneRecords): Zone {
  const start = zone.records.find((record) => record.type === 'SOA') ?? zone.records[0]
  // Names kept free for examples are nobody's.
  const state = readHost(zone.name)?.kind === 'placeholder' ? 'placeholder' : 'active'
  return { ...zone, id: idOf('unit', `dns/${zone.name}`), state, at: start?.at ?? { file: '', pointer: '' } }
}

/** The unit of one name of a zone. */
export const nameUnit = (zone: Zone, name: string): ThingId => idOf('unit', `dns/${zone.name}/${name}`)

/** By what everything of a zone is grouped. */
export const groupOf = (zone: Zone): string => `domain=${zone.name}`

export const linkAt = (zone: Zone, tie: { readonly from: ThingId; readonly to: ThingId; readonly role: Role }, record: DnsRecord, says?: Says): LinkClaim => ({
  claim: 'link',
  ...tie,
  ...(says === undefined ? {} : { says }),
  state: zone.state,
  basis: 'observed',
  at: [record.at],
})

/** A part of a zone in which nothing runs: a name, its mail, a set of servers of which one is enough. */
export const partOf = (zone: Zone, part: { readonly id: ThingId; readonly name?: string; readonly says: Says }, record: DnsRecord): Claim => ({
  claim: 'thing',
  id: part.id,
  ...(part.name === undefined ? {} : { name: part.name }),
  says: part.says,
  state: zone.state,
  basis: 'observed',
  at: [record.at],
})

export interface Pointing {
  readonly from: ThingId
  /** Set where nothing that is described here is lost with what the record points to. */
  readonly idle?: true
  readonly phase?: Phase
}

/**
 * That something leans on a host, or only points to it. A name of the zone itself is no host of others: it is one under which
 * something of ours answers.
 */
export function pointingAt(zone: Zone, name: string, { from, idle, phase }: Pointing, record: DnsRecord): readonly Claim[] {
  const host = readHost(withoutTokens(name))
  if (!host || host.kind === 'inside' || /^[\d.:]+$/.test(host.name)) return []
  const own = isWithin(host.name, zone.name)
  if (own && idle === true) return []
  const tie = { from, to: idOf('host', host.name), role: own ? ('needs' as const) : ('endpoint' as const) }
  const link = linkAt(zone, tie, record, idle === true ? { idle } : undefined)
  const state = host.kind === 'placeholder' ? weaker(zone.state, 'placeholder') : zone.state
  const claim: Claim = { ...link, state, ...(phase === undefined ? {} : { phase }) }
  return own ? [claim, domainLink(zone, zone.id, host.name, record)] : [claim]
}

/** That the organisation answers under a name. A wildcard and a technical name are names of nothing that is called. */
export const domainLink = (zone: Zone, from: ThingId, name: string, record: DnsRecord): LinkClaim => linkAt(zone, { from, to: idOf('domain', name), role: 'domain' }, record)

const shortestToken = 11
/** Labels made by chance, by which a service knows who asks: they prove who owns a domain and are nobody else's business. */
const token = /^(_?(?=[a-z]*\d)[a-z0-9]{20,}|_[a-z0-9]{16,}|gv-[a-z0-9]{8,}|_?[0-9a-f]{8}-[0-9a-f-]{20,})$/

/** A host's name without the tokens in front of it: `x1b2….dkim.vendor.net` is `dkim.vendor.net`. */
export function withoutTokens(name: string): string {
  let rest = name
  while (isToken(rest) && rest.indexOf('.') !== rest.lastIndexOf('.')) rest = rest.slice(rest.indexOf('.') + 1)
  return rest
}

/** Whether a name begins with a token. */
export function isToken(name: string): boolean {
  const end = name.indexOf('.')
  return end >= shortestToken && token.test(name.slice(0, end))
}
