import { blockYears, type LossModel } from '#kernels/loss/model.ts'
import { planOf } from '#kernels/loss/plan.ts'
import { normalTable } from '#kernels/maths/normal-table.ts'
import { poissonStart } from '#kernels/random/poisson.ts'

/** A model of amounts as the peers read it: the table of the normal quantile, how many pools, places and slots there are, then list after list. */
export function fileOfAmounts(model: LossModel): Uint8Array {
  const { pools } = planOf(model)
  const sizes = Int32Array.of(pools.mean.length, pools.source.length, pools.table.length / 2)
  const byPool = [
    pools.first.slice(1),
    pools.windowBits,
    pools.slotBits,
    pools.slot.slice(0, -1),
    pools.count1,
    pools.event1,
    pools.outer1,
    pools.mode,
    pools.mean,
    pools.chance,
    pools.upTo,
  ]
  return joined([normalTable, sizes, ...byPool, pools.amount, pools.usual, pools.table])
}

/** The same for outages; of curves each item has three points. */
export function fileOfOutages(model: LossModel): Uint8Array {
  const plan = planOf(model)
  const { sources, strikes, items } = model
  const mean = sources.rate.map((rate) => rate * blockYears)
  const starts = Array.from(mean, poissonStart)
  const sizes = Int32Array.of(mean.length, items.limit.length, strikes.item.length, items.from.length)
  return joined([
    ...[normalTable, sizes, sources.stream, Int32Array.from(starts, (one) => one.mode), strikes.offsets, strikes.item, plan.strikes.counter, items.offsets],
    ...[mean, Float64Array.from(starts, (one) => one.chance), Float64Array.from(starts, (one) => one.upTo), sources.first, sources.second],
    ...[strikes.delayLow, plan.strikes.delayWidth, strikes.spread, plan.strikes.exitAt, items.limit, plan.curves.points, Float64Array.of(model.longest)],
  ])
}

function joined(lists: readonly (Int32Array | Float64Array)[]): Uint8Array {
  const bytes = new Uint8Array(lists.reduce((sum, list) => sum + list.byteLength, 0))
  let at = 0
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at)
    at += list.byteLength
  }
  return bytes
}
