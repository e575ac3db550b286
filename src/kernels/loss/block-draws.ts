import { exp } from '../maths/exp.ts'
import { gammaWithMeanOne } from '../random/gamma.ts'
import { normalOf } from '../random/normal-draw.ts'
import { meanForRejection, poisson, poissonQuantile, poissonStart } from '../random/poisson.ts'
import { threefry } from '../random/threefry.ts'
import { unit } from '../random/uniform.ts'
import { setBars } from './bars.ts'
import { blockYears } from './model.ts'
import { type Plan, pricePoints } from './plan.ts'
import { setPool } from './pools.ts'
import { purposes } from './purposes.ts'

/** What is drawn once a block, and the yearly factors of the groups. */
export interface BlockDraws {
  readonly seed: number
  readonly block: number
  /** By source: what the block makes of its rate, times the years of the block. */
  readonly meanPerBlock: Float64Array
  /** By group: the factors of the years, added up from 0; length `blockYears` + 1. */
  readonly years: readonly Float64Array[]
}

/** Draws them, and sets the means and counts of the pools and the points of the curves for this block. */
export function drawBlock(plan: Plan, seed: number, block: number): BlockDraws {
  const { model, pools, meanPerBlock } = plan
  const words = new Int32Array(4)
  const draw = (counter0: number, counter1: number): void => {
    words[0] = seed
    words[1] = block
    words[2] = counter0
    words[3] = counter1
    threefry(words)
  }
  const lognormal = (sigma: number): number => (sigma > 0 ? exp(sigma * normalOf(words[2] as number, words[3] as number)) : 1)
  const years = Array.from(model.groupShape, (shape, group) => {
    const sums = new Float64Array(blockYears + 1)
    for (let year = 0; year < blockYears; year++) {
      draw(year, purposes.yearKey | group)
      sums[year + 1] = (sums[year] as number) + gammaWithMeanOne(shape, { key0: words[2] as number, key1: words[3] as number })
    }
    return sums
  })
  const rateFactor = (source: number): number => {
    const sigma = model.sources.rateSigma[source] as number
    if (sigma === 0) return 1
    draw(model.sources.rateStream[source] as number, purposes.rate)
    return lognormal(sigma)
  }
  for (const source of plan.full) {
    const group = years[model.sources.group[source] as number]
    meanPerBlock[source] = (model.sources.rate[source] as number) * rateFactor(source) * (group?.[blockYears] ?? blockYears)
  }
  for (const pool of pools.uncertain) {
    const places = pools.source.subarray(pools.first[pool], pools.first[pool + 1])
    setPool(
      pools,
      pool,
      Float64Array.from(places, (source, at) => (pools.usual[(pools.first[pool] as number) + at] as number) * rateFactor(source)),
    )
  }
  for (const pool of pools.large) {
    const mean = pools.mean[pool] as number
    pools.count[pool] = mean > meanForRejection ? largeCount(mean, seed, block, pools.count0[pool] as number) : -1
  }
  if (model.inputs.kind.length > 0) {
    const inputs = plan.quantiles.map((quantile, input) => {
      draw(model.inputs.stream[input] as number, purposes.input)
      return quantile(unit(words[2] as number, words[3] as number))
    })
    setBars(plan.bars, inputs)
    if (model.terms.point.length > 0) priceTerms(plan, inputs)
  }
  return { seed, block, meanPerBlock, years }
}

/** Sets the points of the curves for these values of the inputs. */
function priceTerms({ model: { items, terms }, curves }: Plan, inputs: readonly number[]): void {
  const [slope, jump] = [items.slope.slice(), items.jump.slice()]
  for (let term = 0; term < terms.point.length; term++) {
    let amount = terms.weight[term] as number
    for (let at = terms.offsets[term] as number; at < (terms.offsets[term + 1] as number); at++) amount *= inputs[terms.input[at] as number] as number
    const into = terms.isJump[term] === 1 ? jump : slope
    const point = terms.point[term] as number
    into[point] = (into[point] as number) + amount
  }
  pricePoints({ ...items, slope, jump }, curves.points)
}

/** How many events a source has in a block. The same draw for every source, whatever it strikes. */
export function countOf(mean: number, { seed, block }: Pick<BlockDraws, 'seed' | 'block'>, stream: number): number {
  if (mean > meanForRejection) return largeCount(mean, seed, block, stream)
  const words = Int32Array.of(seed, block, stream, purposes.count)
  threefry(words)
  return poissonQuantile(unit(words[2] as number, words[3] as number), mean, poissonStart(mean))
}

const largeCount = (mean: number, seed: number, block: number, stream: number): number => poisson(mean, { key0: seed, key1: block, counter1: purposes.countByRejection | stream })
