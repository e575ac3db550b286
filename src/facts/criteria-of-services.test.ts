import { describe, expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { criterionFacts, factPer } from './criteria.ts'

const base = {
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT4H', rto: 'PT1H', fallback: { what: 'Paper', lasts: 'PT1H', tested: '2026-08-24' } } },
  workloads: { app: { serves: ['desk'], needs: ['mail', 'shelf'], team: 'crew' } },
  services: { mail: { provider: 'party:faraway', place: 'US' }, shelf: { provider: 'party:nearby', place: 'NL' } },
  teams: {
    crew: {
      members: [
        { count: 3, predicates: { residence: 'NL' } },
        { count: 1, predicates: { residence: 'US' } },
      ],
    },
  },
  contracts: { post: { covers: ['mail'], exitClause: 'export', governingLaw: 'US', subcontractors: [{ name: 'Deep', country: 'US' }] } },
}

const factOf = (fact: string, plan: object = base, files: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    (criterionFacts[fact]?.(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan), ...files }), 'workload:app') ?? []).map((item) => [
      item.about.slice(item.about.indexOf(':') + 1),
      item.values,
    ]),
  )

describe('of each service', () => {
  test('where it lies is inside, outside, or not said', () =>
    expect(factOf('data.location', { ...base, services: { ...base.services, mail: { provider: 'party:faraway' } } })).toEqual({
      'declared/mail': 'unknown',
      'declared/shelf': ['inside'],
    }))
  test('a way out is stated or not said, and a contract may say that there is none', () => {
    expect(factOf('contract.exit')).toEqual({ 'declared/mail': ['stated'], 'declared/shelf': 'unknown' })
    expect(factOf('contract.exit', { ...base, contracts: { post: { covers: ['mail'], exitClause: false } } })).toMatchObject({ 'declared/mail': ['none'] })
  })
  test('the law of the contract and who works behind it stand on a side of the border', () => {
    expect(factOf('contract.law')).toEqual({ 'declared/mail': ['outside'], 'declared/shelf': 'unknown' })
    expect(factOf('chain.subcontractors')).toEqual({ 'declared/mail': ['outside'], 'declared/shelf': 'unknown' })
  })
  test('open or closed is what the knowledge base says', () =>
    expect(factOf('software.open-source', { ...base, services: { mail: { knownAs: 'far-mail' }, shelf: {} } })).toEqual({ 'declared/shelf': 'unknown', 'far-mail': [false] }))
})

describe('of the workload', () => {
  test('a service without an agreement may have one that was not shown', () => expect(factOf('contract.register')).toEqual({ app: [0.5, 1] }))
  test('three of four who support it live in the area', () => expect(factOf('support.residence')).toEqual({ crew: [0.75, 0.75] }))
  test('of whom nobody says where they live, they may live anywhere', () =>
    expect(
      factOf('support.residence', {
        ...base,
        teams: {
          crew: {
            members: [
              { count: 3, predicates: {} },
              { count: 1, predicates: { residence: 'NL' } },
            ],
          },
        },
      }),
    ).toEqual({ crew: [0.25, 1] }))
  test('a fallback that was tested three months ago', () => expect(factOf('continuity.tested-months')['desk']).toEqual([expect.closeTo(3, 1)]))
  test('one of two recovery objectives is stated', () => expect(factOf('continuity.targets')).toEqual({ desk: [1] }))
  test('points beyond the area are counted from the sure to the possible', () => {
    const [low, high] = factOf('chain.single-points')['app'] as readonly number[]
    expect(low).toBeGreaterThanOrEqual(1)
    expect(high).toBeGreaterThanOrEqual(low ?? 0)
  })
  test('no point found is not none, while nobody vouches that everything was shown', () =>
    expect(factOf('chain.single-points', { ...base, contracts: {}, services: { mail: { provider: 'party:nearby' }, shelf: { provider: 'party:nearby' } } })).toEqual({
      app: 'unknown',
    }))
  test('who can read the data holds the keys', () =>
    expect(factOf('data.keys', { ...base, data: { file: { readableBy: ['mail'] } }, workloads: { app: { serves: ['desk'], needs: ['mail'], data: ['file'] } } })).toEqual({
      file: ['provider'],
    }))
  test('an image without a bill is not known, one with it is', () => {
    const compose = yamlOf({ services: { db: { image: 'example/app:1' }, other: { image: 'example/other:1' } } })
    const bill = yamlOf({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { type: 'container', name: 'example/app', version: '1', purl: 'pkg:docker/example/app@1' } },
      components: [{ type: 'library', name: 'left', purl: 'pkg:npm/left@1' }],
    })
    const plan = { ...base, workloads: { app: { serves: ['desk'], match: [{ project: 'shop' }] } } }
    expect(Object.values(factOf('software.sbom', plan, { 'shop/compose.yaml': compose, 'bom.json': bill }))).toEqual([[true], 'unknown'])
  })
})

test('every fact speaks of one thing: the workload, each party, or each service', () => {
  expect(Object.keys(criterionFacts).filter((fact) => factPer(fact) === 'entity')).toContain('entity.control')
  expect(['data.location', 'contract.exit', 'software.origin'].map(factPer)).toEqual(['block', 'block', 'block'])
  expect(['platform.fixes', 'support.residence', 'contract.register'].map(factPer)).toEqual(['subject', 'subject', 'subject'])
})
