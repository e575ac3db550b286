import { expWithin } from '../maths/exp.ts'
import { normalOf } from '../random/normal-draw.ts'
import { threefry } from '../random/threefry.ts'
import { largestLog, type Tally, whole } from './engine.ts'
import type { Events } from './events.ts'
import { periodOf } from './model.ts'
import type { Plan } from './plan.ts'
import { eventPurposes } from './purposes.ts'

/** Adds the lumps of events that do more than cost one amount. The same for all engines: such lumps are few beside the strikes. */
export function otherLumps(plan: Plan, events: Events, { totals, cells, eventLoss }: Tally): void {
  const { lumps } = plan.model
  const { bars, stride } = plan.bars.lump
  const words = new Int32Array(4)
  const draw = (event: number, lump: number, purpose: number): void => {
    words[0] = events.key0[event] as number
    words[1] = events.key1[event] as number
    words[2] = lump
    words[3] = purpose
    threefry(words)
  }
  for (let event = 0; event < events.source.length; event++) {
    const source = events.source[event] as number
    const first = lumps.offsets[source] as number
    for (let lump = first; lump < (lumps.offsets[source + 1] as number); lump++) {
      draw(event, lump - first, eventPurposes.lump)
      if (!((words[3] as number) >>> 0 < (bars[periodOf(events.year[event] as number) * stride + lump] as number))) continue
      const word = words[2] as number
      draw(event, lump - first, eventPurposes.lumpOuter)
      const x = (lumps.mu[lump] as number) + (lumps.sigma[lump] as number) * normalOf(word, words[2] as number)
      const amount = whole(expWithin(Math.min(largestLog, Math.max(-700, x))))
      const year = events.year[event] as number
      totals[year] = (totals[year] as number) + amount
      cells[plan.cells.lumps + lump] = (cells[plan.cells.lumps + lump] as number) + amount
      eventLoss[event] = (eventLoss[event] as number) + amount
    }
  }
}
