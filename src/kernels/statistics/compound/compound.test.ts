import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exp } from '../../maths/exp.ts'
import { type Behaviour, expectedExcess } from '../distributions/behaviour.ts'
import { behaviourOf } from '../distributions/distribution.ts'
import { fitLognormal } from '../distributions/lognormal.ts'
import { compound, mixed } from './compound.ts'
import { type Counting, chanceOfAny, generating } from './counting.ts'
import { fourier } from './fourier.ts'
import { latticeMeasures, latticeOf, latticeOfQuantile } from './lattice.ts'
import { compoundMoments } from './moments.ts'
import { panjer } from './panjer.ts'

const seeded = { seed: 20261124 }
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const off = (value: number, truth: number): number => Math.abs(value / truth - 1)
const poisson = (mean: number): Counting => ({ family: 'poisson', mean })

const severity: Behaviour = (() => {
  const fit = fitLognormal({ low: 1e4, high: 1e6 })
  if (fit.status === 'refused') throw new Error(fit.reason)
  return behaviourOf(fit.distribution)
})()
const exponential: Pick<Behaviour, 'cdf' | 'above' | 'meanAbove'> = { cdf: (x) => 1 - exp(-x), above: (x) => exp(-x), meanAbove: (x) => (x + 1) * exp(-x) }
const durations = behaviourOf({ family: 'lognormal', mu: Math.log(8), sigma: 1.2, asked: [] })

/** Any counting of one, with a mean of at most six. */
const anyCounting = fc.oneof(
  number(0.01, 6).map(poisson),
  fc.tuple(number(0.01, 6), number(0.2, 20)).map(([mean, shape]): Counting => ({ family: 'negative-binomial', mean, shape })),
  fc.tuple(fc.integer({ min: 1, max: 12 }), number(0.01, 0.45)).map(([trials, chance]): Counting => ({ family: 'binomial', trials, chance })),
)
/** Chances of 0 to 7. */
const anyAmounts = fc.array(number(0.001, 1), { minLength: 8, maxLength: 8 }).map((weights) => {
  const sum = weights.reduce((all, one) => all + one, 0)
  return Float64Array.from(weights, (one) => one / sum)
})
const padded = (amounts: Float64Array, length: number): Float64Array => {
  const longer = new Float64Array(length)
  longer.set(amounts)
  return longer
}

test('Panjer’s rule gives the known chances', () => {
  const sums = panjer(poisson(3), Float64Array.of(0, 0.5, 0.4, 0.1), 64) as Float64Array
  const known = [0.0497870684, 0.0746806026, 0.115754934, 0.1325580695, 0.135965372, 0.1252533731, 0.1055832025, 0.0830502477, 0.0613378867]
  for (const [at, chance] of known.entries()) expect(sums[at]).toBeCloseTo(chance, 10)
  const mean = sums.reduce((sum, chance, at) => sum + chance * at, 0)
  expect(mean).toBeCloseTo(4.8, 12)
  expect(sums.reduce((sum, chance, at) => sum + chance * at * at, 0) - mean * mean).toBeCloseTo(9, 11)
})

test('Panjer’s rule says when it has nothing to start from', () => expect(panjer(poisson(800), Float64Array.of(0, 1), 16)).toBeUndefined())

test('the transform and Panjer’s rule agree, for every counting', () =>
  fc.assert(
    fc.property(anyCounting, anyAmounts, (counting, amounts) => {
      const [one, other] = [compound(counting, padded(amounts, 256)), panjer(counting, amounts, 256)]
      for (let at = 0; at < 128; at++) expect(Math.abs((one[at] as number) - ((other as Float64Array)[at] as number))).toBeLessThan(1e-11)
    }),
    { ...seeded, numRuns: 150 },
  ))

test('sums have the moments that counting and amounts give them', () =>
  fc.assert(
    fc.property(anyCounting, anyAmounts, (counting, amounts) => {
      fc.pre(counting.family !== 'negative-binomial' || counting.mean / counting.shape < 8) // so that the lattice holds all of it
      const raw = [1, 2, 3, 4].map((order) => amounts.reduce((sum, chance, at) => sum + chance * at ** order, 0)) as [number, number, number, number]
      const sums = panjer(counting, amounts, 2048) as Float64Array
      const mean = sums.reduce((sum, chance, at) => sum + chance * at, 0)
      const central = (order: number) => sums.reduce((sum, chance, at) => sum + chance * (at - mean) ** order, 0)
      const moments = compoundMoments(counting, raw)
      expect(off(moments.mean, mean)).toBeLessThan(1e-9)
      expect(off(moments.variance, central(2))).toBeLessThan(1e-9)
      expect(moments.skewness).toBeCloseTo(central(3) / central(2) ** 1.5, 6)
      expect(moments.excessKurtosis).toBeCloseTo(central(4) / central(2) ** 2 - 3, 5)
    }),
    { ...seeded, numRuns: 40 },
  ))

test('the transform there and back changes nothing, and one wave is one line', () => {
  const [re, im] = [Float64Array.from({ length: 64 }, (_, at) => (at * 37) % 11), Float64Array.from({ length: 64 }, (_, at) => (at * 5) % 7)]
  const [a, b] = [re.slice(), im.slice()]
  const transform = fourier(64)
  transform.forward(a, b)
  expect(a[0]).toBeCloseTo(
    re.reduce((sum, x) => sum + x, 0),
    11,
  )
  transform.inverse(a, b)
  for (let at = 0; at < 64; at++) expect([a[at], b[at]]).toEqual([expect.closeTo(re[at] as number, 12), expect.closeTo(im[at] as number, 12)])
  const [wave, none] = [Float64Array.from({ length: 64 }, (_, at) => Math.cos((2 * Math.PI * 5 * at) / 64)), new Float64Array(64)]
  transform.forward(wave, none)
  for (let at = 0; at < 64; at++) expect(wave[at]).toBeCloseTo(at === 5 || at === 59 ? 32 : 0, 12)
})

test.each([
  { rate: 0.5, moments: [133199.005, 501818.83, 26.7367, 5073.15], quantiles: [342007, 651357, 1888627, 2731402, 5779233], tail: 3554843 },
  { rate: 2, moments: [532796.02, 1003637.66], quantiles: [1303498, 1968943, 4264534, 5707745, 10657014], tail: 7001136 },
])('a lognormal loss at $rate a year has the known curve, on two lattices', ({ rate, moments, quantiles, tail }) => {
  const found = compoundMoments(poisson(rate), [1, 2, 3, 4].map(severity.moment) as [number, number, number, number])
  const shown = [found.mean, Math.sqrt(found.variance), found.skewness, found.excessKurtosis]
  for (const [at, truth] of moments.entries()) expect(off(shown[at] as number, truth)).toBeLessThan(2e-6)
  const measures = [
    { step: 500, length: 65536 },
    { step: 250, length: 131072 },
  ].map(({ step, length }) =>
    latticeMeasures(compound(poisson(rate), latticeOf(severity, { step, length })), { step, nothing: 1 - chanceOfAny(poisson(rate), 1), mean: found.mean }),
  )
  for (const one of measures) {
    for (const [at, share] of [0.9, 0.95, 0.99, 0.995, 0.999].entries()) expect(off(one.quantile(share), quantiles[at] as number)).toBeLessThan(3e-6)
    expect(off(one.tailMean(0.99), tail)).toBeLessThan(1e-6)
  }
  const [coarse, fine] = measures
  expect(off(coarse?.quantile(0.99) ?? 0, fine?.quantile(0.99) ?? 1)).toBeLessThan(1e-6)
})

test('exponential losses at two a year have the known curve', () => {
  const step = 1 / 512
  const sums = compound(poisson(2), latticeOf(exponential, { step, length: 32768 }))
  const measures = latticeMeasures(sums, { step, nothing: exp(-2), mean: 2 })
  const known = [0.135335283237, 0.394296858892, 0.603500960612, 0.9139344776, 0.995834913739]
  for (const [at, x] of [0, 1, 2, 5, 10].entries()) expect(1 - measures.exceedance(x)).toBeCloseTo(known[at] as number, 6)
  expect(measures.quantile(0.99)).toBeCloseTo(8.6225679811, 5)
  expect(measures.tailMean(0.99)).toBeCloseTo(10.1719259053, 5)
})

test('halving the step quarters the error', () => {
  const errors = [1 / 8, 1 / 16].map((step) => {
    const sums = compound(poisson(2), latticeOf(exponential, { step, length: 64 / step }))
    return Math.abs(latticeMeasures(sums, { step, nothing: exp(-2), mean: 2 }).exceedance(5) - (1 - 0.9139344776))
  })
  expect((errors[0] ?? 0) / (errors[1] ?? 1)).toBeCloseTo(4, 1)
})

test('a quantile beyond the lattice is infinite, and one within what brings nothing is nought', () => {
  const measures = latticeMeasures(Float64Array.of(0.5, 0.2, 0.1, 0.05), { step: 10, nothing: 0.5, mean: 9 })
  expect([measures.quantile(0.4), measures.quantile(0.9), measures.tailMean(0.9)]).toEqual([0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])
})

test('a lattice keeps the mean, whichever way it is made', () => {
  const mean = (chances: Float64Array, step: number) => chances.reduce((sum, chance, at) => sum + chance * at, 0) * step
  expect(mean(latticeOf(exponential, { step: 0.5, length: 256 }), 0.5)).toBeCloseTo(1, 12)
  const capped = (u: number) => Math.min(24, durations.quantile(u))
  const wanted = durations.mean - expectedExcess(durations, 24)
  const chances = latticeOfQuantile(capped, { step: 5, length: 8, points: 20000 })
  expect(off(mean(chances, 5), wanted)).toBeLessThan(1e-5)
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10)
  for (const chance of latticeOf(severity, { step: 1000, length: 4096 })) expect(chance).toBeGreaterThanOrEqual(0)
})

test('two streams together are one stream of the rates added', () => {
  const [one, other] = [Float64Array.of(0, 1, 0, 0, 0, 0, 0, 0), Float64Array.of(0, 0, 0.5, 0.5, 0, 0, 0, 0)]
  const both = mixed([
    { rate: 0.5, amounts: one },
    { rate: 1.5, amounts: other },
  ])
  const [a, b, c] = [panjer(poisson(0.5), one, 8), panjer(poisson(1.5), other, 8), panjer(poisson(both.rate), both.amounts, 8)] as [Float64Array, Float64Array, Float64Array]
  for (let s = 0; s < 8; s++) {
    let sum = 0
    for (let at = 0; at <= s; at++) sum += (a[at] as number) * (b[s - at] as number)
    expect(c[s]).toBeCloseTo(sum, 14)
  }
})

test('the chance of any is one less the generating function, and keeps its digits', () => {
  fc.assert(
    fc.property(anyCounting, number(0, 1), (counting, chance) => {
      expect(chanceOfAny(counting, chance)).toBeCloseTo(1 - generating(counting, { re: -chance, im: 0 }).re, 12)
    }),
    seeded,
  )
  expect(off(chanceOfAny({ family: 'negative-binomial', mean: 2, shape: 0.5 }, 1e-18), 2e-18)).toBeLessThan(1e-14)
})

test('a shared uncertain rate gathers the events in fewer, worse years', () => {
  expect(chanceOfAny({ family: 'negative-binomial', mean: 2, shape: 0.5 }, 1)).toBeLessThan(chanceOfAny(poisson(2), 1))
  expect(compoundMoments({ family: 'negative-binomial', mean: 2, shape: 0.5 }, [1, 1, 1, 1]).variance).toBeCloseTo(2 + 4 / 0.5, 12)
})
