import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { singlePoints } from './single-points.ts'

const points = (plan: object, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  singlePoints(subjectOfTexts({ 'deltaplan.yaml': yamlOf({ version: 1, home: 'NL', ...plan }), ...more })).map((one) => `${one.thing} ${one.function.slice(9)} ${one.verdict}`)
const services = { post: { provider: 'party:faraway' }, other: { provider: 'party:nearby' } }
const desk = (needs: readonly unknown[], mtpd = 'PT8H') => ({ functions: { desk: { mtpd } }, workloads: { counter: { serves: ['desk'], needs } }, services })

describe('single points', () => {
  test('a supplier that a function cannot do without is certain', () => expect(points(desk(['post']))).toContain('party:faraway desk certain'))

  test('of two stated alternatives neither is a point', () => expect(points(desk([{ anyOf: ['post', 'other'] }])).filter((one) => /party:(faraway|nearby) /.test(one))).toEqual([]))

  test('where two of three have to hold, one may fall away', () => {
    const three = { a: { provider: 'party:faraway' }, b: { provider: 'party:nearby' }, c: { provider: 'party:halfway' } }
    const plan = { functions: { desk: { mtpd: 'PT8H' } }, workloads: { counter: { serves: ['desk'], needs: [{ atLeast: 2, of: ['a', 'b', 'c'] }] } }, services: three }
    expect(points(plan).filter((one) => /service:|party:nearby|party:halfway/.test(one))).toEqual([])
  })

  test('alternatives of one owner fall together, for all we know', () => {
    const both = { a: { provider: 'party:faraway' }, b: { provider: 'party:faraway-nl' } }
    const plan = { functions: { desk: { mtpd: 'PT8H' } }, workloads: { counter: { serves: ['desk'], needs: [{ anyOf: ['a', 'b'] }] } }, services: both }
    expect(points(plan)).toContain('party:faraway desk possible')
    expect(points(plan)).toContain('law:us-sanctions desk possible')
  })

  test('without a stated tolerable time nothing is certain', () => {
    const found = points({ functions: { desk: {} }, workloads: { counter: { serves: ['desk'], needs: ['post'] } }, services })
    expect(found).toContain('party:faraway desk possible')
    expect(found.filter((one) => one.endsWith('certain'))).toEqual([])
  })

  test('a grace longer than the tolerable time makes a point of nothing', () =>
    expect(points(desk([{ on: 'post', grace: 'P2D' }])).filter((one) => one.startsWith('party:faraway'))).toEqual([]))

  test('a tested fallback that lasts longer than the tolerable time carries the function over', () => {
    const plan = {
      functions: { desk: { mtpd: 'PT8H', fallback: { what: 'paper', lasts: 'P1D', tested: '2026-05-01' } } },
      workloads: { counter: { serves: ['desk'], needs: ['post'] } },
      services,
    }
    expect(points(plan)).toEqual([])
    const untested = { ...plan, functions: { desk: { mtpd: 'PT8H', fallback: { what: 'paper', lasts: 'P1D' } } } }
    expect(points(untested)).toContain('party:faraway desk possible')
  })

  test('things that need each other come to rest', () => {
    const plan = { functions: { desk: { mtpd: 'PT8H' } }, workloads: { a: { serves: ['desk'], needs: ['b', 'post'] }, b: { needs: ['a'] } }, services }
    expect(points(plan)).toContain('party:faraway desk certain')
  })

  test('the home country is shown apart', () => {
    const found = singlePoints(subjectOfTexts({ 'deltaplan.yaml': yamlOf({ version: 1, home: 'NL', ...desk(['other']) }) })).filter((one) => one.level === 'jurisdiction')
    expect(found.map((one) => [one.thing, one.home])).toEqual([['jurisdiction:nl', true]])
  })

  test('a law is a point only through cut-off or export control', () => {
    const laws = points(desk(['post'])).filter((one) => one.startsWith('law:'))
    expect(laws).toEqual(['law:us-export desk possible', 'law:us-sanctions desk certain'])
  })
})

describe('redundancy', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const parties = ['party:faraway', 'party:nearby', 'party:halfway', 'party:town']
  const plans = fc.record({
    providers: fc.array(fc.constantFrom(...parties), { minLength: 5, maxLength: 5 }),
    needs: fc.array(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    which: fc.nat(3),
    extra: fc.constantFrom(...names),
  })
  const planOf = (providers: readonly string[], needs: readonly (readonly string[])[]) => ({
    functions: { desk: { mtpd: 'PT8H' } },
    workloads: { counter: { serves: ['desk'], needs: needs.map((group) => (group.length === 1 ? group[0] : { anyOf: [...new Set(group)] })) } },
    services: Object.fromEntries(names.map((name, at) => [name, { provider: providers[at] }])),
  })

  test('of servers that a register lists for one workload goes before the list, and what each runs on is lost with it', () => {
    const plan = {
      functions: { desk: { mtpd: 'PT8H' } },
      workloads: { counter: { serves: ['desk'], needs: [{ anyOf: ['unit:inventory/one', 'unit:inventory/two'] }] } },
    }
    const list =
      'ci_name;ci_class;business_service;runs_on\nONE;Server;counter;BELOW-ONE\nTWO;Server;counter;BELOW-TWO\nTHREE;Server;counter;\nBELOW-ONE;Server;;\nBELOW-TWO;Server;;\n'
    expect(points(plan, { 'list.csv': list }).filter((one) => one.startsWith('unit:'))).toEqual(['unit:inventory/three desk certain'])
  })

  test('that is stated never adds a single point', () => {
    fc.assert(
      fc.property(plans, ({ providers, needs, which, extra }) => {
        const before = new Set(points(planOf(providers, needs)).map((one) => one.replace(/ (certain|possible)$/, '')))
        const more = needs.map((group, at) => (at === which % needs.length ? [...new Set([...group, extra])] : group))
        const after = points(planOf(providers, more)).map((one) => one.replace(/ (certain|possible)$/, ''))
        expect(after.filter((one) => !before.has(one))).toEqual([])
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })
})
