import { largestCost, type Tally, whole } from './engine.ts'
import { blockYears, periodOf } from './model.ts'
import type { OutageLists } from './outage-lists.ts'
import type { Plan } from './plan.ts'

/**
 * Outages of one item that overlap or touch are one outage and cost what one of that length costs.
 *
 * The parts are taken in the order of their beginnings (those that begin together: in the order of their events). Each is charged with what the
 * outage costs now less what it did before, in whole cents: so the parts add up to the whole exactly, and what only falls into an outage that is
 * there already is charged nothing.
 *
 * @returns adds a year's outages to the sums
 */
export function settling(plan: Plan): (lists: OutageLists, year: number, tally: Tally) => void {
  const { scales, items } = plan.model
  const paid = new Float64Array(scales)

  return (lists, year, tally) => {
    for (let at = 0; at < lists.met; at++) settleItem(lists.items[at] as number)

    function settleItem(item: number): void {
      const limit = items.limit[item] as number
      let at = lists.head[item] as number
      let begin = lists.from[at] as number
      let end = begin
      let breached = 0
      paid.fill(0)
      for (; at !== -1; at = lists.next[at] as number) {
        if ((lists.from[at] as number) > end) {
          begin = lists.from[at] as number
          paid.fill(0)
        } else if ((lists.to[at] as number) <= end) continue
        end = lists.to[at] as number
        if (end - begin > limit) breached = 1
        charge(at, item, end - begin)
      }
      tally.breaches[item] = (tally.breaches[item] as number) + breached
    }

    function charge(at: number, item: number, hours: number): void {
      for (let scale = 0; scale < scales; scale++) {
        const cost = costOf(plan, periodOf(year), item * scales + scale, hours)
        const part = cost - (paid[scale] as number)
        if (part === 0) continue
        paid[scale] = cost
        const cell = scale * plan.cells.count + (lists.cell[at] as number)
        tally.cells[cell] = (tally.cells[cell] as number) + part
        const total = scale * blockYears + year
        tally.totals[total] = (tally.totals[total] as number) + part
        const event = lists.event[at] as number
        if (scale === 0) tally.eventLoss[event] = (tally.eventLoss[event] as number) + part
      }
    }
  }
}

/** What one outage costs on one curve, in whole units of its scale. */
function costOf(plan: Plan, period: number, curve: number, hours: number): number {
  const { offsets, points, stride } = plan.curves
  const base = period * stride
  const first = offsets[curve] as number
  for (let at = (offsets[curve + 1] as number) - 1; at >= first; at--) {
    const from = points[base + at * 3] as number
    if (from >= hours) continue
    const cost = (points[base + at * 3 + 1] as number) + (points[base + at * 3 + 2] as number) * (hours - from)
    return whole(Math.min(cost, plan.model.items.cap[curve] as number, largestCost))
  }
  return 0
}
