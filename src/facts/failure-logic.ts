import { idOf, keyOf, type Phase, type ThingId } from '#estate/claim.ts'
import type { NeedsGraph } from '#kernels/graph/failure-times.ts'
import { byCodePoint } from '#lang/compare.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { isAimedHere, isInForce } from './law-reach.ts'
import { leaningGraph } from './leaning.ts'
import { organisation } from './organisation.ts'
import type { Subject } from './subject.ts'

/**
 * The failure logic in numbers: which node needs which, in two readings. The *worst* reading takes every grace and every doubt
 * at its low end, the *best* at its high end; the truth lies between.
 */
export interface NeedsRows {
  readonly ids: readonly ThingId[]
  readonly at: ReadonlyMap<ThingId, number>
  readonly worst: NeedsGraph
  readonly best: NeedsGraph
}

interface Need {
  readonly from: ThingId
  readonly to: ThingId
  readonly hours: Interval
  readonly stated: boolean
}

/** Phases in which a loss is not felt before another thing has gone wrong, or before somebody wants to go. */
const latent: readonly Phase[] = ['recover', 'leave']

/** The failure logic as people live it: while work by hand carries a function, it has not failed. */
export const needsRows = once((subject: Subject): NeedsRows => rowsWith(subject, new Map(organisation(subject).functions.map((one) => [one.id, one.fallbackHours]))))

/** The failure logic without work by hand, for those who count what that carries themselves. */
export const barePlan = once((subject: Subject): NeedsRows => rowsWith(subject, new Map()))

/** @param fallbacks hours that a function carries on without what it needs */
function rowsWith(subject: Subject, fallbacks: ReadonlyMap<ThingId, Interval>): NeedsRows {
  const graph = leaningGraph(subject)
  const felt = [...graph.from.values()].flat().filter(isFelt)
  const needs = felt.map(({ from, to, graceHours, stated }): Need => {
    const fallback = fallbacks.get(from)
    return { from, to, stated, hours: fallback === undefined ? graceHours : { low: graceHours.low + fallback.low, high: graceHours.high + fallback.high } }
  })
  const all = distinctNeeds([...needs, ...lawNeeds(subject, new Set(needs.flatMap((need) => [need.from, need.to])))])
  const ids = [...new Set(all.flatMap((need) => [need.from, need.to]))].sort(byCodePoint)
  const at = new Map(ids.map((id, index) => [id, index]))
  const count = new Map<ThingId, number>()
  for (const need of all) count.set(need.from, (count.get(need.from) ?? 0) + 1)
  const threshold = Int32Array.from(ids, (id) => {
    const keep = graph.atLeast.get(id)
    return keep === undefined ? 1 : Math.max(1, (count.get(id) ?? 0) - keep + 1)
  })
  return { ids, at, worst: rows(all, at, threshold, 'low'), best: rows(all, at, threshold, 'high') }
}

/** Whether a loss along a leaning is felt by itself. */
export const isFelt = ({ phase }: { readonly phase: Phase }): boolean => !latent.includes(phase)

/**
 * Two links between the same things count once: a k-of-n gate counts alternatives, not links. A stated grace goes before one that is
 * assumed; of two of a kind the shorter holds.
 */
function distinctNeeds(needs: readonly Need[]): readonly Need[] {
  const byPair = new Map<string, Need>()
  for (const need of needs) {
    const key = `${need.from}\n${need.to}`
    const known = byPair.get(key)
    if (!known || (need.stated && !known.stated)) byPair.set(key, need)
    else if (need.stated === known.stated)
      byPair.set(key, { ...known, hours: { low: Math.min(known.hours.low, need.hours.low), high: Math.min(known.hours.high, need.hours.high) } })
  }
  return [...byPair.values()]
}

/**
 * A law stops things only through cut-off or export control, and only those it reaches: parties by their seat, what lies on its
 * soil. Whether export control stops a service that runs already, and whether a law that is suspended or unclear comes back, is
 * contested: the best reading says no.
 */
function lawNeeds(subject: Subject, present: ReadonlySet<ThingId>): readonly Need[] {
  const { estate, knowledge } = subject
  const holds = estate.links.filter((link) => (link.role === 'seated-in' || link.role === 'located-in') && link.state === 'active' && present.has(link.from))
  return [...knowledge.laws].flatMap(([key, law]) => {
    const cutsOff = law.powers.includes('cut-off')
    if ((!cutsOff && !law.powers.includes('export-control')) || !isInForce(law, subject.asOf) || !isAimedHere(subject, law)) return []
    const grips = { 'seated-in': law.reach.includes('seated') || law.reach.includes('controlled'), 'located-in': law.reach.includes('placed') }
    const high = cutsOff && law.status === 'in-force' ? 0 : Number.POSITIVE_INFINITY
    return holds.flatMap((link): readonly Need[] => {
      const country = keyOf(link.to)
      const reached = country === law.jurisdiction || knowledge.jurisdictions.get(country)?.memberOf.includes(law.jurisdiction)
      return reached && grips[link.role as 'seated-in' | 'located-in'] ? [{ from: link.from, to: idOf('law', key), stated: false, hours: { low: 0, high } }] : []
    })
  })
}

function rows(needs: readonly Need[], at: ReadonlyMap<ThingId, number>, threshold: Int32Array, end: 'low' | 'high'): NeedsGraph {
  const edges = needs.map((need) => ({ need: at.get(need.to) ?? 0, node: at.get(need.from) ?? 0, hours: need.hours[end] })).sort((a, b) => a.need - b.need || a.node - b.node)
  const offsets = new Int32Array(at.size + 1)
  for (const edge of edges) offsets[edge.need + 1] = (offsets[edge.need + 1] ?? 0) + 1
  for (let index = 1; index < offsets.length; index++) offsets[index] = (offsets[index] ?? 0) + (offsets[index - 1] ?? 0)
  return { offsets, dependants: Int32Array.from(edges, (edge) => edge.node), delay: Float64Array.from(edges, (edge) => edge.hours), threshold }
}
