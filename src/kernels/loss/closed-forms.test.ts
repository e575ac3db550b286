import { expect, test } from 'vitest'
import { log } from '../maths/log.ts'
import { normalCdf } from '../maths/normal.ts'
import { metalogBehaviour } from '../statistics/distributions/metalog.ts'
import { chanceOfBreach, chanceOfLoss, exceedance, meanLoss, meanOfBatches, quantileBin, relativeErrors, tailBeyond } from './measures.ts'
import { blockYears, type LossModel } from './model.ts'
import { type InputPart, modelOf, type TermPart } from './model-of.ts'
import type { Partial } from './partial.ts'
import { plainEngine } from './plain-engine.ts'
import { oneLump } from './sample-models.test-data.ts'
import { openModel, simulateBlocks } from './simulate-blocks.ts'
import { tailPass } from './tail-pass.ts'
import { wideNumber } from './wide-sums.ts'

const run = (model: LossModel, count: number, seed = 20261124): Partial => simulateBlocks(openModel(model, plainEngine), { seed, first: 0, count })

/** How many standard errors a figure is off. */
const off = ({ value, error }: { readonly value: number; readonly error: number }, exact: number): number => Math.abs(value - exact) / error

// 90 % between 10,000 and 1,000,000, in cents; the quantiles by FFT on two lattices that agree to 1e-6.
const [mu, sigma] = [11.512925464970229 + Math.log(100), 1.3998723383439264]
const moment = (j: number): number => Math.exp(j * mu + (j * j * sigma * sigma) / 2)

test('a year of Poisson many lognormal amounts has the mean, deviation and quantiles that are known of it', () => {
  const partial = run(oneLump(0.5, mu, sigma), 200)
  const mean = meanLoss(partial)
  expect(off(mean, 13_319_900.5)).toBeLessThan(4)
  expect(off(mean, 0.5 * moment(1))).toBeLessThan(4)
  const n = partial.years
  const kurtosis = 3 + 5073.15
  expect(off({ value: mean.deviation ** 2, error: 0.5 * moment(2) * Math.sqrt((kurtosis - 1) / n) }, 0.5 * moment(2))).toBeLessThan(4)
  expect(off(chanceOfLoss(partial), 1 - 0.6065306597)).toBeLessThan(4)
  for (const [share, exact] of [
    [0.95, 65_135_700],
    [0.99, 188_862_700],
    [0.995, 273_140_200],
    [0.999, 577_923_300],
  ] as const) {
    const tail = tailBeyond(partial, share)
    expect((tail?.var.low ?? 0) * 0.985).toBeLessThan(exact)
    expect((tail?.var.high ?? 0) * 1.015).toBeGreaterThan(exact)
    const bin = quantileBin((partial.scales[0] as Partial['scales'][0]).years, share)
    expect(bin.low).toBeLessThanOrEqual(tail?.var.value ?? 0)
    expect(bin.high).toBeGreaterThan(tail?.var.value ?? 0)
  }
  const tail = tailBeyond(partial, 0.99)
  expect(off(tail?.tvar ?? { value: 0, error: 0 }, 355_484_300)).toBeLessThan(4)
  expect(relativeErrors(partial, 0.99)).toEqual({ mean: mean.error / mean.value, tvar: (tail?.tvar.error ?? 0) / (tail?.tvar.value ?? 1) })
  expect(tailBeyond(partial, 0.5)).toBeUndefined()
  expect(tailBeyond(partial, 1)).toBeUndefined()
})

test('the largest event of a year exceeds an amount as often as 1 − exp(−rate · chance beyond)', () => {
  const partial = run(
    modelOf({
      sources: [
        { rate: 1.5, lumps: [{ item: 0, mu, sigma }] },
        { rate: 0.7, lumps: [{ item: 0, mu: mu - 1, sigma: 2, chance: 0.5 }] },
      ],
      items: [{}],
    }),
    100,
  )
  const curve = exceedance(partial.largest)
  for (const amount of [1_000_000, 20_000_000, 300_000_000]) {
    const beyond = (m: number, s: number, x: number) => 1 - normalCdf((log(x) - m) / s)
    const at = curve.amount.findIndex((one) => one >= amount)
    const x = curve.amount[at] as number
    const exact = 1 - Math.exp(-1.5 * beyond(mu, sigma, x) - 0.35 * beyond(mu - 1, 2, x))
    const value = curve.chance[at] as number
    expect(off({ value, error: Math.sqrt((exact * (1 - exact)) / partial.years) }, exact)).toBeLessThan(4)
  }
})

const outage = (rate: number, points: readonly (readonly [number, number, number])[], more: object = {}): LossModel =>
  modelOf({ longest: 1e6, sources: [{ rate, duration: ['lognormal', Math.log(8), 1.2], strikes: [{ item: 0, ...more }] }], items: [{ limit: 24, curves: [{ points }] }] })

test('the expected excess of an outage over a length is the known one', () => {
  for (const [from, exact] of [
    [4, 12.9423453042],
    [24, 5.7391307681],
    [72, 1.9236764104],
  ] as const) {
    // So rare that outages overlap in less than one year of a thousand; what that costs is below the error.
    expect(off(meanLoss(run(outage(0.02, [[from, 10_000, 0]]), 300)), 0.02 * 10_000 * exact)).toBeLessThan(4)
  }
})

test('an outage costs its slopes and jumps as the closed form says, and a delay takes away what comes before it', () => {
  const excess = (g: number): number => {
    const d = (Math.log(8) + 1.44 - Math.log(g)) / 1.2
    return 8 * Math.exp(0.72) * normalCdf(d) - g * normalCdf(d - 1.2)
  }
  const beyond = (g: number): number => 1 - normalCdf((Math.log(g) - Math.log(8)) / 1.2)
  const costs = run(
    outage(
      0.02,
      [
        [2, 5000, 300],
        [10, 9000, 40_000],
        [48, 1000, 2_000_000],
      ],
      { delay: [3, 3] },
    ),
    300,
  )
  const exact = 5000 * excess(5) + 4000 * excess(13) - 8000 * excess(51) + 300 * beyond(5) + 40_000 * beyond(13) + 2_000_000 * beyond(51)
  expect(off(meanLoss(costs), 0.02 * exact)).toBeLessThan(4)
})

test('a year breaches a limit as often as 1 − exp(−rate · chance of a longer outage)', () => {
  const rare = run(outage(0.5, []), 200)
  // Two outages that overlap by chance may breach together, which the formula leaves out: well below the error at this rate.
  expect(off(chanceOfBreach(rare, 0), 0.0860514108)).toBeLessThan(4)
})

test('who can leave or fail over is down for no longer than that', () => {
  const exit = run(outage(0.02, [[0, 10_000, 0]], { exit: { mu: Math.log(24) } }), 200)
  const mean = 8 * Math.exp(0.72)
  expect(off(meanLoss(exit), 0.02 * 10_000 * (mean - 5.7391307681))).toBeLessThan(4)
  const failOver = run(outage(0.02, [[0, 10_000, 0]], { failOver: { chance: 0.75, mu: Math.log(4) } }), 200)
  expect(off(meanLoss(failOver), 0.02 * 10_000 * (mean - 0.75 * 12.9423453042))).toBeLessThan(4)
})

test('a chance thins the events, and a spread widens the outages', () => {
  expect(off(meanLoss(run(outage(0.08, [[0, 10_000, 0]], { chance: 0.25 }), 200)), 0.02 * 10_000 * 8 * Math.exp(0.72))).toBeLessThan(4)
  expect(off(meanLoss(run(outage(0.02, [[0, 10_000, 0]], { spread: 0.5 }), 200)), 0.02 * 10_000 * 8 * Math.exp(0.72 + 0.125))).toBeLessThan(4)
})

test('notice puts an outage off and takes nothing from it, but for those who have left by then', () => {
  const mean = 8 * Math.exp(0.72)
  const notice = { notice: [700, 740], delay: [700, 740] }
  expect(off(meanLoss(run(outage(0.02, [[0, 10_000, 0]], notice), 200)), 0.02 * 10_000 * mean)).toBeLessThan(4)
  const late = { notice: [700, 740], delay: [704, 744] }
  expect(off(meanLoss(run(outage(0.02, [[0, 10_000, 0]], late), 200)), 0.02 * 10_000 * 12.9423453042)).toBeLessThan(4)
  expect(meanLoss(run(outage(0.02, [[0, 10_000, 0]], { ...notice, exit: { mu: Math.log(600) } }), 20)).value).toBe(0)
})

test('rates that are off together make the mean less sure than rates that are off apart', () => {
  const model = (together: boolean): LossModel =>
    modelOf({
      sources: Array.from({ length: 20 }, (_, at) => ({
        rate: 1,
        rateSigma: 0.6,
        ...(together ? { rateStream: 7 } : {}),
        lumps: [{ item: 0, mu: 10, sigma: 0.1, chance: 1 - at / 100 }],
      })),
      items: [{}],
    })
  const [apart, together] = [meanLoss(run(model(false), 60)), meanLoss(run(model(true), 60))]
  expect(together.uncertainty / apart.uncertainty).toBeGreaterThan(3)
})

test('where rates are drawn once a period, the intervals of chances, quantiles and tails hold as often as they should', () => {
  const [rate, sigma] = [0.05, 1]
  const open = openModel(modelOf({ sources: [{ rate, rateSigma: sigma, lumps: [{ item: 0, mu: 10, sigma: 1 }] }], items: [{}] }), plainEngine)
  const known = simulateBlocks(open, { seed: 99, first: 0, count: 3000 })
  const [any, tail] = [chanceOfLoss(known).value, tailBeyond(known, 0.99)]
  const held = [0, 0, 0]
  const holds = (which: 0 | 1 | 2): void => {
    held[which] = (held[which] as number) + 1
  }
  for (let seed = 0; seed < 60; seed++) {
    const partial = simulateBlocks(open, { seed, first: 0, count: 60 })
    const [chance, own] = [chanceOfLoss(partial), tailBeyond(partial, 0.99)]
    if (own === undefined || tail === undefined) expect.unreachable()
    if (Math.abs(chance.value - any) < 1.96 * chance.error) holds(0)
    if (own.var.low <= tail.var.value && own.var.high >= tail.var.value) holds(1)
    if (Math.abs(own.tvar.value - tail.tvar.value) < 1.96 * own.tvar.error) holds(2)
  }
  for (const count of held) expect(count).toBeGreaterThanOrEqual(50)
})

test('a PERT duration has its mean', () => {
  const model = modelOf({ sources: [{ rate: 0.02, duration: ['pert', 1, 4, 12], strikes: [{ item: 0 }] }], items: [{ curves: [{ points: [[0, 10_000, 0]] }] }] })
  expect(off(meanLoss(run(model, 200)), 0.02 * 10_000 * (29 / 6))).toBeLessThan(4)
})

test('a yearly factor of mean one leaves the mean and adds (rate · mean)² / shape to the variance', () => {
  const partial = run(modelOf({ groups: [0.8], sources: [{ rate: 3, group: 0, lumps: [{ item: 0, mu: 10, sigma: 0.3 }] }], items: [{}] }), 100)
  const [first, second] = [Math.exp(10 + 0.045), Math.exp(20 + 0.18)]
  expect(off(meanLoss(partial), 3 * first)).toBeLessThan(4)
  const exact = 3 * second + (3 * first) ** 2 / 0.8
  expect(Math.abs(meanLoss(partial).deviation ** 2 / exact - 1)).toBeLessThan(4 * Math.sqrt(10 / partial.years))
})

test('sources of one group have bad years together: the covariance is the product of their means by the shape', () => {
  const lump = (mu: number) => ({ rate: 2, group: 0, lumps: [{ item: 0, mu, sigma: 0 }] })
  const of = (...sources: readonly ReturnType<typeof lump>[]) => meanLoss(run(modelOf({ groups: [1], sources, items: [{}] }), 100)).deviation ** 2
  const [a, b] = [Math.exp(10), Math.exp(10)]
  const exact = 2 * a * a + 2 * b * b + (2 * a + 2 * b) ** 2
  expect(Math.abs(of(lump(10), lump(10)) / exact - 1)).toBeLessThan(0.08)
})

test('what is uncertain for good is drawn once a period, and shows as uncertainty of the mean', () => {
  const model = modelOf({ sources: [{ rate: 5, rateSigma: 0.4, lumps: [{ item: 0, mu: 10, sigma: 0.5 }] }], items: [{}] })
  const { value, error, uncertainty } = meanLoss(run(model, 150))
  const known = 5 * Math.exp(10.125)
  expect(off({ value, error }, known * Math.exp(0.08))).toBeLessThan(4)
  expect(uncertainty / (known * Math.exp(0.08) * Math.sqrt(Math.exp(0.16) - 1))).toBeCloseTo(1, 0)
})

const perHour = (inputs: readonly InputPart[], terms: readonly TermPart[]): LossModel =>
  modelOf({ sources: [{ rate: 5, duration: ['constant', 3], strikes: [{ item: 0 }] }], inputs, items: [{ curves: [{ points: [[0, 1000, 500]], terms }] }] })

test('uncertain costs of every family keep their mean, and products of them that of the product', () => {
  const lognormal: InputPart = { family: ['lognormal', 10, 0.3] }
  const pert: InputPart = { family: ['pert', 1, 4, 12] }
  const metalog: InputPart = { family: ['metalog', 2, 0.2, 0.05] }
  const meanOf: readonly (readonly [InputPart, number])[] = [
    [lognormal, Math.exp(10.045)],
    [pert, 29 / 6],
    [metalog, metalogBehaviour({ coefficients: [2, 0.2, 0.05], lower: 0, upper: undefined }).mean],
  ]
  for (const [input, mean] of meanOf) {
    const slope = meanLoss(run(perHour([input], [{ point: 0, to: 'slope', weight: 100, inputs: [0] }]), 150))
    expect(off(slope, 5 * (3 * (1000 + 100 * mean) + 500))).toBeLessThan(4)
    const jump = meanLoss(run(perHour([input], [{ point: 0, to: 'jump', weight: 100, inputs: [0] }]), 150))
    expect(off(jump, 5 * (3000 + 500 + 100 * mean))).toBeLessThan(4)
  }
  const product = meanLoss(run(perHour([lognormal, pert], [{ point: 0, to: 'slope', weight: 1, inputs: [0, 1] }]), 150))
  expect(off(product, 5 * (3 * (1000 + Math.exp(10.045) * (29 / 6)) + 500))).toBeLessThan(4)
})

test('a number that cannot be more than something is never drawn above it', () => {
  const share = perHour([{ family: ['lognormal', 0, 0.5], most: 1 }], [{ point: 0, to: 'slope', weight: 1000, inputs: [0] }])
  // E[min(1, X)] of a lognormal of median 1.
  const known = Math.exp(0.125) * normalCdf(-0.5) + 0.5
  expect(off(meanLoss(run(share, 200)), 5 * (3 * (1000 + 1000 * known) + 500))).toBeLessThan(4)
})

test('one input in two terms moves both: the same as one term of twice the weight, to the cent', () => {
  const one: InputPart = { family: ['pert', 1, 4, 12] }
  const term = (weight: number): TermPart => ({ point: 0, to: 'slope', weight, inputs: [0] })
  const twice = run(perHour([one], [term(2048), term(2048)]), 20)
  const once = run(perHour([one], [term(4096)]), 20)
  expect(twice.scales[0]?.sum).toBe(once.scales[0]?.sum)
  const apart = run(perHour([one, one], [term(2048), { ...term(2048), inputs: [1] }]), 150)
  expect(meanLoss(apart).uncertainty).toBeLessThan(0.85 * meanLoss(run(perHour([one], [term(4096)]), 150)).uncertainty)
})

test('causes with one kind of amount share the mean and the tail by their rates', () => {
  const rates = [0.1, 0.4, 1]
  const model = modelOf({ sources: rates.map((rate) => ({ rate, lumps: [{ item: 0, mu, sigma: 0.8 }] })), items: [{}] })
  const open = openModel(model, plainEngine)
  const partial = simulateBlocks(open, { seed: 3, first: 0, count: 100 })
  const shares = rates.map((_, cell) => wideNumber(partial.cells, cell))
  const all = shares.reduce((sum, one) => sum + one, 0)
  for (const [cell, rate] of rates.entries()) expect(Math.abs((shares[cell] as number) / all - rate / 1.5)).toBeLessThan(0.01)
  const years = tailBeyond(partial, 0.95)?.years ?? new Float64Array(0)
  const batches = Array.from({ length: 16 }, (_, batch) =>
    tailPass(
      open,
      3,
      years.filter((_, at) => Math.floor((at * 16) / years.length) === batch),
    ),
  )
  const tvar = meanOfBatches(batches.map((one) => ({ years: one.years, sum: Number(one.totals[0]) }))).value
  for (const [cell, rate] of rates.entries()) {
    const { value, error } = meanOfBatches(batches.map((one) => ({ years: one.years, sum: wideNumber(one.cells, cell) })))
    expect(off({ value, error: Math.hypot(error, (0.01 * tvar * rate) / 1.5) }, (tvar * rate) / 1.5)).toBeLessThan(4)
    expect(error).toBeLessThan(value / 5)
  }
})

test('over 200 seeds the errors are spread as errors should be', () => {
  const known = 2 * Math.exp(10.125)
  const none = Math.exp(-2)
  const model = modelOf({ sources: [{ rate: 2, lumps: [{ item: 0, mu: 10, sigma: 0.5 }] }], items: [{}] })
  const open = openModel(model, plainEngine)
  const scores = Array.from({ length: 200 }, (_, seed) => {
    const partial = simulateBlocks(open, { seed, first: seed, count: 2 })
    const mean = meanLoss(partial)
    return [(mean.value - known) / mean.error, (chanceOfLoss(partial).value - (1 - none)) / Math.sqrt((none * (1 - none)) / (2 * blockYears))] as const
  })
  for (const which of [0, 1] as const) {
    const sorted = scores.map((one) => normalCdf(one[which])).sort((a, b) => a - b)
    const distance = Math.max(...sorted.map((u, at) => Math.max(u - at / 200, (at + 1) / 200 - u)))
    expect(distance * Math.sqrt(200)).toBeLessThan(2.23) // p > 1e-4 of Kolmogorov and Smirnov
    expect(Math.max(...scores.map((one) => Math.abs(one[which])))).toBeLessThan(4.5)
  }
})
