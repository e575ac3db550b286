import type { ThingId } from '#estate/claim.ts'
import { circuitOfNeeds } from '#kernels/boolean/circuit-of-needs.ts'
import { shortSets } from '#kernels/boolean/short-sets.ts'
import { type Failures, failing } from '#kernels/graph/failure-times.ts'
import { by } from '#lang/compare.ts'
import type { Interval } from '#lang/interval.ts'
import { type NeedsRows, needsRows } from './failure-logic.ts'
import { between, withSources } from './harm.ts'
import { type BusinessFunction, organisation, verdictOf } from './organisation.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** A smallest set of things whose joint loss stops a function within its tolerable time. */
export interface CutSet {
  readonly function: ThingId
  /** In the order of their ids. */
  readonly sources: readonly Source[]
  /** Hours from the loss of all of them to harm; infinite at the high end where that is contested. */
  readonly hours: Interval
  readonly verdict: 'certain' | 'possible'
  /** What lies between the function and the last of them to make itself felt. */
  readonly via: readonly ThingId[]
}

export interface CutSets {
  readonly sets: readonly CutSet[]
  /** Functions of which not all sets of the wanted size were found: there are too many, or the logic is too large. */
  readonly unfinished: readonly ThingId[]
}

/** As many sets of one function as anybody could look at. */
const mostSets = 500

/**
 * Every smallest set of so many sources that stops a function, in the worst reading: with every grace and doubt at its low end. A set is certain when it
 * also stops the function in the best.
 *
 * @param sources what may be lost, each by itself
 * @param least sets of fewer are left out
 */
export function cutSetsOf(subject: Subject, sources: readonly Source[], { maxOrder, least = 1 }: { readonly maxOrder: number; readonly least?: number }): CutSets {
  if (sources.length === 0) return { sets: [], unfinished: [] }
  const rows = needsRows(subject)
  const worst = withSources(rows, sources, 'low')
  const events = new Int32Array(rows.ids.length + sources.length).fill(-1)
  for (const [at] of sources.entries()) events[rows.ids.length + at] = at
  let readings: Pick<Found, 'early' | 'late'> | undefined
  const inBoth = (): Pick<Found, 'early' | 'late'> => {
    readings ??= { early: failing(worst), late: failing(withSources(rows, sources, 'high')) }
    return readings
  }
  const unfinished: ThingId[] = []
  const sets = organisation(subject).functions.flatMap((one): readonly CutSet[] => {
    const node = rows.at.get(one.id)
    if (node === undefined) return []
    const timed = circuitOfNeeds(worst, node, one.mtpdHours.high, { events, count: sources.length })
    const found = timed && shortSets(timed.circuit, timed.top, { maxOrder, limit: mostSets })
    if (!found?.isComplete) unfinished.push(one.id)
    return (found?.sets ?? []).filter((set) => set.length >= least).map((set) => cutSet(one, { node, set, rows, sources, ...inBoth() }))
  })
  return { sets: sets.toSorted((a, b) => a.sources.length - b.sources.length || by((it: CutSet) => `${keyOfSet(it)}\n${it.function}`)(a, b)), unfinished }
}

/** What a set has in common with the same set of another function. */
export const keyOfSet = ({ sources }: Pick<CutSet, 'sources'>): string => sources.map((one) => one.id).join('\n')

interface Found {
  readonly node: number
  readonly set: readonly number[]
  readonly rows: NeedsRows
  readonly sources: readonly Source[]
  readonly early: (lost: Iterable<number>) => Failures
  readonly late: (lost: Iterable<number>) => Failures
}

function cutSet(one: BusinessFunction, { node, set, rows, sources, early, late }: Found): CutSet {
  const lost = set.map((event) => rows.ids.length + event)
  const [first, last] = [early(lost), late(lost)]
  const low = first.time[first.node.indexOf(node)] ?? Number.POSITIVE_INFINITY
  const high = last.time[last.node.indexOf(node)] ?? Number.POSITIVE_INFINITY
  return {
    function: one.id,
    sources: set.map((event) => sources[event] as Source).sort(by((source) => source.id)),
    hours: { low, high },
    verdict: verdictOf(one, { low, high }) === 'certain' ? 'certain' : 'possible',
    via: between(node, new Map([...first.node].map((it, at) => [it, first.because[at] as number])), rows.ids),
  }
}
