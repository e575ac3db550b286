import { drawBlock } from './block-draws.ts'
import type { Kernels, Tally } from './engine.ts'
import { type Events, eventsOf } from './events.ts'
import { jointOutages } from './joint-outages.ts'
import { blockYears, hoursPerYear } from './model.ts'
import { otherLumps } from './other-lumps.ts'
import type { Plan } from './plan.ts'

/** Which block of which stream of random numbers. */
export interface BlockKey {
  readonly seed: number
  readonly block: number
}

/**
 * Simulates one block: its years by themselves in the tally, what goes over blocks added on.
 *
 * @param wanted by year of the block, 1 for those to simulate; all where it is left out. A year is the same alone as among the others.
 */
export function runBlock(plan: Plan, kernels: Kernels, key: BlockKey, wanted?: Uint8Array): { readonly tally: Tally; readonly events: Events } {
  const draws = drawBlock(plan, key.seed, key.block)
  const events = eventsOf(plan, draws, plan.rooms.asked, wanted)
  const given = jointOutages(plan, events, wanted && plan.model.joints.item.length > 0 ? eventsOf(plan, draws, plan.rooms.before, before(wanted, plan.model.longest)) : undefined)
  const tally = kernels.begin(draws, { events: events.source.length, given: given.item.length, most: mostOutages(plan, events, given.offsets) })
  kernels.lumps(wanted)
  otherLumps(plan, events, tally)
  kernels.strikes(events, given)
  for (let event = 0; event < events.source.length; event++) {
    const year = events.year[event] as number
    if ((tally.eventLoss[event] as number) > (tally.largest[year] as number)) tally.largest[year] = tally.eventLoss[event] as number
  }
  return { tally, events }
}

/** The years from which an outage may reach into a wanted one, but those themselves; the last year stands before the first. */
function before(wanted: Uint8Array, longest: number): Uint8Array {
  const reach = Math.min(Math.ceil(longest / hoursPerYear), blockYears - 1)
  const found = new Uint8Array(blockYears)
  for (let year = 0; year < blockYears; year++) {
    if (wanted[year] !== 1) continue
    for (let by = 1; by <= reach; by++) found[(year + blockYears - by) % blockYears] = 1
  }
  return found.map((is, year) => (wanted[year] === 1 ? 0 : is))
}

/** The most outages that any year may have. */
function mostOutages(plan: Plan, events: Events, given: Int32Array): number {
  const { offsets } = plan.model.strikes
  let most = 0
  for (let year = 0; year < blockYears; year++) {
    let count = (given[year + 1] as number) - (given[year] as number)
    for (let event = events.offsets[year] as number; event < (events.offsets[year + 1] as number); event++) {
      const source = events.source[event] as number
      count += (offsets[source + 1] as number) - (offsets[source] as number)
    }
    most = Math.max(most, count)
  }
  return most
}
