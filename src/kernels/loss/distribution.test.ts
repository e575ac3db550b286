import { expect, test } from 'vitest'
import { exp } from '../maths/exp.ts'
import { compound, mixed } from '../statistics/compound/compound.ts'
import { latticeMeasures, latticeOf } from '../statistics/compound/lattice.ts'
import { panjer } from '../statistics/compound/panjer.ts'
import { lognormalBehaviour } from '../statistics/distributions/lognormal.ts'
import { exceedance } from './measures.ts'
import { modelOf, type SourcePart } from './model-of.ts'
import { plainEngine } from './plain-engine.ts'
import { openModel, simulateBlocks } from './simulate-blocks.ts'

/** The curve of some simulated years. */
const curveOf = (sources: readonly SourcePart[], blocks: number) => {
  const partial = simulateBlocks(openModel(modelOf({ sources, items: [{}] }), plainEngine), { seed: 20261126, first: 0, count: blocks })
  const [money] = partial.scales
  return { years: partial.years, ...exceedance(money?.years ?? expect.unreachable()) }
}

/** A simulated chance lies within four standard errors of the exact one. */
const near = (simulated: number, exact: number, years: number): void => expect(Math.abs(simulated - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / years))

test('the whole curve of two kinds of amount is that of the Fourier transform', () => {
  const parts = [
    { rate: 0.8, mu: 10, sigma: 1 },
    { rate: 0.3, mu: 11, sigma: 1.3 },
  ]
  const { years, amount, chance } = curveOf(
    parts.map(({ rate, mu, sigma }) => ({ rate, lumps: [{ item: 0, mu, sigma }] })),
    300,
  )
  const lattice = { step: 500, length: 2 ** 15 }
  const { rate, amounts } = mixed(parts.map(({ mu, sigma, rate: own }) => ({ rate: own, amounts: latticeOf(lognormalBehaviour({ mu, sigma }), lattice) })))
  const mean = parts.reduce((sum, one) => sum + one.rate * exp(one.mu + (one.sigma * one.sigma) / 2), 0)
  const exact = latticeMeasures(compound({ family: 'poisson', mean: rate }, amounts), { step: lattice.step, nothing: exp(-rate), mean })
  for (const wanted of [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 3_000_000]) {
    const at = amount.findIndex((one) => one >= wanted)
    near(chance[at] as number, exact.exceedance(amount[at] as number), years)
  }
})

test('sums of whole amounts have the chances of Panjer’s rule', () => {
  const amounts = Float64Array.of(0, 0.5, 0.4, 0.1)
  const sums = panjer({ family: 'poisson', mean: 3 }, amounts, 12) ?? expect.unreachable()
  const sources = [1, 2, 3].map((size): SourcePart => ({ rate: 3 * (amounts[size] as number), lumps: [{ item: 0, mu: Math.log(1000 * size), sigma: 0 }] }))
  const { years, amount, chance } = curveOf(sources, 200)
  for (let sum = 1; sum < 12; sum++) {
    // A bin is less than a hundredth wide, so the first that begins above all smaller sums holds this one.
    const at = amount.findIndex((one) => one > 1000 * (sum - 0.5))
    const below = sums.subarray(0, sum).reduce((total, one) => total + one, 0)
    near(chance[at] as number, 1 - below, years)
  }
})
