import { expect, test } from 'vitest'
import { checkPlatforms } from './check-platforms.ts'
import { readKnowledge } from './knowledge.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]

function faultsOf(value: object, path = 'platforms/one.yaml'): readonly string[] {
  const { knowledge, faults } = readKnowledge([{ path, value: { title: 'One', kind: 'database', sources, ...value } }])
  expect(faults).toEqual([])
  return checkPlatforms(knowledge).map((fault) => `${fault.where}: ${fault.message}`)
}

test('support ends no earlier than the release came out, and extended support no earlier than the plain one', () => {
  expect(faultsOf({ releases: [{ cycle: '1', released: '2024-01-01', supportEnd: '2023-01-01' }] })).toHaveLength(1)
  expect(faultsOf({ releases: [{ cycle: '1', released: '2024-01-01', activeEnd: '2026-01-01', supportEnd: '2025-01-01' }] })).toHaveLength(1)
  expect(faultsOf({ releases: [{ cycle: '1', supportEnd: '2027-01-01', extendedEnd: '2026-12-31' }] })).toHaveLength(1)
  expect(faultsOf({ releases: [{ cycle: '1', released: '2024-01-01', activeEnd: '2025-01-01', supportEnd: 'open', extendedEnd: '2026-01-01' }] })).toEqual([])
})

test('the newest release stands first, and no name means two of them', () => {
  const older = { cycle: '1', released: '2023-01-01', names: ['first'] }
  const newer = { cycle: '2', released: '2024-01-01', names: ['second'] }
  expect(faultsOf({ releases: [newer, older] })).toEqual([])
  expect(faultsOf({ releases: [older, newer] })).toEqual(['releases: 2 is newer than the one above it'])
  expect(faultsOf({ releases: [newer, { ...older, names: ['Second'] }] })).toEqual(['releases: second names two releases'])
})

test('a certificate ends no earlier than it was given, and nobody does more than all of the work', () => {
  expect(faultsOf({ certificates: [{ scheme: 'One', issued: '2026-01-02', validTo: '2026-01-01' }] })).toHaveLength(1)
  expect(
    faultsOf({
      upstream: [
        { party: 'a', share: 60 },
        { party: 'b', share: 50 },
      ],
    }),
  ).toEqual(['upstream: shares add up to 110 %'])
})

test('only what has releases can be found in one', () => {
  const foundBy = [{ on: 'image', matches: ['one:(\\d+)'], version: '$1' }]
  expect(faultsOf({ foundBy })).toEqual([])
  const { knowledge } = readKnowledge([{ path: 'services/two.yaml', value: { title: 'Two', role: 'run-by', category: 'other', sources, foundBy } }])
  expect(checkPlatforms(knowledge)).toHaveLength(1)
})
