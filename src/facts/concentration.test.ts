import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { concentrations } from './concentration.ts'

const plan = {
  version: 1,
  home: 'NL',
  functions: { ward: { mtpd: 'PT2H' }, desk: { mtpd: 'P3D' }, club: { mtpd: 'P30D' } },
  services: {
    post: { provider: 'party:faraway', serves: ['ward', 'desk'], place: 'US' },
    chat: { provider: 'party:faraway', serves: ['desk'] },
    room: { provider: 'party:faraway-nl', serves: ['club'] },
    hall: { provider: 'party:halfway', serves: ['club'] },
  },
}
const all = concentrations(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }))
const of = (level: string, thing: string) => all.find((one) => one.level === level && one.thing === thing)

test('a supplier is counted in functions and not in services, weighted by their criticality', () => {
  // Vital weighs 8, important 2, supporting 1: ten of eleven lean on Faraway itself.
  expect(of('supplier', 'party:faraway')?.functions).toEqual({ low: 2, high: 2 })
  expect(of('supplier', 'party:faraway')?.weightShare.low).toBeCloseTo(10 / 11, 10)
})

test('a group counts what its daughters do, surely with control and contestedly with thirty percent', () => {
  expect(of('group', 'party:faraway')?.functions).toEqual({ low: 3, high: 3 })
  expect(of('supplier', 'party:faraway-nl')?.functions).toEqual({ low: 1, high: 1 })
})

test('a country counts whatever its law reaches', () => expect(of('jurisdiction', 'jurisdiction:us')?.functions).toEqual({ low: 3, high: 3 }))

test('the heaviest of a level comes first', () => expect(all.filter((one) => one.level === 'supplier').map((one) => one.thing)[0]).toBe('party:faraway'))

test('while no criticality is stated the share is an interval', () => {
  const open = { ...plan, functions: { ward: {}, desk: {}, club: {} } }
  const share = concentrations(subjectOfTexts({ 'deltaplan.yaml': yamlOf(open) })).find((one) => one.level === 'supplier' && one.thing === 'party:faraway')?.weightShare
  expect(share?.low).toBeCloseTo(2 / 10, 10)
  expect(share?.high).toBeCloseTo(16 / 17, 10)
})
