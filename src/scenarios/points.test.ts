import { describe, expect, test } from 'vitest'
import { modelsOf, runHere } from '#analyses/loss/run.ts'
import { faultTreesOf } from '#facts/fault-trees.ts'
import { lossesOf } from '#facts/loss-model.ts'
import type { Subject } from '#facts/subject.ts'
import { built } from '#kernels/boolean/formulas.test-data.ts'
import { evaluator } from '#kernels/boolean/probability.ts'
import { solve } from '#kernels/boolean/solve.ts'
import { chanceOfBreach } from '#kernels/loss/measures.ts'
import { plainEngine } from '#kernels/loss/plain-engine.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { cutLevels, likelyPoints, pointsOf } from './points.ts'
import { allSources } from './sources.ts'

const scenario = (id: string): Scenario => smallWorld.scenarios.get(id) ?? expect.unreachable()
const half = { low: 0.5, high: 0.5 }

/** What goes away comes back or not, is told before or not, and is left by some; of a bad update half is hit. Shares are known, so that both ways of reckoning take the same. */
const knowledge: Knowledge = {
  ...smallWorld,
  scenarios: new Map([
    ['bad-update', { ...scenario('bad-update'), reach: half, hours: { low: 2, high: 300 } }],
    ['goes-away', { ...scenario('goes-away'), lasting: { low: 0.3, high: 0.3 }, noticeDays: { low: 10, high: 300 }, hours: { low: 4, high: 2000 } }],
  ]),
}
const plan = {
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT8H' }, archive: { mtpd: 'P5D', fallback: { what: 'paper', lasts: 'PT12H', tested: '2026-05-01' } }, garden: { mtpd: 'PT1H' } },
  workloads: {
    counter: { serves: ['desk'], needs: ['post', { on: 'shelf', grace: { low: 'P2D', high: 'P3D' } }], match: [{ project: 'app' }] },
    store: { serves: ['archive'], needs: [{ on: 'post', grace: { low: 'PT6H', high: 'PT6H' } }], match: [{ project: 'app' }] },
    shed: { serves: ['garden'], needs: ['fork'] },
  },
  services: { post: { provider: 'party:faraway' }, shelf: { provider: 'party:nearby-us' }, fork: { provider: 'party:nearby' } },
}
const subjectOf = (more: object = {}): Subject =>
  subjectOfTexts({ 'deltaplan.yaml': yamlOf({ ...plan, ...more }), 'compose.yaml': 'name: app\nservices:\n  db:\n    image: openbase:16\n' }, knowledge)

/** How likely each function is to stand still for too long, by the fault trees of a level. */
function topsOf(subject: Subject, level: Parameters<typeof likelyPoints>[1]): ReadonlyMap<string, number> {
  const { trees, functions } = faultTreesOf(subject, likelyPoints(subject, level))
  return new Map(
    functions.map((id, at) => {
      const solved = solve(built(trees.events.length, trees.gates), trees.tops[at] as number)
      return [id, solved.status === 'solved' ? evaluator(solved.model)(trees.probabilities).top : Number.NaN]
    }),
  )
}

describe('how likely a cause is to make a function stand still for too long', () => {
  test('is what simulation finds, within four standard errors', () => {
    const subject = subjectOf()
    const losses = lossesOf(subject, allSources(subject))
    const { worst } = runHere(modelsOf(subject, losses), { seed: 3, blocks: 60, engine: plainEngine })
    const tops = topsOf(subject, 'cause')
    expect([...tops.keys()].sort()).toEqual(['function:archive', 'function:desk'])
    for (const [id, top] of tops) {
      const { value, error } = chanceOfBreach(worst.hours, worst.models.of.items.indexOf(id as `function:${string}`))
      expect(value).toBeGreaterThan(0.01)
      expect(Math.abs(top - value)).toBeLessThan(4 * error)
    }
  })

  test('is what simulation finds where an alternative may take over, and may fail to', () => {
    const subject = subjectOf({
      workloads: { counter: { serves: ['desk'], needs: [{ anyOf: ['post', 'spare'], takesOver: { within: { low: 'PT1H', high: 'PT4H' } } }], match: [{ project: 'app' }] } },
      services: { post: { provider: 'party:faraway' }, spare: { provider: 'party:nearby' } },
      functions: { desk: { mtpd: 'PT8H' } },
    })
    const losses = lossesOf(subject, allSources(subject))
    const { worst } = runHere(modelsOf(subject, losses), { seed: 3, blocks: 60, engine: plainEngine })
    const { value, error } = chanceOfBreach(worst.hours, worst.models.of.items.indexOf('function:desk'))
    expect(value).toBeGreaterThan(0.01)
    expect(Math.abs((topsOf(subject, 'cause').get('function:desk') ?? Number.NaN) - value)).toBeLessThan(4 * error)
    const { events, trees } = faultTreesOf(subject, likelyPoints(subject, 'supplier'))
    expect(trees.events.filter((_, at) => events[at]?.isNotTakenOver)).toEqual(['supplier-faraway_not-taken-over_desk'])
  })

  test('is less for a function that may stand still for longer', () => {
    const chance = (mtpd: string): number => topsOf(subjectOf({ functions: { ...plan.functions, desk: { mtpd } } }), 'cause').get('function:desk') ?? Number.NaN
    const chances = ['PT1H', 'PT8H', 'P2D', 'P30D'].map(chance)
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(new Set(chances).size).toBe(4)
  })
})

describe('a level', () => {
  const subject = subjectOf({ teams: { crew: { supports: ['counter'] } } })

  test('has events of its own for each function, and none that is not known is nought', () => {
    const { trees, events } = faultTreesOf(subject, likelyPoints(subject, 'supplier'))
    expect(trees.events.filter((name) => name.startsWith('supplier-faraway_'))).toEqual(['supplier-faraway_desk', 'supplier-faraway_archive'])
    const [desk, archive] = ['desk', 'archive'].map((name) => trees.probabilities[trees.events.indexOf(`supplier-faraway_${name}`)] as number) as [number, number]
    expect(desk).toBeGreaterThan(archive)
    expect(trees.probabilities[trees.events.indexOf('supplier-nearby_garden')]).toBeNaN()
    expect(events).toHaveLength(trees.events.length)
  })

  test('names what nothing on it stops', () => expect(faultTreesOf(subject, likelyPoints(subject, 'law')).unstopped).toEqual(['function:garden']))

  test('of teams is there where one supports something', () => expect(pointsOf(subject, 'team').map((one) => one.thing)).toEqual(['team:crew']))

  test('is no likelier for a few than for all causes together, where all of them are causes', () => {
    const all = topsOf(subject, 'cause')
    for (const level of cutLevels) for (const [id, top] of topsOf(subject, level)) if (!Number.isNaN(top)) expect(top).toBeLessThanOrEqual((all.get(id) ?? 0) + 1e-12)
  })
})
