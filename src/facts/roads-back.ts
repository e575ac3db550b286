import type { ThingId } from '#estate/claim.ts'
import type { Failures } from '#kernels/graph/failure-times.ts'
import { further, type Road, roadOf } from './road.ts'

/** By what fails with a thing, whose loss was its last straw. */
type Causes = ReadonlyMap<number, number>

/**
 * The roads from what fails with a thing down to the thing, along the losses that were the last straw.
 *
 * In a ring of thousands each thing takes all others with it, and most roads are never asked for: so only what brought the first failures is kept, and the rest is
 * worked out again when it is asked for, of which the last answer is kept.
 *
 * @param ids by node
 * @param failing what fails with some nodes
 * @param mostKept of how many failures what brought them is kept
 */
export function roadsBack(ids: readonly ThingId[], failing: (lost: Iterable<number>) => Failures, mostKept: number): (lost: number, harm: Failures) => (from: number) => Road {
  let kept = 0
  let last: { readonly lost: number; readonly causes: Causes } | undefined
  const again = (lost: number): Causes => {
    if (last?.lost !== lost) last = { lost, causes: causesIn(failing([lost])) }
    return last.causes
  }
  return (lost, harm) => {
    kept += harm.node.length
    if (kept > mostKept) return (from) => roadAlong(ids, again(lost), from)
    let causes: Causes | undefined
    return (from) => {
      causes ??= causesIn(harm)
      return roadAlong(ids, causes, from)
    }
  }
}

function causesIn({ node, because }: Failures): Causes {
  const causes = new Map<number, number>()
  for (let at = 0; at < node.length; at++) causes.set(node[at] as number, because[at] as number)
  return causes
}

function roadAlong(ids: readonly ThingId[], causes: Causes, from: number): Road {
  let road = roadOf(ids[from] as ThingId)
  for (let node = causes.get(from) ?? -1; node !== -1; node = causes.get(node) ?? -1) road = further(road, ids[node] as ThingId)
  return road
}
