import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noProof } from '#findings/evidence.ts'
import type { Interval } from '#lang/interval.ts'
import { plain } from '#lang/message.ts'
import { partsExceedTotal, type Waterfall, waterfallRows } from './waterfall-rows.ts'

const infinite = Number.POSITIVE_INFINITY
const waterfall = (parts: readonly Interval[], total: Interval): Waterfall => ({
  kind: 'waterfall',
  id: 'x',
  title: plain('x'),
  unit: 'euros',
  parts: parts.map((interval) => ({ label: plain('part'), interval, proof: noProof })),
  total,
  totalLabel: plain('all'),
})

test('each bar begins where the one before ends, and the total ends where the last part ends', () => {
  const rows = waterfallRows(
    waterfall(
      [
        { low: 2, high: 5 },
        { low: 3, high: 3 },
        { low: 0, high: 2 },
      ],
      { low: 5, high: 10 },
    ),
  )
  expect(rows.map(({ bar }) => [bar.start, bar.certain, bar.end])).toEqual([
    [0, 0.2, 0.5],
    [0.5, 0.8, 0.8],
    [0.8, 0.8, 1],
    [0, 0.5, 1],
  ])
  expect(rows.map(({ isTotal }) => isTotal)).toEqual([false, false, false, true])
})

test('a part without a known end goes on beyond what is drawn, and nothing else is lost by it', () => {
  const [open, other, total] = waterfallRows(
    waterfall(
      [
        { low: 4, high: infinite },
        { low: 2, high: 2 },
      ],
      { low: 6, high: infinite },
    ),
  )
  expect(open?.bar.open).toBe(true)
  expect(open?.bar.end).toBeGreaterThan(open?.bar.certain ?? 0)
  expect([other?.bar.open, total?.bar.open]).toEqual([false, true])
  expect(total?.bar.end).toBe(1)
})

test('bars never leave their room, whatever the intervals', () => {
  const end = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constantFrom(0, infinite, Number.NaN))
  const interval = fc.tuple(end, end).map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }))
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 6 }), interval, (parts, total) => {
      for (const { bar } of waterfallRows(waterfall(parts, total))) {
        expect(bar.start).toBeGreaterThanOrEqual(0)
        expect(bar.certain).toBeGreaterThanOrEqual(bar.start)
        expect(bar.end).toBeGreaterThanOrEqual(bar.certain)
        expect(bar.end).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
    { seed: 20261124 },
  )
})

test('it is told where the parts cannot all be at their ends at once', () => {
  const parts = [
    { low: 10, high: 30 },
    { low: 15, high: 20 },
  ]
  expect(partsExceedTotal(waterfall(parts, { low: 25, high: 50 }))).toBe(false)
  expect(partsExceedTotal(waterfall(parts, { low: 30, high: 45 }))).toBe(true)
  expect(partsExceedTotal(waterfall([{ low: 1, high: infinite }], { low: 1, high: infinite }))).toBe(false)
})
