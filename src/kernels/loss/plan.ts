import { exp } from '../maths/exp.ts'
import { lognormalBehaviour } from '../statistics/distributions/lognormal.ts'
import { metalogBehaviour } from '../statistics/distributions/metalog.ts'
import { pertBehaviour, usualGamma } from '../statistics/distributions/pert.ts'
import { type AllBars, barOf, barsOf, isMoving } from './bars.ts'
import type { EventRoom } from './events.ts'
import { durationKinds, type Items, inputKinds, type LossModel, periods } from './model.ts'
import { mostAlone, type Pools, poolsOf } from './pools.ts'

/** A model made ready: what every block would work out again. Does not depend on the seed. */
export interface Plan {
  readonly model: LossModel
  readonly pools: Pools
  /** The sources whose events need times and durations. */
  readonly full: Int32Array
  /** By source, for the block that was drawn last: what the block makes of the rate of a full source, times its years. */
  readonly meanPerBlock: Float64Array
  readonly strikes: ReadyStrikes
  readonly bars: AllBars
  readonly curves: ReadyCurves
  /** By input, the number below which a share lies. */
  readonly quantiles: readonly ((share: number) => number)[]
  /** By source: quantiles of a PERT duration at 1,025 equal shares; none for the other kinds. */
  readonly pert: readonly (Float64Array | undefined)[]
  readonly cells: Cells
  /** For the events of the years that are asked for, and of those before them. */
  readonly rooms: Readonly<Record<'asked' | 'before', EventRoom>>
  /** Whether anything is drawn once a period, so that its years hang together. */
  readonly isUncertain: boolean
}

/** Where in the sums by cause each kind of cause begins: strikes, members of joints, lumps; `count` is where all end. */
export interface Cells {
  readonly members: number
  readonly lumps: number
  readonly count: number
}

/** The chance as a bar. Times as medians, infinite where there is none. */
export interface ReadyStrikes {
  readonly counter: Int32Array
  readonly bar: Float64Array
  readonly noticeWidth: Float64Array
  readonly delayWidth: Float64Array
  readonly exitAt: Float64Array
  readonly failOverAt: Float64Array
}

/**
 * Three numbers a point: from, the cost just beyond it, the slope. Where there are terms, all points stand there once for each period of the block that was drawn last: those of period p begin at p · `stride`;
 * else once, and the stride is 0.
 */
export interface ReadyCurves {
  readonly offsets: Int32Array
  readonly points: Float64Array
  readonly stride: number
}

export const pertCells = 1024

/** @param model one that `checkModel` finds no fault in */
export function planOf(model: LossModel): Plan {
  const inJoint = new Set(model.joints.source)
  const cells = { members: model.strikes.item.length, lumps: model.strikes.item.length + model.joints.source.length, count: 0 }
  cells.count = cells.lumps + model.lumps.item.length
  const isOneLump = (source: number): boolean =>
    countAt(model.strikes.offsets, source) === 0 &&
    !inJoint.has(source) &&
    countAt(model.lumps.offsets, source) === 1 &&
    (model.lumps.chanceInput[model.lumps.offsets[source] as number] as number) < 0 &&
    (model.sources.rateInput[source] as number) < 0 &&
    (model.sources.group[source] as number) < 0
  const all = Array.from(model.sources.rate, (_, source) => source)
  // Those that nobody knows the rate of are left to a whole block in pools: only where there are too many of them to be drawn one by one.
  const lumps = all.filter(isOneLump)
  const simple = new Set(lumps.length > mostAlone ? lumps : lumps.filter((source) => model.sources.rateSigma[source] === 0))
  const bars = barsOf(model)
  const hasEffect = (source: number): boolean => countAt(model.strikes.offsets, source) + countAt(model.lumps.offsets, source) > 0 || inJoint.has(source)
  return {
    model,
    pools: poolsOf(model, [...simple], cells.lumps),
    full: Int32Array.from(all.filter((source) => !simple.has(source) && hasEffect(source))),
    meanPerBlock: new Float64Array(all.length),
    strikes: readyStrikes(model),
    bars,
    curves: readyCurves(model),
    quantiles: Array.from(model.inputs.kind, (_, input) => quantileOf(model, input)),
    pert: all.map((source) => pertTable(model, source)),
    cells,
    rooms: { asked: {}, before: {} },
    isUncertain:
      model.terms.point.length > 0 ||
      Object.values(bars).some(isMoving) ||
      model.sources.rateInput.some((input) => input >= 0) ||
      model.sources.rateSigma.some((sigma) => sigma > 0),
  }
}

const countAt = (offsets: Int32Array, at: number): number => (offsets[at + 1] as number) - (offsets[at] as number)

/** The counter of a strike is the item's stream, and how many times this source strikes it before. */
function readyStrikes({ sources, strikes, items }: LossModel): ReadyStrikes {
  const counter = new Int32Array(strikes.item.length)
  const before = new Map<number, number>()
  for (let source = 0; source < sources.rate.length; source++) {
    before.clear()
    for (let at = strikes.offsets[source] as number; at < (strikes.offsets[source + 1] as number); at++) {
      const stream = items.stream[strikes.item[at] as number] as number
      const times = before.get(stream) ?? 0
      before.set(stream, times + 1)
      counter[at] = stream | (times << 24)
    }
  }
  const has = strikes.failOverChance.map((chance) => (chance > 0 ? 1 : 0))
  return {
    counter,
    bar: strikes.chance.map(barOf),
    noticeWidth: strikes.noticeHigh.map((high, at) => high - (strikes.noticeLow[at] as number)),
    delayWidth: strikes.delayHigh.map((high, at) => high - (strikes.delayLow[at] as number)),
    exitAt: strikes.exitMu.map(exp),
    failOverAt: strikes.failOverMu.map((mu, at) => (has[at] === 1 ? exp(mu) : Number.POSITIVE_INFINITY)),
  }
}

function readyCurves({ items, terms }: LossModel): ReadyCurves {
  const [length, isPriced] = [items.from.length * 3, terms.point.length > 0]
  const points = new Float64Array(length * (isPriced ? periods : 1))
  pricePoints(items, points.subarray(0, length))
  return { offsets: items.offsets, points, stride: isPriced ? length : 0 }
}

/** Writes the points of curves, with the cost that has come together at each. @param items whose slopes and jumps count */
export function pricePoints(items: Pick<Items, 'offsets' | 'from' | 'slope' | 'jump'>, points: Float64Array): void {
  for (let curve = 0; curve + 1 < items.offsets.length; curve++) {
    let cost = 0
    const first = items.offsets[curve] as number
    for (let at = first; at < (items.offsets[curve + 1] as number); at++) {
      if (at > first) cost += (items.slope[at - 1] as number) * ((items.from[at] as number) - (items.from[at - 1] as number))
      cost += items.jump[at] as number
      points[at * 3] = items.from[at] as number
      points[at * 3 + 1] = cost
      points[at * 3 + 2] = items.slope[at] as number
    }
  }
}

function quantileOf(model: LossModel, at: number): (share: number) => number {
  const [most, quantile] = [model.inputs.most[at] as number, unboundedQuantile(model, at)]
  return (share) => Math.min(most, quantile(share))
}

function unboundedQuantile({ inputs }: LossModel, at: number): (share: number) => number {
  const [first, second, third] = [inputs.first[at] as number, inputs.second[at] as number, inputs.third[at] as number]
  switch (inputs.kind[at]) {
    case inputKinds.pert:
      return pertQuantile(first, second, third)
    case inputKinds.metalog:
      return metalogBehaviour({ coefficients: [first, second, third], lower: 0, upper: undefined }).quantile
    default:
      return lognormalBehaviour({ mu: first, sigma: second }).quantile
  }
}

const pertQuantile = (min: number, mode: number, max: number): ((share: number) => number) => pertBehaviour({ min, mode, max, gamma: usualGamma }).quantile

function pertTable({ sources }: LossModel, source: number): Float64Array | undefined {
  if (sources.kind[source] !== durationKinds.pert) return undefined
  const [least, likeliest, greatest] = [sources.first[source] as number, sources.second[source] as number, sources.third[source] as number]
  const quantile = pertQuantile(least, likeliest, greatest)
  return Float64Array.from({ length: pertCells + 1 }, (_, cell) => quantile(cell / pertCells))
}
