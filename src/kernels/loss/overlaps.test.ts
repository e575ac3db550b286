import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tally } from './engine.ts'
import { together } from './joint-outages.ts'
import { blockYears } from './model.ts'
import { modelOf } from './model-of.ts'
import { addOutage, clearLists, emptyLists } from './outage-lists.ts'
import { planOf } from './plan.ts'
import { settling } from './settle.ts'

const seeded = { seed: 20261124, numRuns: 300 }
const quarter = (most: number) => fc.integer({ min: 0, max: most * 4 }).map((n) => n / 4)
const interval = fc.tuple(quarter(100), fc.integer({ min: 1, max: 80 })).map(([from, length]) => ({ from, to: from + length / 4 }))

const points = [
  [0, 100, 0],
  [4, 700, 50],
  [12, 300, 9000],
] as const
const plain = (hours: number): number =>
  (hours > 0 ? 100 * Math.min(hours, 4) : 0) + (hours > 4 ? 50 + 700 * (Math.min(hours, 12) - 4) : 0) + (hours > 12 ? 9000 + 300 * (hours - 12) : 0)

/** The union by brute force: quarter hour by quarter hour; what only touches is one outage. */
function unions(intervals: readonly { readonly from: number; readonly to: number }[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = []
  for (let at = 0; at < 200; at += 0.25) {
    if (!intervals.some((one) => one.from <= at && at < one.to)) continue
    const last = found.at(-1)
    if (last?.to === at) last.to = at + 0.25
    else found.push({ from: at, to: at + 0.25 })
  }
  return found
}

test('outages of one item that overlap count once, however they lie and in whatever order they come', () =>
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 12 }), (intervals) => {
      const cap = 12_000
      const model = modelOf({ sources: [{ rate: 1, strikes: intervals.map(() => ({ item: 0 })) }], items: [{ limit: 12, curves: [{ points, cap }] }] })
      const plan = planOf(model)
      const lists = emptyLists(1)
      const tally: Tally = {
        totals: new Float64Array(blockYears),
        largest: new Float64Array(blockYears),
        cells: new Float64Array(intervals.length),
        breaches: new Float64Array(1),
        eventLoss: new Float64Array(intervals.length),
      }
      const settle = settling(plan)
      for (const [at, one] of intervals.entries()) addOutage(lists, { item: 0, ...one, event: at, cell: at })
      settle(lists, 5, tally)
      clearLists(lists)
      const whole = unions(intervals)
      const exact = whole.reduce((sum, one) => sum + Math.min(cap, plain(one.to - one.from)), 0)
      expect(Math.abs((tally.totals[5] as number) - exact)).toBeLessThanOrEqual(whole.length)
      expect(tally.cells.reduce((sum, part) => sum + part, 0)).toBe(tally.totals[5])
      expect(Array.from(tally.eventLoss)).toEqual(Array.from(tally.cells))
      expect(Math.min(...tally.cells)).toBeGreaterThanOrEqual(0)
      expect(tally.breaches[0]).toBe(whole.some((one) => one.to - one.from > 12) ? 1 : 0)
      const inner = intervals.findIndex((one, at) => intervals.some((other, beside) => beside !== at && other.from < one.from && one.to <= other.to))
      if (inner >= 0) expect(tally.cells[inner]).toBe(0)
    }),
    seeded,
  ))

test('members of a joint are down together when enough of them are, counted quarter hour by quarter hour', () =>
  fc.assert(
    fc.property(fc.array(fc.record({ where: interval, member: fc.nat(3) }), { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 4 }), (parts, least) => {
      const stretches = parts.map((one, event) => ({ ...one.where, member: one.member, event }))
      const found = together(stretches, least)
      for (let at = 0; at < 125; at += 0.25) {
        const down = new Set(stretches.filter((one) => one.from <= at && at < one.to).map((one) => one.member)).size
        expect(found.some((one) => one.from <= at && at < one.to)).toBe(down >= least)
      }
      for (const one of found) {
        expect(stretches.some((other) => other.event === one.event && other.member === one.member && other.from === one.from)).toBe(true)
      }
    }),
    seeded,
  ))
