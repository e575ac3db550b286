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
  /**
   * Whether the function stood on what was struck. Which of some alternatives are in use nobody states: the worst reading takes those that are struck most, the best
   * those that are struck least. True where it is not covered.
   */
  readonly inUse: Readonly<Record<'best' | 'worst', boolean>>
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

/** Every function that each source stops, and what pairs of them stop together; the pairs take most of the time. */
export function harmOf(subject: Subject, sources: readonly Source[]): { readonly harms: readonly Harm[]; readonly joint: readonly JointHarm[] } {
  const harms = harmsOf(subject, sources)
  const rows = barePlan(subject)
  const [real, functions] = [readings(rows, sources), functionNodes(subject, rows)]
  return { harms, joint: jointOf(harms, (pair) => real(pair, functions).hits) }
}

/**
 * Every function that each source stops: in the failure logic as it is, and in one in which no alternative takes over. Where only the
 * second fails, the function is covered.
 */
export function harmsOf(subject: Subject, sources: readonly Source[]): readonly Harm[] {
  const rows = barePlan(subject)
  const functions = functionNodes(subject, rows)
  const real = readings(rows, sources)
  const bare = readings(withoutAlternatives(rows), sources)
  const groups = alternatives(rows)
  const found = sources.map((_, source) => {
    const { hits, nodes } = real([source], functions)
    const without = bare([source], functions)
    const own = [...without.hits].map(([id, alone]): Omit<Harm, 'inUse'> => {
      const hit = hits.get(id)
      const { hours, via } = hit ?? alone
      return { source, function: id, hours, covered: hit === undefined, via: via() }
    })
    // Who stops by another way in any case does not come into which alternative is in use.
    return { own, held: own.some((one) => one.covered) ? heldBy(groups, { struck: new Set(without.nodes), lost: new Set(nodes) }) : [] }
  })
  const inUse = membersInUse(
    groups,
    found.map((one) => one.held),
    sources.map((one) => oftenness(subject, one)),
  )
  return found.flatMap(({ own, held }): readonly Harm[] => {
    const stands = (reading: 'best' | 'worst'): boolean => held.some((one) => inUse[reading].has(one))
    const covered = { best: stands('best'), worst: stands('worst') }
    return own.map((one) => ({ ...one, inUse: one.covered ? covered : { best: true, worst: true } }))
  })
}

/** How often a source strikes what leans on it, in a year. */
function oftenness({ knowledge }: Subject, { scenario }: Source): number {
  const { perYear, reach } = knowledge.scenarios.get(scenario) ?? { perYear: { low: 0, high: 0 }, reach: { low: 0, high: 0 } }
  return Math.sqrt(perYear.low * perYear.high) * reach.high
}

/** Alternatives: of their members so many are in use at a time. */
interface Alternatives {
  readonly node: number
  readonly members: readonly number[]
  readonly needed: number
}

function alternatives({ worst }: NeedsRows): readonly Alternatives[] {
  const members = new Map<number, number[]>()
  for (const [node, threshold] of worst.threshold.entries()) if (threshold > 1) members.set(node, [])
  if (members.size === 0) return []
  for (let need = 0; need + 1 < worst.offsets.length; need++)
    for (let at = worst.offsets[need] as number; at < (worst.offsets[need + 1] as number); at++) members.get(worst.dependants[at] as number)?.push(need)
  return [...members].map(([node, list]) => ({ node, members: list, needed: list.length - (worst.threshold[node] as number) + 1 }))
}

/** Members of groups that are struck where their group holds. */
const heldBy = (groups: readonly Alternatives[], { struck, lost }: { readonly struck: ReadonlySet<number>; readonly lost: ReadonlySet<number> }): readonly number[] =>
  groups.flatMap(({ node, members }) => (struck.has(node) && !lost.has(node) ? members.filter((one) => struck.has(one)) : []))

/** Of each group as many members as are needed: those that are struck most often, and those that are struck least. */
function membersInUse(groups: readonly Alternatives[], held: readonly (readonly number[])[], often: readonly number[]): Readonly<Record<'best' | 'worst', ReadonlySet<number>>> {
  const perYear = new Map<number, number>()
  for (const [source, members] of held.entries()) for (const one of members) perYear.set(one, (perYear.get(one) ?? 0) + (often[source] as number))
  const byRate = groups.map(({ members, needed }) => ({ needed, list: members.toSorted((a, b) => (perYear.get(b) ?? 0) - (perYear.get(a) ?? 0) || a - b) }))
  return {
    worst: new Set(byRate.flatMap(({ needed, list }) => list.slice(0, needed))),
    best: new Set(byRate.flatMap(({ needed, list }) => list.slice(-needed))),
  }
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
  return (which: readonly number[], functions: ReadonlyMap<number, ThingId>): { readonly hits: ReadonlyMap<ThingId, Hit>; readonly nodes: Int32Array } => {
    const nodes = which.map((one) => first + one)
    const lows = worst(nodes)
    const late = best(nodes)
    const highs = new Map([...late.node].map((node, at) => [node, late.time[at] as number]))
    const because = new Map([...lows.node].map((node, at) => [node, lows.because[at] as number]))
    const hits = new Map(
      [...lows.node].flatMap((node, at) => {
        const id = functions.get(node)
        const low = lows.time[at] as number
        if (id === undefined || low === Number.POSITIVE_INFINITY) return []
        return [[id, { hours: { low, high: highs.get(node) ?? Number.POSITIVE_INFINITY }, via: () => between(node, because, rows.ids) }] as const]
      }),
    )
    return { hits, nodes: lows.node }
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
  const [edges, nodes] = [graph.dependants.length, graph.threshold.length]
  const dependants = new Int32Array(edges + all.length)
  const delay = new Float64Array(edges + all.length)
  dependants.set(graph.dependants)
  delay.set(graph.delay)
  for (const [at, one] of all.entries()) {
    dependants[edges + at] = one.node
    delay[edges + at] = one.hours
  }
  const threshold = new Int32Array(nodes + sources.length).fill(1)
  threshold.set(graph.threshold)
  return { offsets, dependants, delay, threshold }
}

const withoutAlternatives = (rows: NeedsRows): NeedsRows => {
  const alone = new Int32Array(rows.ids.length).fill(1)
  return { ...rows, worst: { ...rows.worst, threshold: alone }, best: { ...rows.best, threshold: alone } }
}
