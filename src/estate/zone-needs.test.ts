import { expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import type { Claim, Says, ThingId } from './claim.ts'
import { zoneNeedClaims } from './zone-needs.ts'

const how = { state: 'active', basis: 'observed', at: [{ file: 'a', pointer: '' }] } as const
const unit = (id: ThingId, says: Says): Claim => ({ claim: 'thing', id, name: id, says, ...how })
const reached = (from: ThingId, name: string): Claim => ({ claim: 'link', from, to: `domain:${name}`, role: 'domain', ...how })
const needs = (claims: readonly Claim[]) => zoneNeedClaims(assemble([{ claims }])).flatMap((one) => (one.claim === 'link' ? [`${one.from} ${one.to}`] : []))

const zone = (name: string): readonly Claim[] => [unit(`unit:dns/${name}`, { groups: [`domain=${name}`] }), reached(`unit:dns/${name}`, name)]

test('what is reached under a name needs the innermost zone that the name lies in, and the zone does not need itself', () => {
  const claims = [...zone('our-town.nl'), ...zone('apps.our-town.nl'), unit('unit:web', {}), reached('unit:web', 'www.our-town.nl'), reached('unit:web', 'x.apps.our-town.nl')]
  expect(needs(claims)).toEqual(['unit:web unit:dns/our-town.nl', 'unit:web unit:dns/apps.our-town.nl'])
})

test('names in no zone that was shown need none', () => {
  expect(needs([...zone('our-town.nl'), unit('unit:web', {}), reached('unit:web', 'not-our-town.nl')])).toEqual([])
  expect(needs([unit('unit:web', {}), reached('unit:web', 'www.our-town.nl')])).toEqual([])
})
