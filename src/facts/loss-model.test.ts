import { describe, expect, test } from 'vitest'
import { checkModel } from '#kernels/loss/check-model.ts'
import { modelOf } from '#kernels/loss/model-of.ts'
import { behaviourOf } from '#kernels/statistics/distributions/distribution.ts'
import { allSources } from '#scenarios/sources.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { type CostCurve, costsOf } from './cost-curve.ts'
import { costSpread } from './cost-spread.ts'
import { lossesOf, lossModelOf } from './loss-model.ts'
import { organisation } from './organisation.ts'
import { noInputs, pricedCurve } from './priced-curve.ts'

const eur = { currency: 'EUR', priceLevel: 2026 }
const subjectOf = (desk: object, more: object = {}, needs: readonly unknown[] = ['post']) =>
  subjectOfTexts({
    'deltaplan.yaml': yamlOf({
      version: 1,
      home: 'NL',
      functions: { desk: { mtpd: 'PT8H', ...desk } },
      workloads: { counter: { serves: ['desk'], needs } },
      services: { post: { provider: 'party:faraway' }, spare: { provider: 'party:nearby' } },
      ...more,
    }),
  })
const costs = (desk: object, reading: 'worst' | 'best' = 'worst') => {
  const subject = subjectOf(desk)
  return costsOf(subject, organisation(subject).functions[0] ?? expect.unreachable(), reading)
}
/** The points of a curve of which all is known. */
const pointsOf = (curve: CostCurve | undefined) => pricedCurve(curve, noInputs()).points.map((point) => point.map(Math.round))
const sure = (amount: number) => ({ low: amount, high: amount })

describe('what an outage costs', () => {
  test('stays unsaid where nobody states it', () => expect(costs({})).toEqual({ money: undefined, people: undefined, duties: undefined }))

  test('runs by the hour from one rate to the next, and jumps at steps; in cents', () => {
    const cost = {
      ...eur,
      perHour: [
        { from: 'PT0H', ...sure(10) },
        { from: 'PT4H', ...sure(30) },
      ],
      steps: [{ at: 'PT6H', ...sure(500) }],
      most: 10000,
    }
    const { money } = costs({ cost })
    expect(pointsOf(money)).toEqual([
      [0, 1000, 0],
      [4, 3000, 0],
      [6, 3000, 50000],
    ])
    expect(money?.cap).toBe(1_000_000)
  })

  test('of an interval is uncertain, each part for itself', () => {
    const { money } = costs({
      cost: {
        ...eur,
        perHour: [
          { from: 'PT0H', low: 10, high: 1000 },
          { from: 'PT4H', ...sure(30) },
        ],
      },
    })
    const inputs = noInputs()
    expect(pricedCurve(money, inputs)).toEqual({
      points: [
        [0, 0, 0],
        [4, 3000, 0],
      ],
      terms: [{ point: 0, to: 'slope', weight: 100, inputs: [0] }],
    })
    const sigma = Math.log(100) / (2 * 1.6448536269514722)
    expect(inputs.parts).toEqual([{ family: ['lognormal', expect.closeTo(Math.log(100), 12), expect.closeTo(sigma, 12)] }])
  })

  test('counts a rate that another takes over at once for nothing, and not for a sum', () => {
    const perHour = [
      { from: 'PT0H', ...sure(10) },
      { from: 'PT4H', ...sure(30) },
    ]
    const { money } = costs({ cost: { ...eur, perHour } })
    const nothing = { from: 4, until: 4, weight: 100, factors: [] }
    expect(pointsOf({ parts: [...(money?.parts ?? []), nothing] })).toEqual(pointsOf(money))
  })

  test('is built up of people, transactions and deadlines', () => {
    const slope = (cost: object) => pointsOf(costs({ cost: { ...eur, ...cost } }).money).map(([from, each]) => [from, each])
    expect(slope({ staff: { people: sure(10), idle: sure(0.5), rate: sure(40) } })).toEqual([[0, 20000]])
    expect(slope({ transactions: { perHour: sure(100), lost: sure(0.2), value: sure(5) } })).toEqual([[0, 10000]])
    expect(slope({ deadlines: { from: 'P2D', perDay: sure(24), each: sure(3) } })).toEqual([[48, 300]])
  })

  test('is less while work by hand carries a part, for as long as that lasts', () => {
    const fallback = { what: 'paper', lasts: 'PT5H', carries: { low: 0.2, high: 0.6 }, tested: '2026-05-01' }
    const points = (reading: 'worst' | 'best') => costs({ cost: { ...eur, perHour: [{ from: 'PT0H', ...sure(10) }] }, fallback }, reading).money
    expect(pointsOf(points('worst'))).toEqual([
      [0, 800, 0],
      [5, 1000, 0],
    ])
    expect(pointsOf(points('best'))).toEqual([
      [0, 400, 0],
      [5, 1000, 0],
    ])
  })

  test('lies in its interval as its author says: by factors, around a likeliest value, or about a middle one', () => {
    const perHour = [
      { from: 'PT0H', low: 100, high: 900 },
      { from: 'PT4H', low: 100, likely: 300, high: 900 },
      { from: 'PT8H', low: 100, middle: 200, high: 900 },
    ]
    const inputs = noInputs()
    const { money } = costs({ cost: { ...eur, perHour } })
    pricedCurve(money, inputs)
    expect(inputs.parts.map((one) => one.family[0])).toEqual(['lognormal', 'pert', 'metalog'])
    const middles = [300, 409, 200].map((amount) => expect.closeTo(amount, -1))
    expect(money?.parts.map((part) => part.factors.map((one) => behaviourOf(one.distribution).quantile(0.5))[0])).toEqual(middles)
  })

  test('is the same number wherever it counts: people who stand idle before and after work by hand ends', () => {
    const fallback = { what: 'paper', lasts: 'PT5H', carries: { low: 0.2, high: 0.2 }, tested: '2026-05-01' }
    const inputs = noInputs()
    const { money } = costs({ cost: { ...eur, staff: { people: { low: 5, high: 20 }, idle: { low: 0.1, likely: 0.3, high: 0.6 }, rate: sure(40) } }, fallback })
    const { terms } = pricedCurve(money, inputs)
    expect(inputs.keys).toHaveLength(2)
    expect(terms?.map((term) => [term.point, Math.round(term.weight), term.inputs])).toEqual([
      [0, 3200, [0, 1]],
      [1, 4000, [0, 1]],
    ])
  })

  test('is believed to lie between the ends it was given, by the hours an outage takes', () => {
    const cost = { ...eur, perHour: [{ from: 'PT0H', low: 100, likely: 300, high: 900 }], steps: [{ at: 'PT10H', ...sure(50) }] }
    const { money } = costs({ cost })
    const spread = (hours: number) => Object.values(costSpread(money ?? expect.unreachable(), hours)).map((cents) => Math.round(cents / 100))
    expect(spread(1)).toEqual([expect.closeTo(100, -1), expect.closeTo(443, -1), expect.closeTo(900, -1)])
    expect(spread(20)[0]).toBeCloseTo(20 * 100 + 50, -2)
    expect(costSpread({ ...(money ?? expect.unreachable()), cap: 10_000 }, 20)).toEqual({ low: 10_000, mean: 10_000, high: 10_000 })
  })

  test('in another currency is not taken for euros', () => expect(costs({ cost: { currency: 'USD', perHour: [{ from: 'PT0H', ...sure(10) }] } }).money).toBeUndefined())
})

describe('the model', () => {
  const modelIn = (subject: ReturnType<typeof subjectOf>, reading: 'worst' | 'best') => lossModelOf(subject, lossesOf(subject, allSources(subject)), reading)
  const priced = { cost: { ...eur, perHour: [{ from: 'PT0H', low: 1000, high: 5000 }] } }

  test('is one that can be run, in both readings', () => {
    for (const reading of ['worst', 'best'] as const) expect(checkModel(modelOf(modelIn(subjectOf(priced), reading).parts))).toEqual([])
  })

  test('draws which share of what happens is lasting, the same in both readings', () => {
    const of = (reading: 'worst' | 'best') => {
      const { sources, inputs = [] } = modelIn(subjectOf(priced), reading).parts
      const [source] = sources
      return { rate: source?.rate, ends: source?.duration?.[0], endless: source?.endless, by: inputs[source?.endlessInput ?? -1] }
    }
    expect(of('worst')).toEqual(of('best'))
    const [mu, sigma] = [Math.log(Math.sqrt(0.2 * 0.4)), Math.log(2) / (2 * 1.6448536269514722)].map((number) => expect.closeTo(number, 12))
    expect(of('worst')).toMatchObject({ rate: expect.closeTo(Math.sqrt(0.01 * 0.1), 12), ends: 'lognormal', endless: 1, by: { family: ['lognormal', mu, sigma], most: 1 } })
  })

  test('gives an outage its grace, its notice, its exit, and the limit of what is tolerable', () => {
    const subject = subjectOf({ ...priced, fallback: { what: 'paper', lasts: 'PT2H', tested: '2026-01-01' } }, {}, [{ on: 'post', grace: { low: 'PT1H', high: 'PT3H' } }])
    const [worst] = modelIn(subject, 'worst').parts.sources
    expect(worst?.strikes?.[0]?.delay).toEqual([1, 1 + 30 * 24])
    expect(Math.exp(worst?.strikes?.[0]?.exit?.mu ?? 0)).toBeCloseTo(Math.sqrt(2160 * 8760), 3)
    expect(modelIn(subject, 'best').parts.sources[0]?.strikes?.[0]?.delay).toEqual([3, 3 + 30 * 24])
    expect(modelIn(subject, 'worst').parts.items[0]?.limit).toBe(10)
  })

  test('lets an alternative take over, better when it was tried, and counts both being gone', () => {
    const group = (tested?: string) => [{ anyOf: ['post', 'spare'], takesOver: { within: { low: 'PT1H', high: 'PT4H' }, ...(tested ? { tested } : {}) } }]
    const middle = (needs: readonly unknown[]) => {
      const { sources, inputs = [] } = modelIn(subjectOf(priced, {}, needs), 'worst').parts
      return Math.exp(inputs[sources[0]?.strikes?.[0]?.failOver?.chanceInput ?? -1]?.family[1] ?? Number.NaN)
    }
    expect(middle(group())).toBeCloseTo(Math.sqrt(0.4 * 0.6), 10)
    expect(modelIn(subjectOf(priced, {}, group('2026-02-02')), 'worst').parts.sources[0]?.strikes?.[0]?.failOver?.chance).toBe(0.9)
  })

  test('counts both alternatives being gone in the reading in which nobody stands on one of them, too', () => {
    const needs = [{ anyOf: ['post', 'spare'], takesOver: { within: { low: 'PT1H', high: 'PT4H' } } }]
    const scenario = smallWorld.scenarios.get('goes-away') ?? expect.unreachable()
    const anybody = { ...smallWorld, scenarios: new Map([['goes-away', { ...scenario, strikes: { ...scenario.strikes, when: 'operates' } }]]) }
    const subject = { ...subjectOf(priced, {}, needs), knowledge: anybody }
    for (const reading of ['best', 'worst'] as const) {
      const { sources, joints = [] } = modelIn(subject, reading).parts
      expect(joints.length).toBeGreaterThan(0)
      for (const { members } of joints) expect(members.every((one) => sources[one.source] !== undefined)).toBe(true)
    }
  })

  test('gives the notice that a contract does, where the scenario gives any', () => {
    const contracts = { mail: { counterparty: 'party:faraway', covers: ['post'], notice: 'P90D' } }
    const scenario = smallWorld.scenarios.get('goes-away') ?? expect.unreachable()
    const delay = (noticeDays: object, more: object) => {
      const knowledge = { ...smallWorld, scenarios: new Map([['goes-away', { ...scenario, noticeDays } as typeof scenario]]) }
      const texts = {
        'deltaplan.yaml': yamlOf({
          version: 1,
          home: 'NL',
          functions: { desk: {} },
          workloads: { counter: { serves: ['desk'], needs: ['post'] } },
          services: { post: { provider: 'party:faraway' } },
          ...more,
        }),
      }
      return modelIn(subjectOfTexts(texts, knowledge), 'worst').parts.sources[0]?.strikes?.[0]?.delay
    }
    expect(delay({ low: 10, high: 30 }, { contracts })).toEqual([90 * 24, 90 * 24])
    expect(delay({ low: 10, high: 30 }, {})).toEqual([240, 720])
    expect(delay({ low: 0, high: 30 }, { contracts })).toEqual([0, 720])
  })

  test('keeps the random numbers of a source when others come', () => {
    const streams = (more: object) =>
      modelIn(subjectOf(priced, more), 'worst')
        .parts.sources.slice(0, 1)
        .map((one) => one.stream)
    expect(streams({ contracts: { mail: { counterparty: 'party:faraway', perYear: { currency: 'EUR', low: 100, high: 200 } } } })).toEqual(streams({}))
  })

  test('counts a dearer contract as a year of it, on the contract', () => {
    const contracts = { mail: { counterparty: 'party:faraway', perYear: { currency: 'EUR', ...sure(1000) } } }
    const { parts, items } = modelIn(subjectOf({}, { contracts }), 'worst')
    expect(items).toEqual(['function:desk', 'contract:mail'])
    const lump = parts.sources.flatMap((one) => one.lumps ?? [])
    expect(lump.map((one) => [one.item, Math.round(Math.exp(one.mu))])).toEqual([[1, Math.round(100_000 * Math.sqrt(0.5 * 4))]])
  })
})
