import { expWithin } from '../maths/exp.ts'
import { normalOf } from '../random/normal-draw.ts'
import { threefry } from '../random/threefry.ts'
import { type Events, onGrid } from './events.ts'
import { blockYears } from './model.ts'
import { barOf, type Plan } from './plan.ts'
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
interface Stretch {
  readonly from: number
  readonly to: number
  readonly member: number
  readonly event: number
}

interface JointOutage {
  readonly joint: number
  readonly from: number
  readonly to: number
  readonly event: number
  readonly member: number
}

/**
 * The outages of items that are down only while enough of their members are.
 *
 * Only years in which enough members have events are looked at. An outage is laid to the event that took down the last member that was needed, for
 * as long as it lasts, whichever members keep it going; a member that is down through two events counts once.
 */
export function jointOutages(plan: Plan, events: Events): GivenOutages {
  const found: (JointOutage & { readonly year: number })[] = []
  const stretches = new Map<number, Stretch[]>()
  if (plan.model.joints.item.length > 0) {
    for (let year = 0; year < blockYears; year++) {
      collect(plan, events, year, stretches)
      for (const [joint, list] of [...stretches].sort(([a], [b]) => a - b)) {
        const least = plan.model.joints.least[joint] as number
        if (new Set(list.map((one) => one.member)).size < least) continue
        for (const outage of together(list, least)) {
          const one = ended(plan, events, joint, outage)
          if (one.to > one.from) found.push({ joint, year, ...one })
        }
      }
      stretches.clear()
    }
  }
  const offsets = new Int32Array(blockYears + 1)
  for (const one of found) offsets[one.year + 1] = (offsets[one.year + 1] as number) + 1
  for (let year = 0; year < blockYears; year++) offsets[year + 1] = (offsets[year + 1] as number) + (offsets[year] as number)
  return {
    offsets,
    item: Int32Array.from(found, (one) => plan.model.joints.item[one.joint] as number),
    from: Float64Array.from(found, (one) => one.from),
    to: Float64Array.from(found, (one) => one.to),
    event: Int32Array.from(found, (one) => one.event),
    cell: Int32Array.from(found, (one) => plan.cells.members + one.member),
  }
}

function collect(plan: Plan, events: Events, year: number, into: Map<number, Stretch[]>): void {
  const { joints, longest } = plan.model
  const { offsets, joint, member } = plan.memberships
  const words = new Int32Array(4)
  for (let event = events.offsets[year] as number; event < (events.offsets[year + 1] as number); event++) {
    const source = events.source[event] as number
    for (let at = offsets[source] as number; at < (offsets[source + 1] as number); at++) {
      const which = member[at] as number
      words[0] = events.key0[event] as number
      words[1] = events.key1[event] as number
      words[2] = which
      words[3] = eventPurposes.member
      threefry(words)
      if (!((words[2] as number) >>> 0 < barOf(joints.chance[which] as number))) continue
      const low = joints.delayLow[which] as number
      const delay = onGrid(low + (events.share[event] as number) * ((joints.delayHigh[which] as number) - low))
      const notice = (joints.noticeLow[which] as number) + (events.share[event] as number) * ((joints.noticeHigh[which] as number) - (joints.noticeLow[which] as number))
      const end = onGrid(Math.min(notice + (events.duration[event] as number), longest))
      if (end <= delay) continue
      const time = events.time[event] as number
      const list = into.get(joint[at] as number) ?? []
      list.push({ from: time + delay, to: time + end, member: which, event })
      into.set(joint[at] as number, list)
    }
  }
}

/** When at least `least` members are down at once. Where one comes up at the moment another goes down, that is the end of one outage and the beginning of the next. */
export function together(stretches: readonly Stretch[], least: number): readonly Omit<JointOutage, 'joint'>[] {
  const ends = stretches
    .flatMap((one) => [
      { at: one.from, by: 1, one },
      { at: one.to, by: -1, one },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by || a.one.event - b.one.event || a.one.member - b.one.member)
  const down = new Map<number, number>()
  const found: Omit<JointOutage, 'joint'>[] = []
  let open: Stretch | undefined
  let since = 0
  for (const { at, by, one } of ends) {
    const count = (down.get(one.member) ?? 0) + by
    if (count === 0) down.delete(one.member)
    else down.set(one.member, count)
    if (open === undefined && down.size >= least) {
      open = one
      since = at
    } else if (open !== undefined && down.size < least) {
      if (at > since) found.push({ from: since, to: at, event: open.event, member: open.member })
      open = undefined
    }
  }
  return found
}

/** Where one may leave for good, the outage ends at the latest when one has left: the time for that runs from the event that took down the last one. */
function ended(plan: Plan, events: Events, joint: number, outage: Omit<JointOutage, 'joint'>): Omit<JointOutage, 'joint'> {
  const mu = plan.model.joints.exitMu[joint] as number
  if (mu === Number.POSITIVE_INFINITY) return outage
  const words = Int32Array.of(events.key0[outage.event] as number, events.key1[outage.event] as number, joint, eventPurposes.jointExit)
  threefry(words)
  const x = mu + (plan.model.joints.exitSigma[joint] as number) * normalOf(words[2] as number, words[3] as number)
  const left = (events.time[outage.event] as number) + onGrid(Math.min(expWithin(Math.min(700, Math.max(-700, x))), plan.model.longest))
  return { ...outage, to: Math.min(outage.to, left) }
}
