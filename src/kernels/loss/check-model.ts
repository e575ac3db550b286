import { durationKinds, inputKinds, type LossModel } from './model.ts'
import { inputPlacesOf, type Numbers, placesOf, shapesOf } from './model-shapes.ts'

/** What is wrong with one number of a model. Only `unsettled-variance` may stay: the sample variance of such an amount does not settle, however many years are run. */
export interface ModelFault {
  readonly code:
    | 'not-a-number'
    | 'negative'
    | 'outside-chance'
    | 'out-of-range'
    | 'out-of-order'
    | 'more-than-members'
    | 'repeated-stream'
    | 'too-many-events'
    | 'wrong-length'
    | 'infinite'
    | 'infinite-variance'
    | 'unsettled-variance'
  /** The list, such as `strikes.chance`, and the place in it. */
  readonly field: string
  readonly index: number
}

/** Beyond this the second moment of a lognormal, e^(2μ + 2σ²), is no number any more. */
const largestExponent = 700

/** From this σ on, a sample's variance is ruled by its largest value whatever its size. */
const unsettledSigma = 2

/** The longest outage that times of day can be added to without rounding. */
const longestOfAll = 2 ** 30

/** More would be as many blocks as are simulated. */
const mostBatches = 1024

/** Events a year: beyond the first a source would take minutes a block, beyond the second those with times would not fit in memory. */
const mostEvents = 1e6
const mostTimedEvents = 5000

type Report = (code: ModelFault['code'], field: string, index: number) => void

/** Every number that no simulation should be run on. None means that all of it is sound. */
export function checkModel(model: LossModel): readonly ModelFault[] {
  const faults: ModelFault[] = []
  const report: Report = (code, field, index) => void faults.push({ code, field, index })
  const { sources, strikes, joints, lumps, inputs, items } = model
  if (!(model.scales >= 1 && model.scales <= 3 && Number.isInteger(model.scales))) report('out-of-range', 'scales', 0)
  if (!(model.longest > 0 && model.longest <= longestOfAll)) report('out-of-range', 'longest', 0)
  if (!(model.batches >= 0 && model.batches <= mostBatches && Number.isInteger(model.batches))) report('out-of-range', 'batches', 0)
  const shapes = shapesOf(model)
  for (const [field, list, length] of shapes.lengths) if (list.length !== length) report('wrong-length', field, list.length)
  for (const [field, list, length] of shapes.offsets) if (list.length !== length) report('wrong-length', field, list.length)
  if (faults.length > 0) return faults // the rest would read beside the lists
  for (const [field, list, , last] of shapes.offsets) rising(list, last, field, report)
  for (const [field, list, below] of placesOf(model)) within(list, below, field, report)
  for (const [field, list] of shapes.chances) each(list, field, report, (value) => (value >= 0 && value <= 1 ? undefined : 'outside-chance'))
  for (const [field, list] of shapes.amounts) each(list, field, report, (value) => (value < 0 ? 'negative' : value === Number.POSITIVE_INFINITY ? 'infinite' : undefined))
  for (const [field, list] of shapes.bounds) each(list, field, report, (value) => (value < 0 ? 'negative' : undefined))
  for (const [field, list] of shapes.logs) each(list, field, report, () => undefined)
  each(model.groupShape, 'groupShape', report, (value) => (value > 0 && value < Number.POSITIVE_INFINITY ? undefined : 'out-of-range'))
  each(sources.group, 'sources.group', report, (value) => (value >= -1 && value < model.groupShape.length ? undefined : 'out-of-range'))
  for (const [field, list] of inputPlacesOf(model)) each(list, field, report, (value) => (value >= -1 && value < inputs.kind.length ? undefined : 'out-of-range'))
  each(sources.kind, 'sources.kind', report, (value) => (value <= durationKinds.endless ? undefined : 'out-of-range'))
  unlike(sources.stream, 'sources.stream', report)
  unlike(items.stream, 'items.stream', report)
  unlike(inputs.stream, 'inputs.stream', report)
  families(model, report)
  tooMany(model, report)
  durations(model, report)
  ordered(strikes.noticeLow, strikes.noticeHigh, 'strikes.noticeHigh', report)
  ordered(joints.noticeLow, joints.noticeHigh, 'joints.noticeHigh', report)
  ordered(strikes.delayLow, strikes.delayHigh, 'strikes.delayHigh', report)
  ordered(joints.delayLow, joints.delayHigh, 'joints.delayHigh', report)
  each(joints.least, 'joints.least', report, (value, at) => {
    if (value < 1) return 'out-of-range'
    return value > (joints.offsets[at + 1] as number) - (joints.offsets[at] as number) ? 'more-than-members' : undefined
  })
  each(lumps.sigma, 'lumps.sigma', report, (value, at) => {
    if (2 * (lumps.mu[at] as number) + 2 * value * value > largestExponent) return 'infinite-variance'
    return value >= unsettledSigma ? 'unsettled-variance' : undefined
  })
  for (let curve = 0; curve + 1 < items.offsets.length; curve++) {
    for (let at = (items.offsets[curve] as number) + 1; at < (items.offsets[curve + 1] as number); at++) {
      if (!((items.from[at] as number) > (items.from[at - 1] as number))) report('out-of-order', 'items.from', at)
    }
  }
  return faults
}

/** Told at the busiest source. */
function tooMany({ sources, strikes, joints }: LossModel, report: Report): void {
  const inJoint = new Set(joints.source)
  const isTimed = (at: number): boolean => (strikes.offsets[at + 1] as number) > (strikes.offsets[at] as number) || inJoint.has(at)
  const timed = Array.from(sources.rate, (_, at) => at).filter(isTimed)
  const sum = timed.reduce((all, at) => all + (sources.rate[at] as number), 0)
  const busiest = timed.reduce((most, at) => ((sources.rate[at] as number) > (sources.rate[most] as number) ? at : most), timed[0] ?? 0)
  if (sum > mostTimedEvents) report('too-many-events', 'sources.rate', busiest)
  each(sources.rate, 'sources.rate', report, (rate) => (rate > mostEvents && rate < Number.POSITIVE_INFINITY ? 'too-many-events' : undefined))
}

function durations({ sources }: LossModel, report: Report): void {
  for (let at = 0; at < sources.kind.length; at++) {
    const [kind, first, second, third] = [sources.kind[at], sources.first[at] as number, sources.second[at] as number, sources.third[at] as number]
    const used = kind === durationKinds.endless ? [] : kind === durationKinds.constant ? [first] : kind === durationKinds.lognormal ? [first, second] : [first, second, third]
    if (used.some(Number.isNaN)) report('not-a-number', 'sources.first', at)
    else if (kind === durationKinds.lognormal && second < 0) report('negative', 'sources.second', at)
    else if (kind === durationKinds.constant && first < 0) report('negative', 'sources.first', at)
    else if (kind === durationKinds.pert && first < 0) report('negative', 'sources.first', at)
    else if (kind === durationKinds.pert && !(first <= second && second <= third && first < third)) report('out-of-order', 'sources.second', at)
    else if (used.some((one) => Math.abs(one) === Number.POSITIVE_INFINITY)) report('infinite', 'sources.first', at)
  }
}

/** A metalog of three terms rises everywhere as long as its third coefficient is no larger than this many times its second (Keelin 2016, 3.3). */
const mostBend = 1.66711

/** What no uncertain number can be. */
function families({ inputs }: LossModel, report: Report): void {
  for (let at = 0; at < inputs.kind.length; at++) {
    const [kind, first, second, third] = [inputs.kind[at] as number, inputs.first[at] as number, inputs.second[at] as number, inputs.third[at] as number]
    if (kind > inputKinds.metalog) report('out-of-range', 'inputs.kind', at)
    else if (![first, second, third].every(Number.isFinite)) report('not-a-number', 'inputs.first', at)
    else if (kind === inputKinds.lognormal && second < 0) report('negative', 'inputs.second', at)
    else if (kind === inputKinds.metalog && !(Math.abs(third) <= mostBend * second)) report('out-of-order', 'inputs.second', at)
    else if (kind === inputKinds.pert && first < 0) report('negative', 'inputs.first', at)
    else if (kind === inputKinds.pert && !(first <= second && second <= third && first < third)) report('out-of-order', 'inputs.second', at)
  }
}

function each(list: Numbers, field: string, report: Report, wrong: (value: number, at: number) => ModelFault['code'] | undefined): void {
  for (let at = 0; at < list.length; at++) {
    const value = list[at] as number
    const code = Number.isNaN(value) ? 'not-a-number' : wrong(value, at)
    if (code !== undefined) report(code, field, at)
  }
}

/** Two with one stream would move together, as if one were the other. */
function unlike(streams: Int32Array, field: string, report: Report): void {
  const seen = new Set<number>()
  each(streams, field, report, (stream) => {
    if (seen.has(stream)) return 'repeated-stream'
    seen.add(stream)
    return undefined
  })
}

function within(list: Numbers, below: number, field: string, report: Report): void {
  each(list, field, report, (value) => (value >= 0 && value < below ? undefined : 'out-of-range'))
}

function rising(offsets: Numbers, last: number, field: string, report: Report): void {
  each(offsets, field, report, (value, at) => {
    if (at === 0 ? value !== 0 : value < (offsets[at - 1] as number)) return 'out-of-order'
    return at === offsets.length - 1 && value !== last ? 'out-of-range' : undefined
  })
}

function ordered(low: Numbers, high: Numbers, field: string, report: Report): void {
  each(high, field, report, (value, at) => (value < (low[at] as number) ? 'out-of-order' : undefined))
}
