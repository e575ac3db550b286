import type { FilePlace } from '#estate/claim.ts'
import { mayBeOutside } from '#estate/identifiers/top-level-domains.ts'
import type { Token } from './entries.ts'

/** One resource record, with all names in it written out in full, in lower case and without the dot at the end. */
export interface DnsRecord {
  readonly owner: string
  readonly type: string
  /** The name that the record points to, where its type points to one; blank for the root, which means nobody. */
  readonly target?: string
  /** MX, SRV and SVCB: what is asked first has the lowest. */
  readonly rank?: number
  /** The texts of a TXT record as one, or the data of a record without a name in it. It goes no further than this folder. */
  readonly text: string
  readonly at: FilePlace
}

/** For each type that points to a name: which word of its data that is. */
const targets: Readonly<Record<string, number>> = {
  NS: 0,
  CNAME: 0,
  DNAME: 0,
  PTR: 0,
  ALIAS: 0,
  ANAME: 0,
  SOA: 0,
  MX: 1,
  AFSDB: 1,
  KX: 1,
  HTTPS: 1,
  SVCB: 1,
  SRV: 3,
  NAPTR: 5,
}
const ranked: ReadonlySet<string> = new Set(['MX', 'SRV', 'SVCB', 'HTTPS', 'AFSDB', 'KX'])

/** Types of which something is read or that are known to say nothing of interest (IANA, DNS parameters). */
const types: ReadonlySet<string> = new Set([
  ...Object.keys(targets),
  ...'A AAAA TXT SPF CAA TLSA SMIMEA URI RP HINFO LOC SSHFP DS DNSKEY CDS CDNSKEY RRSIG NSEC NSEC3 NSEC3PARAM OPENPGPKEY CERT DLV KEY SIG NXT APL DHCID HIP IPSECKEY ZONEMD CSYNC EUI48 EUI64 X25 ISDN RT PX WKS NULL MINFO MB MG MR TYPE65 TYPE64 TYPE257'.split(
    ' ',
  ),
])

export const isType = (word: string): boolean => types.has(word.toUpperCase()) || /^TYPE\d{1,5}$/i.test(word)

/** Whether the data of a record has the form that its type asks for: what tells a record from words that look like one. */
export function fitsType(type: string, data: readonly Token[]): boolean {
  const [first = '', second = ''] = data.map((token) => token.text)
  switch (type) {
    case 'A':
      return data.length === 1 && /^(\d{1,3}\.){3}\d{1,3}$/.test(first)
    case 'AAAA':
      return data.length === 1 && /^[0-9a-f:.]{2,45}$/i.test(first) && first.includes(':')
    case 'MX':
      return data.length === 2 && /^\d{1,5}$/.test(first)
    case 'SOA':
      return data.length === 7 && data.slice(2).every((token) => /^\d[\dsmhdw]*$/i.test(token.text))
    case 'NS':
    case 'CNAME':
    case 'DNAME':
    case 'PTR':
    case 'ALIAS':
    case 'ANAME':
      return data.length === 1 && isName(first)
    case 'SRV':
      return data.length === 4 && data.slice(0, 3).every((token) => /^\d{1,5}$/.test(token.text))
    case 'CAA':
      return data.length >= 3 && /^\d{1,3}$/.test(first) && /^[a-z0-9]+$/i.test(second)
    case 'HTTPS':
    case 'SVCB':
      return data.length >= 2 && /^\d{1,5}$/.test(first)
    case 'TXT':
    case 'SPF':
      return data.length > 0
    default:
      return data.length > 0
  }
}

const isName = (text: string): boolean => text === '@' || /^[^\s"(),;=<>{}[\]]{1,255}$/.test(text)

/** The word of a record's data that is a name, if its type has one. */
export const targetOf = (type: string, data: readonly Token[]): string | undefined => {
  const at = targets[type]
  return at === undefined ? undefined : data[at]?.text
}

/** The rank of a record, where its type has one. */
export const rankOf = (type: string, data: readonly Token[]): number | undefined => (ranked.has(type) ? Number(data[0]?.text) : undefined)

/**
 * A name in full. Relative names hang below the origin; without one, a name that ends in a top-level domain is believed to be whole.
 *
 * @returns nothing when nobody can tell; a blank text for the root
 */
export function fullName(name: string, origin: string | undefined): string | undefined {
  if (name.length > 255) return undefined
  const plain = name.toLowerCase()
  if (plain === '@') return origin
  if (plain.endsWith('.')) return plain.slice(0, -1)
  if (origin !== undefined) return origin === '' ? plain : `${plain}.${origin}`
  return isWhole(plain) ? plain : undefined
}

/** Whether a name has a dot in it and ends in a top-level domain. */
export const isWhole = (name: string): boolean => name.includes('.') && mayBeOutside(name)

/** Whether a name is a domain or lies below it. */
export const isWithin = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`)
