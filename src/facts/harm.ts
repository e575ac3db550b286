import type { ThingId } from '#estate/claim.ts'
import { failing, type NeedsGraph } from '#kernels/graph/failure-times.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { barePlan, type NeedsRows } from './failure-logic.ts'
import { organisation } from './organisation.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** That a source stops a function, and when. Work by hand is not counted off. */
export interface Harm {
  /** Index in the sources that were asked about. */
  readonly source: number
  readonly function: ThingId
  /** Hours from the event to harm. The high end is infinite where it is contested whether harm comes at all. */
  readonly hours: Interval
  /** Whether stated alternatives carry it, so that it comes to harm only when none of them takes over. */
  readonly covered: boolean
  /** What lies between, from the function down to what was struck, in the worst reading. */
  readonly via: readonly ThingId[]
}

/** When a function comes to harm, and by way of what. */
interface Hit {
  readonly hours: Interval
  readonly via: () => readonly ThingId[]
}

/** That two sources stop a function together, which neither does alone. */
export interface JointHarm {
  readonly sources: readonly [number, number]
  readonly function: ThingId
  /** Hours from the moment that both have happened. */
  readonly hours: Interval
}

/** Of so many sources per function, all pairs are tried; of more, only those of the first, by their order. */
const mostCovered = 80

/**
 * Every function that each source stops: in the failure logic as it is, and in one in which no alternative takes over. Where only the
 * second fails, the function is covered, and pairs of sources are tried against it.
 */
export function harmOf(subject: Subject, sources: readonly Source[]): { readonly harms: readonly Harm[]; readonly joint: readonly JointHarm[] } {
  const rows = barePlan(subject)
  const functions = functionNodes(subject, rows)
  const real = readings(rows, sources)
  const bare = readings(withoutAlternatives(rows), sources)
  const harms = sources.flatMap((_, source): readonly Harm[] => {
    const hits = real([source], functions)
    return [...bare([source], functions)].map(([id, alone]): Harm => {
      const hit = hits.get(id)
      const { hours, via } = hit ?? alone
      return { source, function: id, hours, covered: hit === undefined, via: via() }
    })
  })
  return { harms, joint: jointOf(harms, (pair) => real(pair, functions)) }
}

function jointOf(harms: readonly Harm[], stopped: (pair: readonly number[]) => ReadonlyMap<ThingId, Hit>): readonly JointHarm[] {
  const covered = groupBy(
    harms.filter((one) => one.covered),
    (one) => one.function,
  )
  const found: JointHarm[] = []
  const tried = new Map<string, ReadonlyMap<ThingId, Hit>>()
  for (const [id, all] of covered) {
    const some = all.slice(0, mostCovered).map((one) => one.source)
    for (const [at, one] of some.entries())
      for (const other of some.slice(at + 1)) {
        const key = `${one} ${other}`
        const hit = tried.get(key) ?? stopped([one, other])
        tried.set(key, hit)
        const both = hit.get(id)
        if (both !== undefined) found.push({ sources: [one, other], function: id, hours: both.hours })
      }
  }
  return found
}

function functionNodes(subject: Subject, rows: NeedsRows): ReadonlyMap<number, ThingId> {
  return new Map(
    organisation(subject).functions.flatMap((one) => {
      const node = rows.at.get(one.id)
      return node === undefined ? [] : [[node, one.id] as const]
    }),
  )
}

/** Asks both readings which functions some sources stop, and when. */
function readings(rows: NeedsRows, sources: readonly Source[]) {
  const [worst, best] = [failing(withSources(rows, sources, 'low')), failing(withSources(rows, sources, 'high'))]
  const first = rows.ids.length
  return (which: readonly number[], functions: ReadonlyMap<number, ThingId>): ReadonlyMap<ThingId, Hit> => {
    const nodes = which.map((one) => first + one)
    const lows = worst(nodes)
    const late = best(nodes)
    const highs = new Map([...late.node].map((node, at) => [node, late.time[at] as number]))
    const because = new Map([...lows.node].map((node, at) => [node, lows.because[at] as number]))
    return new Map(
      [...lows.node].flatMap((node, at) => {
        const id = functions.get(node)
        const low = lows.time[at] as number
        if (id === undefined || low === Number.POSITIVE_INFINITY) return []
        return [[id, { hours: { low, high: highs.get(node) ?? Number.POSITIVE_INFINITY }, via: () => between(node, because, rows.ids) }] as const]
      }),
    )
  }
}

/** Along the losses that were the last straw. */
export function between(from: number, because: ReadonlyMap<number, number>, ids: readonly ThingId[]): readonly ThingId[] {
  const found: ThingId[] = []
  for (let node = because.get(from) ?? -1; node !== -1 && ids[node] !== undefined; node = because.get(node) ?? -1) found.push(ids[node] as ThingId)
  return found
}

/** The graph with one node more for each source, whose loss strikes what the source strikes. */
export function withSources(rows: NeedsRows, sources: readonly Source[], end: 'low' | 'high'): NeedsGraph {
  const graph = end === 'low' ? rows.worst : rows.best
  const struck = sources.map((one) =>
    one.struck.flatMap(({ thing, hours }) => {
      const node = rows.at.get(thing)
      return node === undefined || hours[end] === Number.POSITIVE_INFINITY ? [] : [{ node, hours: hours[end] }]
    }),
  )
  const all = struck.flat()
  const offsets = new Int32Array(graph.offsets.length + sources.length)
  offsets.set(graph.offsets)
  for (const [at, list] of struck.entries()) offsets[graph.offsets.length + at] = (offsets[graph.offsets.length + at - 1] as number) + list.length
  return {
    offsets,
    dependants: Int32Array.from([...graph.dependants, ...all.map((one) => one.node)]),
    delay: Float64Array.from([...graph.delay, ...all.map((one) => one.hours)]),
    threshold: Int32Array.from([...graph.threshold, ...sources.map(() => 1)]),
  }
}

const withoutAlternatives = (rows: NeedsRows): NeedsRows => {
  const alone = new Int32Array(rows.ids.length).fill(1)
  return { ...rows, worst: { ...rows.worst, threshold: alone }, best: { ...rows.best, threshold: alone } }
}
