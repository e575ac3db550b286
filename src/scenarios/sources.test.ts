import { describe, expect, test } from 'vitest'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { allSources, sourcesOf } from './sources.ts'
import { traitsOf } from './traits.ts'

const plan = {
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT8H' } },
  workloads: { counter: { serves: ['desk'], needs: ['post', 'desk-data'] } },
  services: { post: { provider: 'Faraway' }, 'desk-data': { provider: 'party:nearby' } },
}
const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan), 'compose.yaml': 'services:\n  db:\n    image: openbase:16\n' })
const scenario = (id: string) => smallWorld.scenarios.get(id) ?? expect.unreachable()

describe('what a scenario selects', () => {
  test('is what its rule holds for, once, under the name by which it is known', () =>
    expect(sourcesOf(subject, 'goes-away', scenario('goes-away')).map((one) => one.id)).toEqual(['goes-away@party:faraway']))

  test('nothing, when there is no home: nobody can say what is outside', () => {
    const homeless = subjectOfTexts({ 'deltaplan.yaml': yamlOf({ ...plan, home: undefined }) })
    expect(sourcesOf(homeless, 'goes-away', scenario('goes-away'))).toEqual([])
  })

  test('an update strikes what runs the product, and not the product', () => {
    const [update] = sourcesOf(subject, 'bad-update', scenario('bad-update'))
    expect(update?.thing).toBe('platform:openbase')
    expect(update?.struck.every((one) => one.thing !== 'platform:openbase' && one.hours.high === 0)).toBe(true)
    expect(update?.struck.length).toBeGreaterThan(0)
  })

  test('where only some phases are hit, each user is hit after its own grace', () => {
    const support = { ...scenario('goes-away'), loses: 'only' as const, phases: ['run' as const] }
    const [source] = sourcesOf(subject, 'support', support)
    expect(source?.struck.map((one) => one.thing)).toEqual(['service:declared/post'])
    expect(sourcesOf(subject, 'support', { ...support, phases: ['support'] })).toEqual([])
  })

  test('all scenarios together stand in their order', () => {
    const ids = allSources(subject).map((one) => one.id)
    expect(ids.filter((id) => id.startsWith('dearer@'))).toEqual(['dearer@party:faraway'])
    expect(ids).toEqual(ids.toSorted())
  })
})

test('traits say who does what, and where the line is', () => {
  expect(traitsOf(subject, 'party:faraway')).toMatchObject({ kind: 'party', operates: true, supports: false, company: true, listed: true, outside: 'yes' })
  expect(traitsOf(subject, 'party:nearby')).toMatchObject({ operates: true, outside: 'no', ownedFromOutside: 'no' })
  expect(traitsOf(subject, 'platform:openbase')).toMatchObject({ kind: 'platform', proprietary: 'no', category: '' })
  expect(traitsOf(subject, 'law:us-sanctions')).toMatchObject({ cutOff: true, access: false, outside: 'yes' })
})
