import { describe, expect, test } from 'vitest'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { platformsInUse } from './lifecycle.ts'
import { platformCriteria } from './platform-criteria.ts'

const read = { url: 'https://example.org/policy', read: '2026-10-01', level: 'verified' }
const unread = { ...read, level: 'unverified' }

/** A world with one platform more, of which this is known. */
function subjectWith(platform: object, image: string) {
  const value = { title: 'System', kind: 'os', sources: [read], foundBy: [{ on: 'image', matches: ['/base-(\\d+)(?::|$)'], version: '$1' }], ...platform }
  const { knowledge, faults } = readKnowledge([{ path: 'platforms/system.yaml', value }])
  expect(faults).toEqual([])
  const world = { ...smallWorld, platforms: new Map([...smallWorld.platforms, ...knowledge.platforms]) }
  const plan = { version: 1, functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ project: 'shop' }] } } }
  return subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan), 'shop/compose.yaml': yamlOf({ services: { web: { image } } }) }, world)
}
const valuesOf = (fact: string, platform: object) =>
  platformCriteria[fact]?.(subjectWith(platform, 'registry.example.com/base-12:nightly'), 'workload:app').map((item) => item.values)

describe('the criteria of the platform pillar', () => {
  test('count a fact whose source was opened', () => {
    expect(valuesOf('platform.security-team', { securityTeam: { title: 'Team', url: read.url, source: read } })).toEqual([[true]])
    expect(valuesOf('platform.upgrade-step', { upgrade: { step: 'One at a time.', source: read } })).toEqual([[true]])
    expect(valuesOf('platform.indemnity', { indemnity: { scope: 'ip', source: read } })).toEqual([['ip']])
  })

  test('leave a fact that nobody opened the source of unknown, whatever else of the platform was read', () => {
    expect(valuesOf('platform.security-team', { securityTeam: { title: 'Team', url: read.url, source: unread } })).toEqual(['unknown'])
    expect(valuesOf('platform.upgrade-step', { upgrade: { step: 'One at a time.', source: unread } })).toEqual(['unknown'])
    expect(valuesOf('platform.indemnity', { indemnity: { scope: 'ip', source: unread } })).toEqual(['unknown'])
  })

  test('count those who are known to maintain it, and no guesses', () => {
    const upstream = [
      { party: 'faraway', source: read },
      { party: 'nearby', source: unread },
    ]
    expect(valuesOf('platform.upstream-companies', { upstream })).toEqual([[1]])
  })

  test('know a certificate of the release that the name of an image gives', () => {
    const certificates = [{ scheme: 'Seal', release: '12', source: read }]
    expect(valuesOf('platform.certificate', { certificates })).toEqual([[true]])
    expect(valuesOf('platform.certificate', { certificates: [{ ...certificates[0], source: unread }] })).toEqual(['unknown'])
  })
})

test('a release that the sign itself names goes before the tag, which speaks of something else', () => {
  const subject = subjectWith({ releases: [{ cycle: '12', supportEnd: '2030-01-01' }] }, 'registry.example.com/base-12:3.1')
  expect(platformsInUse(subject).get('workload:app')).toMatchObject([{ platform: 'platform:system', version: '12', cycle: '12', status: 'supported' }])
})
