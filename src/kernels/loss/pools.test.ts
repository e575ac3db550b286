import { expect, test } from 'vitest'
import { blockYears, type LossModel } from './model.ts'
import { modelOf } from './model-of.ts'
import { plainEngine } from './plain-engine.ts'
import { planOf } from './plan.ts'
import { mostAlone, type Pools } from './pools.ts'
import { manyLumps } from './sample-models.test-data.ts'
import { openModel, simulateBlocks } from './simulate-blocks.ts'
import { wideNumber } from './wide-sums.ts'

const poolsOf = (model: LossModel): Pools => planOf(model).pools
const sizes = ({ first }: Pools): readonly number[] => Array.from(first.subarray(1), (end, pool) => end - (first[pool] as number))

/** Sources that each cost one unit an event, so that sums are counts. */
const counted = (rates: readonly number[]): LossModel => modelOf({ sources: sourcesOf(rates), items: [{}] })
const sourcesOf = (rates: readonly number[]) => rates.map((rate, at) => ({ rate, stream: at * 3001, lumps: [{ item: 0, mu: 0, sigma: 0 }] }))

test('a few sources have pools of their own, and of more there are few pools', () => {
  const rates = Array.from({ length: mostAlone }, () => 0.01)
  const alone = poolsOf(counted(rates))
  expect([sizes(alone).length, new Set(sizes(alone)), alone.table.length]).toEqual([mostAlone, new Set([1]), 0])
  expect(new Set(alone.windowBits)).toEqual(new Set([10]))
  const [left, right] = sizes(poolsOf(counted([...rates, 0.01, 0.01]))) as [number, number]
  expect(left + right).toBe(mostAlone + 2)
  expect(sizes(poolsOf(counted([...rates, 5]))).filter((size) => size === 1)).toEqual([1])
})

test.each([
  [0.5, 7],
  [20, 2],
  [60, 0],
  [5000, 0],
])('of two pools with %d events a year the windows are 2^%d years', (eventsPerYear, bits) => {
  expect(Array.from(poolsOf(counted(Array.from({ length: 5000 }, () => eventsPerYear / 5000))).windowBits).slice(0, 2)).toEqual([bits, bits])
})

test('every source is in one pool, and no pool is too large', () => {
  const model = manyLumps(9000)
  const pools = poolsOf(model)
  expect(Array.from(pools.source).sort((a, b) => a - b)).toEqual(Array.from(model.sources.rate, (_, at) => at))
  for (let pool = 0; pool < pools.mean.length; pool++) {
    const places = Array.from({ length: sizes(pools)[pool] as number }, (_, at) => (pools.first[pool] as number) + at)
    expect(places.length).toBeLessThanOrEqual(4096)
    expect(places.reduce((sum, place) => sum + (pools.usual[place] as number), 0) / blockYears).toBeLessThanOrEqual(places.length === 1 ? 6 : 2048)
  }
})

test.each([2, 30, 400])('sources of a pool have Poisson many events each, and years do not know of one another, at %d a year', (eventsPerYear) => {
  const rates = Array.from({ length: 4200 }, (_, at) => (at % 10 === 0 ? 0 : (eventsPerYear / 4200) * ((1 + (at % 7)) / 4)))
  const blocks = 8
  const partial = simulateBlocks(openModel(counted(rates), plainEngine), { seed: 20261126, first: 0, count: blocks })
  const years = blocks * blockYears
  let [squares, degrees] = [0, 0]
  for (const [cell, rate] of rates.entries()) {
    const [met, expected] = [wideNumber(partial.cells, cell), rate * years]
    if (rate === 0) expect(met).toBe(0)
    if (rate === 0) continue
    squares += (met - expected) ** 2 / expected
    degrees++
  }
  // Of Poisson counts the sum has this mean, and at least this spread.
  expect(Math.abs(squares - degrees) / Math.sqrt(2 * degrees)).toBeLessThan(4)
  const perYear = rates.reduce((sum, rate) => sum + rate, 0)
  const counts = Array.from(partial.worst.total)
  expect(counts.length).toBe(years)
  const mean = counts.reduce((sum, one) => sum + one, 0) / years
  const spread = (apart: number): number => counts.slice(apart).reduce((sum, one, at) => sum + (one - mean) * ((counts[at] as number) - mean), 0) / (years - apart) / perYear
  expect(Math.abs(mean - perYear) / Math.sqrt(perYear / years)).toBeLessThan(4)
  expect(Math.abs(spread(0) - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / perYear) / years))
  for (const apart of [1, 2, 3, 8]) expect(Math.abs(spread(apart))).toBeLessThan(4 / Math.sqrt(years))
})

test('a source that goes, or changes its rate, leaves those of other pools where they are', () => {
  const rates = Array.from({ length: 5000 }, () => 0.01)
  const cellsOf = (model: LossModel): readonly number[] => {
    const { cells } = simulateBlocks(openModel(model, plainEngine), { seed: 5, first: 0, count: 2 })
    return Array.from(cells.low)
  }
  const first = poolsOf(counted(rates)).first[1] as number
  expect(first).toBeLessThan(4000)
  const before = cellsOf(counted(rates))
  expect(cellsOf(counted(rates.slice(0, -1))).slice(0, first)).toEqual(before.slice(0, first))
  expect(cellsOf(counted([...rates.slice(0, -1), 0.02])).slice(0, first)).toEqual(before.slice(0, first))
  expect(cellsOf(counted([...rates.slice(0, -1), 0.02])).slice(first)).not.toEqual(before.slice(first))
})

test('in which order the sources of a pool are listed is no matter', () => {
  const sources = sourcesOf(Array.from({ length: 5000 }, (_, at) => 0.001 * (1 + (at % 5))))
  const worst = (list: typeof sources) => simulateBlocks(openModel(modelOf({ sources: list, items: [{}] }), plainEngine), { seed: 5, first: 0, count: 1 }).worst
  expect(worst(sources.toReversed())).toEqual(worst(sources))
})
