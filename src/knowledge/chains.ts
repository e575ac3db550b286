import type { Says } from '#estate/claim.ts'
import { type Claim, idOf, type KnownSource, keyOf, kindOf, type LinkClaim, type Role, type ThingId } from '#estate/claim.ts'
import { once } from '#lang/once.ts'
import type { Knowledge } from './knowledge.ts'
import { knownSource } from './known-source.ts'
import type { Party, Platform, Service } from './schema.ts'

/** What the knowledge base says of one thing, and the things it leads on to. */
interface Known {
  readonly claims: readonly Claim[]
  readonly next: readonly ThingId[]
}

/**
 * All that is known of some things, and of whatever those lead to: who runs them, who is behind that party, where it is
 * seated, where a region lies. Basis `known`.
 *
 * @param operators by service, who runs it where it is used, in place of whoever runs it in general
 */
export function chainsFrom(knowledge: Knowledge, start: Iterable<ThingId>, operators: ReadonlyMap<string, readonly string[]> = new Map()): readonly Claim[] {
  const claims: Claim[] = []
  const seen = new Set<ThingId>(start)
  for (const id of seen) {
    const known = knownOf(knowledge, id, operators)
    claims.push(...known.claims)
    for (const next of known.next) seen.add(next)
  }
  return claims
}

function knownOf(knowledge: Knowledge, id: ThingId, operators: ReadonlyMap<string, readonly string[]>): Known {
  const key = keyOf(id)
  switch (kindOf(id)) {
    case 'service': {
      const service = knowledge.services.get(key)
      return service ? serviceKnown(id, service, { key, operators: operators.get(key) ?? [service.operator].flatMap((one) => one ?? []) }) : nothing
    }
    case 'platform': {
      const platform = knowledge.platforms.get(key)
      return platform ? platformKnown(id, key, platform) : nothing
    }
    case 'model': {
      const model = knowledge.models.get(key)
      if (!model) return nothing
      const at = knownSource(`models/${key}`, model.sources)
      return collect([thing(id, model.title, at, { licences: [model.licence] }), ...link(id, 'published-by', party(model.developer), at)])
    }
    case 'party': {
      const one = knowledge.parties.get(key)
      const known = one ? partyKnown(id, key, one) : nothing
      return { claims: known.claims, next: [...known.next, ...(daughters(knowledge).get(key) ?? [])] }
    }
    case 'place':
      return placeKnown(knowledge, id)
    case 'jurisdiction': {
      const one = knowledge.jurisdictions.get(key)
      return one ? collect([thing(id, one.iso ?? key.toUpperCase(), knownSource(`jurisdictions/${key}`, one.sources))]) : nothing
    }
    default:
      return nothing
  }
}

const nothing: Known = { claims: [], next: [] }

/** By party, the companies that name it as an owner today: chains run up to parents, and down to what those own. */
const daughters = once((knowledge: Knowledge): ReadonlyMap<string, readonly ThingId[]> => {
  const map = new Map<string, ThingId[]>()
  for (const [id, one] of knowledge.parties) {
    for (const parent of one.parents) {
      if (parent.announced || parent.until !== undefined || parent.role === 'stewards') continue
      map.set(parent.party, [...(map.get(parent.party) ?? []), idOf('party', id)])
    }
  }
  return map
})

function serviceKnown(id: ThingId, service: Service, { key, operators }: { readonly key: string; readonly operators: readonly string[] }): Known {
  const at = knownSource(`services/${key}`, service.sources)
  return collect([thing(id, service.title, at, { type: service.category }), ...operators.flatMap((operator) => link(id, 'operated-by', party(operator), at))])
}

function platformKnown(id: ThingId, key: string, platform: Platform): Known {
  const at = knownSource(`platforms/${key}`, platform.sources)
  return collect([
    thing(id, platform.title, at, { type: platform.kind }),
    ...link(id, 'published-by', party(platform.vendor), at),
    ...link(id, 'stewarded-by', party(platform.steward), at),
  ])
}

function partyKnown(id: ThingId, key: string, one: Party): Known {
  const at = knownSource(`parties/${key}`, one.sources)
  const roles = { owns: 'owned-by', controls: 'controlled-by', stewards: 'stewarded-by' } as const
  const parents = one.parents.flatMap((parent) => {
    const says: Says = {
      ...(parent.share === undefined ? {} : { share: parent.share }),
      ...(parent.votes === undefined ? {} : { votes: parent.votes }),
      ...(parent.veto === undefined ? {} : { veto: parent.veto }),
      ...(parent.appointsBoard === undefined ? {} : { 'appoints-board': parent.appointsBoard }),
      ...(parent.from === undefined ? {} : { since: parent.from }),
      ...(parent.until === undefined ? {} : { until: parent.until }),
    }
    const source = parent.source ? knownSource(`parties/${key}`, [parent.source]) : at
    return link(id, roles[parent.role], party(parent.party), source).map((claim) => ({ ...claim, says, state: parent.announced ? ('inactive' as const) : ('active' as const) }))
  })
  const name = one.cloud ? (one.names[0] ?? one.title) : one.title
  const says: Says = { ...(one.lei === undefined ? {} : { lei: one.lei }), ...(one.kvk === undefined ? {} : { kvk: one.kvk }), type: one.kind }
  return collect([thing(id, name, at, says), ...link(id, 'seated-in', one.seat === undefined ? undefined : idOf('jurisdiction', one.seat), at), ...parents])
}

/** A region lies in a country, and the cloud it belongs to says which. `google:x` and `gcp:x` are one place. */
function placeKnown(knowledge: Knowledge, id: ThingId): Known {
  const [prefix = '', code = ''] = keyOf(id).split(':')
  for (const [key, table] of knowledge.places) {
    if (table.prefix !== prefix && !table.aliases.includes(prefix)) continue
    const at = knownSource(`places/${key}`, table.sources)
    const region = table.regions[code]
    const own = idOf('place', `${table.prefix}:${code}`)
    return collect([
      thing(id, `${table.prefix}:${code}`, at),
      ...(own === id ? [] : link(id, 'same-as', own, at)),
      ...link(id, 'located-in', region === undefined ? undefined : idOf('jurisdiction', region.country), at),
      ...(region === undefined ? [] : link(id, 'location-country', idOf('jurisdiction', region.country), at).map((claim) => ({ ...claim, basis: 'inferred' as const }))),
      ...link(id, 'operated-by', party(region?.operator ?? table.party), at),
    ])
  }
  return nothing
}

const party = (key: string | undefined): ThingId | undefined => (key === undefined ? undefined : idOf('party', key))

function thing(id: ThingId, name: string, at: KnownSource, says?: Says): Claim {
  return { claim: 'thing', id, name, state: 'active', basis: 'known', at: [at], ...(says === undefined ? {} : { says }) }
}

function link(from: ThingId, role: Role, to: ThingId | undefined, at: KnownSource): readonly LinkClaim[] {
  return to === undefined ? [] : [{ claim: 'link', from, to, role, state: 'active', basis: 'known', at: [at] }]
}

const collect = (claims: readonly Claim[]): Known => ({ claims, next: claims.flatMap((claim) => (claim.claim === 'link' ? [claim.to] : [])) })
