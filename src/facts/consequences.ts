import { kindOf, type ThingId } from '#estate/claim.ts'
import { failing } from '#kernels/graph/failure-times.ts'
import { by } from '#lang/compare.ts'
import type { Interval } from '#lang/interval.ts'
import { needsRows } from './failure-logic.ts'
import { withSources } from './harm.ts'
import { further, type Road, roadOf } from './road.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** A thing that fails when something happens, and when. Work by hand is counted off. */
export interface Consequence {
  readonly thing: ThingId
  /** The high end is infinite where it is contested whether it comes to that at all. */
  readonly hours: Interval
  /** From what fails down to what was struck, in the worst reading. Followed when asked for. */
  readonly road: Road
}

/** Functions and workloads that fail when some sources strike at once, the earliest first. */
export function consequencesOf(subject: Subject, sources: readonly Source[]): readonly Consequence[] {
  const rows = needsRows(subject)
  const nodes = sources.map((_, at) => rows.ids.length + at)
  const worst = failing(withSources(rows, sources, 'low'))(nodes)
  const best = failing(withSources(rows, sources, 'high'))(nodes)
  const highs = new Map([...best.node].map((node, at) => [node, best.time[at] as number]))
  const because = new Map([...worst.node].map((node, at) => [node, worst.because[at] as number]))
  const found = [...worst.node].flatMap((node, at): readonly Consequence[] => {
    const thing = rows.ids[node]
    const low = worst.time[at] as number
    if (thing === undefined || low === Number.POSITIVE_INFINITY || (kindOf(thing) !== 'function' && kindOf(thing) !== 'workload')) return []
    return [
      {
        thing,
        hours: { low, high: highs.get(node) ?? Number.POSITIVE_INFINITY },
        get road() {
          return roadFrom(node, because, rows.ids)
        },
      },
    ]
  })
  return found.sort((a, b) => a.hours.low - b.hours.low || a.hours.high - b.hours.high || by((one: Consequence) => one.thing)(a, b))
}

/** Along the losses that were the last straw; the source itself is no thing of the estate, and stands outside. */
function roadFrom(from: number, because: ReadonlyMap<number, number>, ids: readonly ThingId[]): Road {
  let road = roadOf(ids[from] as ThingId)
  for (let node = because.get(from) ?? -1; node !== -1 && ids[node] !== undefined; node = because.get(node) ?? -1) road = further(road, ids[node] as ThingId)
  return road
}
