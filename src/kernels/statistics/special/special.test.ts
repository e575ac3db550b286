import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exp } from '../../maths/exp.ts'
import { angle, cosine, sine } from './circle.ts'
import { halfLineIntegral } from './half-line.ts'
import { betaQuantile, betaShares } from './incomplete-beta.ts'
import { gammaQuantile, gammaShares } from './incomplete-gamma.ts'
import { leastSquares } from './least-squares.ts'
import { logGamma } from './log-gamma.ts'
import { millsRatio } from './mills.ts'
import { rootOf } from './root.ts'

const seeded = { seed: 20261124 }
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const off = (value: number, truth: number): number => Math.abs(value / truth - 1)

// Reference values to 17 digits: mpmath with 40.

test('the logarithm of the gamma function has its 15 digits', () => {
  const known = [
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [3.7, 1.4280723266653879],
    [12.25, 18.115669505710894],
    [150.5, 602.5139548705854],
    [100000.5, 1051293.4654351394],
  ] as const
  for (const [x, truth] of known) expect(Math.abs(logGamma(x) - truth)).toBeLessThan(2e-14 + 1e-15 * truth)
  expect(logGamma(1.5)).toBeCloseTo(-0.12078223763524522, 14)
})

test.each([
  [0.5, 0.02, 0.15851941887820606, 0.8414805811217939],
  [0.5, 3, 0.9856941215645704, 0.01430587843542964],
  [1.5, 1, 0.4275932955291202, 0.5724067044708798],
  [10.5, 3, 0.0005738205283435889, 0.9994261794716565],
  [10.5, 30, 0.9999872283117348, 1.2771688265162088e-5],
  [1000.5, 1050, 0.9394704687975043, 0.06052953120249575],
  [100000.5, 100900, 0.9977232391641787, 0.0022767608358212972],
])('the incomplete gamma functions of %d at %d are as published', (a, x, below, above) => {
  const shares = gammaShares(a, x)
  expect(off(shares.below, below)).toBeLessThan(1e-12)
  expect(off(shares.above, above)).toBeLessThan(1e-11)
})

test.each([
  [23 / 11, 43 / 11, 0.3, 0.43779045084549945, 0.5622095491545005],
  [0.5, 0.5, 0.01, 0.06376856085851985, 0.9362314391414801],
  [5, 2, 0.999, 0.999985039955024, 1.4960044976005e-5],
  [300, 200, 0.55, 0.011853654379737134, 0.9881463456202628],
  [1, 5, 1e-9, 4.99999999e-9, 0.999999995],
])('the incomplete beta function of %d and %d at %d is as published', (a, b, x, below, above) => {
  const shares = betaShares({ a, b }, x)
  expect(off(shares.below, below)).toBeLessThan(1e-12)
  expect(off(shares.above, above)).toBeLessThan(1e-11)
})

test('quantiles undo shares, for gamma and for beta', () =>
  fc.assert(
    fc.property(number(1, 300), number(1, 300), number(1e-6, 1 - 1e-6), (a, b, u) => {
      expect(gammaShares(a, gammaQuantile(a, u)).below).toBeCloseTo(u, 11)
      expect(betaShares({ a, b }, betaQuantile({ a, b }, u)).below).toBeCloseTo(u, 10)
    }),
    { ...seeded, numRuns: 200 },
  ))

test('small shares are undone to their own digits', () => {
  for (const u of [1e-12, 1e-6, 1e-3]) {
    for (const a of [0.5, 3.5, 200.5]) expect(off(gammaShares(a, gammaQuantile(a, u)).below, u)).toBeLessThan(1e-10)
    expect(off(betaShares({ a: 2, b: 3 }, betaQuantile({ a: 2, b: 3 }, u)).below, u)).toBeLessThan(1e-11)
  }
})

test('sine, cosine and angle have their digits', () => {
  const known = [
    [1, 0.5403023058681397, 0.8414709848078965],
    [10.5, -0.4755369279959925, -0.87969575997167],
    [1000.25, 0.3403228005740423, 0.9403086681560692],
    [123456.75, 0.01269521406412672, -0.9999194125227623],
  ] as const
  for (const [x, cos, sin] of known) {
    expect(cosine(x)).toBeCloseTo(cos, 15)
    expect(sine(x)).toBeCloseTo(sin, 15)
    expect(cosine(-x)).toBe(cosine(x))
    expect(sine(-x)).toBe(-sine(x))
  }
  expect(angle(0.5, 3)).toBeCloseTo(1.4056476493802699, 15)
  fc.assert(
    fc.property(number(-1.5, 1.5), number(0.1, 9), (turn, size) => {
      expect(angle(size * cosine(turn), size * sine(turn))).toBeCloseTo(turn, 13)
    }),
    seeded,
  )
})

test('Mills’ ratio is one curve on both sides of six', () => {
  expect(off(millsRatio(6 - 1e-9), millsRatio(6))).toBeLessThan(1e-9)
  expect(millsRatio(0)).toBeCloseTo(1.2533141373155003, 14)
  expect(off(millsRatio(10), 0.09902859647173193)).toBeLessThan(1e-14)
})

test('a root is found where slopes mislead', () => {
  expect(rootOf((x) => ({ value: x * x * x - 2, slope: 3 * x * x }), { low: 0, high: 100 })).toBeCloseTo(2 ** (1 / 3), 14)
  expect(rootOf((x) => ({ value: x - 0.3, slope: Number.NaN }), { low: 0, high: 1 })).toBeCloseTo(0.3, 14)
  expect(rootOf((x) => ({ value: Math.sign(x - 0.7), slope: 0 }), { low: 0, high: 1 })).toBeCloseTo(0.7, 14)
  expect(rootOf((x) => ({ value: x - 5, slope: 1 }), { low: 0, high: 1 })).toBeCloseTo(1, 14)
})

test('the half line is integrated to eleven digits, for quick and for slow decay', () => {
  for (const rate of [0.01, 0.2, 1, 30])
    expect(
      off(
        halfLineIntegral((t) => exp(-rate * t)),
        1 / rate,
      ),
    ).toBeLessThan(1e-11)
})

test('least squares are exact for as many equations, close for more, and nothing for too few', () => {
  const line = (...xs: readonly number[]) => xs.map((x) => [1, x])
  expect(leastSquares(line(1, 3), [5, 11])?.map((x) => Math.round(x * 1e12) / 1e12)).toEqual([2, 3])
  expect(leastSquares(line(0, 1, 2), [0, 0, 3])?.map((x) => Math.round(x * 1e12) / 1e12)).toEqual([-0.5, 1.5])
  expect(leastSquares(line(2, 2), [1, 1])).toBeUndefined()
})
