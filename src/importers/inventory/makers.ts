import { type Claim, idOf, type Role, type ThingId } from '#estate/claim.ts'
import { partyOf } from '#estate/identifiers/party-reference.ts'
import { keyIn } from './cells.ts'
import type { Item } from './item.ts'

/** What was met before in a file: parties, products, teams and workloads are told of once, however many rows name them. */
export interface Met {
  /** Parties by their names. */
  readonly parties: Map<string, ThingId>
  /** Whether a key is met for the first time. */
  isNew(key: string): boolean
}

export function nothingMet(): Met {
  const keys = new Set<string>()
  return { parties: new Map(), isNew: (key) => !keys.has(key) && keys.add(key) !== undefined }
}

interface Tie {
  readonly text: string | undefined
  readonly from: ThingId
  readonly role: Role
}

/** That a party stands behind something, by its name. */
export function partyLink(item: Item, met: Met, { text, from, role }: Tie): readonly Claim[] {
  if (text === undefined || text.length > 200) return []
  const key = keyIn(text)
  const known = met.parties.get(key)
  const party = known === undefined ? partyOf({ name: text }, { basis: 'declared', at: item.at }) : { id: known, claims: [] }
  if (!party) return []
  met.parties.set(key, party.id)
  return [...party.claims, { claim: 'link', from, to: party.id, role, state: item.state, basis: 'declared', at: [item.at] }]
}

/** Who supplies an item, who hosts it, and what it is made as: a model of a maker. */
export function makerClaims(item: Item, met: Met): readonly Claim[] {
  const hosted = item.itemClass === 'service' ? [] : partyLink(item, met, { text: item.text('hostedBy'), from: item.id, role: 'operated-by' })
  const supplied = item.itemClass === 'service' ? [] : partyLink(item, met, { text: item.text('supplier'), from: item.id, role: 'supported-by' })
  return [...hosted, ...supplied, ...modelClaims(item, met)]
}

function modelClaims(item: Item, met: Met): readonly Claim[] {
  const maker = item.text('manufacturer')
  const model = item.text('model')
  if (item.itemClass === 'application' || item.itemClass === 'service') return partyLink(item, met, { text: maker, from: item.id, role: 'published-by' })
  const name = [maker, model].filter((text) => text !== undefined).join(' ')
  if (name === '' || name.length > 300) return []
  const id = idOf('hardware', keyIn(name))
  const common = { state: item.state, basis: 'declared', at: [item.at] } as const
  const isNew = met.isNew(id)
  return [
    ...(isNew ? [{ claim: 'thing', id, name: model ?? name, says: { type: 'device', ...(maker === undefined ? {} : { 'supplier-name': maker }) }, ...common } as const] : []),
    { claim: 'link', from: item.id, to: id, role: 'contains', ...common },
    ...(isNew ? partyLink(item, met, { text: maker, from: id, role: 'published-by' }) : []),
  ]
}
