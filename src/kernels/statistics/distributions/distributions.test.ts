import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedCapped, expectedExcess, shareOfMeanAbove } from './behaviour.ts'
import { behaviourOf, type Distribution } from './distribution.ts'
import type { Fit } from './fit.ts'
import { fitMetalog } from './fit-metalog.ts'
import { fitRate } from './gamma.ts'
import { fitLognormal } from './lognormal.ts'
import { fitPert, fitPertInterval } from './pert.ts'
import { fitTruncatedLognormal } from './truncated-lognormal.ts'

const seeded = { seed: 20261124 }
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const off = (value: number, truth: number): number => Math.abs(value / truth - 1)

function made(fit: Fit): Distribution {
  if (fit.status === 'refused') throw new Error(fit.reason)
  return fit.distribution
}

const lognormal = behaviourOf(made(fitLognormal({ low: 1e4, high: 1e6 })))

test('the lognormal from a 90 % interval has the known figures', () => {
  const distribution = made(fitLognormal({ low: 1e4, high: 1e6 }))
  expect(distribution).toMatchObject({ family: 'lognormal', mu: 11.512925464970229, sigma: expect.closeTo(1.3998723383439264, 14) })
  expect(lognormal.mean).toBeCloseTo(266398.0098, 4)
  expect(Math.sqrt(lognormal.moment(2) - lognormal.mean * lognormal.mean)).toBeCloseTo(657781.41, 2)
  expect(lognormal.quantile(0.99)).toBeCloseTo(2596086.05, 2)
})

test('durations around eight hours have the known excesses and tail', () => {
  const eight = behaviourOf({ family: 'lognormal', mu: Math.log(8), sigma: 1.2, asked: [] })
  expect(expectedExcess(eight, 4)).toBeCloseTo(12.9423453042, 9)
  expect(expectedExcess(eight, 24)).toBeCloseTo(5.7391307681, 9)
  expect(expectedExcess(eight, 72)).toBeCloseTo(1.9236764104, 9)
  expect(eight.quantile(0.99)).toBeCloseTo(130.458998614, 8)
  expect(eight.meanAbove(eight.quantile(0.99)) / 0.01).toBeCloseTo(213.676093354, 8)
  expect(expectedCapped(eight, 24)).toBeCloseTo(eight.mean - 5.7391307681, 9)
})

test('PERT(1, 4, 12) has the known figures', () => {
  const pert = behaviourOf(made(fitPert({ min: 1, mode: 4, max: 12 })))
  expect(pert.mean).toBeCloseTo(4.8333333, 7)
  expect(pert.moment(2) - pert.mean * pert.mean).toBeCloseTo(3.9246032, 7)
  expect(pert.quantile(0.95)).toBeCloseTo(8.404799875708164, 12)
  expect(pert.quantile(0.05)).toBeCloseTo(1.934778652471559, 12)
  expect(pert.quantile(0.999)).toBeCloseTo(10.75242831720429, 12)
})

test('a PERT from an interval has it, with its likeliest value where it was said', () => {
  const given = [
    [10, 12, 40],
    [10, 25, 40],
    [50, 80, 80],
    [5, 5, 6],
  ] as const
  for (const [low, likely, high] of given) {
    const distribution = made(fitPertInterval({ low, likely, high }))
    const { quantile } = behaviourOf(distribution)
    expect(quantile(0.05)).toBeCloseTo(low, 9)
    expect(quantile(0.95)).toBeCloseTo(high, 9)
    expect(distribution).toMatchObject({ family: 'pert', mode: likely })
  }
  const usual = made(fitPertInterval({ low: 1.934778652471559, likely: 4, high: 8.404799875708164 }))
  expect(usual).toMatchObject({ min: expect.closeTo(1, 9), max: expect.closeTo(12, 9) })
})

test('a PERT that would begin below nought begins there and keeps its upper end', () => {
  const distribution = made(fitPertInterval({ low: 1, likely: 20, high: 100 }))
  expect(distribution).toMatchObject({ min: 0, mode: 20 })
  expect(behaviourOf(distribution).quantile(0.95)).toBeCloseTo(100, 8)
  expect(made(fitPertInterval({ low: 0, likely: 0, high: 10 }))).toMatchObject({ min: 0, mode: 0 })
  expect(fitPertInterval({ low: 3, likely: 2, high: 10 })).toEqual({ status: 'refused', reason: 'mode-outside' })
})

test('a PERT whose mode weighs nothing is uniform', () => {
  const flat = behaviourOf(made(fitPert({ min: 2, mode: 3, max: 6, gamma: 0 })))
  expect(flat.quantile(0.25)).toBeCloseTo(3, 13)
  expect(flat.mean).toBe(4)
})

test('no event in ten years is not a rate of nought', () => {
  const quiet = behaviourOf(made(fitRate({ events: 0, years: 10 })))
  expect(quiet.mean).toBe(0.05)
  expect(off(quiet.quantile(0.95), 0.1920729410347063)).toBeLessThan(1e-12)
  expect(off(quiet.quantile(0.05), 0.0001966070000009761)).toBeLessThan(1e-12)
  const few = behaviourOf(made(fitRate({ events: 3, years: 7 })))
  expect(few.quantile(0.5)).toBeCloseTo(0.453272228251537, 13)
  expect(few.quantile(0.95)).toBeCloseTo(1.004795746381441, 13)
  expect(behaviourOf(made(fitRate({ events: 20, years: 4 }))).quantile(0.01)).toBeCloseTo(2.863201388260142, 12)
})

test('a truncated lognormal keeps the asked quantiles, ends at its maximum, and says how much of its mean nobody was asked about', () => {
  const cut = behaviourOf(made(fitTruncatedLognormal({ low: 1e4, high: 1e6, maximum: 5e6 })))
  expect(off(cut.quantile(0.05), 1e4)).toBeLessThan(1e-12)
  expect(off(cut.quantile(0.95), 1e6)).toBeLessThan(1e-12)
  expect(cut.quantile(1)).toBe(5e6)
  expect(cut.mean).toBeLessThan(lognormal.mean)
  expect(shareOfMeanAbove(lognormal, 1e6)).toBeGreaterThan(shareOfMeanAbove(cut, 1e6))
  expect(shareOfMeanAbove(lognormal, 1e6)).toBeCloseTo(0.4032, 3)
})

test('a maximum far away changes nothing, and one too close is refused', () => {
  const far = behaviourOf(made(fitTruncatedLognormal({ low: 1e4, high: 1e6, maximum: 1e12 })))
  expect(off(far.mean, lognormal.mean)).toBeLessThan(1e-9)
  expect(fitTruncatedLognormal({ low: 1e4, high: 1e6, maximum: 1.05e6 })).toMatchObject({ reason: 'maximum-too-close' })
  expect(fitTruncatedLognormal({ low: 1e4, high: 1e6, maximum: 1.2e6 })).toMatchObject({ status: 'fitted' })
})

test('a metalog of three terms through symmetric quantiles is the logistic distribution', () => {
  const asked = [0.1, 0.5, 0.9].map((share) => ({ share, value: 10 + 2 * Math.log(share / (1 - share)) }))
  const logistic = behaviourOf(made(fitMetalog({ asked })))
  expect(logistic.quantile(0.99)).toBeCloseTo(10 + 2 * Math.log(99), 11)
  expect(logistic.mean).toBeCloseTo(10, 10)
  expect(logistic.moment(2) - 100).toBeCloseTo((4 * Math.PI * Math.PI) / 3, 8)
  expect(logistic.cdf(10)).toBeCloseTo(0.5, 13)
})

test('a metalog with four terms can be uniform', () => {
  const asked = [0.1, 0.3, 0.6, 0.9].map((share) => ({ share, value: 5 + 10 * share }))
  const uniform = behaviourOf(made(fitMetalog({ asked })))
  expect(uniform.quantile(0.77)).toBeCloseTo(12.7, 11)
  expect(uniform.mean).toBeCloseTo(10, 11)
})

test('the mean of a metalog is that of its terms', () => {
  // ∫ (u − ½) ln(u/(1 − u)) du = ½ and ∫ (u − ½)² du = 1/12; the other terms below add nothing.
  const behaviour = behaviourOf({ family: 'metalog', coefficients: [3, 1, 0.4, 0.5, 0.6], lower: undefined, upper: undefined, asked: [] })
  expect(behaviour.mean).toBeCloseTo(3 + 0.4 / 2 + 0.6 / 12, 11)
})

test('a log-logistic has the mean of its closed form, and none where its tail is too heavy', () => {
  const withTail = (scale: number) => behaviourOf({ family: 'metalog', coefficients: [0, scale, 0], lower: 2, upper: undefined, asked: [] })
  expect(withTail(0.5).mean).toBeCloseTo(2 + Math.PI / 2, 9)
  expect(off(withTail(0.95).mean - 2, (0.95 * Math.PI) / Math.sin(0.95 * Math.PI))).toBeLessThan(1e-9)
  expect(withTail(1).mean).toBe(Number.POSITIVE_INFINITY)
  expect(withTail(0.5).moment(2)).toBe(Number.POSITIVE_INFINITY)
})

test('a bounded metalog passes through its quantiles and keeps its bounds', () => {
  const asked = [
    { share: 0.1, value: 3 },
    { share: 0.5, value: 20 },
    { share: 0.9, value: 60 },
  ]
  for (const bounds of [{ lower: 0 }, { lower: 0, upper: 100 }, { upper: 500 }]) {
    const curve = behaviourOf(made(fitMetalog({ asked, ...bounds })))
    for (const { share, value } of asked) expect(curve.quantile(share)).toBeCloseTo(value, 10)
    expect(curve.quantile(0)).toBe(bounds.lower ?? Number.NEGATIVE_INFINITY)
    expect(curve.quantile(1)).toBe(bounds.upper ?? Number.POSITIVE_INFINITY)
  }
})

test('with fewer terms than quantiles the curve passes nearby', () => {
  const asked = [1, 2.1, 2.9, 4.05, 5].map((value, at) => ({ share: (at + 1) / 6, value }))
  const curve = behaviourOf(made(fitMetalog({ asked, terms: 3 })))
  for (const { share, value } of asked) expect(Math.abs(curve.quantile(share) - value)).toBeLessThan(0.3)
})

test('what makes no distribution is refused with its reason', () => {
  const three = (...values: readonly number[]) => values.map((value, at) => ({ share: [0.1, 0.5, 0.9][at] ?? 0, value }))
  expect(fitLognormal({ low: 5, high: 2 })).toEqual({ status: 'refused', reason: 'low-above-high' })
  expect(fitLognormal({ low: 0, high: 2 })).toMatchObject({ reason: 'not-positive' })
  expect(fitLognormal({ low: 1, high: Number.NaN })).toMatchObject({ reason: 'not-finite' })
  expect(fitLognormal({ low: 1, high: 1e13 })).toMatchObject({ reason: 'too-wide' })
  expect(fitLognormal({ low: 1, high: 2, coverage: 90 })).toMatchObject({ reason: 'coverage-out-of-range' })
  expect(fitPert({ min: 1, mode: 13, max: 12 })).toMatchObject({ reason: 'mode-outside' })
  expect(fitPert({ min: 5, mode: 3, max: 2 })).toMatchObject({ reason: 'low-above-high' })
  expect(fitRate({ events: 1.5, years: 2 })).toMatchObject({ reason: 'not-a-count' })
  expect(fitRate({ events: 1, years: 0 })).toMatchObject({ reason: 'not-positive' })
  expect(fitMetalog({ asked: three(1, 2) })).toMatchObject({ reason: 'too-few' })
  expect(fitMetalog({ asked: three(1, 3, 2) })).toMatchObject({ reason: 'values-out-of-order', near: 0.9 })
  expect(fitMetalog({ asked: three(1, 2, 3), lower: 1 })).toMatchObject({ reason: 'outside-bounds' })
  // Three terms through 10, 50 and 90 % stretch one side at most to five times the other (Keelin, 2016: |a₃|/a₂ < 1.66711).
  expect(fitMetalog({ asked: three(0, 1, 100) })).toMatchObject({ reason: 'infeasible', near: expect.any(Number) })
})

test('three terms are feasible up to the limit Keelin gives, and not beyond', () => {
  const through = (ratio: number) => {
    const t = Math.log(9)
    return fitMetalog({
      asked: [
        { share: 0.1, value: -t + 0.4 * ratio * t },
        { share: 0.5, value: 0 },
        { share: 0.9, value: t + 0.4 * ratio * t },
      ],
    })
  }
  expect(through(1.667).status).toBe('fitted')
  expect(through(1.6672).status).toBe('refused')
})

test('both ends the same is a number that is known', () => {
  const known = behaviourOf(made(fitLognormal({ low: 4, high: 4 })))
  expect([known.quantile(0.3), known.mean, known.cdf(4), known.cdf(3.9), known.above(4)]).toEqual([4, 4, 1, 0, 0])
  expect(made(fitPert({ min: 4, mode: 4, max: 4 })).family).toBe('constant')
})

/** Any distribution that an answer can make. */
const anyDistribution = fc
  .tuple(fc.constantFrom('lognormal', 'cut', 'pert', 'rate', 'metalog', 'log-metalog', 'bounded'), number(0.1, 100), number(1.05, 300), number(0.02, 0.98))
  .map(([kind, low, ratio, place]): Distribution => {
    const high = low * ratio
    const middle = low * ratio ** (0.3 + 0.4 * place)
    const asked = [
      { share: 0.05, value: low },
      { share: 0.5, value: middle },
      { share: 0.95, value: high },
    ]
    const even = [{ share: 0.05, value: low }, { share: 0.5, value: low + (high - low) * (0.3 + 0.4 * place) }, asked[2] ?? { share: 0.95, value: high }]
    switch (kind) {
      case 'lognormal':
        return made(fitLognormal({ low, high }))
      case 'cut':
        return made(fitTruncatedLognormal({ low, high, maximum: high * ratio ** (0.05 + place) }))
      case 'pert':
        return made(fitPert({ min: low, mode: low + (high - low) * place, max: high, gamma: 8 * place }))
      case 'rate':
        return made(fitRate({ events: Math.floor(ratio), years: low }))
      case 'metalog':
        return made(fitMetalog({ asked: even }))
      case 'log-metalog':
        return made(fitMetalog({ asked, lower: 0 }))
      default:
        return made(fitMetalog({ asked, lower: 0, upper: 3 * high }))
    }
  })

test('of any distribution, quantiles rise, shares undo them, and what was asked can be asked again', () =>
  fc.assert(
    fc.property(anyDistribution, number(1e-6, 1 - 1e-6), number(1e-6, 1 - 1e-6), (distribution, u, v) => {
      const behaviour = behaviourOf(distribution)
      const x = behaviour.quantile(u)
      expect(behaviour.cdf(x)).toBeCloseTo(u, 9)
      expect(behaviour.above(x)).toBeCloseTo(1 - u, 9)
      if (u < v) expect(behaviour.quantile(v)).toBeGreaterThanOrEqual(x)
      for (const { share, value } of distribution.asked) expect(Math.abs(behaviour.quantile(share) - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)))
    }),
    { ...seeded, numRuns: 400 },
  ))

test('of any distribution, the partial mean falls from the mean to nothing as the threshold rises, and excess has the slope of the chance', () =>
  fc.assert(
    fc.property(anyDistribution, number(0.02, 0.97), (distribution, u) => {
      const behaviour = behaviourOf(distribution)
      fc.pre(Number.isFinite(behaviour.mean))
      const [x, y] = [behaviour.quantile(u), behaviour.quantile(u + 0.02)]
      expect(off(behaviour.meanAbove(Number.NEGATIVE_INFINITY), behaviour.mean)).toBeLessThan(1e-9)
      const [drop, width] = [behaviour.meanAbove(x) - behaviour.meanAbove(y), y - x]
      const slack = 1e-8 * (Math.abs(behaviour.mean) + Math.abs(y))
      expect(drop).toBeGreaterThanOrEqual(0.02 * x - slack)
      expect(drop).toBeLessThanOrEqual(0.02 * y + slack)
      const fall = expectedExcess(behaviour, x) - expectedExcess(behaviour, y)
      expect(fall).toBeLessThanOrEqual(width * behaviour.above(x) + slack)
      expect(fall).toBeGreaterThanOrEqual(width * behaviour.above(y) - slack)
    }),
    { ...seeded, numRuns: 300 },
  ))

test('of any distribution, moments are those of its quantiles', () =>
  fc.assert(
    fc.property(anyDistribution, (distribution) => {
      const behaviour = behaviourOf(distribution)
      fc.pre(Number.isFinite(behaviour.moment(2)))
      // The middle of 1,000 equal shares up to the 99 % quantile; above it the partial mean.
      const end = behaviour.quantile(0.99)
      let sum = 0
      for (let at = 0; at < 1000; at++) sum += (behaviour.quantile(((at + 0.5) / 1000) * 0.99) * 0.99) / 1000
      expect(off(sum + behaviour.meanAbove(end), behaviour.mean)).toBeLessThan(2e-3)
      expect(behaviour.moment(2)).toBeGreaterThanOrEqual(behaviour.mean * behaviour.mean * (1 - 1e-12))
      expect(behaviour.moment(1)).toBeCloseTo(behaviour.mean, 6)
    }),
    { ...seeded, numRuns: 60 },
  ))

test('no answer, however odd, makes a fit throw, and what is fitted has rising quantiles that are numbers', () => {
  const odd = fc.oneof(fc.double(), fc.constantFrom(0, 1, -1, 5e-324, 1e-300, 1e300, Number.POSITIVE_INFINITY), number(0, 100))
  const asked = fc.array(fc.record({ share: fc.oneof(number(0, 1), odd), value: odd }), { maxLength: 7 }).chain((list) =>
    fc.boolean().map((isSorted) =>
      isSorted
        ? list
            .map(({ share }) => share)
            .sort((a, b) => a - b)
            .map((share, at) => ({ share, value: list.map(({ value }) => value).sort((a, b) => a - b)[at] ?? 0 }))
        : list,
    ),
  )
  const fit = fc.oneof(
    fc.record({ low: odd, high: odd }).map(fitLognormal),
    fc.record({ low: odd, high: odd, coverage: odd }).map(fitLognormal),
    fc.record({ low: odd, high: odd, maximum: odd }).map(fitTruncatedLognormal),
    fc.record({ min: odd, mode: odd, max: odd, gamma: odd }).map(fitPert),
    fc.record({ min: odd, mode: odd, max: odd }).map(fitPert),
    fc.record({ events: fc.oneof(odd, fc.nat(2e5)), years: odd }).map(fitRate),
    fc.record({ asked }).map(fitMetalog),
    fc.record({ asked, lower: odd, upper: odd }).map(fitMetalog),
  )
  fc.assert(
    fc.property(fit, (found) => {
      if (found.status === 'refused') return
      const behaviour = behaviourOf(found.distribution)
      const quantiles = [0.001, 0.05, 0.3, 0.5, 0.9, 0.999].map(behaviour.quantile)
      for (const [at, quantile] of quantiles.entries()) {
        expect(quantile).not.toBeNaN()
        expect(quantile).toBeGreaterThanOrEqual((quantiles[at - 1] ?? Number.NEGATIVE_INFINITY) - 1e-9 * Math.abs(quantile))
        expect(behaviour.cdf(quantile)).not.toBeNaN()
      }
      expect(behaviour.mean).not.toBeNaN()
    }),
    { ...seeded, numRuns: 1500 },
  )
})
