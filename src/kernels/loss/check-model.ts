import { durationKinds, type LossModel } from './model.ts'

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

/** Streams share a word with the tag of their purpose. */
const streams = 2 ** 24

/** The longest outage that times of day can be added to without rounding. */
const longestOfAll = 2 ** 30

/** Events a year: beyond the first a source would take minutes a block, beyond the second those with times would not fit in memory. */
const mostEvents = 1e6
const mostTimedEvents = 5000

type Numbers = ArrayLike<number>
type Report = (code: ModelFault['code'], field: string, index: number) => void

/** Every number that no simulation should be run on. None means that all of it is sound. */
export function checkModel(model: LossModel): readonly ModelFault[] {
  const faults: ModelFault[] = []
  const report: Report = (code, field, index) => void faults.push({ code, field, index })
  const { sources, strikes, joints, lumps, items } = model
  if (!(model.scales >= 1 && model.scales <= 3 && Number.isInteger(model.scales))) report('out-of-range', 'scales', 0)
  if (!(model.longest > 0 && model.longest <= longestOfAll)) report('out-of-range', 'longest', 0)
  const shapes = shapesOf(model)
  for (const [field, list, length] of shapes.lengths) if (list.length !== length) report('wrong-length', field, list.length)
  for (const [field, list, length] of shapes.offsets) if (list.length !== length) report('wrong-length', field, list.length)
  if (faults.length > 0) return faults // the rest would read beside the lists
  for (const [field, list, , last] of shapes.offsets) rising(list, last, field, report)
  for (const [field, list, below] of shapes.places) within(list, below, field, report)
  for (const [field, list] of shapes.chances) each(list, field, report, (value) => (value >= 0 && value <= 1 ? undefined : 'outside-chance'))
  for (const [field, list] of shapes.amounts) each(list, field, report, (value) => (value < 0 ? 'negative' : value === Number.POSITIVE_INFINITY ? 'infinite' : undefined))
  for (const [field, list] of shapes.bounds) each(list, field, report, (value) => (value < 0 ? 'negative' : undefined))
  for (const [field, list] of shapes.logs) each(list, field, report, () => undefined)
  each(model.groupShape, 'groupShape', report, (value) => (value > 0 && value < Number.POSITIVE_INFINITY ? undefined : 'out-of-range'))
  each(sources.group, 'sources.group', report, (value) => (value >= -1 && value < model.groupShape.length ? undefined : 'out-of-range'))
  each(sources.kind, 'sources.kind', report, (value) => (value <= durationKinds.endless ? undefined : 'out-of-range'))
  unlike(sources.stream, 'sources.stream', report)
  unlike(items.stream, 'items.stream', report)
  tooMany(model, report)
  durations(model, report)
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

/** Which list has which length and which kind of numbers. */
function shapesOf({ scales, sources, strikes, joints, lumps, items }: LossModel) {
  const [sourceCount, itemCount, curves] = [sources.rate.length, items.limit.length, items.limit.length * scales]
  const named = (name: string, lists: object, length: number) =>
    Object.entries(lists as Record<string, Numbers>)
      .filter(([key]) => key !== 'offsets')
      .map(([key, list]) => [`${name}.${key}`, list, length] as const)
  const { from, slope, jump, sigma, cap, ...perItem } = items
  const { item, least, exitMu, exitSigma, ...members } = joints
  return {
    lengths: [
      ...named('sources', sources, sourceCount),
      ...named('strikes', strikes, strikes.item.length),
      ...named('lumps', lumps, lumps.item.length),
      ...named('joints', { item, least, exitMu, exitSigma }, item.length),
      ...named('joints', members, joints.source.length),
      ...named('items', perItem, itemCount),
      ...named('items', { sigma, cap }, curves),
      ...named('items', { from, slope, jump }, from.length),
    ],
    offsets: [
      ['strikes.offsets', strikes.offsets, sourceCount + 1, strikes.item.length],
      ['lumps.offsets', lumps.offsets, sourceCount + 1, lumps.item.length],
      ['joints.offsets', joints.offsets, item.length + 1, joints.source.length],
      ['items.offsets', items.offsets, curves + 1, from.length],
    ] as const,
    places: [
      ['strikes.item', strikes.item, itemCount],
      ['lumps.item', lumps.item, itemCount],
      ['joints.item', item, itemCount],
      ['joints.source', joints.source, sourceCount],
      ['sources.stream', sources.stream, streams],
      ['items.stream', items.stream, streams],
    ] as const,
    chances: [
      ['strikes.chance', strikes.chance],
      ['strikes.failOverChance', strikes.failOverChance],
      ['joints.chance', joints.chance],
      ['lumps.chance', lumps.chance],
    ] as const,
    amounts: [
      ['sources.rate', sources.rate],
      ['sources.rateSigma', sources.rateSigma],
      ['strikes.delayLow', strikes.delayLow],
      ['strikes.delayHigh', strikes.delayHigh],
      ['strikes.spread', strikes.spread],
      ['strikes.failOverSigma', strikes.failOverSigma],
      ['strikes.exitSigma', strikes.exitSigma],
      ['joints.delayLow', joints.delayLow],
      ['joints.delayHigh', joints.delayHigh],
      ['joints.exitSigma', exitSigma],
      ['lumps.sigma', lumps.sigma],
      ['items.from', from],
      ['items.slope', slope],
      ['items.jump', jump],
      ['items.sigma', sigma],
    ] as const,
    bounds: [
      ['items.limit', items.limit],
      ['items.cap', cap],
    ] as const,
    logs: [
      ['strikes.failOverMu', strikes.failOverMu],
      ['strikes.exitMu', strikes.exitMu],
      ['joints.exitMu', exitMu],
      ['lumps.mu', lumps.mu],
    ] as const,
  }
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
