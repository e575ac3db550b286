import { type Claim, type FilePlace, idOf, type ThingId, type ThingKind, thingKinds } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { partyOf } from '#estate/identifiers/party-reference.ts'
import { isRecord } from '#lang/json.ts'
import { once } from '#lang/once.ts'
import type { Path } from '#lang/pointer.ts'
import { link, type Tie } from './declared.ts'
import type { Deltaplan, Service } from './schema.ts'

/** One deltaplan.yaml while its parts are read. */
export interface Reading {
  readonly plan: Deltaplan
  /** Where a way into the plan stands in the file. */
  readonly place: (path: Path) => FilePlace
  readonly diagnostics: Diagnostic[]
}

/** Ids are lower-case within their kind, so that a register and deltaplan.yaml mean the same by one word. */
export const key = (id: string): string => id.trim().toLowerCase().replace(/\s+/g, ' ')

export const functionId = (id: string): ThingId => idOf('function', key(id))
export const workloadId = (id: string): ThingId => idOf('workload', key(id))
export const serviceId = (id: string): ThingId => idOf('service', `declared/${key(id)}`)

/** Kinds of things that only the plan itself can name, and where it names them. */
const sections = { function: 'functions', workload: 'workloads', dataset: 'data', team: 'teams', contract: 'contracts', mitigation: 'mitigations' } as const

/**
 * What a text in the plan refers to: a workload or a service by its id, or anything by `<kind>:<key>`. What the plan itself would
 * have to name, and does not, is told; things that only other files know are believed.
 */
export function refer(reading: Reading, text: string, path: Path): ThingId | undefined {
  const found = has(reading, 'workloads', text) ? workloadId(text) : has(reading, 'services', text) ? serviceId(text) : byKind(reading, text)
  if (found === undefined) unknownReference(reading, text, path)
  return found
}

/** What a text refers to within one section of the plan. */
export const referIn =
  (reading: Reading, kind: 'function' | 'dataset' | 'team') =>
  (text: string, path: Path): ThingId | undefined => {
    const plain = text.startsWith(`${kind}:`) ? text.slice(kind.length + 1) : text
    if (has(reading, sections[kind], plain)) return idOf(kind, key(plain))
    unknownReference(reading, text, path)
    return undefined
  }

/** What a text refers to anywhere in the plan. */
export const referAnywhere =
  (reading: Reading) =>
  (text: string, path: Path): ThingId | undefined =>
    refer(reading, text, path)

function byKind(reading: Reading, text: string): ThingId | undefined {
  const kind = text.slice(0, text.indexOf(':'))
  const rest = text.slice(kind.length + 1)
  if (!isKind(kind) || rest === '') return undefined
  if (isSection(kind)) return has(reading, sections[kind], rest) ? idOf(kind, key(rest)) : undefined
  return rest.startsWith('declared/') ? serviceId(rest.slice('declared/'.length)) : idOf(kind, rest)
}

const isSection = (kind: string): kind is keyof typeof sections => Object.hasOwn(sections, kind)
const isKind = (text: string): text is ThingKind => (thingKinds as readonly string[]).includes(text)

const has = ({ plan }: Reading, section: keyof Deltaplan, id: string): boolean => entriesByKey(plan).get(section)?.has(key(id)) === true

/** What the plan has under each key of each section; of two ids that differ in capitals alone, the last. */
const entriesByKey: (plan: Deltaplan) => ReadonlyMap<string, ReadonlyMap<string, unknown>> = once(
  (plan) => new Map(Object.entries(plan).map(([section, entries]) => [section, new Map(Object.entries(isRecord(entries) ? entries : {}).map(([id, value]) => [key(id), value]))])),
)

/** What the plan says of a service, by the id of the service as a thing. */
export function serviceAt({ plan }: Reading, id: ThingId): Service | undefined {
  const own = serviceId('')
  return id.startsWith(own) ? (entriesByKey(plan).get('services')?.get(id.slice(own.length)) as Service | undefined) : undefined
}

function unknownReference(reading: Reading, text: string, path: Path): void {
  // An address of a person stands here by mistake, and is not passed on.
  const what = text.includes('@') ? '…' : text
  reading.diagnostics.push({ code: 'unknown-reference', severity: 'warning', ...reading.place(path), values: { what } })
}

/** A list of references that all tie to one thing in one role. */
export interface References {
  readonly texts: readonly string[] | undefined
  /** The way to the list. */
  readonly path: Path
  readonly to: (text: string, path: Path) => ThingId | undefined
  /** The two ends of the link, given what was referred to. */
  readonly tie: (to: ThingId) => Tie
  readonly how?: Parameters<typeof link>[2]
}

/** One link for each reference that leads somewhere. */
export function ties(reading: Reading, { texts, path, to, tie, how }: References): readonly Claim[] {
  return (texts ?? []).flatMap((text, index) => {
    const found = to(text, [...path, index])
    return found === undefined ? [] : [link(tie(found), reading.place([...path, index]), how)]
  })
}

/** A party by a name or by numbers, tied to something; names are matched with the knowledge base later, and exactly. */
export function partyLink(reading: Reading, reference: Service['provider'], tie: Omit<Tie, 'to'> & { readonly path: Path }): readonly Claim[] {
  const party = partyAt(reading, reference, tie.path)
  if (!party) return []
  return [...party.claims, link({ from: tie.from, to: party.id, role: tie.role }, reading.place(tie.path))]
}

function partyAt(reading: Reading, reference: Service['provider'], path: Path): { readonly id: ThingId; readonly claims: readonly Claim[] } | undefined {
  if (reference === undefined) return undefined
  if (typeof reference === 'string' && /^party:\S/.test(reference)) return { id: reference as ThingId, claims: [] }
  return partyOf(typeof reference === 'string' ? { name: reference } : reference, { basis: 'declared', at: reading.place(path) })
}

/** The entries of a section with the way to each. */
export function entriesOf<K extends keyof Deltaplan>(reading: Reading, section: K): readonly { readonly id: string; readonly value: ValueIn<K>; readonly path: Path }[] {
  return Object.entries(reading.plan[section] ?? {}).map(([id, value]) => ({ id, value: value as ValueIn<K>, path: [section, id] }))
}
type ValueIn<K extends keyof Deltaplan> = NonNullable<Deltaplan[K]> extends Record<string, infer V> ? V : never
