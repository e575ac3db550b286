import { type Claim, idOf, isFilePlace, keyOf, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Estate, Thing } from '#estate/estate.ts'
import { isOwnParty } from '#estate/own-party.ts'
import { saidText } from '#estate/said.ts'
import { once } from '#lang/once.ts'
import type { Knowledge } from './knowledge.ts'
import { knownSource } from './known-source.ts'
import type { Source } from './schema.ts'

interface Alias {
  readonly id: ThingId
  readonly fact: string
  readonly sources: readonly Source[]
}

/**
 * Ties things that the files know by a name or a number to the same things in the knowledge base: by LEI and KvK number,
 * and by names only where one is exactly the name or an alias there. A party's name that fits none is a diagnostic, never a guess;
 * several files of one organisation that bear exactly the same name then mean the same party. Of the organisation itself, and of people
 * whose names a register keeps to itself, no name is looked for.
 */
export function matchNames(estate: Estate, knowledge: Knowledge): { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] } {
  const parties = partyNames(knowledge)
  const services = serviceNames(knowledge)
  const isOurs = isOwnParty(estate)
  const models = aliasesOf('model', 'models', knowledge.models)
  const numbers = numbersOf(knowledge)
  const unknown = new Map<string, Thing>()
  const claims: Claim[] = []
  const diagnostics: Diagnostic[] = []
  for (const thing of estate.things.values()) {
    if (thing.kind === 'party' && !knowledge.parties.has(keyOf(thing.id))) {
      const alias = numbers.get(keyOf(thing.id)) ?? parties.get(folded(saidText(thing, 'provider-name') ?? thing.name))
      if (alias) claims.push(same(thing, alias))
      else if (!isOurs(thing.id) && saidText(thing, 'type') !== 'individual') {
        diagnostics.push(...unmatched(thing))
        claims.push(...sameAsFirst(thing, unknown))
      }
    } else if (thing.kind === 'service' && !knowledge.services.has(keyOf(thing.id))) {
      const alias = services.get(folded(saidText(thing, 'service-name') ?? thing.name))
      if (alias) claims.push(same(thing, alias))
    } else if (thing.kind === 'model' && !knowledge.models.has(keyOf(thing.id))) {
      const alias = models.get(folded(thing.name))
      if (alias) claims.push(same(thing, alias))
    }
  }
  return { claims, diagnostics }
}

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

function aliasesOf(
  kind: 'party' | 'service' | 'model',
  folder: string,
  entries: ReadonlyMap<string, { readonly title: string; readonly names: readonly string[]; readonly sources: readonly Source[] }>,
): Map<string, Alias> {
  const aliases = new Map<string, Alias>()
  for (const [key, entry] of entries) {
    for (const name of [entry.title, ...entry.names]) aliases.set(folded(name), { id: idOf(kind, key), fact: `${folder}/${key}`, sources: entry.sources })
  }
  return aliases
}

const partyNames = once((knowledge: Knowledge) => aliasesOf('party', 'parties', knowledge.parties))
const serviceNames = once((knowledge: Knowledge) => aliasesOf('service', 'services', knowledge.services))

/** The party that a text names exactly, or that runs the service which it names exactly. Nothing where it is the name of nobody known. */
export function whoIsNamed(knowledge: Knowledge, name: string): ThingId | undefined {
  const service = serviceNames(knowledge).get(folded(name))
  const operator = service === undefined ? undefined : knowledge.services.get(keyOf(service.id))?.operator
  return partyNames(knowledge).get(folded(name))?.id ?? (operator === undefined ? undefined : idOf('party', operator))
}

function numbersOf(knowledge: Knowledge): Map<string, Alias> {
  const numbers = new Map<string, Alias>()
  for (const [key, party] of knowledge.parties) {
    const alias = { id: idOf('party', key), fact: `parties/${key}`, sources: party.sources }
    if (party.lei !== undefined) numbers.set(`lei/${party.lei}`, alias)
    if (party.kvk !== undefined) numbers.set(`kvk/${party.kvk}`, alias)
  }
  return numbers
}

function same(thing: Thing, alias: Alias): Claim {
  const at = thing.claims[0]?.at ?? []
  return { claim: 'link', from: thing.id, to: alias.id, role: 'same-as', state: thing.state, basis: 'inferred', at: [...at, knownSource(alias.fact, alias.sources)] }
}

/** That a party nobody knows is the first one that bore its name. Parties with numbers stay apart: their numbers say who they are. */
function sameAsFirst(thing: Thing, unknown: Map<string, Thing>): readonly Claim[] {
  if (!keyOf(thing.id).startsWith('named/')) return []
  const name = folded(saidText(thing, 'provider-name') ?? thing.name)
  const first = unknown.get(name)
  if (first === undefined) {
    unknown.set(name, thing)
    return []
  }
  const at = [...(thing.claims[0]?.at ?? []), ...(first.claims[0]?.at ?? [])]
  return [{ claim: 'link', from: thing.id, to: first.id, role: 'same-as', state: thing.state, basis: 'inferred', at }]
}

function unmatched(thing: Thing): readonly Diagnostic[] {
  const at = thing.claims.flatMap((claim) => claim.at).find(isFilePlace)
  if (!at) return []
  const name = saidText(thing, 'provider-name') ?? thing.name
  return [{ code: 'unmatched-name', severity: 'note', file: at.file, pointer: at.pointer, values: { name }, ...(at.line === undefined ? {} : { line: at.line }) }]
}
