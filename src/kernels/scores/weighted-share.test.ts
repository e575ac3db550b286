import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Group, shareOf, weightedShare } from './weighted-share.ts'

const interval = fc
  .tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const group: fc.Arbitrary<Group> = fc.record({
  weight: fc.integer({ min: 1, max: 50 }),
  most: fc.double({ min: 1, max: 1000, noNaN: true }),
  parts: fc.array(interval, { minLength: 1, maxLength: 6 }),
})
const seeded = { seed: 20261124 }

test('nothing is worth nothing, and is said to be so', () => expect(weightedShare([])).toBeUndefined())

test('a share lies within nought and one, and its ends are in order', () =>
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (groups) => {
      const { low, high } = weightedShare(groups) ?? { low: -1, high: -1 }
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(high)
    }),
    seeded,
  ))

test('settling a part anywhere in its interval stays within the interval of the whole', () =>
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (groups, pick, where) => {
      const whole = weightedShare(groups) ?? { low: 0, high: 1 }
      const at = pick % groups.length
      const settled = groups.map((one, index) => {
        const [first = { low: 0, high: 0 }, ...rest] = one.parts
        const value = first.low + (first.high - first.low) * where
        return index === at ? { ...one, parts: [{ low: value, high: value }, ...rest] } : one
      })
      const now = weightedShare(settled) ?? { low: 0, high: 1 }
      expect(now.low).toBeGreaterThanOrEqual(whole.low - 1e-12)
      expect(now.high).toBeLessThanOrEqual(whole.high + 1e-12)
    }),
    seeded,
  ))

test('weights count against one another, so their scale says nothing', () =>
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), fc.integer({ min: 2, max: 9 }), (groups, times) => {
      const scaled = weightedShare(groups.map((one) => ({ ...one, weight: one.weight * times })))
      expect(scaled?.high).toBeCloseTo(weightedShare(groups)?.high ?? -1, 10)
    }),
    seeded,
  ))

test('what a group has above its most counts for the whole, and the whole is cut at one', () => {
  const full = (most: number, sum: number) => ({ weight: 50, most, parts: [{ low: sum, high: sum }] })
  expect(weightedShare([full(1000, 1002), full(1000, 998)])?.high).toBeCloseTo(1, 12)
  expect(weightedShare([full(1000, 1002), full(1000, 1000)])).toEqual({ low: 1, high: 1 })
  expect(shareOf(full(1000, 1002))).toEqual({ low: 1, high: 1 })
})
