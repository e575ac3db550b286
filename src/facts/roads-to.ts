import type { ThingId } from '#estate/claim.ts'
import { failing } from '#kernels/graph/failure-times.ts'
import { needsRows } from './failure-logic.ts'
import { between, withSources } from './harm.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** What lies between a function and each of some sources, down to what it strikes: along the quickest road, as if no alternative took over. Nothing where none leads there. */
export function roadsTo(subject: Subject, id: ThingId, sources: readonly Source[]): readonly (readonly ThingId[])[] {
  const rows = needsRows(subject)
  const node = rows.at.get(id)
  if (node === undefined) return sources.map(() => [])
  const graph = withSources(rows, sources, 'low')
  const fail = failing({ ...graph, threshold: new Int32Array(graph.threshold.length).fill(1) })
  return sources.map((_, at) => {
    const lost = fail([rows.ids.length + at])
    return between(node, new Map([...lost.node].map((it, which) => [it, lost.because[which] as number])), rows.ids)
  })
}
