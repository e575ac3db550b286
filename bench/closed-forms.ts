/**
 * What the loss engine comes to in a million years beside what is known exactly: the table of docs/ground-truth.md. The tests hold it to the same values.
 *
 * usage: node bench/closed-forms.ts
 */
import { chanceOfBreach, chanceOfLoss, type Estimate, meanLoss, tailBeyond } from '#kernels/loss/measures.ts'
import type { LossModel } from '#kernels/loss/model.ts'
import { modelOf, type SourcePart, type StrikePart } from '#kernels/loss/model-of.ts'
import type { Partial } from '#kernels/loss/partial.ts'
import { openModel, simulateBlocks } from '#kernels/loss/simulate-blocks.ts'
import { lossEngine } from '#workspace/loss-loops.ts'

const million = 1000
const run = (model: LossModel): Partial => simulateBlocks(openModel(model, lossEngine()), { seed: 20261124, first: 0, count: million })

/** One amount an event: 90 % between 10,000 and 1,000,000 euros. */
const [mu, sigma] = [11.512925464970229 + Math.log(100), 1.3998723383439264]
/** So seldom that two outages hardly ever overlap, which closed forms leave out. */
const seldom = 0.02

/** Outages that cost one euro for every hour beyond some hour. */
const beyond = (from: number, duration: NonNullable<SourcePart['duration']>, strike: Omit<StrikePart, 'item'> = {}): LossModel =>
  modelOf({ longest: 1e6, sources: [{ rate: seldom, duration, strikes: [{ item: 0, ...strike }] }], items: [{ curves: [{ points: [[from, 100, 0]] }] }] })

const inUnits = ({ value, error }: Estimate, unit: number): Estimate => ({ value: value / unit, error: error / unit })
const hours = (model: LossModel): Estimate => inUnits(meanLoss(run(model)), seldom * 100)

const amounts = run(modelOf({ sources: [{ rate: 0.5, lumps: [{ item: 0, mu, sigma }] }], items: [{}] }))
const median8 = ['lognormal', Math.log(8), 1.2] as const
const quantile = (share: number): Estimate => {
  const { value, low, high } = tailBeyond(amounts, share)?.var ?? { value: Number.NaN, low: 0, high: 0 }
  return { value: value / 100, error: (high - low) / 200 / 1.96 }
}

const rows: readonly (readonly [what: string, exact: number, simulated: Estimate])[] = [
  ['average year of 0.5 lognormal amounts (λ E[X])', 133_199.005, inUnits(meanLoss(amounts), 100)],
  ['chance of any (1 − e^−λ)', 0.3934693403, chanceOfLoss(amounts)],
  ['VaR 95 % (Fourier transform, two lattices)', 651_357, quantile(0.95)],
  ['VaR 99 %', 1_888_627, quantile(0.99)],
  ['VaR 99.5 %', 2_731_402, quantile(0.995)],
  ['VaR 99.9 %', 5_779_233, quantile(0.999)],
  ['TVaR 99 %', 3_554_843, inUnits(tailBeyond(amounts, 0.99)?.tvar ?? { value: Number.NaN, error: 0 }, 100)],
  ['hours beyond 4 of a lognormal outage, median 8 h, σ 1.2 (stop-loss)', 12.9423453042, hours(beyond(4, median8))],
  ['hours beyond 24', 5.7391307681, hours(beyond(24, median8))],
  ['hours beyond 72', 1.9236764104, hours(beyond(72, median8))],
  ['the same outage after 30 days of notice', 8 * Math.exp(0.72), hours(beyond(0, median8, { notice: [720, 720], delay: [720, 720] }))],
  ['hours of a PERT outage of 1, 4, 12 ((a + 4m + b) / 6)', 29 / 6, hours(beyond(0, ['pert', 1, 4, 12]))],
  [
    'chance of an outage beyond 24 h, 0.5 outages a year (1 − e^−λP)',
    0.0860514108,
    chanceOfBreach(run(modelOf({ sources: [{ rate: 0.5, duration: median8, strikes: [{ item: 0 }] }], items: [{ limit: 24, curves: [{ points: [] }] }] })), 0),
  ],
]

const figure = (x: number): string => (x >= 1000 ? Math.round(x).toLocaleString('en') : x.toPrecision(4))
console.log('| what | exact | simulated | standard error | off, in errors |\n|---|---:|---:|---:|---:|')
for (const [what, exact, { value, error }] of rows) console.log(`| ${what} | ${figure(exact)} | ${figure(value)} | ${figure(error)} | ${((value - exact) / error).toFixed(1)} |`)
