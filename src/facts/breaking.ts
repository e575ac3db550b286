import type { ThingId } from '#estate/claim.ts'
import { failing } from '#kernels/graph/failure-times.ts'
import { alternativeTo, byEffort, effortOf, keyOfStep, leaningsOf, type Step, stepsAlong, wayOf } from './break-steps.ts'
import type { CutSet } from './cut-sets.ts'
import { needsRows } from './failure-logic.ts'
import { between, withSources } from './harm.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'

/** More steps than this are a project: whoever is lost is better left altogether. */
const mostSteps = 8

/** So many losses may be worked out before the rest is left untried: a few seconds' worth. */
const mostWork = 5_000_000

/**
 * Finds what to do so that sets no longer stop their functions within the tolerable time, by trying: each step is made in the failure logic and the set is lost again.
 *
 * The cheapest single step that does is the answer. Where none does, steps are taken one after the other, on each road that is still open the cheapest that closes
 * or lengthens it, and those that turn out not to be needed are dropped, the dearest first.
 *
 * @param sources all that is lost in any of the sets
 * @returns the steps for one set, given once for each function that it stops; nothing where there was no time left to try
 */
export function breaker(subject: Subject, sources: readonly Source[]): (sets: readonly CutSet[]) => readonly Step[] | undefined {
  let opened: Bench | undefined
  return (sets) => {
    opened ??= benchOf(subject, sources)
    const bench = opened
    const [first] = sets
    if (first === undefined || bench.isSpent()) return undefined
    const lost = first.sources.map((one) => bench.nodeOf(one))
    const functions = sets.map((one) => one.function)
    const open = (): readonly ThingId[] => bench.stopped(lost, functions)
    const candidates = (id: ThingId): readonly Step[] => lost.flatMap((node) => stepsAlong(subject, id, bench.road(node, id))).sort(byEffort)
    const all = new Map(functions.flatMap((id) => candidates(id)).map((step) => [keyOfStep(step), step]))
    for (const step of [...all.values()].sort(byEffort)) {
      const undo = bench.take(step)
      const isBroken = open().length === 0
      undo()
      if (isBroken) return [step]
    }
    return severalSteps({ bench, lost, functions, open, candidates, whole: () => wholeOf(subject, bench, first, functions) })
  }
}

interface Search {
  readonly bench: Bench
  readonly lost: readonly number[]
  readonly functions: readonly ThingId[]
  readonly open: () => readonly ThingId[]
  readonly candidates: (id: ThingId) => readonly Step[]
  readonly whole: () => Step
}

function severalSteps({ bench, lost, open, candidates, whole }: Search): readonly Step[] {
  const taken: { readonly step: Step; undo: () => void }[] = []
  for (let left = open(); left.length > 0 && taken.length < mostSteps; left = open()) {
    const id = left[0] as ThingId
    const done = new Set(taken.map((one) => keyOfStep(one.step)))
    const before = lost.map((node) => bench.road(node, id).join(' '))
    const helping = candidates(id).find((step) => {
      if (done.has(keyOfStep(step))) return false
      const undo = bench.take(step)
      if (!open().includes(id) || lost.some((node, at) => bench.road(node, id).join(' ') !== before[at])) {
        taken.push({ step, undo })
        return true
      }
      undo()
      return false
    })
    if (helping === undefined) break
  }
  const isBroken = open().length === 0
  for (const one of taken.toSorted((a, b) => byEffort(b.step, a.step))) {
    if (!isBroken) break
    one.undo()
    if (open().length === 0) taken.splice(taken.indexOf(one), 1)
    else one.undo = bench.take(one.step)
  }
  for (const one of taken) one.undo()
  return isBroken ? taken.map((one) => one.step).sort(byEffort) : [whole()]
}

/** Without one of them the set stops nothing, since it is smallest: to leave the one that is left soonest, in all that the functions use it for. */
function wholeOf(subject: Subject, bench: Bench, { sources }: CutSet, functions: readonly ThingId[]): Step {
  const steps = sources.map((source): Step => {
    const all = functions.map((id) => alternativeTo(subject, source.thing, bench.road(bench.nodeOf(source), id)))
    return { ...(all.sort((a, b) => effortOf(b) - effortOf(a))[0] as Step), way: 'leave' }
  })
  return steps.sort(byEffort)[0] as Step
}

type Bench = ReturnType<typeof benchOf>

/** The failure logic in the worst reading, in which steps can be made and undone. Steps are undone in any order, as long as no two change one need. */
function benchOf(subject: Subject, sources: readonly Source[]) {
  const rows = needsRows(subject)
  const graph = withSources(rows, sources, 'low')
  const plain = graph.delay.slice()
  const real = failing(graph)
  const bare = failing({ ...graph, threshold: new Int32Array(graph.threshold.length).fill(1) })
  const functions = new Map(organisation(subject).functions.map((one) => [one.id, one]))
  const nodes = new Map(sources.map((one, at) => [one.id, rows.ids.length + at]))
  const changes = new Map<number, Map<string, number>>()
  let work = 0
  const into = edgesInto(graph.dependants, new Set([...functions.keys()].flatMap((id) => rows.at.get(id) ?? [])))

  /** Of all that is done about a need, what helps longest counts. */
  const settle = (edge: number): void => {
    graph.delay[edge] = Math.max(plain[edge] as number, ...(changes.get(edge)?.values() ?? []))
  }
  const change = (step: Step, edge: number, hours: number): void => {
    const own = changes.get(edge) ?? new Map<string, number>()
    changes.set(edge, own.set(keyOfStep(step), hours))
    settle(edge)
  }
  const effects = (step: Step): readonly (readonly [edge: number, hours: number])[] =>
    namesOf(subject, step.on).flatMap((name) => {
      const node = rows.at.get(name)
      if (node === undefined) return []
      if (step.way === 'test-fallback') {
        const { fallbackHours } = functions.get(step.on) as BusinessFunction
        return (into.get(node) ?? []).map((edge) => [edge, (plain[edge] as number) + fallbackHours.high - fallbackHours.low] as const)
      }
      const edges = Array.from({ length: (graph.offsets[node + 1] as number) - (graph.offsets[node] as number) }, (_, at) => (graph.offsets[node] as number) + at)
      if (step.way === 'alternative') return edges.map((edge) => [edge, Number.POSITIVE_INFINITY] as const)
      return edges.flatMap((edge) => {
        const hours = hoursWith(subject, step, { from: rows.ids[graph.dependants[edge] as number] as ThingId, to: name })
        return hours === undefined ? [] : [[edge, hours] as const]
      })
    })
  return {
    nodeOf: (source: Source): number => nodes.get(source.id) as number,
    isSpent: () => work > mostWork,
    /** Those of some functions that stop within their tolerable time. */
    stopped: (lost: readonly number[], ids: readonly ThingId[]): readonly ThingId[] => {
      const { node, time } = real(lost)
      work += node.length
      const at = new Map([...node].map((it, which) => [it, time[which] as number]))
      return ids.filter(
        (id) =>
          (at.get(rows.at.get(id) ?? -1) ?? Number.POSITIVE_INFINITY) <= (functions.get(id)?.mtpdHours.high ?? 0) && at.get(rows.at.get(id) ?? -1) !== Number.POSITIVE_INFINITY,
      )
    },
    /** The road from a function to what is lost, as if no alternative took over; empty where there is none in time. */
    road: (lost: number, id: ThingId): readonly ThingId[] => {
      const { node, because } = bare([lost])
      work += node.length
      return between(rows.at.get(id) ?? -1, new Map([...node].map((it, which) => [it, because[which] as number])), rows.ids)
    },
    take: (step: Step): (() => void) => {
      const found = effects(step)
      for (const [edge, hours] of found) change(step, edge, hours)
      return () => {
        for (const [edge] of found) {
          changes.get(edge)?.delete(keyOfStep(step))
          settle(edge)
        }
      }
    },
  }
}

function edgesInto(dependants: Int32Array, wanted: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (let edge = 0; edge < dependants.length; edge++) {
    const node = dependants[edge] as number
    if (wanted.has(node)) found.set(node, [...(found.get(node) ?? []), edge])
  }
  return found
}

/**
 * Hours until somebody feels the loss of what the step is about, once it is done; nothing where the step does not touch how they lean on it. A copy lasts until
 * it has to be renewed, as the profile says of what is kept by its digest; other needs are gone. What they need it for besides stays as it is.
 */
function hoursWith(subject: Subject, step: Step, { from, to }: { readonly from: ThingId; readonly to: ThingId }): number | undefined {
  const all = leaningsOf(subject, from, to)
  const others = all.filter((one) => wayOf(one) !== step.way)
  if (others.length === all.length) return undefined
  const pinned = organisation(subject).profile.grace['deploy-pinned']?.[0]
  const own = step.way === 'mirror' ? (pinned ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  return Math.min(own, ...others.map((one) => one.graceHours.low))
}
