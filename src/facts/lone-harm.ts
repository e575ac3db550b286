import type { ThingId } from '#estate/claim.ts'
import { failing } from '#kernels/graph/failure-times.ts'
import { barePlan } from './failure-logic.ts'
import { between, withSources } from './harm.ts'
import { organisation } from './organisation.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** That a source stops a function by itself, or would if no alternative took over; in the worst reading. Work by hand is not counted off. */
export interface LoneHarm {
  /** Index in the sources that were asked about. */
  readonly source: number
  readonly function: ThingId
  /** Hours from the event to harm, notice left out. */
  readonly hours: number
  /** What lies between, from the function down to what was struck. */
  readonly via: readonly ThingId[]
}

/** What `harmOf` finds of each source alone, in the worst reading and without the pairs that take their time. */
export function loneHarmOf(subject: Subject, sources: readonly Source[]): readonly LoneHarm[] {
  const rows = barePlan(subject)
  const graph = withSources(rows, sources, 'low')
  const real = failing(graph)
  const hasAlternatives = rows.worst.threshold.some((threshold) => threshold > 1)
  const bare = hasAlternatives ? failing({ ...graph, threshold: new Int32Array(graph.threshold.length).fill(1) }) : real
  const functions = new Map(organisation(subject).functions.map((one) => [rows.at.get(one.id), one.id]))
  const hits = (fail: typeof real, source: number): ReadonlyMap<ThingId, Omit<LoneHarm, 'source'>> => {
    const { node, time, because } = fail([rows.ids.length + source])
    const found = new Map<ThingId, Omit<LoneHarm, 'source'>>()
    let reasons: ReadonlyMap<number, number> | undefined
    for (let at = 0; at < node.length; at++) {
      const id = functions.get(node[at])
      const hours = time[at] as number
      if (id === undefined || hours === Number.POSITIVE_INFINITY) continue
      reasons ??= new Map([...node].map((it, which) => [it, because[which] as number]))
      found.set(id, { function: id, hours, via: between(node[at] as number, reasons, rows.ids) })
    }
    return found
  }
  return sources.flatMap((_, source) => {
    const own = hits(real, source)
    const all = hasAlternatives ? hits(bare, source) : own
    return [...all].map(([id, alone]) => ({ source, ...(own.get(id) ?? alone) }))
  })
}
