import { type Claim, type FilePlace, idOf, type Phase, type State, stronger, type ThingId } from '#estate/claim.ts'
import type { Contents, Listed } from '#estate/contents.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { withoutSecrets } from '#redaction/secret.ts'

/** What one bill of materials has said so far. Filled while its parts are read one after another. */
export interface Reading {
  readonly file: string
  /** The place of a JSON pointer, in whichever form the file has. */
  readonly place: (pointer: string) => FilePlace
  /** What the bill describes. */
  readonly unit: ThingId
  readonly claims: Claim[]
  /** Packages by what holds them, in which state and phase. */
  readonly contents: Map<string, Contents & { readonly packages: Listed[] }>
  readonly diagnostics: Diagnostic[]
  /** The holder of the package that was read last, and the list it went to: siblings follow each other. */
  last: { readonly holder?: Holder; readonly list?: Listed[] }
  /** What each `bom-ref` names; a package is named by what holds it. */
  readonly refs: Map<string, ThingId>
  /** Things that are said once per file, however often they are met: where first, and as active as the most active. */
  readonly ecosystems: Map<string, Met>
  readonly downloads: Map<string, Met>
  readonly hosts: Map<string, string | undefined>
  /** Parties by name, and which service took which name. */
  readonly parties: Set<string>
  readonly services: Map<string, string>
  /** The distribution that packages say they were made for, and whether an operating system was named outright. */
  readonly system: { named: boolean; distro?: { readonly text: string; readonly at: FilePlace; readonly holder: ThingId } }
  odd: number
}

interface Met {
  readonly state: State
  readonly at: FilePlace
}

/** Where components stand: what holds them, whether they are in use, and when they are needed if not at run time. */
export interface Holder {
  readonly id: ThingId
  readonly state: State
  readonly phase?: Phase
}

export const startReading = (file: string, unit: ThingId, place: Reading['place']): Reading => ({
  file,
  place,
  unit,
  claims: [],
  contents: new Map(),
  last: {},
  diagnostics: [],
  refs: new Map(),
  ecosystems: new Map(),
  downloads: new Map(),
  hosts: new Map(),
  parties: new Set(),
  services: new Map(),
  system: { named: false },
  odd: 0,
})

/** More of these per file would only repeat one fault of the tool that wrote it. */
const oddLimit = 100

/** That a value has another form than the format says. What was found is shown only as far as it is short and no secret. */
export function unexpected(reading: Reading, pointer: string, values: { readonly expected: string; readonly found: unknown }): void {
  sayOdd(reading, pointer, { code: 'unexpected', severity: 'warning', values: { expected: values.expected, found: shown(values.found) } })
}

export function duplicate(reading: Reading, pointer: string, what: string): void {
  sayOdd(reading, pointer, { code: 'duplicate', severity: 'note', values: { what: shown(what) } })
}

/** Says what is amiss at a place, until it has been said often enough. */
export function sayOdd(reading: Reading, pointer: string, what: Pick<Diagnostic, 'code' | 'severity' | 'values'>): void {
  reading.odd++
  if (reading.odd <= oddLimit) reading.diagnostics.push({ ...what, ...reading.place(pointer) })
  else if (reading.odd === oddLimit + 1) reading.diagnostics.push({ code: 'limit', severity: 'note', file: reading.file, values: { what: 'faults', limit: oddLimit } })
}

/** A value of the file in a few words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return withoutSecrets(value.slice(0, 2000)).slice(0, 60)
  return value === undefined ? '∅' : value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : String(value)
}

/** Remembers that something was met, as active as the most active of what met it. */
export function meet(met: Map<string, Met>, key: string, now: Met): void {
  const before = met.get(key)
  if (!before || (before.state !== now.state && stronger(before.state, now.state) === now.state)) met.set(key, now)
}

/** A name fit to be kept: trimmed, on one line, without mail addresses of the people behind it, and cut where it is no name any more. */
export function plainName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = value.length > 200 ? value.slice(0, 200) : value
  const bare = name.includes('@') ? name.replace(/<[^<>]*@[^<>]*>/g, '').replace(/(^|\s)\S+@\S+\.\S+/g, '') : name
  const plain = /\s\s|^\s|\s$/.test(bare) ? bare.replace(/\s+/g, ' ').trim() : bare
  return plain === '' ? undefined : plain
}

/** The id of a thing that this file alone names, so that a like-named thing of another file stays another. */
export const ownName = (reading: Reading, component: { readonly group?: unknown; readonly name: string; readonly version?: unknown }): string => {
  const group = typeof component.group === 'string' && component.group !== '' ? `${component.group}/` : ''
  const version = typeof component.version === 'string' && component.version !== '' ? `@${component.version}` : ''
  return `${reading.file}/${group}${component.name}${version}`
}

/** A party known by its name in this file. Said once, with the country of its address, which is its seat and not where anything runs. */
export function party(reading: Reading, organisation: unknown, pointer: string): ThingId | undefined {
  const record = (typeof organisation === 'object' && organisation !== null ? organisation : { name: organisation }) as {
    readonly name?: unknown
    readonly address?: { readonly country?: unknown }
  }
  const name = plainName(record.name)
  if (name === undefined) return undefined
  const id = idOf('party', `named/${reading.file}/${name}`)
  if (reading.parties.has(name)) return id
  reading.parties.add(name)
  const country = plainName(record.address?.country)
  const says = { 'provider-name': name, ...(country === undefined ? {} : { 'manufacturer-country': country }) }
  reading.claims.push({ claim: 'thing', id, name, says, state: 'active', basis: 'observed', at: [reading.place(pointer)] })
  return id
}
