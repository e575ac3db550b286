import { expect, test } from 'vitest'
import { readKnowledge } from './knowledge.ts'
import { matcherOf } from './rules.ts'
import { withoutGeneral } from './specific.ts'

const sources = [{ url: 'https://example.org/', read: '2026-11-26', level: 'verified' }]
const service = (id: string, value: object) => ({ path: `services/${id}.yaml`, value: { title: id, role: 'run-by', category: 'cloud', sources, ...value } })
const party = (id: string) => ({ path: `parties/${id}.yaml`, value: { title: id, kind: 'company', noSeat: 'not-found', sources } })
const host = (...ends: readonly string[]) => ({ on: 'host', ends })

const { knowledge, faults } = readKnowledge([
  party('cloud'),
  party('other'),
  service('apis', { operator: 'cloud', general: true, foundBy: [host('.cloud.eu'), { ...host('.hint.cloud.eu'), role: 'hints-at' }] }),
  service('store', { operator: 'cloud', foundBy: [host('.store.cloud.eu')] }),
  service('maybe', { operator: 'cloud', foundBy: [{ ...host('.maybe.cloud.eu'), role: 'hints-at' }] }),
  service('sometimes', { operator: 'cloud', foundBy: [{ ...host('.sometimes.cloud.eu'), withValue: '^x' }] }),
  service('guest', { operator: 'other', foundBy: [host('.guest.cloud.eu')] }),
])
const found = (name: string) =>
  withoutGeneral(matcherOf(knowledge).matches('host', name), knowledge)
    .map((match) => match.owned.id)
    .sort()

test('the forms of this test are right', () => expect(faults).toEqual([]))

test('the general service stays where it is the only one', () => expect(found('a.cloud.eu')).toEqual(['apis']))

test('a particular service of the same operator stands in its place', () => expect(found('a.store.cloud.eu')).toEqual(['store']))

test('a service of another operator does not', () => expect(found('a.guest.cloud.eu')).toEqual(['apis', 'guest']))

test('neither does a hint, nor a rule that asks for a value', () => {
  expect(found('a.maybe.cloud.eu')).toEqual(['apis', 'maybe'])
  expect(found('a.sometimes.cloud.eu')).toEqual(['apis', 'sometimes'])
})
