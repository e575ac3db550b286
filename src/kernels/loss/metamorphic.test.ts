import { expect, test } from 'vitest'
import { meanLoss } from './measures.ts'
import type { LossModel } from './model.ts'
import { modelOf, type SourcePart } from './model-of.ts'
import type { Partial } from './partial.ts'
import { plainEngine } from './plain-engine.ts'
import { openModel, simulateBlocks } from './simulate-blocks.ts'

const run = (model: LossModel, count = 20): Partial => simulateBlocks(openModel(model, plainEngine), { seed: 20261124, first: 0, count })
const points = (by: number) => [[0, 1000 * by, 0] as const, [8, 5000 * by, 20_000 * by] as const]
const strike: SourcePart = { rate: 2, duration: ['lognormal', 2, 1], strikes: [{ item: 0 }, { item: 1, delay: [1, 4] }] }
const items = (by = 1) => [{ curves: [{ points: points(by) }] }, { curves: [{ points: points(3 * by) }] }]

test('ten times the money is ten times the loss', () => {
  const model = (by: number) => modelOf({ sources: [strike, { rate: 1, lumps: [{ item: 0, mu: 12 + Math.log(by), sigma: 1 }] }], items: items(by) })
  const [one, ten] = [run(model(1)), run(model(10))]
  expect(meanLoss(ten).value / meanLoss(one).value).toBeCloseTo(10, 4)
  expect(meanLoss(ten).deviation / meanLoss(one).deviation).toBeCloseTo(10, 4)
  expect(ten.yearsWithLoss).toBe(one.yearsWithLoss)
})

test('a source split in two of half the rate has the same distribution', () => {
  const whole = meanLoss(run(modelOf({ sources: [strike], items: items() }), 60))
  const halves = meanLoss(
    run(
      modelOf({
        sources: [
          { ...strike, rate: 1, stream: 7 },
          { ...strike, rate: 1, stream: 8 },
        ],
        items: items(),
      }),
      60,
    ),
  )
  expect(Math.abs(whole.value - halves.value) / Math.hypot(whole.error, halves.error)).toBeLessThan(4)
  expect(halves.deviation / whole.deviation).toBeCloseTo(1, 1)
})

test('items that are struck alike cost as much apart as one that costs what both do', () => {
  const both = modelOf({ sources: [{ ...strike, strikes: [{ item: 0 }, { item: 1 }] }], items: [{ curves: [{ points: points(1) }] }, { curves: [{ points: points(2) }] }] })
  const joined = modelOf({ sources: [{ ...strike, strikes: [{ item: 0 }] }], items: [{ curves: [{ points: points(3) }] }] })
  const [a, b] = [run(both), run(joined)]
  expect(Math.abs(Number((a.scales[0] as Partial['scales'][0]).sum) / Number((b.scales[0] as Partial['scales'][0]).sum) - 1)).toBeLessThan(1e-6)
})

test('the order of sources and items is no matter, as long as their streams stay', () => {
  const forth = modelOf({
    sources: [
      { ...strike, stream: 1 },
      { rate: 1, stream: 2, lumps: [{ item: 1, mu: 12, sigma: 1 }] },
    ],
    items: items().map((one, at) => ({ ...one, stream: at })),
  })
  const swapped = { ...strike, stream: 1, strikes: [{ item: 1 }, { item: 0, delay: [1, 4] as const }] }
  const back = modelOf({
    sources: [{ rate: 1, stream: 2, lumps: [{ item: 0, mu: 12, sigma: 1 }] }, swapped],
    items: items()
      .map((one, at) => ({ ...one, stream: at }))
      .toReversed(),
  })
  expect(run(back).scales[0]?.sum).toBe(run(forth).scales[0]?.sum)
})

test('two models that differ in one source differ by that source and by nothing else', () => {
  const [left, right] = [
    { ...strike, stream: 1 },
    { ...strike, stream: 2, strikes: [{ item: 1 }], rate: 3 },
  ]
  const without = modelOf({ sources: [left], items: items() })
  const withBoth = modelOf({ sources: [right, left], items: items() })
  const apart = modelOf({ sources: [right], items: items() })
  const total = (model: LossModel) => Number(run(model).scales[0]?.sum)
  // Only where outages of both overlap does the whole cost otherwise than its parts.
  expect(Math.abs(total(withBoth) - total(apart) - total(without)) / total(withBoth)).toBeLessThan(0.02)
  // A slightly higher rate adds events to the same years: the difference is far surer than its parts.
  const yearly = (rate: number) => run(modelOf({ sources: [{ rate, lumps: [{ item: 0, mu: 10, sigma: 0 }] }], items: [{}] }), 10)
  const [few, more] = [yearly(2), yearly(2.2)]
  const difference = meanLoss(more).value - meanLoss(few).value
  expect(Math.abs(difference / (0.2 * Math.exp(10)) - 1)).toBeLessThan(0.2)
  expect(more.yearsWithLoss).toBeGreaterThanOrEqual(few.yearsWithLoss)
})

test('an item that needs one of two to be up loses less than one that needs both, and as much when its two are one source', () => {
  const source = { rate: 4, duration: ['lognormal', 4, 1] as const }
  const item = { curves: [{ points: points(1) }] }
  const joint = (least: number, second: number) => modelOf({ sources: [source, source], joints: [{ item: 0, least, members: [{ source: 0 }, { source: second }] }], items: [item] })
  const value = (model: LossModel) => meanLoss(run(model)).value
  const single = value(modelOf({ sources: [{ ...source, strikes: [{ item: 0 }] }], items: [item] }))
  expect(value(joint(2, 1))).toBeGreaterThan(0)
  expect(value(joint(2, 1))).toBeLessThan(single * 0.5)
  expect(value(joint(1, 1))).toBeGreaterThan(single)
  expect(value(joint(2, 0))).toBe(single)
})

test('an outage begins in the year of its event and is not cut at new year', () => {
  const model = modelOf({
    longest: 50_000,
    sources: [{ rate: 0.05, duration: ['constant', 20_000], strikes: [{ item: 0 }] }],
    items: [{ limit: 19_999, curves: [{ points: [[0, 100, 0]] }] }],
  })
  const partial = run(model)
  expect(Number(partial.scales[0]?.sum)).toBeGreaterThan(partial.yearsWithLoss * 2_000_000 - 1)
  expect(partial.breaches[0]).toBe(partial.yearsWithLoss)
})

test('what does not end is cut at the longest outage, and breaches no limit of that length', () => {
  const model = modelOf({ longest: 100, sources: [{ rate: 0.01, duration: ['endless'], strikes: [{ item: 0 }] }], items: [{ limit: 100, curves: [{ points: [[0, 100, 0]] }] }] })
  const partial = run(model, 4)
  expect(partial.breaches[0]).toBeLessThan(2)
  expect(partial.yearsWithLoss).toBeGreaterThan(10)
})

test('in a busy year the events come in the order of time as in a quiet one', () => {
  const strikes = [{ item: 0, delay: [0, 3] as const }]
  const busy = { rate: 150, duration: ['lognormal', 3, 1] as const, strikes }
  const partial = run(modelOf({ sources: [busy], items: [{ curves: [{ points: [[0, 1000, 0]] }] }] }), 1)
  // So many outages overlap that the year's hours are the limit of what it costs.
  expect(partial.worst.total.every((total) => total > 1000 * 2000 && total < 1000 * 12_000)).toBe(true)
})
