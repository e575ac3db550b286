import { assemble } from '#estate/assemble.ts'
import { type Claim, idOf, isFilePlace, keyOf, kindOf, type LinkClaim, type Origin, type Role, type State, stronger, type ThingId } from '#estate/claim.ts'
import { packageClaims, type Wanted } from '#estate/contents.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Estate, Link } from '#estate/estate.ts'
import type { Fragment } from '#estate/fragment.ts'
import { hostValue, urlsIn } from '#estate/identifiers/host-name.ts'
import { saidText } from '#estate/said.ts'
import { type Sign, signOf } from '#estate/signal.ts'
import { once } from '#lang/once.ts'
import { chainsFrom } from './chains.ts'
import type { Knowledge } from './knowledge.ts'
import { knownSource } from './known-source.ts'
import { matchNames } from './names.ts'
import { operatorsFor, operatorsInPlaces } from './place-operators.ts'
import { type Match, type Matcher, matcherOf } from './rules.ts'
import { signsOf } from './signs-of.ts'
import { withoutGeneral } from './specific.ts'

/**
 * What the knowledge base adds to an estate: what its signs mean (basis `inferred`), and who and which law stands behind the
 * things so found (basis `known`). It only adds; what a file says stays as it was said.
 *
 * A template may make new things that are signs in turn, so reading signs is repeated until nothing new comes, three times at
 * the most: no chain of rules is longer.
 */
export function enrich(estate: Estate, knowledge: Knowledge): Fragment {
  const matcher = matcherOf(knowledge)
  const listed = packageClaims(estate.contents, tellsOf(knowledge))
  const shown = listed.length === 0 ? estate : assemble([estate, { claims: listed }])
  const names = matchNames(shown, knowledge)
  let added: readonly Claim[] = names.claims
  let whole = shown
  for (let round = 0; round < 3; round++) {
    const before = added.length
    const signs = [...whole.things.keys()].flatMap((id) => signClaims(whole, id, matcher, knowledge))
    added = [...names.claims, ...signs, ...operatorNames(whole, matcher, knowledge)]
    if (added.length === before) break
    whole = assemble([shown, { claims: added }])
  }
  const providers = providerClaims(whole, knowledge)
  // Where nothing but names was read, what those mean is in no estate yet.
  const meant = names.claims.flatMap((claim) => (claim.claim === 'link' ? [claim.to] : []))
  const start = [...assemble([whole, { claims: providers }]).things.keys(), ...meant]
  const known = chainsFrom(knowledge, start, operatorsInPlaces(whole, knowledge))
  return { claims: [...listed, ...added, ...providers, ...known], diagnostics: [...names.diagnostics, ...unknownTypes(whole, matcher)] }
}

/** Whether a package that files list in bulk is one that some rule knows: those become things of their own, and nobody asks after the others. */
export const tellsOf = once((knowledge: Knowledge): Wanted => {
  const matcher = matcherOf(knowledge)
  return ({ key, says }) =>
    // The sign of a package with a purl is its purl; asked a million times, that is not spelt out.
    key.startsWith('named/') ? signsOf(idOf('package', key), () => says?.['cpe']).some((sign) => matcher.begins(sign.on, sign.text)) : matcher.begins('purl', key)
})

/** What one thing means, if it is a sign: for a signal, to all who show it; for a host, an image and the like, to itself. */
const signClaims = (estate: Estate, id: ThingId, matcher: Matcher, knowledge: Knowledge): readonly Claim[] =>
  signsOf(id, () => saidText(estate.things.get(id), 'cpe')).flatMap((sign) => {
    const matches = matcher.matches(sign.on, sign.text).filter((match) => isAmid(estate, match.owned.rule.amid))
    return matches.length === 0 ? [] : meaningClaims(estate, { id, sign, matches: withoutGeneral(matches, knowledge) }, knowledge)
  })

interface Meant {
  readonly id: ThingId
  readonly sign: Sign
  readonly matches: readonly Match[]
}

function meaningClaims(estate: Estate, { id, sign, matches }: Meant, knowledge: Knowledge): readonly Claim[] {
  const into = estate.linksTo.get(id) ?? []
  if (kindOf(id) === 'signal')
    return into.flatMap((link) => matches.flatMap((match) => inferredLinks(link.from, { text: sign.text, link, at: placesOf(link), state: link.state }, match, knowledge)))
  const used = into.filter((link) => link.role !== 'same-as')
  const state = used.map((link) => link.state).reduce(stronger, used.length === 0 ? 'active' : 'inactive')
  const seen: Seen = { text: sign.text, link: undefined, at: used.flatMap(placesOf).slice(0, 8), state }
  return matches.flatMap((match) => {
    const role = roleOf(match, knowledge)
    if (role === 'ai-endpoint') return callers(used, seen, match, knowledge)
    return role === 'reports-to' ? reporters(used, seen.text, match, knowledge) : inferredLinks(id, seen, match, knowledge)
  })
}

/** Whether the estate uses the service that a rule asks for beside its sign. */
const isAmid = (estate: Estate, service: string | undefined): boolean =>
  service === undefined || (estate.linksTo.get(idOf('service', service)) ?? []).some((link) => link.role === 'cloud-service')

/** A sign as it was seen: its text, the link that shows it, the places, and whether it is in use. */
interface Seen {
  readonly text: string
  readonly link: Link | undefined
  readonly at: readonly Origin[]
  readonly state: State
}

/** An AI model is called at a host: whoever calls the host uses AI there, and the service stands behind the host. */
function callers(used: readonly Link[], seen: Seen, match: Match, knowledge: Knowledge): readonly Claim[] {
  const behind = used[0] ? inferredLinks(used[0].to, seen, { ...match, owned: { ...match.owned, rule: { ...match.owned.rule, role: 'run-by' } } }, knowledge) : []
  const calls = used.flatMap((link): readonly Claim[] => [
    { claim: 'link', from: link.from, to: link.to, role: 'ai-endpoint', state: link.state, basis: 'inferred', at: [...placesOf(link), sourceOf(match)] },
  ])
  return [...behind, ...calls]
}

/** An agent in an image or a host that takes logs: whoever runs the image or calls the host reports there. */
const reporters = (used: readonly Link[], text: string, match: Match, knowledge: Knowledge): readonly Claim[] =>
  used.flatMap((link) => inferredLinks(link.from, { text, link: undefined, at: placesOf(link), state: link.state }, match, knowledge))

function inferredLinks(from: ThingId, seen: Seen, match: Match, knowledge: Knowledge): readonly Claim[] {
  const { rule } = match.owned
  const values = seen.link ? valuesOf(seen.link) : ['']
  const fitting = rule.withValue === undefined ? values : values.filter((value) => new RegExp(rule.withValue ?? '', 'i').test(value))
  return fitting.flatMap((value) => {
    const at = [...seen.at, sourceOf(match)]
    const version = rule.version === undefined ? '' : filled(rule.version, seen.text, value, match.groups)
    // A sign of something with which nothing is lost means a thing with which nothing is lost.
    const idle = seen.link?.claims.every((claim) => claim.says?.['idle'] === true) === true
    const says = version === '' && !idle ? {} : { says: { ...(version === '' ? {} : { version }), ...(idle ? { idle } : {}) } }
    // A sign that is shown only while something is built tells of what the build needs.
    const shown = seen.link?.claims[0]?.phase
    const phase = shown === undefined ? {} : { phase: shown }
    const claims: LinkClaim[] = targetOf(match, seen.text, value).flatMap((to) =>
      to === from ? [] : [{ claim: 'link', from, to, role: roleOf(match, knowledge), ...phase, ...says, state: seen.state, basis: 'inferred', at }],
    )
    const region = rule.place === undefined ? '' : filled(rule.place, seen.text, value, match.groups)
    if (/^[a-z0-9-]+:[a-z0-9-]+(?:\/[a-z0-9-]+){0,3}$/i.test(region))
      claims.push({ claim: 'link', from, to: idOf('place', region.toLowerCase()), role: 'region', state: seen.state, basis: 'inferred', at })
    return claims
  })
}

/**
 * What the operators are that files name by the group of a custom resource (`operator:networking.istio.io`): a group is served by
 * one product, and people know it by the product's name.
 */
function operatorNames(estate: Estate, matcher: Matcher, knowledge: Knowledge): readonly Claim[] {
  return [...estate.things.values()].flatMap((thing): readonly Claim[] => {
    if (thing.kind !== 'operator') return []
    const match = matcher.matches('api-group', keyOf(thing.id)).find((one) => roleOf(one, knowledge) === 'crd-operator')
    const to = match === undefined ? undefined : targetOf(match, keyOf(thing.id), '')[0]
    if (match === undefined || to === undefined || to === thing.id) return []
    const common = { state: thing.state, at: [sourceOf(match)] }
    const name = knowledge.platforms.get(keyOf(to))?.title ?? keyOf(to)
    return [
      { claim: 'thing', id: thing.id, name, basis: 'known', ...common },
      { claim: 'link', from: thing.id, to, role: 'same-as', basis: 'inferred', ...common },
    ]
  })
}

/** The values that stand beside a sign; one blank value where none is said. */
function valuesOf(link: Link): readonly string[] {
  const values = link.claims.flatMap((claim) => (typeof claim.says?.['value'] === 'string' ? [claim.says['value']] : []))
  return values.length === 0 ? [''] : [...new Set(values)]
}

function targetOf(match: Match, text: string, value: string): readonly ThingId[] {
  const { rule, folder, id } = match.owned
  if (rule.to !== undefined) {
    const to = filled(rule.to, text, value, match.groups)
    return /:$|undefined/.test(to) ? [] : [to as ThingId]
  }
  const kinds = { services: 'service', platforms: 'platform', models: 'model', parties: 'party' } as const
  return folder === 'signals' ? [] : [idOf(kinds[folder], id)]
}

function filled(template: string, text: string, value: string, groups: readonly string[]): string {
  return template
    .replaceAll('$text', text)
    .replaceAll('$value', value.trim())
    .replaceAll('$host', hostIn(value))
    .replace(/\$(\d)/g, (_, at) => groups[Number(at) - 1] ?? '')
}

function hostIn(value: string): string {
  const host = urlsIn(value)[0]?.host ?? hostValue(value)
  return host === undefined || host.kind === 'inside' ? '' : host.name
}

/** The role a rule finds its thing in: its own, or that of its file. A model found by its name is the same model. */
function roleOf(match: Match, knowledge: Knowledge): Role {
  const { rule, folder, id } = match.owned
  if (rule.role !== undefined) return rule.role
  if (folder === 'services') return knowledge.services.get(id)?.role ?? 'run-by'
  if (folder === 'platforms') return knowledge.platforms.get(id)?.role ?? 'contains'
  if (folder === 'models') return rule.on === 'model-name' ? 'same-as' : 'ai-model'
  return folder === 'parties' ? 'provider' : 'contains'
}

const placesOf = (link: Link): readonly Origin[] => link.claims.filter((claim) => claim.state === link.state).flatMap((claim) => claim.at.filter(isFilePlace))
const sourceOf = (match: Match): Origin => knownSource(`${match.owned.folder}/${match.owned.id}`, match.owned.sources)

/** Whoever uses a cloud service leans on the one who runs it. Pulling an image from a registry does not make its operator a provider. */
function providerClaims(estate: Estate, knowledge: Knowledge): readonly Claim[] {
  return estate.links.flatMap((link): readonly Claim[] => {
    const isService = link.to.startsWith('service:') && (link.role === 'cloud-service' || link.role === 'key-management')
    if (!isService || ['registry', 'image', 'package'].includes(kindOf(link.from))) return []
    const operators = operatorsFor(estate, knowledge, { by: link.from, service: link.to }).filter((operator) => knowledge.parties.get(operator)?.cloud)
    const how = { role: 'provider', state: link.state, basis: 'inferred', at: link.claims.flatMap((claim) => claim.at) } as const
    return operators.map((operator) => ({ claim: 'link', from: link.from, to: idOf('party', operator), ...how }))
  })
}

/** Resource types that no fact explains: unknown, never taken for portable or harmless. */
function unknownTypes(estate: Estate, matcher: Matcher): readonly Diagnostic[] {
  return [...estate.things.keys()].flatMap((id): readonly Diagnostic[] => {
    const sign = id.startsWith('signal:') ? signOf(id) : undefined
    if (sign?.on !== 'terraform-type' || matcher.matches(sign.on, sign.text).length > 0) return []
    const at = (estate.linksTo.get(id) ?? []).flatMap(placesOf).find(isFilePlace)
    return at ? [{ code: 'unknown-type', severity: 'note', file: at.file, pointer: at.pointer, values: { what: sign.text } }] : []
  })
}
