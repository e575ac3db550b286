import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tailOf } from '#importers/deltaplan-yaml/schema-money.ts'
import { checkModel } from '#kernels/loss/check-model.ts'
import { modelOf } from '#kernels/loss/model-of.ts'
import { expectedCapped } from '#kernels/statistics/distributions/behaviour.ts'
import { behaviourOf } from '#kernels/statistics/distributions/distribution.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { allSources } from '#scenarios/sources.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { lossesOf, lossModelOf } from './loss-model.ts'
import type { Logs } from './span.ts'
import { logsOf } from './span.ts'
import { distributionOf } from './uncertain.ts'

const sure = (amount: number) => ({ low: amount, high: amount })
const known = smallWorld.scenarios.get('goes-away') ?? expect.unreachable()
/** Strikes Faraway alone, reaches half of those that lean on it, and takes what was written with it one time in five. */
const usual: Partial<Scenario> = { noticeDays: sure(0), lasting: sure(0), hours: sure(10), reach: sure(0.5), losesData: { low: 0.1, high: 0.2 } }

interface Case {
  readonly cost?: object
  readonly more?: object
  readonly scenario?: Partial<Scenario>
  readonly needs?: readonly unknown[]
  readonly services?: object
}

function subjectWith({ cost = {}, more = {}, scenario = {}, needs = ['post'], services = {} }: Case) {
  const knowledge = { ...smallWorld, scenarios: new Map([['goes-away', { ...known, ...usual, ...scenario }]]) }
  const plan = {
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'PT8H', cost: { currency: 'EUR', ...cost }, ...more } },
    workloads: { counter: { serves: ['desk'], needs } },
    services: { post: { provider: 'party:faraway' }, spare: { provider: 'party:nearby' }, ...services },
  }
  return subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, knowledge)
}

function lumpsWith(one: Case) {
  const subject = subjectWith(one)
  const { lumps, sources } = lossesOf(subject, allSources(subject))
  return lumps.map((lump) => ({ ...lump, id: sources[lump.source]?.id }))
}

const meanOf = ({ mu, sigma }: Logs): number => Math.exp(mu + (sigma * sigma) / 2)
const euros = (cents: Logs): number => meanOf(cents) / 100
/** In the worst reading: the ends of what is believed. */
const chancesOf = (one: Case): readonly (readonly number[])[] =>
  lumpsWith(one).map(({ chance, belief }) => {
    const { quantile } = behaviourOf(belief?.distribution ?? expect.unreachable())
    return [0.05, 0.95].map((share) => Number((chance.worst * quantile(share)).toFixed(6)))
  })

describe('lost data', () => {
  const lostData = { perHour: sure(300), hours: sure(4) }

  test('costs the function that is hit its hours, as likely as the event takes data along', () => {
    const [lump, ...others] = lumpsWith({ cost: { lostData } })
    expect(others).toEqual([])
    expect(lump).toMatchObject({ id: 'goes-away@party:faraway', on: 'function:desk', chance: { best: 1, worst: 1 } })
    expect(chancesOf({ cost: { lostData } })).toEqual([[0.1, 0.2]])
    expect(euros(lump?.cents ?? expect.unreachable())).toBeCloseTo(1200, 6)
  })

  test('without hours is any part of what the RPO allows, and without both nothing', () => {
    const [lump] = lumpsWith({ cost: { lostData: { perHour: sure(300) } }, more: { rpo: 'PT6H' } })
    const { mu, sigma } = lump?.cents ?? expect.unreachable()
    expect(euros({ mu, sigma })).toBeCloseTo(900, 6)
    expect(Math.exp(2 * mu + 2 * sigma * sigma) / 1e4).toBeCloseTo(300 * 300 * 12, 3)
    expect(lumpsWith({ cost: { lostData: { perHour: sure(300) } } })).toEqual([])
    expect(lumpsWith({ cost: { lostData: { perHour: sure(300) } }, more: { rpo: 'PT0S' } })).toEqual([])
  })

  test('is none where no data goes with the event, or the cost is in another currency', () => {
    expect(lumpsWith({ cost: { lostData }, scenario: { losesData: sure(0) } })).toEqual([])
    expect(lumpsWith({ cost: { currency: 'USD', lostData } })).toEqual([])
  })

  test('lies at what keeps it, and not at what is only asked or fetched from', () => {
    const post = (role: string) => ({ services: { post: { provider: 'party:faraway', role } } })
    expect(lumpsWith({ cost: { lostData }, ...post('identity-provider') })).toEqual([])
    expect(lumpsWith({ cost: { lostData }, ...post('cloud-service') })).toHaveLength(1)
    expect(lumpsWith({ cost: { lostData }, needs: [{ on: 'post', phase: 'support' }] })).toEqual([])
  })

  test('is lost within the grace as well, and kept by an alternative that takes over', () => {
    expect(chancesOf({ cost: { lostData }, needs: [{ on: 'post', grace: 'P30D' }] })).toEqual([[0.1, 0.2]])
    const group = { anyOf: ['post', 'spare'], takesOver: { within: 'PT1H', tested: '2026-02-02' } }
    expect(chancesOf({ cost: { lostData }, needs: [group] })).toEqual([[0.01, 0.02]])
  })

  test('is not lost by who has left before', () => {
    const scenario = { noticeDays: sure(3650) }
    expect(chancesOf({ cost: { lostData }, scenario })[0]?.[1]).toBeLessThan(0.001)
  })
})

describe('what an event costs besides its hours', () => {
  const perEvent = [
    { what: 'fine', chance: { low: 0.1, high: 0.4 }, low: 1000, likely: 2000, high: 9000 },
    { what: 'letters', chance: sure(1), ...sure(50) },
  ]

  test('comes with every event that is felt, each amount by itself', () => {
    const lumps = lumpsWith({ cost: { perEvent } })
    expect(chancesOf({ cost: { perEvent } })).toEqual([
      [0.1, 0.4],
      [1, 1],
    ])
    const { mean } = behaviourOf(distributionOf({ low: 1000, likely: 2000, high: 9000 }) ?? expect.unreachable())
    expect(lumps.map((one) => euros(one.cents))).toEqual([expect.closeTo(mean, 6), expect.closeTo(50, 6)])
  })

  test('does not come with those that are over within the grace', () => {
    const needs = [{ on: 'post', grace: 'P30D' }]
    expect(lumpsWith({ cost: { perEvent }, needs })).toEqual([])
    // Half of all outages of a middle of thirty days last longer than thirty days.
    const [[, high] = []] = chancesOf({ cost: { perEvent }, needs, scenario: { hours: { low: 72, high: 7200 } } })
    expect(high).toBeGreaterThan(0.4 * 0.45)
    expect(high).toBeLessThan(0.4 * 0.55)
  })

  test('is borne by the function in a model that can be run', () => {
    const subject = subjectWith({ cost: { perEvent, perHour: [{ from: 'PT0H', ...sure(10) }] } })
    const { parts, items } = lossModelOf(subject, lossesOf(subject, allSources(subject)), 'worst')
    expect(items).toEqual(['function:desk'])
    expect(parts.sources.flatMap((one) => one.lumps ?? []).map((one) => [one.item, one.chance])).toEqual([
      [0, 1],
      [0, 1],
    ])
    // Half of the events reach us at all.
    expect(parts.sources[0]?.rate).toBeCloseTo(Math.sqrt(known.perYear.low * known.perYear.high) / 2, 12)
    expect(checkModel(modelOf(parts))).toEqual([])
  })
})

describe('an amount at once', () => {
  test('is simulated as the lognormal of its mean and its variance', () => {
    for (const one of [
      { low: 100, likely: 300, high: 900 },
      { low: 100, middle: 250, high: 900 },
      { low: 0, high: 40 },
    ]) {
      const { mean, moment } = behaviourOf(distributionOf(one) ?? expect.unreachable())
      const { mu, sigma } = logsOf(one) ?? expect.unreachable()
      expect(meanOf({ mu, sigma }) / mean).toBeCloseTo(1, 9)
      expect(Math.exp(2 * mu + 2 * sigma * sigma) / moment(2)).toBeCloseTo(1, 9)
    }
  })

  test('of which there is no variance is none, and the form of deltaplan.yaml says so beforehand', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.1, max: 1e5, noNaN: true }), fc.double({ min: 0.13, max: 0.87, noNaN: true }), (ratio, way) => {
        const one = { low: 10, middle: 10 * ratio ** way, high: 10 * ratio }
        const distribution = distributionOf(one)
        fc.pre(distribution !== undefined && Math.abs(tailOf(one) - 0.5) > 1e-6 && Math.abs(tailOf(one) - 1) > 1e-6)
        const { mean, moment } = behaviourOf(distribution ?? expect.unreachable())
        expect(Number.isFinite(mean)).toBe(tailOf(one) < 1)
        expect(Number.isFinite(moment(2))).toBe(tailOf(one) < 0.5)
        expect(logsOf(one) === undefined).toBe(tailOf(one) >= 0.5)
      }),
      { seed: 20261126, numRuns: 100 },
    )
  })
})

test('more lost data, or dearer, or more often lost, never costs less', () => {
  const amount = fc.double({ min: 0.5, max: 5000, noNaN: true })
  const times = fc.double({ min: 1, max: 20, noNaN: true })
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })
  const yearly = (one: Case): number =>
    lumpsWith(one).reduce((sum, lump) => sum + lump.chance.worst * expectedCapped(behaviourOf(lump.belief?.distribution ?? expect.unreachable()), 1) * euros(lump.cents), 0)
  fc.assert(
    fc.property(fc.tuple(amount, times), fc.tuple(amount, times), times, share, ([each, eachSpread], [hours, hoursSpread], more, lost) => {
      const cost = (factor: number) => ({
        lostData: { perHour: { low: each, high: each * eachSpread }, hours: { low: hours * factor, high: hours * hoursSpread * factor } },
      })
      const scenario = (part: number) => ({ losesData: { low: 0, high: part } })
      const some = yearly({ cost: cost(1), scenario: scenario(lost / 2) })
      expect(some).toBeGreaterThan(0)
      expect(yearly({ cost: cost(more), scenario: scenario(lost / 2) })).toBeGreaterThanOrEqual(some * (1 - 1e-9))
      expect(yearly({ cost: cost(1), scenario: scenario(lost) })).toBeGreaterThanOrEqual(some * (1 - 1e-9))
    }),
    { seed: 20261126, numRuns: 30 },
  )
})
