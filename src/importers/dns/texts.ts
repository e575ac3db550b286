import { type Claim, idOf } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { readHost, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { uniqueBy } from '#lang/group.ts'
import { secretInText } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'
import { type DnsRecord, isWithin } from './record.ts'
import { linkAt, pointingAt, type Zone } from './zone.ts'

/** What the texts of a zone tell: who may send mail, where reports go, who may issue certificates, and which services asked for a proof. Nothing is lost with any of it. */
export function textClaims(zone: Zone): readonly Claim[] {
  return zone.records.flatMap((record): readonly Claim[] => {
    switch (record.type) {
      case 'TXT':
      case 'SPF':
        return textRecordClaims(zone, record)
      case 'CAA':
        return issuerClaims(zone, record)
      case 'URI':
        return urlsIn(record.text).flatMap((seen) => pointingAt(zone, seen.host.name, { from: zone.id, idle: true }, record))
      default:
        return []
    }
  })
}

/** Texts in which a secret lies in the open: a zone is read by everybody. */
export const textDiagnostics = (records: readonly DnsRecord[]): readonly Diagnostic[] =>
  records.flatMap((record) => {
    const secret = record.type === 'TXT' ? secretInText(record.text) : undefined
    return secret === undefined ? [] : [secretFound(record.at, secret)]
  })

function textRecordClaims(zone: Zone, record: DnsRecord): readonly Claim[] {
  const text = record.text.trim()
  const kind = /^v=([a-z]+\d*)\b/i.exec(text)?.[1]?.toLowerCase()
  const key = /(?:^|\.)_domainkey(?:\.|$)/.test(record.owner)
  if (kind === 'spf1') return senderClaims(zone, record, text)
  if (kind === 'dmarc1' || kind === 'tlsrptv1') return reportClaims(zone, record, text)
  if (kind === 'bimi1') return urlsIn(text).flatMap((seen) => pointingAt(zone, seen.host.name, { from: zone.id, idle: true }, record))
  if (key) return selectorClaims(zone, record)
  return kind === undefined || kind === 'verifydomain' ? proofClaims(zone, record, text.replace(/^v=verifydomain\s+/i, '')) : []
}

/** Who may send mail in the zone's name (RFC 7208). Addresses by number name nobody; parts that are filled in at each look-up name what stands behind them. */
function senderClaims(zone: Zone, record: DnsRecord, text: string): readonly Claim[] {
  const named = text.split(/\s+/).flatMap((term) => {
    const name = /^[+?~-]?(?:include|a|mx|exists|redirect)[:=]([^/\s]{1,253})/i.exec(term)?.[1]
    return name === undefined
      ? []
      : [
          name
            .replace(/^.*%\{[^}]*\}[.-]?/, '')
            .replace(/\.$/, '')
            .toLowerCase(),
        ]
  })
  return uniqueBy(named, (name) => name).flatMap((name) => pointingAt(zone, name, { from: zone.id, idle: true }, record))
}

/** Where others send reports about the zone's mail (RFC 7489, RFC 8460). Only the domain of an address is looked at: what stands before it may be a person or an account. */
function reportClaims(zone: Zone, record: DnsRecord, text: string): readonly Claim[] {
  const lists = [...text.matchAll(/(?:^|;)\s*(?:rua|ruf)\s*=\s*([^;]{1,4000})/gi)].flatMap(([, list = '']) => list.split(','))
  return reportsTo(zone, record, lists)
}

function reportsTo(zone: Zone, record: DnsRecord, addresses: readonly string[]): readonly Claim[] {
  const names = addresses.flatMap((address) => /^\s*mailto:[^@\s]{0,200}@([^!?\s]{1,253})/i.exec(address)?.[1] ?? urlsIn(address).map((seen) => seen.host.name))
  return uniqueBy(names, (name) => name.toLowerCase()).flatMap((name) => {
    const host = readHost(name)
    if (host?.kind !== 'public' || isWithin(host.name, zone.name)) return []
    const to = idOf('host', host.name)
    return [linkAt(zone, { from: zone.id, to, role: 'reports-to' }, record), ...pointingAt(zone, host.name, { from: zone.id, idle: true, phase: 'monitor' }, record)]
  })
}

/** Some senders choose the name of a key themselves; the knowledge base knows which. The key is public, and is not looked at. */
function selectorClaims(zone: Zone, record: DnsRecord): readonly Claim[] {
  const selector = record.owner.slice(0, record.owner.indexOf('._domainkey'))
  return /^[a-z][a-z0-9.-]{0,30}$/.test(selector) ? [signOf(zone, `dns.dkim=${selector}`, record)] : []
}

/** Who may issue certificates for the zone (RFC 8659), by the domain that the authority itself gave out, and who is told when another tries. */
function issuerClaims(zone: Zone, record: DnsRecord): readonly Claim[] {
  const [, tag = '', value = ''] = /^\d{1,3} ([a-z0-9]{1,15}) ([\s\S]*)$/i.exec(record.text) ?? []
  if (tag.toLowerCase() === 'iodef') return reportsTo(zone, record, [value])
  const issuer = value.split(';', 1)[0]?.trim().toLowerCase().replace(/\.$/, '') ?? ''
  if (!/^issue(wild|mail)?$/i.test(tag) || issuer === '') return []
  return [signOf(zone, `dns.caa=${issuer.slice(0, 253)}`, record), ...pointingAt(zone, issuer, { from: zone.id, idle: true }, record)]
}

/** A proof that somebody asked for to see who owns the domain: the service was once set up. Only the name of the proof is kept. */
function proofClaims(zone: Zone, record: DnsRecord, text: string): readonly Claim[] {
  const label = record.owner.split('.').find((one) => one.startsWith('_') || one === 'asuid')
  return uniqueBy(
    [proofIn(text), label === undefined ? undefined : proofLabel(label)].filter((name) => name !== undefined),
    (name) => name,
  ).map((name) => signOf(zone, `dns.proof=${name}`, record))
}

const signOf = (zone: Zone, text: string, record: DnsRecord): Claim => ({
  ...signClaim(zone.id, { on: 'spec-value', text }, { state: zone.state, at: record.at }),
  says: { idle: true },
})

/** Words that end the name of a proof; what follows them is the proof itself. */
const telling =
  /^_?[a-z0-9]{0,40}?(?:[-_.][a-z0-9]{1,40}?){0,6}?[-_.]?(?:verification|verify|validation|challenge|confirmation|delegation|ownership|domainproof)(?:[-_](?:code|key|challenge))?(?![a-z])/
/** The name of a proof that stands before a sign of equality or a colon. */
const plain = /^_?[a-z][a-z-]{1,40}?(?=\d{0,12}[=:]\S)/

/** The name of a proof, such as `google-site-verification`, without anything of the proof. */
export function proofIn(text: string): string | undefined {
  const lower = text.slice(0, 100).toLowerCase()
  const head = lower.split(/[=:\s]/, 1)[0] ?? ''
  return telling.exec(head)?.[0] ?? plain.exec(lower)?.[0]
}

/** The same of a label below which a proof stands. */
const proofLabel = (label: string): string | undefined => telling.exec(label)?.[0] ?? /^_?[a-z][a-z-]{1,30}$/.exec(label)?.[0]
