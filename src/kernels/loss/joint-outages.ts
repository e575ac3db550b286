import { groupBy } from '#lang/group.ts'
import { expWithin } from '../maths/exp.ts'
import { normalOf } from '../random/normal-draw.ts'
import { threefry } from '../random/threefry.ts'
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
    const lists = [events, ...(before === undefined ? [] : [before])].map((one) => ({
      events: one,
      bySource: bySource(one, plan.model.sources.rate.length),
      isAsked: one === events,
    }))
    for (let joint = 0; joint < joints.item.length; joint++) {
      const least = joints.least[joint] as number
      const stretches = lists.flatMap((one) => stretchesOf(plan, joint, one))
      if (new Set(stretches.map((one) => one.member)).size < least) continue
      for (const [year, own] of groupBy(
        stretches.filter((one) => one.isAsked),
        (one) => one.year,
      )) {
        for (const outage of together(own, least, since(stretches, year, own))) {
          const one = ended(plan, events, joint, { ...outage, from: outage.from - year * hoursPerYear, to: outage.to - year * hoursPerYear })
          if (one.to > one.from) found.push({ joint, year, ...one })
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

/** The events of each source, those of source n from `offsets[n]` up to `offsets[n + 1]`. */
interface BySource {
  readonly offsets: Int32Array
  readonly event: Int32Array
}

function bySource({ source }: Events, sources: number): BySource {
  const offsets = new Int32Array(sources + 1)
  for (const one of source) offsets[one + 1] = (offsets[one + 1] as number) + 1
  for (let at = 1; at < offsets.length; at++) offsets[at] = (offsets[at] as number) + (offsets[at - 1] as number)
  const next = offsets.slice()
  const event = new Int32Array(source.length)
  for (let at = 0; at < source.length; at++) {
    const one = source[at] as number
    event[next[one] as number] = at
    next[one] = (next[one] as number) + 1
  }
  return { offsets, event }
}

interface Met {
  readonly events: Events
  readonly bySource: BySource
  readonly isAsked: boolean
}

function stretchesOf(plan: Plan, joint: number, { events, bySource: { offsets, event: placed }, isAsked }: Met): readonly Placed[] {
  const { joints, longest } = plan.model
  const words = new Int32Array(4)
  const found: Placed[] = []
  for (let member = joints.offsets[joint] as number; member < (joints.offsets[joint + 1] as number); member++) {
    const source = joints.source[member] as number
    for (let at = offsets[source] as number; at < (offsets[source + 1] as number); at++) {
      const event = placed[at] as number
      words[0] = events.key0[event] as number
      words[1] = events.key1[event] as number
      words[2] = member
      words[3] = eventPurposes.member
      threefry(words)
      if (!((words[2] as number) >>> 0 < (plan.bars.member[member] as number))) continue
      const share = events.share[event] as number
      const low = joints.delayLow[member] as number
      const delay = onGrid(low + share * ((joints.delayHigh[member] as number) - low))
      const notice = (joints.noticeLow[member] as number) + share * ((joints.noticeHigh[member] as number) - (joints.noticeLow[member] as number))
      const end = onGrid(Math.min(notice + (events.duration[event] as number), longest))
      if (end <= delay) continue
      const year = events.year[event] as number
      const time = year * hoursPerYear + (events.time[event] as number)
      found.push({ from: time + delay, to: time + end, member, event, year, isAsked })
    }
  }
  return found
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

/** Where one may leave for good, the outage ends at the latest when one has left: the time for that runs from the event that took down the last one. */
function ended(plan: Plan, events: Events, joint: number, outage: JointOutage): JointOutage {
  const mu = plan.model.joints.exitMu[joint] as number
  if (mu === Number.POSITIVE_INFINITY) return outage
  const words = Int32Array.of(events.key0[outage.event] as number, events.key1[outage.event] as number, joint, eventPurposes.jointExit)
  threefry(words)
  const x = mu + (plan.model.joints.exitSigma[joint] as number) * normalOf(words[2] as number, words[3] as number)
  const left = (events.time[outage.event] as number) + onGrid(Math.min(expWithin(Math.min(700, Math.max(-700, x))), plan.model.longest))
  return { ...outage, to: Math.min(outage.to, left) }
}
