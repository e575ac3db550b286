import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTo, binOf, binOfRank, binStart, bins, emptyHistogram, mergedHistogram } from './histogram.ts'
import { exceedance, quantileBin } from './measures.ts'
import { addWide, mergedWide, wideInteger, wideNumber, wideZeros } from './wide-sums.ts'
import { worstOf, worstSoFar } from './worst-years.ts'

const seeded = { seed: 20261124 }
const amount = fc.oneof(fc.nat(1000), fc.maxSafeNat())

test('wide sums are exact beyond what a double holds, in any order', () =>
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 50 }), fc.nat(50), (values, cut) => {
      const [left, right] = [wideZeros(1), wideZeros(1)]
      for (const [at, value] of values.entries()) addWide(at < cut ? left : right, 0, value)
      const exact = values.reduce((sum, value) => sum + BigInt(value), 0n)
      expect(wideInteger(mergedWide(left, right), 0)).toBe(exact)
      expect(mergedWide(left, right)).toEqual(mergedWide(right, left))
      expect(wideNumber(mergedWide(left, right), 0)).toBe(Number(exact))
    }),
    seeded,
  ))

test('a bin holds the amounts from its start up to the next, and is less than a hundredth wide', () => {
  expect([binOf(0), binStart(0), binOf(1), binStart(1), binOf(Number.MAX_SAFE_INTEGER)]).toEqual([0, 0, 1, 1, bins - 1 - 128])
  fc.assert(
    fc.property(amount, (value) => {
      const bin = binOf(value)
      expect(binStart(bin)).toBeLessThanOrEqual(value)
      if (bin > 0) expect(binStart(bin + 1)).toBeGreaterThan(value)
      if (bin > 0) expect(binStart(bin + 1) / binStart(bin)).toBeLessThan(1.008)
    }),
    seeded,
  )
})

test('a histogram gives counts, ranks and the mean beyond an amount', () => {
  const [one, two] = [emptyHistogram(), emptyHistogram()]
  for (const value of [0, 0, 5, 100]) addTo(one, value)
  for (const value of [5, 100_000]) addTo(two, value)
  const both = mergedHistogram(one, two)
  expect([1, 2, 3, 4, 5, 6].map((rank) => binOfRank(both, rank))).toEqual([0, 0, binOf(5), binOf(5), binOf(100), binOf(100_000)])
  const { amount: amounts, chance, meanBeyond } = exceedance(both)
  expect(Array.from(amounts)).toEqual([5, 100, binStart(binOf(100_000))])
  expect(Array.from(chance)).toEqual([4 / 6, 2 / 6, 1 / 6])
  expect(Array.from(meanBeyond)).toEqual([100_110 / 4, 100_100 / 2, 100_000])
  expect(quantileBin(both, 0.3)).toEqual({ low: 0, high: 0 })
  expect(quantileBin(both, 0.5)).toEqual({ low: 5, high: binStart(binOf(5) + 1) })
})

test('the worst years are the largest, of equal ones the earliest, in the order of years', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 40 }), fc.integer({ min: 1, max: 20 }), fc.nat(40), (totals, most, cut) => {
      const list = (from: number, to: number) => ({ total: Float64Array.from(totals.slice(from, to)), year: Float64Array.from(totals.slice(from, to), (_, at) => from + at) })
      const best = totals
        .map((total, year) => ({ total, year }))
        .sort((a, b) => b.total - a.total || a.year - b.year)
        .slice(0, most)
        .sort((a, b) => a.year - b.year)
      const oneByOne = worstSoFar(most)
      for (const year of [...totals.keys()].slice(cut)) oneByOne.add(totals[year] as number, year)
      for (const year of [...totals.keys()].slice(0, cut)) oneByOne.add(totals[year] as number, year)
      for (const found of [worstOf(list(cut, totals.length), list(0, cut), most), oneByOne.list()]) {
        expect(Array.from(found.year)).toEqual(best.map((one) => one.year))
        expect(Array.from(found.total)).toEqual(best.map((one) => one.total))
      }
    }),
    seeded,
  ))
