import { expect, test } from 'vitest'
import { assemble } from '#estate/assemble.ts'
import { idOf, type LinkClaim, type ThingId } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { enrich } from './enrich.ts'
import { readKnowledge } from './knowledge.ts'

const sources = [{ url: 'https://example.org/', read: '2026-11-26', level: 'verified' }]
const files = {
  'jurisdictions/nl': { title: 'Homeland', iso: 'NL', kind: 'country' },
  'parties/cloud': { title: 'Cloud Inc.', kind: 'company', cloud: true },
  'parties/cloud-home': { title: 'Cloud Homeland B.V.', kind: 'company', cloud: true, parents: [{ party: 'cloud', share: 100 }] },
  'places/cloud': { title: 'Cloud', party: 'cloud', prefix: 'cloud', regions: { west: { country: 'nl' }, home: { country: 'nl', operator: 'cloud-home' } } },
  'services/open-compute': { title: 'Open Compute', role: 'cloud-service', category: 'compute', foundBy: [{ on: 'terraform-type', is: ['open_compute'] }] },
  'services/home-cloud': { title: 'Home Cloud', operator: 'cloud-home', role: 'cloud-service', category: 'cloud', foundBy: [{ on: 'host', ends: ['.cloud-home.nl'] }] },
  'services/store': { title: 'Store', operator: 'cloud', role: 'cloud-service', category: 'storage', foundBy: [{ on: 'terraform-type', is: ['cloud_store'] }] },
}
const { knowledge } = readKnowledge(Object.entries(files).map(([path, value]) => ({ path: `${path}.yaml`, value: { ...value, sources } })))

const how = { state: 'active', at: { file: 'plan.json', pointer: '' } } as const
const used = (unit: ThingId, region?: string) => [
  signClaim(unit, { on: 'terraform-type', text: 'cloud_store' }, how),
  ...(region === undefined ? [] : [{ claim: 'link', from: unit, to: idOf('place', `cloud:${region}`), role: 'region', basis: 'observed', state: 'active', at: [how.at] } as const]),
]
const told = (...claims: readonly LinkClaim[]) =>
  enrich(assemble([{ claims }]), knowledge)
    .claims.flatMap((claim) => (claim.claim === 'link' && ['operated-by', 'provider', 'owned-by'].includes(claim.role) ? [`${claim.from} ${claim.role} ${claim.to}`] : []))
    .filter((text) => !text.startsWith('place:'))

test('in a region that somebody else operates a service is run by that one, and the owners stand above', () => {
  expect(told(...used('unit:a', 'home'))).toEqual(['unit:a provider party:cloud-home', 'party:cloud-home owned-by party:cloud', 'service:store operated-by party:cloud-home'])
})

test('in another region, or where nobody says in which, it is run by whoever runs it in general', () => {
  expect(told(...used('unit:a', 'west'))).toContain('service:store operated-by party:cloud')
  expect(told(...used('unit:a'))).toContain('service:store operated-by party:cloud')
})

test('what is used here and there is told apart by its users', () => {
  const both = told(...used('unit:a', 'home'), ...used('unit:b', 'west'))
  expect(both).toEqual(expect.arrayContaining(['unit:a provider party:cloud-home', 'unit:b provider party:cloud', 'service:store operated-by party:cloud']))
  expect(both).not.toContain('service:store operated-by party:cloud-home')
})

test('a service of software that many run is run by whose cloud it is in, as far as the address tells', () => {
  const machine = (unit: ThingId, host: string) => [
    signClaim(unit, { on: 'terraform-type', text: 'open_compute' }, how),
    { claim: 'link', from: unit, to: idOf('host', host), role: 'runs-in', basis: 'observed', state: 'active', at: [how.at] } as const,
  ]
  expect(told(...machine('unit:a', 'auth.cloud-home.nl'))).toEqual(
    expect.arrayContaining(['unit:a provider party:cloud-home', 'service:open-compute operated-by party:cloud-home']),
  )
  const unsure = told(...machine('unit:a', 'auth.cloud-home.nl'), ...machine('unit:b', 'auth.elsewhere.nl'))
  expect(unsure).toContain('unit:a provider party:cloud-home')
  expect(unsure.filter((text) => text.startsWith('service:open-compute') || text.startsWith('unit:b'))).toEqual([])
})
