import { exp } from '../maths/exp.ts'
import { gammaWithMeanOne } from '../random/gamma.ts'
import { normalOf } from '../random/normal-draw.ts'
import { meanForRejection, poisson, poissonQuantile, poissonStart } from '../random/poisson.ts'
import { threefry } from '../random/threefry.ts'
import { unit } from '../random/uniform.ts'
import { setBars } from './bars.ts'
import { blockYears, periodOf, periods } from './model.ts'
import { type Plan, pricePoints } from './plan.ts'
import { setPool } from './pools.ts'
import { purposes } from './purposes.ts'

/** What is drawn once a block, once a period, and the yearly factors of the groups. */
export interface BlockDraws {
  readonly seed: number
  readonly block: number
  /** By source: what the block makes of its rate, times the years of the block. */
  readonly meanPerBlock: Float64Array
  /** By full source, in their order: the factors of the years, added up from 0, of length `blockYears` + 1; nothing where all years are alike. */
  readonly years: readonly (Float64Array | undefined)[]
}

/** A draw under the block's own key. */
type Draw = (counter0: number, counter1: number) => readonly [number, number]

/** Draws them, and sets the means and counts of the pools, the bars and the points of the curves for this block. */
export function drawBlock(plan: Plan, seed: number, block: number): BlockDraws {
  const { model, pools, meanPerBlock } = plan
  const words = new Int32Array(4)
  const draw: Draw = (counter0, counter1) => {
    words[0] = seed
    words[1] = block
    words[2] = counter0
    words[3] = counter1
    threefry(words)
    return [words[2] as number, words[3] as number]
  }
  const inputs = drawInputs(plan, draw)
  const yearly = yearFactors(plan, draw, inputs)
  const years = Array.from(plan.full, (source) => yearly(source))
  for (const [at, source] of plan.full.entries()) meanPerBlock[source] = (model.sources.rate[source] as number) * (years[at]?.[blockYears] ?? blockYears)
  for (const pool of pools.uncertain) {
    const places = pools.source.subarray(pools.first[pool], pools.first[pool + 1])
    setPool(
      pools,
      pool,
      Float64Array.from(places, (source, at) => (pools.usual[(pools.first[pool] as number) + at] as number) * rateFactor(plan, source, 0, draw)),
    )
  }
  for (const pool of pools.large) {
    const mean = pools.mean[pool] as number
    pools.count[pool] = mean > meanForRejection ? largeCount(mean, seed, block, pools.count0[pool] as number) : -1
  }
  return { seed, block, meanPerBlock, years }
}

/** The period stands above the stream in the counter. */
const periodBits = 24

function rateFactor({ model: { sources } }: Plan, source: number, period: number, draw: Draw): number {
  const sigma = sources.rateSigma[source] as number
  return sigma === 0 ? 1 : exp(sigma * normalOf(...draw((sources.rateStream[source] as number) | (period << periodBits), purposes.rate)))
}

/** The factors of a source's years, added up: those of its group times those of what is believed of its rate. Sources that have all of it in common have one list. */
function yearFactors(plan: Plan, draw: Draw, inputs: readonly (readonly number[])[]): (source: number) => Float64Array | undefined {
  const { groupShape, sources } = plan.model
  const groups = Array.from(groupShape, (shape, group) =>
    Float64Array.from({ length: blockYears }, (_, year) => {
      const [key0, key1] = draw(year, purposes.yearKey | group)
      return gammaWithMeanOne(shape, { key0, key1 })
    }),
  )
  const known = new Map<string, Float64Array>()
  return (source) => {
    const [group, sigma, input] = [groups[sources.group[source] as number], sources.rateSigma[source] as number, sources.rateInput[source] as number]
    if (group === undefined && sigma === 0 && input < 0) return undefined
    const key = `${sources.group[source]} ${sigma} ${sigma === 0 ? '' : sources.rateStream[source]} ${input}`
    const found = known.get(key) ?? new Float64Array(blockYears + 1)
    if (known.has(key)) return found
    const factors = Float64Array.from({ length: periods }, (_, period) => rateFactor(plan, source, period, draw) * (inputs[period]?.[input] ?? 1))
    for (let year = 0; year < blockYears; year++) found[year + 1] = (found[year] as number) + (group?.[year] ?? 1) * (factors[periodOf(year)] as number)
    known.set(key, found)
    return found
  }
}

/** Draws what nobody knows for each period, and sets the bars and the points that hang on it. @returns by period, the inputs */
function drawInputs(plan: Plan, draw: Draw): readonly (readonly number[])[] {
  const { inputs, terms } = plan.model
  if (inputs.kind.length === 0) return []
  return Array.from({ length: periods }, (_, period) => {
    const values = plan.quantiles.map((quantile, input) => quantile(unit(...draw((inputs.stream[input] as number) | (period << periodBits), purposes.input))))
    setBars(plan.bars, period, values)
    if (terms.point.length > 0) priceTerms(plan, period, values)
    return values
  })
}

/** Sets the points of the curves of a period for these values of the inputs. */
function priceTerms({ model: { items, terms }, curves }: Plan, period: number, inputs: readonly number[]): void {
  const [slope, jump] = [items.slope.slice(), items.jump.slice()]
  for (let term = 0; term < terms.point.length; term++) {
    let amount = terms.weight[term] as number
    for (let at = terms.offsets[term] as number; at < (terms.offsets[term + 1] as number); at++) amount *= inputs[terms.input[at] as number] as number
    const into = terms.isJump[term] === 1 ? jump : slope
    const point = terms.point[term] as number
    into[point] = (into[point] as number) + amount
  }
  pricePoints({ ...items, slope, jump }, curves.points.subarray(period * curves.stride, (period + 1) * curves.stride))
}

/** How many events a source has in a block. The same draw for every source, whatever it strikes. */
export function countOf(mean: number, { seed, block }: Pick<BlockDraws, 'seed' | 'block'>, stream: number): number {
  if (mean > meanForRejection) return largeCount(mean, seed, block, stream)
  const words = Int32Array.of(seed, block, stream, purposes.count)
  threefry(words)
  return poissonQuantile(unit(words[2] as number, words[3] as number), mean, poissonStart(mean))
}

const largeCount = (mean: number, seed: number, block: number, stream: number): number => poisson(mean, { key0: seed, key1: block, counter1: purposes.countByRejection | stream })
