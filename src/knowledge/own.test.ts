import { describe, expect, test } from 'vitest'
import { smallWorld } from '../../test/subject-of-texts.ts'
import { checkKnowledge } from './check.ts'
import { readOwn } from './own.ts'

const sources = [{ url: 'https://example.org/', read: '2026-11-01', level: 'verified' }]
const scenario = {
  title: 'Mine',
  what: 'It stops.',
  effect: 'outage',
  strikes: { kinds: ['party'] },
  perYear: { low: 0.01, high: 0.1 },
  frequency: { basis: 'judged', why: 'Nobody could count it.' },
  hours: { low: 1, high: 2 },
  sources,
}
const party = { title: 'Mine', kind: 'company', seat: 'nl', sources }
const read = (files: Readonly<Record<string, unknown>>) =>
  readOwn(
    Object.entries(files).map(([path, value]) => ({ path: `${path}.yaml`, value })),
    smallWorld,
    checkKnowledge,
  )
const told = (files: Readonly<Record<string, unknown>>) => read(files).faults.map(({ path, where, message }) => `${path} ${where}: ${message}`)

test('own knowledge without a fault is taken as it is', () => {
  const { knowledge, faults } = read({ 'scenarios/mine': scenario })
  expect(faults).toEqual([])
  expect(knowledge.scenarios.has('mine')).toBe(true)
})

describe('what has not its form is told in plain words', () => {
  const fault = (change: object) => told({ 'scenarios/mine': { ...scenario, ...change } })
  test('a number that is too small', () => expect(fault({ hours: { low: 0, high: 2 } })).toEqual(['scenarios/mine.yaml hours.low: the form wants more than 0, the file has 0']))
  test('what happens more often than a thousand times a year', () =>
    expect(fault({ perYear: { low: 1, high: 1e5 } })).toEqual(['scenarios/mine.yaml perYear.high: the form wants 1000 or less, the file has 100000']))
  test('a key that the form does not have', () => expect(fault({ hour: 3 })).toEqual(['scenarios/mine.yaml hour: the form has no such key']))
  test('a key that is missing', () => expect(fault({ title: undefined })).toEqual(['scenarios/mine.yaml title: the form wants text | mapping, the file has nothing']))
  test('an interval the wrong way round', () =>
    expect(fault({ hours: { low: 3, high: 2 } })).toEqual(['scenarios/mine.yaml hours: the form wants low ≤ high, the file has 3 and 2']))
  test('a file with nothing in it', () => expect(told({ 'scenarios/mine': null })).toEqual(['scenarios/mine.yaml file: the form wants mapping, the file has nothing']))
  test('an empty list and an address that is none', () =>
    expect([...fault({ sources: [] }), ...fault({ sources: [{ ...sources[0], url: 'here' }] })]).toEqual([
      'scenarios/mine.yaml sources: the form wants list of 1 or more, the file has list',
      'scenarios/mine.yaml sources.0.url: the form wants address as https://example.org/page, the file has here',
    ]))
})

describe('what cannot be so', () => {
  test('is told at its file and left out, and the rest goes on', () => {
    const { knowledge, faults } = read({ 'scenarios/bad': { ...scenario, effect: 'price' }, 'scenarios/mine': scenario })
    expect(faults).toEqual([{ path: 'scenarios/bad.yaml', where: 'multiple', message: 'a price needs its multiple' }])
    expect([knowledge.scenarios.has('bad'), knowledge.scenarios.has('mine')]).toEqual([false, true])
  })

  test('is data that is lost without an outage', () => {
    const dearer = { ...scenario, effect: 'price', multiple: { low: 2, high: 3 } }
    expect(told({ 'scenarios/bad': { ...dearer, losesData: { low: 0, high: 0.1 } } })).toEqual(['scenarios/bad.yaml losesData: data is lost by an outage alone'])
    expect(told({ 'scenarios/bad': { ...scenario, losesData: { low: 0.5, high: 0.1 } } })[0]).toContain('losesData: the form wants low ≤ high')
  })

  test('gives way to ours where it was to replace it', () => {
    const { knowledge } = read({ 'scenarios/goes-away': { ...scenario, calibration: ['never-happened'] } })
    expect(knowledge.scenarios.get('goes-away')).toEqual(smallWorld.scenarios.get('goes-away'))
  })

  test('takes along what leans on it, each told once', () => {
    const owner = { ...party, title: 'Owner', seat: 'nowhere' }
    expect(told({ 'parties/mine': { ...party, parents: [{ party: 'owner' }] }, 'parties/owner': owner })).toEqual([
      'parties/owner.yaml seat: "nowhere" is not in the knowledge base',
      'parties/mine.yaml parents: "owner" is not in the knowledge base',
    ])
  })

  test('is told at the user’s file where two disagree, also when ours comes after it', () => {
    const taken = smallWorld.parties.get('nearby')?.title ?? expect.unreachable()
    const { knowledge, faults } = read({ 'parties/aaa': { ...party, title: taken } })
    expect(faults.map((fault) => fault.path)).toEqual(['parties/aaa.yaml'])
    expect(knowledge.parties).toEqual(smallWorld.parties)
  })

  test('is told of all scenarios of a group that has two shapes', () => {
    const inGroup = (shape: number) => ({ ...scenario, together: { group: 'weather', shape } })
    expect(read({ 'scenarios/a': inGroup(1), 'scenarios/b': inGroup(2), 'scenarios/c': inGroup(1) }).faults.map((fault) => fault.path)).toEqual([
      'scenarios/a.yaml',
      'scenarios/b.yaml',
      'scenarios/c.yaml',
    ])
  })
})

test('what of ours leans on something that the user withdraws is no fault', () => {
  const { knowledge, faults } = read({ 'parties/nearby': { withdraw: true } })
  expect(faults).toEqual([])
  expect(knowledge.parties.has('nearby')).toBe(false)
})
