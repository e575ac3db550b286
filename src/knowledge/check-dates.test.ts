import { expect, test } from 'vitest'
import { checkDates } from './check-dates.ts'
import { readKnowledge } from './knowledge.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]

function faultsOf(path: string, value: object): readonly string[] {
  const { knowledge, faults } = readKnowledge([{ path, value: { title: 'One', sources, ...value } }])
  expect(faults).toEqual([])
  return checkDates(knowledge).map((fault) => `${fault.where}: ${fault.message}`)
}

const law = { jurisdiction: 'nl', date: '2018', powers: ['access'], reach: ['seated'], content: 'Hand over.' }
const owned = (parent: object) => ({ kind: 'company', seat: 'nl', parents: [{ party: 'other', ...parent }] })

test('a law ends no earlier than it began, as far as both days are known', () => {
  expect(faultsOf('laws/one.yaml', { ...law, date: '2018-05-01', until: '2018-04-30' })).toEqual(['until: 2018-04-30 lies before 2018-05-01'])
  expect(faultsOf('laws/one.yaml', { ...law, date: '2018', until: '2018-01-01' })).toEqual([])
})

test('a law that is over has a day on which it ended', () => {
  expect(faultsOf('laws/one.yaml', { ...law, status: 'repealed' })).toEqual(['until: repealed, and no day on which it ended'])
  expect(faultsOf('laws/one.yaml', { ...law, status: 'lapsed', until: '2020-03-15' })).toEqual([])
})

test('nobody stops owning before they start', () => {
  expect(faultsOf('parties/one.yaml', owned({ from: '2025-02-01', until: '2025-01-31' }))).toHaveLength(1)
  expect(faultsOf('parties/one.yaml', owned({ from: '2025-02-01', until: '2025-02-01' }))).toEqual([])
})

test('a finding of adequacy ends no earlier than it began', () => {
  const adequacy = { since: '2021-06-28', until: '2020-12-27' }
  expect(faultsOf('jurisdictions/one.yaml', { kind: 'country', iso: 'ZZ', adequacy: { scope: 'All.', decision: 'One', ...adequacy } })).toHaveLength(1)
})
