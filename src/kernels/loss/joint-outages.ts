import { groupBy } from '#lang/group.ts'
import { expWithin } from '../maths/exp.ts'
import { normalOf } from '../random/normal-draw.ts'
import { threefry } from '../random/threefry.ts'
import { barOf } from './bars.ts'
import { type Events, onGrid } from './events.ts'
import { blockYears, hoursPerYear } from './model.ts'
import type { Plan } from './plan.ts'
import { eventPurposes } from './purposes.ts'

/** Outages beside those of the strikes, by year of the block; times in hours since the beginning of the year. */
export interface GivenOutages {
  readonly offsets: Int32Array
  readonly item: Int32Array
  readonly from: Float64Array
  readonly to: Float64Array
  /** The event that was the last straw, as a place in the block's events; and the cause. */
  readonly event: Int32Array
  readonly cell: Int32Array
}

/** A stretch of time in which one member of a joint is down through one event. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly member: number
  /** The event, as a place in the block's events. */
  readonly event: number
}

/** The same in hours since the beginning of the block, with the year of its event, and whether that year is asked for. */
interface Placed extends Stretch {
  readonly year: number
  readonly isAsked: boolean
}

interface JointOutage {
  readonly from: number
  readonly to: number
  readonly event: number
  readonly member: number
}

const span = blockYears * hoursPerYear

/**
 * The outages of items that are down only while enough of their members are.
 *
 * A year has the outages in which at least one member is down through an event of that year; the others may be down since years before. The years of a block stand in a
 * ring, so that its first year has years before it as every other has. An outage is laid to the event that took down the last member that was needed, or, where that is of a year
 * before, to the latest of the year; a member that is down through two events counts once.
 *
 * @param before events of the years before those that are asked for: they keep members down, and have no outages of their own
 */
export function jointOutages(plan: Plan, events: Events, before?: Events): GivenOutages {
  const { joints } = plan.model
  const found: (JointOutage & { readonly joint: number; readonly year: number })[] = []
  if (joints.item.length > 0) {
    const told = toldOf(plan)
    const lists = [metOf(plan, events, true, told), ...(before === undefined ? [] : [metOf(plan, before, false, told)])]
    const busy = busyParts(lists)
    for (let joint = 0; joint < joints.item.length; joint++) {
      const least = joints.least[joint] as number
      const stretches = stretchesOf(plan, joint, lists, busy)
      if (new Set(stretches.map((one) => one.member)).size < least) continue
      for (const [year, own] of groupBy(
        stretches.filter((one) => one.isAsked),
        (one) => one.year,
      )) {
        for (const outage of together(own, least, since(stretches, year, own))) {
          found.push({ ...outage, joint, year, from: outage.from - year * hoursPerYear, to: outage.to - year * hoursPerYear })
        }
      }
    }
    found.sort((a, b) => a.year - b.year)
  }
  const offsets = new Int32Array(blockYears + 1)
  for (const one of found) offsets[one.year + 1] = (offsets[one.year + 1] as number) + 1
  for (let year = 0; year < blockYears; year++) offsets[year + 1] = (offsets[year + 1] as number) + (offsets[year] as number)
  return {
    offsets,
    item: Int32Array.from(found, (one) => joints.item[one.joint] as number),
    from: Float64Array.from(found, (one) => one.from),
    to: Float64Array.from(found, (one) => one.to),
    event: Int32Array.from(found, (one) => one.event),
    cell: Int32Array.from(found, (one) => plan.cells.members + one.member),
  }
}

/** Parts of a year, about three weeks each, in which members are looked for that may be down at once. */
const partsPerYear = 16
const parts = blockYears * partsPerYear
const partOf = (hours: number): number => Math.floor((hours * partsPerYear) / hoursPerYear)

/** Events by source: those of source n stand from `offsets[n]` up to `offsets[n + 1]`, each with the parts of the block in which it may keep anything down. */
interface Met {
  readonly events: Events
  readonly isAsked: boolean
  readonly offsets: Int32Array
  readonly event: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
}

/** @param told hours of notice that a source gives at most */
function metOf(plan: Plan, events: Events, isAsked: boolean, told: Float64Array): Met {
  const { source } = events
  const offsets = new Int32Array(told.length + 1)
  for (const one of source) offsets[one + 1] = (offsets[one + 1] as number) + 1
  for (let at = 1; at < offsets.length; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number)
  const next = offsets.slice()
  const [event, first, last] = [new Int32Array(source.length), new Int32Array(source.length), new Int32Array(source.length)]
  for (let at = 0; at < source.length; at++) {
    const one = source[at] as number
    const place = next[one] as number
    const time = (events.year[at] as number) * hoursPerYear + (events.time[at] as number)
    event[place] = at
    first[place] = partOf(time)
    last[place] = partOf(time + Math.min((told[one] as number) + (events.duration[at] as number), plan.model.longest))
    next[one] = place + 1
  }
  return { events, isAsked, offsets, event, first, last }
}

/** The longest notice of each source that is in a joint. */
function toldOf({ model: { sources, joints } }: Plan): Float64Array {
  const told = new Float64Array(sources.rate.length)
  for (const [member, source] of joints.source.entries()) told[source] = Math.max(told[source] as number, joints.noticeHigh[member] as number)
  return told
}

/** In which parts of the block a source may keep anything down, 1 for those; remembered by source. */
function busyParts(lists: readonly Met[]): (source: number) => Uint8Array {
  const known = new Map<number, Uint8Array>()
  return (source) => {
    const found = known.get(source) ?? new Uint8Array(parts)
    if (known.has(source)) return found
    for (const { offsets, first, last } of lists)
      for (let at = offsets[source] as number; at < (offsets[source + 1] as number); at++)
        for (let part = first[at] as number; part <= (last[at] as number); part++) found[part % parts] = 1
    known.set(source, found)
    return found
  }
}

/** The stretches of a joint's members, but those of events during which fewer others than are needed may be down: nearly all are such, and to compare them exactly would take most of the time. */
function stretchesOf(plan: Plan, joint: number, lists: readonly Met[], busy: (source: number) => Uint8Array): readonly Placed[] {
  const { joints } = plan.model
  const [from, end] = [joints.offsets[joint] as number, joints.offsets[joint + 1] as number]
  const others = (joints.least[joint] as number) - 1
  const maps = Array.from(joints.source.subarray(from, end), busy)
  const found: Placed[] = []
  for (const met of lists)
    for (let member = from; member < end; member++) {
      const source = joints.source[member] as number
      const theirs = maps.filter((_, at) => at !== member - from)
      for (let at = met.offsets[source] as number; at < (met.offsets[source + 1] as number); at++) {
        if (!mayMeet(theirs, others, met.first[at] as number, met.last[at] as number)) continue
        const stretch = stretchOf(plan, member, met.event[at] as number, met)
        if (stretch !== undefined) found.push(stretch)
      }
    }
  return found
}

function mayMeet(maps: readonly Uint8Array[], least: number, first: number, last: number): boolean {
  for (let part = first; part <= last; part++) {
    let count = 0
    for (const map of maps) count += map[part % parts] as number
    if (count >= least) return true
  }
  return false
}

/** The bar below which every word lies. */
const always = 2 ** 32

/** Hours from the event until somebody has left what the member lost; never where nobody can. */
function exitOf({ model: { joints, longest } }: Plan, member: number, event: number, events: Events): number {
  const mu = joints.exitMu[member] as number
  if (mu === Number.POSITIVE_INFINITY) return mu
  const words = Int32Array.of(events.key0[event] as number, events.key1[event] as number, member, eventPurposes.memberExit)
  threefry(words)
  const x = mu + (joints.exitSigma[member] as number) * normalOf(words[2] as number, words[3] as number)
  return Math.min(expWithin(Math.min(700, Math.max(-700, x))), longest)
}

/** When an event keeps a member down; nothing where it does not reach it, or is over before harm. */
function stretchOf(plan: Plan, member: number, event: number, { events, isAsked }: Met): Placed | undefined {
  const { joints, longest } = plan.model
  const year = events.year[event] as number
  const bar = barOf(joints.chance[member] as number)
  if (bar < always) {
    const words = Int32Array.of(events.key0[event] as number, events.key1[event] as number, member, eventPurposes.member)
    threefry(words)
    if ((words[2] as number) >>> 0 >= bar) return undefined
  }
  const share = events.share[event] as number
  const between = (low: Float64Array, high: Float64Array): number => (low[member] as number) + share * ((high[member] as number) - (low[member] as number))
  const delay = onGrid(between(joints.delayLow, joints.delayHigh))
  const end = onGrid(Math.min(between(joints.noticeLow, joints.noticeHigh) + (events.duration[event] as number), exitOf(plan, member, event, events), longest))
  if (end <= delay) return undefined
  const time = year * hoursPerYear + (events.time[event] as number)
  return { from: time + delay, to: time + end, member, event, year, isAsked }
}

/** The stretches of events of years before that run into those of a year: of the block's other end, too, as they would stand before its beginning. */
function since(stretches: readonly Placed[], year: number, own: readonly Stretch[]): readonly Stretch[] {
  const first = own.reduce((least, one) => Math.min(least, one.from), Number.POSITIVE_INFINITY)
  return stretches.flatMap((one) => {
    if (one.year === year) return []
    const by = one.year < year ? 0 : span
    return one.to - by > first ? [{ ...one, from: one.from - by, to: one.to - by }] : []
  })
}

/**
 * When at least `least` members are down at once, one of them through a stretch of one's own. Where one comes up at the moment another goes down, that is the end of one outage and the
 * beginning of the next.
 *
 * @param others stretches that keep members down, and begin no outage where none of one's own is down
 */
export function together(own: readonly Stretch[], least: number, others: readonly Stretch[] = []): readonly JointOutage[] {
  const endsOf = (list: readonly Stretch[], isOwn: boolean) =>
    list.flatMap((one) => [
      { at: one.from, by: 1, one, isOwn },
      { at: one.to, by: -1, one, isOwn },
    ])
  const ends = [...endsOf(own, true), ...endsOf(others, false)].sort((a, b) => a.at - b.at || a.by - b.by || a.one.event - b.one.event || a.one.member - b.one.member)
  const down = new Map<number, number>()
  const ownDown = new Set<Stretch>()
  const found: JointOutage[] = []
  let open: Stretch | undefined
  let begun = 0
  for (const { at, by, one, isOwn } of ends) {
    const count = (down.get(one.member) ?? 0) + by
    if (count === 0) down.delete(one.member)
    else down.set(one.member, count)
    if (isOwn && by === 1) ownDown.add(one)
    else ownDown.delete(one)
    const isDown = down.size >= least && ownDown.size > 0
    if (open === undefined && isDown) {
      open = isOwn ? one : ([...ownDown].at(-1) as Stretch)
      begun = at
    } else if (open !== undefined && !isDown) {
      if (at > begun) found.push({ from: begun, to: at, event: open.event, member: open.member })
      open = undefined
    }
  }
  return found
}
