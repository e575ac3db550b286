import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from '../../maths/normal.ts'
import { conditionalMeans } from './conditional-means.ts'
import { firstOrderShare } from './first-order-share.ts'
import { binsOf, ranksOf } from './ranks.ts'
import { spearman } from './spearman.ts'
import { valueOfKnowing } from './value-of-knowing.ts'

const seeded = { seed: 20261124 }
const confidence = 0.95
const options = { bins: 20, confidence }

/** Repeatable normal numbers, different for each dimension and run. */
function normals(count: number, dimension: number, seed: number): Float64Array {
  let state = (seed * 7919 + dimension * 104729 + 1) >>> 0
  return Float64Array.from({ length: count }, () => {
    state = (state + 0x9e3779b9) >>> 0
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
    return normalQuantile((((word ^ (word >>> 16)) >>> 0) + 0.5) / 4294967296)
  })
}
const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 40 }).map((list) => Float64Array.from(list))

test('equal values share the mean of their ranks', () => expect([...ranksOf(Float64Array.of(10, 30, 10, 20))]).toEqual([1.5, 4, 1.5, 3]))

test('ranks add up, and bins are even and never divide equal values', () =>
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 4 }), (list, bins) => {
      expect(ranksOf(list).reduce((sum, rank) => sum + rank, 0)).toBe((list.length * (list.length + 1)) / 2)
      const bin = binsOf(list, bins)
      for (let one = 0; one < list.length; one++) {
        for (let other = 0; other < list.length; other++) {
          if (list[one] === list[other]) expect(bin[one]).toBe(bin[other])
          if ((list[one] as number) < (list[other] as number)) expect(bin[one]).toBeLessThanOrEqual(bin[other] as number)
        }
      }
    }),
    seeded,
  ))

test('bins of different values hold the same number, give or take one', () => {
  const counts = [0, 0, 0]
  for (const bin of binsOf(Float64Array.of(5, 4, 3, 2, 1, 0, 9, 8), 3)) counts[bin] = (counts[bin] ?? 0) + 1
  expect(counts).toEqual([3, 3, 2])
})

test('rank correlation sees any rise as one, and forgets the curve', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 4, maxLength: 30 }), (list) => {
      const x = Float64Array.from(list)
      expect(spearman(x, x.map(Math.exp), confidence)?.value).toBeCloseTo(1, 12)
      expect(
        spearman(
          x,
          x.map((one) => -one * one * one),
          confidence,
        )?.value,
      ).toBeCloseTo(-1, 12)
    }),
    seeded,
  ))

test('rank correlation is as worked by hand, with ties', () => {
  // Ranks 1, 2.5, 2.5, 4, 5 against 2, 1, 3, 4.5, 4.5.
  const found = spearman(Float64Array.of(1, 2, 2, 3, 4), Float64Array.of(20, 10, 30, 40, 40), confidence)
  expect(found?.value).toBeCloseTo(7.5 / 9.5, 12)
  expect(spearman(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2, 3, 4), confidence)).toBeUndefined()
})

test('the interval of a rank correlation holds that of two normals about as often as it says', () => {
  // ρs = 6/π · arcsin(ρ/2), with ρ = 0.6.
  const truth = (6 / Math.PI) * Math.asin(0.3)
  let held = 0
  for (let run = 0; run < 200; run++) {
    const [x, noise] = [normals(200, 1, run), normals(200, 2, run)]
    const y = x.map((one, at) => 0.6 * one + 0.8 * (noise[at] as number))
    const found = spearman(x, y, confidence)
    if (found && found.low <= truth && truth <= found.high) held++
  }
  expect(held).toBeGreaterThan(180)
})

test('the first-order share of a sum is that of its variances, and of an input that does nothing is none', () => {
  const [a, b, c] = [normals(20000, 1, 5), normals(20000, 2, 5), normals(20000, 3, 5)]
  const y = a.map((one, at) => 2 * one + (b[at] as number))
  const [first, second, none] = [a, b, c].map((input) => firstOrderShare(input, y, { bins: 50, confidence }))
  expect(Math.abs((first?.value ?? 0) - 0.8)).toBeLessThan(4 * (first?.error ?? 0) + 0.004)
  expect(Math.abs((second?.value ?? 0) - 0.2)).toBeLessThan(4 * (second?.error ?? 0) + 0.004)
  expect(Math.abs(none?.value ?? 1)).toBeLessThan(4 * (none?.error ?? 0))
  expect(firstOrderShare(a.subarray(0, 20), y.subarray(0, 20), options)).toBeUndefined()
})

test('a share that no rank correlation sees is seen: the output is the square', () => {
  const x = normals(4000, 1, 9)
  const y = x.map((one) => one * one)
  expect(Math.abs(spearman(x, y, confidence)?.value ?? 1)).toBeLessThan(0.06)
  expect(firstOrderShare(x, y, options)?.value).toBeGreaterThan(0.8)
})

test('the error of a first-order share is as large as the share varies', () => {
  const scores = Array.from({ length: 100 }, (_, run) => {
    const [a, b] = [normals(1000, 1, run), normals(1000, 2, run)]
    const found = firstOrderShare(
      a,
      a.map((one, at) => one + (b[at] as number)),
      options,
    )
    return ((found?.value ?? 0) - 0.4975) / (found?.error ?? 1)
  })
  const squares = scores.reduce((sum, z) => sum + z * z, 0) / scores.length
  expect(squares).toBeGreaterThan(0.6)
  expect(squares).toBeLessThan(1.8)
})

test('conditional means are the ends of a bar, with their errors', () => {
  const input = Float64Array.of(1, 2, 3, 4, 5, 6)
  const output = Float64Array.of(10, 12, 0, 0, 30, 34)
  expect(conditionalMeans(input, output, 3)).toEqual([
    { count: 2, inputMean: 1.5, mean: 11, error: 1 },
    { count: 2, inputMean: 3.5, mean: 0, error: 0 },
    { count: 2, inputMean: 5.5, mean: 32, error: 2 },
  ])
})

test('the value of knowing is that of its closed form, between what two halves and one whole say', () => {
  // difference = mean + s·X + noise: E max(0, mean + sX) − max(0, mean).
  const n = 40000
  for (const [mean, s] of [
    [0, 1],
    [0.5, 1],
    [-1, 2],
  ] as const) {
    const [x, noise] = [normals(n, 1, 3), normals(n, 2, 3)]
    const found = valueOfKnowing(
      x,
      x.map((one, at) => mean + s * one + 3 * (noise[at] as number)),
      40,
    )
    const truth = mean * normalCdf(mean / s) + s * normalDensity(mean / s) - Math.max(0, mean)
    expect(Math.abs((found?.value ?? 0) - truth)).toBeLessThan(4 * (found?.error ?? 0) + 0.01)
    expect(found?.atMost).toBeGreaterThan(truth - 4 * (found?.error ?? 0))
    expect(found?.atMost).toBeGreaterThanOrEqual(found?.value ?? 0)
  }
})

test('knowing what decides nothing is worth nothing', () => {
  const [x, noise] = [normals(4000, 1, 8), normals(4000, 2, 8)]
  const found = valueOfKnowing(x, noise, 20)
  expect(found?.value).toBeLessThan(3 * (found?.error ?? 0))
  expect(
    valueOfKnowing(
      x,
      x.map((one) => 50 + one),
      20,
    ),
  ).toEqual({ value: 0, error: 0, atMost: 0 })
  expect(valueOfKnowing(x.subarray(0, 50), noise.subarray(0, 50), 20)).toBeUndefined()
})
