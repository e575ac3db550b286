import { kindOf, type ThingId } from '#estate/claim.ts'
import { runs } from '#estate/workloads.ts'
import { components } from '#kernels/boolean/components.ts'
import { byCodePoint } from '#lang/compare.ts'
import { once } from '#lang/once.ts'
import { type NeedsRows, needsRows } from './failure-logic.ts'
import { leaningGraph } from './leaning.ts'
import { further, type Road, roadOf } from './road.ts'
import type { Subject } from './subject.ts'

/** Things that all need each other: whichever stops takes the others along, and none can start again before the others. */
export interface Circle {
  /** In the order of their ids. */
  readonly things: readonly ThingId[]
  /** The shortest way round from the first of them. */
  readonly road: Road
}

/** Parts that run by themselves. Parties that own each other make no circle of things. */
const parts: readonly string[] = ['unit', 'component', 'service']

/** What of a circle people know it by: its parts that run, or else its workloads. What only calls itself, by its own address or settings, is no circle. */
function tellingOf({ estate }: Subject, members: readonly ThingId[]): readonly ThingId[] {
  const running = members.filter((id) => {
    const thing = estate.things.get(id)
    return parts.includes(kindOf(id)) && thing !== undefined && runs(thing)
  })
  return (running.length > 1 ? running : members.filter((id) => kindOf(id) === 'workload')).toSorted(byCodePoint)
}

/** The circles of the failure logic, the largest first. What a function needs of them is worked out all the same: nothing stops because of itself. */
export const circlesOf = once((subject: Subject): readonly Circle[] => {
  const { ids, worst }: NeedsRows = needsRows(subject)
  const { order, ends, isRing } = components({ events: 0, gates: ids.length, offsets: worst.offsets, children: worst.dependants })
  const circles: Circle[] = []
  for (let part = 0; part < ends.length; part++) {
    if (isRing[part] !== 1) continue
    const members = Array.from(order.subarray(part === 0 ? 0 : (ends[part - 1] as number), ends[part]), (node) => ids[node] as ThingId)
    const things = tellingOf(subject, members)
    if (things.length > 1) circles.push({ things, road: roundFrom(subject, things, new Set(members)) })
  }
  return circles.sort((a, b) => b.things.length - a.things.length || byCodePoint(a.things[0] as string, b.things[0] as string))
})

/** Breadth first from the first of a circle through the others, until one leads back to it. */
function roundFrom(subject: Subject, things: readonly ThingId[], within: ReadonlySet<ThingId>): Road {
  const start = things[0] as ThingId
  const { from } = leaningGraph(subject)
  const met = new Set<ThingId>([start])
  const roads = [roadOf(start)]
  for (const road of roads) {
    for (const { to } of from.get(road.at) ?? []) {
      if (to === start && road.length > 1) return further(road, to)
      if (!within.has(to) || met.has(to)) continue
      met.add(to)
      roads.push(further(road, to))
    }
  }
  return roadOf(start)
}
