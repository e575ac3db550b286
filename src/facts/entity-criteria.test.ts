import { describe, expect, test } from 'vitest'
import type { ThingId } from '#estate/claim.ts'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { criterionFacts } from './criteria.ts'
import { entitiesOf } from './entities.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]
const world = readKnowledge(
  [
    { path: 'parties/listed.yaml', value: { title: 'Listed N.V.', kind: 'company', seat: 'nl', listed: 'XAMS', sources } },
    {
      path: 'parties/vetoed.yaml',
      value: {
        title: 'Vetoed B.V.',
        kind: 'company',
        seat: 'nl',
        parents: [
          { party: 'faraway', share: 10, veto: true },
          { party: 'town', share: 90 },
        ],
        sources,
      },
    },
  ],
  smallWorld,
).knowledge

/** What a fact says of each party behind a workload that leans on services of these providers. */
function factOf(fact: string, providers: Readonly<Record<string, string>>, more: object = {}) {
  const plan = {
    version: 1,
    functions: { desk: { mtpd: 'PT4H' } },
    workloads: { app: { serves: ['desk'], needs: Object.keys(providers) } },
    services: Object.fromEntries(Object.entries(providers).map(([name, provider]) => [name, { provider }])),
    ...more,
  }
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, world)
  return Object.fromEntries((criterionFacts[fact]?.(subject, 'workload:app') ?? []).map((item) => [item.about.slice(item.about.lastIndexOf('/') + 1), item.values]))
}

describe('who stands behind a workload', () => {
  const plan = {
    version: 1,
    functions: { desk: {} },
    workloads: { app: { serves: ['desk'], needs: ['mail'] } },
    services: { mail: { provider: 'party:nearby' } },
    contracts: {
      one: { covers: ['mail'], counterparty: 'party:nearby', subcontractors: [{ name: 'Deep Down Inc.', rank: 2, country: 'US' }] },
      two: { covers: ['app'], counterparty: 'party:halfway' },
    },
  }
  test('contractors by what they run and by what was agreed, and who works for them', () => {
    const found = entitiesOf(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, world))('workload:app')
    expect(found.map((one) => [one.party.slice(one.party.lastIndexOf(':') + 1), one.standing])).toEqual([
      ['halfway', 'contractor'],
      ['named/deltaplan.yaml/deep down inc.', 'subcontractor'],
      ['nearby', 'contractor'],
    ])
  })

  test('nobody, where nothing is run or supported by anybody', () =>
    expect(
      entitiesOf(subjectOfTexts({ 'deltaplan.yaml': yamlOf({ version: 1, functions: { desk: {} }, workloads: { app: { serves: ['desk'] } } }) }, world))('workload:app'),
    ).toEqual([]))
})

describe('control', () => {
  const control = (party: string) => factOf('entity.control', { s: `party:${party}` })[`party:${party}`]
  test('is wholly inside where a state owns all of it', () => expect(control('nearby')).toEqual(['wholly-inside']))
  test('is wholly outside where a company abroad owns all of it', () => expect(control('faraway-nl')).toEqual(['wholly-outside']))
  test('is open from mostly inside on where thirty percent are outside and nobody knows the rest', () =>
    expect(control('halfway')).toEqual(['mostly-inside', 'mostly-outside', 'wholly-outside']))
  test('is anything where the shares are traded', () => expect(control('listed')).toEqual(['wholly-inside', 'mostly-inside', 'mostly-outside', 'wholly-outside']))
  test('is outside where somebody outside has a veto, however small its share', () => expect(control('vetoed')).toEqual(['mostly-outside']))
  test('is not known where nobody knows the seat', () => expect(factOf('entity.control', { s: 'Nobody Known' })).toEqual({ 'nobody known': 'unknown' }))
})

describe('law from outside', () => {
  const law = (party: string) => factOf('entity.foreign-law', { s: `party:${party}` })[`party:${party}`]
  test('reaches a party that is seated there, or owned from there', () => expect([law('faraway'), law('faraway-nl')]).toEqual([['settled'], ['settled']]))
  test('is contested where the owner holds thirty percent, or a daughter is there', () =>
    expect([law('halfway'), law('nearby')]).toEqual([
      ['contested', 'settled'],
      ['contested', 'settled'],
    ]))
  test('of which none is known says nothing of a company that anybody may own', () => expect(law('listed')).toBe('unknown'))
})

describe('hands on data', () => {
  test('a party outside that runs something has them, one inside that nobody outside owns is not asked', () => {
    expect(factOf('entity.hands', { s: 'party:faraway' })).toEqual({ 'party:faraway': ['means'] })
    expect(factOf('entity.hands', { s: 'party:nearby' })).toEqual({ 'party:nearby': ['not-asked'] })
  })

  test('a mitigation of access counts on evidence and until its day', () => {
    const mitigation = (expires: string) => ({ mitigations: { keys: { on: ['app'], power: 'access', effect: 'removes-effect', evidence: 'audit', expires } } })
    expect(factOf('entity.hands', { s: 'party:faraway' }, mitigation('2027-01-01'))).toEqual({ 'party:faraway': ['shielded'] })
    expect(factOf('entity.hands', { s: 'party:faraway' }, mitigation('2026-01-01'))).toEqual({ 'party:faraway': ['means'] })
  })
})

describe('the loss of a party', () => {
  test('stops a function that has nothing else within its time', () => expect(factOf('entity.loss', { s: 'party:nearby' })).toEqual({ 'party:nearby': ['stops'] }))
  test('stops nothing where another may take over', () => {
    const plan = {
      version: 1,
      functions: { desk: { mtpd: 'PT4H' } },
      workloads: { app: { serves: ['desk'], needs: [{ anyOf: ['a', 'b'] }] } },
      services: { a: { provider: 'party:nearby' }, b: { provider: 'party:faraway' } },
    }
    const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, world)
    const values = (criterionFacts['entity.loss']?.(subject, 'workload:app' as ThingId) ?? []).map((item) => item.values)
    expect(values).toEqual([['holds'], ['holds']])
  })
})
