import type { SourceFile } from '#estate/source-file.ts'
import { groupBy } from '#lang/group.ts'
import type { Form } from './recognised.ts'
import { type DnsRecord, isWhole } from './record.ts'

/** The records of one zone, the ones of the zone's own name first. */
export interface ZoneRecords {
  readonly name: string
  readonly records: readonly DnsRecord[]
}

/** The records of a file by zone, and those that tell of names of others: where a chain of names goes on outside. */
export interface Zoned {
  readonly zones: readonly ZoneRecords[]
  readonly outside: readonly DnsRecord[]
}

/**
 * To which zone each record belongs. A start of authority says where a zone begins. A listing often shows none: then a zone begins at
 * the domain that somebody can register, as far as the form of a name tells. What was only reached on the way, as where an alias or a
 * mail host leads, is somebody else's name and no zone of ours.
 *
 * @param asked names that somebody asked for, where the listing shows its questions
 */
export function zonesIn(records: readonly DnsRecord[], asked: readonly string[]): Zoned {
  const begun = new Set(records.flatMap((record) => (record.type === 'SOA' ? [record.owner] : [])))
  const reached = new Set(records.flatMap((record) => (record.target === undefined || record.type === 'SOA' ? [] : [record.target])))
  const own = ownDomains(records, { asked, reached, begun })
  const zoneOf = (owner: string): string | undefined => nearest(owner, begun, own) ?? (own.has(domainOf(owner)) ? domainOf(owner) : undefined)
  const groups = groupBy(records, (record) => zoneOf(record.owner) ?? '')
  const outside = groups.get('') ?? []
  groups.delete('')
  return { zones: [...groups].map(([name, list]) => ({ name, records: list })), outside }
}

interface Seen {
  readonly asked: readonly string[]
  readonly reached: ReadonlySet<string>
  readonly begun: ReadonlySet<string>
}

/** The domains that a file is about: those that were asked for, or in which something stands that was not merely reached. */
function ownDomains(records: readonly DnsRecord[], { asked, reached, begun }: Seen): ReadonlySet<string> {
  if (asked.length > 0) return new Set(asked.map(domainOf))
  if (begun.size > 0) return new Set([...begun].map(domainOf))
  return new Set(records.flatMap((record) => (reached.has(record.owner) ? [] : [domainOf(record.owner)])))
}

/** The innermost zone that begins at a name or above it. */
function nearest(owner: string, begun: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
  if (begun.size === 0) return undefined
  for (let name = owner; name !== ''; name = name.includes('.') ? name.slice(name.indexOf('.') + 1) : '') {
    if (begun.has(name)) return own.has(domainOf(name)) ? name : undefined
  }
  return undefined
}

/** Words below which countries hand out names, where they are not handed out below the country itself. */
const secondLevel = /^(ac|co|com|ed|edu|go|gob|gouv|gov|govt|gv|id|lg|ltd|me|mil|mod|net|nhs|nom|or|org|plc|police|sch|school)$/

/** Countries that hand out names below themselves alone. */
const flat = /^(be|ch|cz|de|dk|eu|fi|io|lu|nl|se|sk)$/

/** The domain that somebody can register and that a name lies in, as far as its form tells: two labels, or three as in `a.co.uk`. */
export function domainOf(name: string): string {
  const top = name.lastIndexOf('.')
  const second = top < 0 ? -1 : name.lastIndexOf('.', top - 1)
  if (second < 0) return name
  const country = name.slice(top + 1)
  const isDeeper = country.length === 2 && !flat.test(country) && secondLevel.test(name.slice(second + 1, top))
  return name.slice((isDeeper ? name.lastIndexOf('.', second - 1) : second) + 1)
}

/** The names that a listing of `dig` or `drill` shows as asked for. */
export function namesAsked(text: string): readonly string[] {
  const asked = [...text.matchAll(/^;;? ?([^\s;<>]{1,255})\.?[ \t]+(?:IN|CH|ANY)[ \t]+[A-Z0-9]{1,10}[ \t]*\r?$/gm)].map(([, name = '']) => name.toLowerCase().replace(/\.$/, ''))
  return asked.filter((name) => name !== '')
}

/**
 * What a zone file is named for, where its text does not say: servers name the file for the zone (`db.our-town.nl`, `our-town.nl.zone`),
 * and tell the zone elsewhere. A file without a start of authority and without such an ending may be a part of any zone.
 */
export function nameOfFile(file: SourceFile, form: Form): string | undefined {
  const base = file.path.slice(file.path.lastIndexOf('/') + 1).toLowerCase()
  const plain = base.replace(/^(db|pri|sec|master|zone|named)[._]/, '').replace(/\.(zone|db|hosts|dns|bind|txt|csv|tsv|master|signed)$/, '')
  const isNamed = plain !== base || /\sSOA\s/i.test(file.text().slice(0, 20_000))
  return form !== 'phrases' && isNamed && /^[a-z0-9_][a-z0-9._-]{1,250}$/.test(plain) && isWhole(plain) ? plain : undefined
}
