import { describe, expect, test } from 'vitest'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Platform } from '#knowledge/schema.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { platformsInUse } from './lifecycle.ts'

const closedBase = smallWorld.platforms.get('closedbase') as Platform
/** The small world, in which ClosedBase is known by its name as well. */
const worldWithNames: Knowledge = {
  ...smallWorld,
  platforms: new Map([...smallWorld.platforms, ['closedbase', { ...closedBase, foundBy: [...closedBase.foundBy, { on: 'component-name', matches: ['^closedbase(@|$)'] }] }]]),
}

/** What is known of the one platform that a workload stands on. */
function standing(image: string, plan: object = {}) {
  const full = { version: 1, functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ project: 'shop' }] } }, ...plan }
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(full), 'shop/compose.yaml': yamlOf({ services: { db: { image } } }) })
  const [one] = platformsInUse(subject).get('workload:app') ?? []
  return (
    one && {
      cycle: one.cycle,
      ends: one.ends,
      status: one.status,
      best: one.statusAtBest,
      undated: one.undated,
      fixes: one.fixesBy.map((fix) => `${fix.party} ${fix.ground} ${fix.certain}`),
    }
  )
}
const contract = (more: object = {}) => ({ contracts: { base: { counterparty: 'party:faraway', covers: ['app'], supportTier: 'Gold', ...more } } })

describe('the life cycle of what runs', () => {
  test('a release out of support is out of support, and nobody of the project fixes it any more', () =>
    expect(standing('openbase:15.4')).toMatchObject({ cycle: '15', status: 'ended', best: 'ended', fixes: [] }))

  test('a release in support is fixed by its community, which owes nothing', () =>
    expect(standing('openbase:16')).toMatchObject({ cycle: '16', status: 'supported', fixes: ['party:commons steward true'] }))

  test('without a stated tier the end lies between the plain one and the longest that can be bought', () =>
    expect(standing('registry.faraway.io/closedbase:9.2')).toMatchObject({ ends: { low: '2027-02-01', high: '2029-02-01' }, status: 'ends-6', best: 'supported' }))

  test('a tier that is paid for settles it', () =>
    expect(standing('registry.faraway.io/closedbase:9.2', contract())).toMatchObject({ ends: { low: '2027-02-01' }, fixes: ['party:faraway contract true'] }))

  test('a contract that has ended pays for nothing', () => {
    const ended = standing('registry.faraway.io/closedbase:9.2', contract({ ends: '2026-01-01' }))
    expect(ended?.fixes).toEqual(['party:faraway vendor true'])
  })

  test('who supplies the machine supports the machine, and not what runs on it, unless they make that', () => {
    const machine = (supplier: string, name = 'HV-01'): readonly string[] => {
      const plan = { version: 1, functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ unit: `inventory/${name.toLowerCase()}` }] } } }
      const items = `CI Name,CI Type,Supplier,Installed software,Version,Status\n${name},Server,${supplier},ClosedBase,9,In use\n`
      const [one] = platformsInUse(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan), 'items.csv': items }, worldWithNames)).get('workload:app') ?? []
      return one?.fixesBy.map((fix) => `${fix.party.replace(/.*\//, '')} ${fix.ground}`) ?? ['no platform']
    }
    expect(machine('Iron Works B.V.')).toEqual(['party:faraway vendor'])
    expect(machine('Faraway')).toEqual(['faraway contract', 'party:faraway vendor'])
    expect(machine('Iron Works B.V.', 'ClosedBase')).toContain('iron works b.v. contract')
  })

  test('a name that moves has no date', () => expect(standing('openbase:latest')).toMatchObject({ cycle: undefined, status: 'unknown', undated: 'floating' }))

  test('a release that nobody knows has none either', () => expect(standing('openbase:99')).toMatchObject({ status: 'unknown', undated: 'no-release' }))
})
