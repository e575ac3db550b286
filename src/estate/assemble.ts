import { byCodePoint } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { type Claim, firmer, keyOf, kindOf, type LinkClaim, type Origin, type Role, stronger, type ThingClaim, type ThingId } from './claim.ts'
import { type Contents, textOfContents } from './contents.ts'
import type { Estate, Link, Thing } from './estate.ts'
import type { Fragment } from './fragment.ts'
import { phaseOfRole } from './phase-of-role.ts'

/**
 * Joins what importers read, and what the knowledge base adds, into one estate.
 *
 * Two files often describe one thing under two names, so we join on identifiers and on nothing else: names are for
 * people, and matching on them would merge two teams' "web-1" into one machine.
 *
 * The order of the fragments does not matter, and handing one in twice changes nothing.
 */
export function assemble(fragments: readonly Pick<Fragment, 'claims' | 'contents'>[]): Estate {
  const claims = distinct(fragments.map((fragment) => fragment.claims))
  const byThing = new Map<ThingId, ThingClaim[]>()
  const byLink = new Map<string, LinkClaim[]>()
  for (const claim of claims) {
    if (claim.claim === 'thing') push(byThing, claim.id, claim)
    else {
      push(byLink, `${claim.from}\n${claim.to}\n${claim.role}\n${claim.phase ?? ''}`, claim)
      if (!byThing.has(claim.from)) byThing.set(claim.from, [])
      if (!byThing.has(claim.to)) byThing.set(claim.to, [])
    }
  }
  const contents = distinctContents(fragments.flatMap((fragment) => fragment.contents ?? []))
  for (const { of } of contents) if (!byThing.has(of)) byThing.set(of, [])
  const links = [...byLink].sort(([a], [b]) => byCodePoint(a, b)).map(([, group]) => linkOf(group))
  const linksFrom = index(links, (link) => link.from)
  const linksTo = index(links, (link) => link.to)
  const ids = [...byThing.keys()].sort(byCodePoint)
  const things = new Map(ids.map((id) => [id, thingOf(id, byThing.get(id) ?? [], [...(linksTo.get(id) ?? []), ...(linksFrom.get(id) ?? [])])]))
  return { things, links, linksFrom, linksTo, claims, contents, contentsOf: groupBy(contents, (one) => one.of) }
}

/** A thing nobody claims outright exists as far as the links that mention it say so. */
function thingOf(id: ThingId, claims: readonly ThingClaim[], links: readonly Link[]): Thing {
  const said = claims.length > 0 ? claims : links.flatMap((link) => link.claims)
  const state = said.map((claim) => claim.state).reduce(stronger, 'inactive')
  const basis = said.map((claim) => claim.basis).reduce(firmer, 'supposed')
  const named = claims.filter((claim) => claim.name !== undefined)
  const best = named.toSorted((a, b) => (a.basis === b.basis ? 0 : firmer(a.basis, b.basis) === a.basis ? -1 : 1))[0]
  return { id, kind: kindOf(id), name: best?.name ?? keyOf(id), state, basis, claims }
}

function linkOf(group: readonly LinkClaim[]): Link {
  const first = group[0] as LinkClaim
  const state = group.map((claim) => claim.state).reduce(stronger)
  const basis = group
    .filter((claim) => claim.state === state)
    .map((claim) => claim.basis)
    .reduce(firmer)
  return { from: first.from, to: first.to, role: first.role, phase: first.phase ?? phaseOfRole(first.role as Role), state, basis, claims: group }
}

const textOfOrigin = (origin: Origin): string => ('file' in origin ? `${origin.file}#${origin.pointer}` : `${origin.fact}@${origin.url}`)

/** What makes two claims the same: all of it. The line is left out, since the pointer says more. */
function textOfClaim(claim: Claim): string {
  const subject = claim.claim === 'thing' ? `${claim.id}\n${claim.name ?? ''}` : `${claim.from}\n${claim.to}\n${claim.role}\n${claim.phase ?? ''}`
  const says = claim.says ? JSON.stringify(Object.entries(claim.says).sort(([a], [b]) => byCodePoint(a, b))) : ''
  return `${subject}\n${claim.state}\n${claim.basis}\n${claim.at.map(textOfOrigin).join('\n')}\n${says}`
}

/** Claims in the order of their texts, each text once. */
interface Sorted {
  readonly claims: readonly Claim[]
  readonly texts: readonly string[]
}

/** What was sorted before: an estate is assembled again whenever something is added to it, and most of it is there already. */
const sortedBefore = new WeakMap<readonly Claim[], Sorted>()

/** Of claims with one text the last counts. */
function distinct(lists: readonly (readonly Claim[])[]): readonly Claim[] {
  const known = lists[0] === undefined ? undefined : sortedBefore.get(lists[0])
  const rest = sorted((known === undefined ? lists : lists.slice(1)).flat())
  const all = known === undefined ? rest : merged(known, rest)
  sortedBefore.set(all.claims, all)
  return all.claims
}

function sorted(claims: readonly Claim[]): Sorted {
  const byText = new Map(claims.map((claim) => [textOfClaim(claim), claim]))
  const texts = [...byText.keys()].sort(byCodePoint)
  return { claims: texts.map((text) => byText.get(text) as Claim), texts }
}

/** Both in one order; where they share a text, the claim of the second. */
function merged(first: Sorted, second: Sorted): Sorted {
  const claims: Claim[] = []
  const texts: string[] = []
  const take = ({ claims: from, texts: named }: Sorted, at: number): void => {
    claims.push(from[at] as Claim)
    texts.push(named[at] as string)
  }
  let [one, other] = [0, 0]
  while (one < first.texts.length && other < second.texts.length) {
    const order = byCodePoint(first.texts[one] as string, second.texts[other] as string)
    if (order < 0) take(first, one++)
    else {
      if (order === 0) one++
      take(second, other++)
    }
  }
  while (one < first.texts.length) take(first, one++)
  while (other < second.texts.length) take(second, other++)
  return { claims, texts }
}

/** One listing for what one file lists in one thing, however often it is handed in. */
const distinctContents = (contents: readonly Contents[]): readonly Contents[] =>
  [...new Map(contents.map((one) => [textOfContents(one), one]))].sort(([a], [b]) => byCodePoint(a, b)).map(([, one]) => one)

function index(links: readonly Link[], key: (link: Link) => ThingId): Map<ThingId, Link[]> {
  const map = new Map<ThingId, Link[]>()
  for (const link of links) push(map, key(link), link)
  return map
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
