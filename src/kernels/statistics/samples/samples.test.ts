import fc from 'fast-check'
import { expect, test } from 'vitest'
import { log } from '../../maths/log.ts'
import { behaviourOf } from '../distributions/distribution.ts'
import { exceedanceOf, exceedanceOfHistogram, thinned } from './exceedance.ts'
import { type BinnedEstimate, histogramMean, histogramOf, histogramQuantile, histogramTailMean } from './histogram.ts'
import { sampleMean } from './mean.ts'
import { proportion } from './proportion.ts'
import { exactSum } from './sum.ts'
import { quantileRanks, sampleQuantile, sampleTailMean } from './tail.ts'

const seeded = { seed: 20261124 }
const sorted = (values: Iterable<number>) => Float64Array.from(values).sort()
/** Small whole numbers, so that many are the same. */
const sample = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 60 }).map(sorted)
const share = fc.constantFrom(0, 0.07, 0.1, 0.5, 2 / 3, 0.9, 0.95, 0.99)
const confidence = 0.95

/** Repeatable numbers within (0, 1) for statements about chance. */
function chances(count: number, seed: number): Float64Array {
  let state = seed >>> 0
  return Float64Array.from({ length: count }, () => {
    state = (state + 0x9e3779b9) >>> 0
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return (((word ^ (word >>> 16)) >>> 0) + 0.5) / 4294967296
  })
}

test('the 95 % ranks of the 99 % quantile of 100,000 are as known', () =>
  expect(quantileRanks(100000, { share: 0.99, confidence })).toEqual({ low: 98938, at: 99000, high: 99062 }))

test('of one to a hundred, the worst five average 98', () => {
  const hundred = sorted(Array.from({ length: 100 }, (_, at) => at + 1))
  expect(sampleQuantile(hundred, { share: 0.95, confidence })?.value).toBe(95)
  expect(sampleTailMean(hundred, { share: 0.95, confidence })?.value).toBe(98)
  expect(sampleTailMean(hundred, { share: 0.945, confidence })?.value).toBeCloseTo((5 * 98 + 0.5 * 95) / 5.5, 12)
  expect(sampleQuantile(hundred, { share: 0.07, confidence })?.value).toBe(7)
})

test('a tail mean is the mean of the quantiles above, however many values are the same', () =>
  fc.assert(
    fc.property(sample, share, (values, at) => {
      // Each value once for every part of a common denominator: the tail is then whole.
      const parts = 3000
      const many = values.length * parts
      let sum = 0
      let left = Math.round(many * (1 - at))
      const size = left
      for (let index = values.length - 1; index >= 0 && left > 0; index--) {
        const taken = Math.min(parts, left)
        sum += taken * (values[index] as number)
        left -= taken
      }
      expect(sampleTailMean(values, { share: at, confidence })?.value).toBeCloseTo(sum / size, 8)
    }),
    { ...seeded, numRuns: 300 },
  ))

test('a tail mean is at least its quantile, rises with the share, and at nought is the mean', () =>
  fc.assert(
    fc.property(sample, share, share, (values, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      const tail = (at: number) => sampleTailMean(values, { share: at, confidence })?.value ?? 0
      expect(tail(low)).toBeGreaterThanOrEqual((sampleQuantile(values, { share: low, confidence })?.value ?? 0) - 1e-9)
      expect(tail(high)).toBeGreaterThanOrEqual(tail(low) - 1e-9)
      expect(tail(0)).toBeCloseTo(sampleMean(values, confidence)?.value ?? -1, 9)
    }),
    seeded,
  ))

test('ten times the money is ten times the answer', () =>
  fc.assert(
    fc.property(sample, share, (values, at) => {
      const [one, ten] = [values, values.map((value) => 10 * value)].map((all) => sampleTailMean(all, { share: at, confidence }))
      expect(ten?.value).toBeCloseTo(10 * (one?.value ?? 0), 8)
      expect(ten?.error).toBeCloseTo(10 * (one?.error ?? 0), 7)
    }),
    seeded,
  ))

test('nothing is asked of nothing', () => {
  const none = new Float64Array()
  expect([sampleQuantile(none, { share: 0.5, confidence }), sampleTailMean(none, { share: 0.5, confidence }), sampleMean(none, confidence)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(sampleTailMean(Float64Array.of(1, 2), { share: 1, confidence })).toBeUndefined()
  expect(proportion({ hits: 0, tries: 0, confidence })).toBeUndefined()
})

test('errors are as large as what they are errors of varies', () => {
  const truth = behaviourOf({ family: 'lognormal', mu: 0, sigma: 1, asked: [] })
  const known = { mean: truth.mean, quantile: truth.quantile(0.95), tail: truth.meanAbove(truth.quantile(0.95)) / 0.05 }
  const scores = { mean: [] as number[], quantile: [] as number[], tail: [] as number[] }
  for (let run = 0; run < 120; run++) {
    const values = chances(2000, 77_777 * (run + 1))
      .map(truth.quantile)
      .sort()
    const found = { mean: sampleMean(values, confidence), quantile: sampleQuantile(values, { share: 0.95, confidence }), tail: sampleTailMean(values, { share: 0.95, confidence }) }
    for (const key of ['mean', 'quantile', 'tail'] as const) scores[key].push(((found[key]?.value ?? 0) - known[key]) / (found[key]?.error ?? 1))
  }
  for (const list of Object.values(scores)) {
    const squares = list.reduce((sum, z) => sum + z * z, 0) / list.length
    expect(squares).toBeGreaterThan(0.6)
    expect(squares).toBeLessThan(1.7)
    expect(Math.abs(list.reduce((sum, z) => sum + z, 0) / list.length)).toBeLessThan(0.4)
  }
})

test('Wilson’s interval is as published, and never claims certainty', () => {
  // 8 of 10 at 95 %: Brown, Cai and DasGupta 2001.
  const eight = proportion({ hits: 8, tries: 10, confidence })
  expect([eight?.low, eight?.high]).toEqual([expect.closeTo(0.4901625, 6), expect.closeTo(0.9433178, 6)])
  expect(proportion({ hits: 0, tries: 10, confidence })).toMatchObject({ low: 0, high: expect.closeTo(0.2775328, 6) })
  expect(proportion({ hits: 10, tries: 10, confidence })).toMatchObject({ high: 1, low: expect.closeTo(1 - 0.2775328, 6) })
})

test('a long sum keeps what is small', () => expect(exactSum([1e16, 1, -1e16, 1, 1e-3])).toBe(2.001))

const edges = Float64Array.of(0, 0, 5, 11, 12, 25, 40)

test('a histogram’s figures hold the sample’s within their bounds', () =>
  fc.assert(
    fc.property(sample, share, (values, at) => {
      const [histogram, level] = [histogramOf(values, edges), { share: at, confidence }]
      const holds = (found: BinnedEstimate | undefined, truth: number | undefined) => {
        expect(found?.within.low).toBeLessThanOrEqual((truth ?? 0) + 1e-9)
        expect(found?.within.high).toBeGreaterThanOrEqual((truth ?? 0) - 1e-9)
        expect(found?.value).toBeGreaterThanOrEqual((found?.within.low ?? 0) - 1e-9)
        expect(found?.value).toBeLessThanOrEqual((found?.within.high ?? 0) + 1e-9)
      }
      const [mean, quantile, tail] = [sampleMean(values, confidence), sampleQuantile(values, level), sampleTailMean(values, level)]
      holds(histogramMean(histogram, confidence), mean?.value)
      holds(histogramQuantile(histogram, level), quantile?.value)
      holds(histogramTailMean(histogram, level), tail?.value)
      expect(histogramMean(histogram, confidence)?.error).toBeGreaterThanOrEqual((mean?.error ?? 0) - 1e-9)
      expect(histogramTailMean(histogram, level)?.error).toBeGreaterThanOrEqual((tail?.error ?? 0) - 1e-9)
      expect(histogramQuantile(histogram, level)?.low).toBeLessThanOrEqual((quantile?.low ?? 0) + 1e-9)
    }),
    { ...seeded, numRuns: 400 },
  ))

test('fine bins cost little', () => {
  const values = chances(50000, 5)
    .map((u) => -log(u))
    .sort()
  const fine = Float64Array.from({ length: 2001 }, (_, at) => (at * 20) / 2000)
  const tail = histogramTailMean(histogramOf(values, fine), { share: 0.99, confidence })
  expect((tail?.within.high ?? 1) - (tail?.within.low ?? 0)).toBeLessThan(0.01)
  expect(tail?.error).toBeLessThan(1.2 * (sampleTailMean(values, { share: 0.99, confidence })?.error ?? 0))
})

test('a value outside of every bin is a fault of ours', () => expect(() => histogramOf(Float64Array.of(41), edges)).toThrow('outside of the bins'))

test('the exceedance curve counts what lies above, once for each different value', () =>
  expect(exceedanceOf(Float64Array.of(0, 0, 3, 7, 7))).toEqual({ values: Float64Array.of(0, 3, 7), shares: Float64Array.of(0.6, 0.4, 0) }))

test('a histogram’s curve stands on the sample’s at every edge', () => {
  const values = sorted([0, 0, 1, 4, 6, 13, 30, 39.5])
  const { values: at, shares } = exceedanceOfHistogram(histogramOf(values, Float64Array.of(0, 5, 11, 25, 40)))
  expect([...at]).toEqual([0, 5, 11, 25, 40])
  expect([...shares]).toEqual([1, 4 / 8, 3 / 8, 2 / 8, 0])
})

test('thinning keeps both ends, moves no point, and keeps to its number', () =>
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 }), fc.integer({ min: 2, max: 40 }), (list, most) => {
      const whole = exceedanceOf(sorted(list))
      const thin = thinned(whole, most)
      const points = new Map([...whole.values].map((value, at) => [value, whole.shares[at]]))
      expect(thin.values.length).toBeLessThanOrEqual(Math.max(most, 1))
      for (const [at, value] of thin.values.entries()) {
        expect(points.get(value)).toBe(thin.shares[at])
        expect(at === 0 || value > (thin.values[at - 1] as number)).toBe(true)
      }
      expect([thin.values[0], thin.values.at(-1)]).toEqual([whole.values[0], whole.values.at(-1)])
    }),
    { ...seeded, numRuns: 200 },
  ))

test('a thinned curve shows the common and the rare', () => {
  const thin = thinned(exceedanceOf(Float64Array.from({ length: 100000 }, (_, at) => at)), 40)
  expect(thin.values.length).toBeGreaterThan(30)
  for (const rare of [0.5, 0.1, 0.01, 0.001, 0.0001]) expect([...thin.shares].some((one) => one > rare / 2.5 && one <= rare)).toBe(true)
})
