import { expect, test } from 'vitest'
import { exp } from '../maths/exp.ts'
import { inBatches } from './batches.ts'
import { chanceOfBreach, meanLoss, meanOfBatches } from './measures.ts'
import type { LossModel } from './model.ts'
import { modelOf, type SourcePart } from './model-of.ts'
import type { Partial } from './partial.ts'
import { plainEngine } from './plain-engine.ts'
import { richModel } from './sample-models.test-data.ts'
import { openModel, simulateBlocks } from './simulate-blocks.ts'
import { wideInteger } from './wide-sums.ts'

const run = (model: LossModel, count = 20, seed = 20261126): Partial => simulateBlocks(openModel(model, plainEngine), { seed, first: 0, count })
const perHour = { limit: 24, curves: [{ points: [[0, 100, 0] as const] }] }
const off = ({ value, error }: { readonly value: number; readonly error: number }, truth: number): number => Math.abs(value - truth) / error

test('a chance that hangs on a number which is known to be one is the chance', () => {
  const model = (isUncertain: boolean) => {
    const by = isUncertain ? { chanceInput: 0 } : {}
    const source: SourcePart = {
      ...{ rate: 2, duration: ['lognormal', 2, 1], endless: 0.1, ...(isUncertain ? { endlessInput: 0 } : {}) },
      strikes: [{ item: 0, chance: 0.4, failOver: { chance: 0.5, ...by, mu: 1, sigma: 0.3 }, exit: { mu: 4 } }],
      lumps: [{ item: 0, chance: 0.3, ...by, mu: 8, sigma: 1 }],
    }
    const members = [
      { source: 0, chance: 0.7 },
      { source: 1, chance: 0.9 },
    ]
    return modelOf({
      sources: [source, { rate: 1, duration: ['lognormal', 5, 1] }],
      joints: [{ item: 1, least: 2, members }],
      inputs: [{ family: ['lognormal', 0, 0] }],
      items: [perHour, perHour],
    })
  }
  expect(run(model(true), 3).scales[0]).toEqual(run(model(false), 3).scales[0])
})

test('a chance is drawn once for the years of a period, and never above one', () => {
  // The number is 1/2 or 2 at its 16 % and 84 %: of chance 1, that is anything up to certainty.
  const sources: readonly SourcePart[] = [{ rate: 1, lumps: [{ item: 0, chanceInput: 0, mu: Math.log(1000) }] }]
  const partial = run(modelOf({ sources, inputs: [{ family: ['lognormal', 0, Math.LN2], most: 4 }], items: [perHour] }), 400)
  // E[min(1, X)] of a lognormal of median 1 is Φ(−σ)·e^(σ²/2) + 1/2.
  const mean = 0.24413 * exp(Math.LN2 ** 2 / 2) + 0.5
  expect(off(meanLoss(partial), 1000 * mean)).toBeLessThan(4)
  expect(partial.isUncertain).toBe(true)
  expect(meanLoss(partial).uncertainty).toBeGreaterThan(100)
})

test('a rate that hangs on a number is multiplied with it, period by period', () => {
  const sources: readonly SourcePart[] = [{ rate: 2, rateInput: 0, duration: ['constant', 10], strikes: [{ item: 0 }, { item: 1 }] }]
  const partial = run(modelOf({ sources, inputs: [{ family: ['pert', 0, 0.2, 0.6] }], items: [perHour, perHour] }), 200)
  // Both items are struck by the same events: (0 + 4 · 0.2 + 0.6) / 6 of them.
  expect(off(meanLoss(partial), ((2 * 1.4) / 6) * 2 * 1000)).toBeLessThan(4)
  expect(partial.cells.low[0]).toBe(partial.cells.low[1])
})

test('of the events that may not end, their chance does not, and those last until somebody has left', () => {
  const source: SourcePart = { rate: 0.5, duration: ['constant', 10], endless: 0.2, strikes: [{ item: 0, exit: { mu: Math.log(500) } }] }
  const partial = run(modelOf({ sources: [source], items: [perHour] }), 100)
  expect(off(meanLoss(partial), 0.5 * 100 * (0.8 * 10 + 0.2 * 500))).toBeLessThan(4)
  expect(off(chanceOfBreach(partial, 0), 1 - exp(-0.1))).toBeLessThan(4)
})

test('batches add up to the whole, by source and by item', () => {
  const model = richModel()
  const { batches, scales } = run(model, 7)
  expect([...batches.years]).toEqual([3072, 2048, 2048])
  for (const sums of [batches.source, batches.item]) {
    let all = 0n
    for (let at = 0; at < sums.low.length; at++) all += wideInteger(sums, at)
    expect(all).toBe(scales[0]?.sum)
  }
})

test('the error that batches tell of a part holds the truth: nineteen of twenty seeds within two standard errors', () => {
  const sources: readonly SourcePart[] = [1, 3].map((rate) => ({ rate, rateSigma: 0.3, lumps: [{ item: 0, mu: 8, sigma: 0.5 }] }))
  const model = modelOf({ batches: 32, sources, items: [{}] })
  const truth = exp(0.3 ** 2 / 2) * exp(8 + 0.125)
  const held = Array.from({ length: 60 }, (_, seed) => {
    const { value, error } = meanOfBatches(inBatches(run(model, 64, seed).batches, 'source', [0]))
    return Math.abs(value - truth) <= 2 * error
  })
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(52)
})

test('what one has left keeps nothing down any more', () => {
  // One that never comes back is left within 2,000 hours; meanwhile the other falls away for 4 hours, every second year.
  const sources: readonly SourcePart[] = [
    { rate: 0.02, duration: ['endless'] },
    { rate: 0.5, duration: ['constant', 4] },
  ]
  const model = modelOf({ sources, joints: [{ item: 0, least: 2, members: [{ source: 0, exit: { mu: Math.log(2000) } }, { source: 1 }] }], items: [perHour] })
  expect(off(meanLoss(run(model, 1000)), ((100 * 0.02 * 2000) / 8766) * 0.5 * 4)).toBeLessThan(4)
})

test('what is down since years before takes part in what is down together', () => {
  // Two that are each down for three years once in fifty: together for λ²d² of the time, a third of it within one year.
  const [rate, years] = [0.02, 3]
  const sources: readonly SourcePart[] = [1, 2].map((stream) => ({ rate, stream, duration: ['constant', years * 8766] }))
  const model = modelOf({ sources, joints: [{ item: 0, least: 2, members: [{ source: 0 }, { source: 1 }] }], items: [perHour] })
  const mean = meanLoss(run(model, 300))
  // One that is struck again while it is down counts again: the truth lies between the shares of the time with and without that.
  const [least, most] = [(1 - exp(-rate * years)) ** 2, (rate * years) ** 2].map((share) => share * 8766 * 100) as [number, number]
  expect(mean.value + 4 * mean.error).toBeGreaterThan(least)
  expect(mean.value - 4 * mean.error).toBeLessThan(most)
  expect(mean.error / mean.value).toBeLessThan(0.06)
})
