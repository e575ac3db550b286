import type { BlockDraws } from './block-draws.ts'
import type { Engine, Tally } from './engine.ts'
import { blockYears } from './model.ts'
import { pooledLumps } from './pooled-lumps.ts'
import { strikes } from './strikes.ts'

/** The reference: plain loops over typed arrays. */
export const plainEngine: Engine = {
  name: 'plain',
  open(plan) {
    const { scales, items } = plan.model
    const addLumps = pooledLumps(plan.pools)
    const strike = strikes(plan)
    const sums = { cells: new Float64Array(scales * plan.cells.count), breaches: new Float64Array(items.limit.length) }
    const years = { totals: new Float64Array(scales * blockYears), largest: new Float64Array(blockYears) }
    let tally: Tally = { ...sums, ...years, eventLoss: new Float64Array(0) }
    let current: Pick<BlockDraws, 'seed' | 'block'> = { seed: 0, block: 0 }
    return {
      begin(draws, { events }) {
        years.totals.fill(0)
        years.largest.fill(0)
        current = draws
        tally = { ...sums, ...years, eventLoss: new Float64Array(events) }
        return tally
      },
      lumps: (wanted) => addLumps(current, tally, wanted),
      strikes: (events, given) => strike(events, given, tally),
    }
  },
}
