import { expect, test } from 'vitest'
import { checkPlaces } from './check-places.ts'
import { readKnowledge } from './knowledge.ts'

const sources = [{ url: 'https://example.org/regions', read: '2026-10-01', level: 'verified' }]

function faultsOf(tables: Readonly<Record<string, object>>): readonly string[] {
  const files = Object.entries(tables).map(([id, table]) => ({ path: `places/${id}.yaml`, value: { title: id, party: id, prefix: id, regions: {}, sources, ...table } }))
  const { knowledge, faults } = readKnowledge(files)
  expect(faults).toEqual([])
  return checkPlaces(knowledge).map((fault) => `${fault.path} ${fault.where}: ${fault.message}`)
}

test('a prefix means one cloud', () => {
  expect(faultsOf({ near: { aliases: ['nearby'] }, far: {} })).toEqual([])
  expect(faultsOf({ near: { aliases: ['far'] }, far: {} })).toEqual(['places/near prefix: "far" means places/far as well'])
})

test('codes of regions are written in small letters', () => {
  expect(faultsOf({ near: { regions: { 'NEAR-1': { country: 'nl' } } } })).toEqual(['places/near NEAR-1: places are written in small letters'])
})
