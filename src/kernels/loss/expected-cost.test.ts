import { expect, test } from 'vitest'
import { log } from '../maths/log.ts'
import { expectedCost, type OutageTimes } from './expected-cost.ts'
import { meanLoss } from './measures.ts'
import { modelOf, type StrikePart } from './model-of.ts'
import { plainEngine } from './plain-engine.ts'
import { openModel, simulateBlocks } from './simulate-blocks.ts'

const points = [
  [0, 1000, 0],
  [24, 3000, 50_000],
  [200, 500, 1_000_000],
] as const
const duration = { mu: Math.log(30), sigma: 1.4 }
const at = { notice: [0, 0], delay: [0, 0], longest: 5 * 8766 } as const

test('what an outage costs is the closed form where there is one', () => {
  // E[L] of the lognormal is e^(μ + σ²/2), cut at five years.
  const mean = 30 * Math.exp(1.4 ** 2 / 2)
  expect(expectedCost([[0, 1, 0]], { ...at, duration, longest: 1e9 })).toBeCloseTo(mean, -1)
  expect(expectedCost([[0, 1, 0]], { ...at, duration: { mu: Math.log(30), sigma: 0 } })).toBeCloseTo(30, 0)
  expect(expectedCost([[0, 1, 0]], { ...at, duration: 'endless' })).toBeCloseTo(at.longest, 5)
  expect(expectedCost([[30, 0, 8]], { ...at, duration })).toBeCloseTo(4, 10)
  // An outage that is exactly as long as the point has not passed it.
  for (const hours of [24, 72, 720]) expect(expectedCost([[hours, 0, 8]], { ...at, duration: { mu: log(hours), sigma: 0 } })).toBe(0)
})

const cases: readonly (readonly [string, Partial<OutageTimes>])[] = [
  ['duration alone', {}],
  ['notice and grace', { notice: [100, 900], delay: [110, 910] }],
  ['an exit', { duration: 'endless', exit: { mu: Math.log(900), sigma: 0.8 } }],
  ['an exit that begins with the notice', { duration: 'endless', notice: [300, 700], delay: [304, 704], exit: { mu: Math.log(900), sigma: 0.8 } }],
  ['an exit of a known length, within the notice', { duration: 'endless', notice: [0, 2160], delay: [0, 2160], exit: { mu: Math.log(480), sigma: 0 } }],
  ['an exit that hardly varies', { duration: 'endless', exit: { mu: Math.log(700), sigma: 0.02 } }],
  ['a long notice', { duration: 'endless', notice: [720, 8760], delay: [720, 8760], exit: { mu: Math.log(2190), sigma: 0.5 } }],
  ['a stand-by', { failOver: { mu: Math.log(6), sigma: 0.7 } }],
  ['all of it', { notice: [0, 48], delay: [2, 50], exit: { mu: Math.log(300), sigma: 0.5 }, failOver: { mu: Math.log(20), sigma: 1 } }],
]

test.each(cases)('the simulation costs what is expected of %s', (_, more) => {
  const times: OutageTimes = { ...at, duration, ...more }
  const strike: StrikePart = {
    item: 0,
    notice: times.notice,
    delay: times.delay,
    ...(times.exit ? { exit: times.exit } : {}),
    ...(times.failOver ? { failOver: { chance: 1, ...times.failOver } } : {}),
  }
  const kind = times.duration === 'endless' ? (['endless'] as const) : (['lognormal', times.duration.mu, times.duration.sigma] as const)
  // So seldom that outages hardly ever overlap.
  const model = modelOf({ sources: [{ rate: 0.01, duration: kind, strikes: [strike] }], items: [{ curves: [{ points }] }] })
  const { value, error } = meanLoss(simulateBlocks(openModel(model, plainEngine), { seed: 20261126, first: 0, count: 1000 }))
  const expected = 0.01 * expectedCost(points, times)
  expect(Math.abs(value - expected)).toBeLessThan(4 * error + 0.01 * expected)
})
