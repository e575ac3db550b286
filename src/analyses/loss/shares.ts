import type { ThingId } from '#estate/claim.ts'
import type { Losses } from '#facts/loss-model.ts'
import type { Source } from '#facts/source.ts'
import { causesOf } from '#kernels/loss/batches.ts'
import type { LossModel } from '#kernels/loss/model.ts'
import { wideNumber } from '#kernels/loss/wide-sums.ts'
import type { Interval } from '#lang/interval.ts'
import { cents, type Run } from './run.ts'

/** What one source costs one item in a year, on average and in the worst years. In euros. */
export interface Cell {
  readonly source: Source
  readonly item: ThingId
  /** By itself, together with another, or as an amount at once. */
  readonly by: 'strike' | 'joint' | 'lump'
  /** Of what stops only together: who else has to be lost. */
  readonly beside: readonly Source[]
  readonly perYear: number
  readonly inTail: number
}

/** Every cause with what it costs. They add up to the mean of a year, and to the mean of the worst years. */
export function cellsOf(losses: Losses, run: Run): readonly Cell[] {
  const { of, loss } = run.models
  const causes = causesOf(loss)
  const [members, lumps] = [loss.strikes.item.length, loss.strikes.item.length + loss.joints.source.length]
  const years = run.loss.years
  const tail = run.tail
  const weights = tail && { beyond: 1 / (tail.beyond.years + tail.tail.boundary.weight), boundary: tail.tail.boundary.weight / (tail.beyond.years + tail.tail.boundary.weight) }
  const ours = (source: number): Source => losses.sources[of.sourceAt[source] as number] as Source
  const beside = loss.joints.item.length === 0 ? [] : besideOf(loss).map((list) => list.map(ours))
  return Array.from(causes.source, (source, at) => ({
    source: ours(source),
    item: of.items[causes.item[at] as number] as ThingId,
    beside: beside[at - members] ?? [],
    by: at < members ? 'strike' : at < lumps ? 'joint' : 'lump',
    perYear: wideNumber(run.loss.cells, at) / years / cents,
    inTail: tail && weights ? (wideNumber(tail.beyond.cells, at) * weights.beyond + wideNumber(tail.boundary.cells, at) * weights.boundary) / cents : 0,
  }))
}

/** For each member of a joint the sources of the others. */
function besideOf({ joints }: LossModel): readonly (readonly number[])[] {
  return Array.from(joints.item, (_, joint) => {
    const sources = [...joints.source.subarray(joints.offsets[joint], joints.offsets[joint + 1])]
    return sources.map((_source, at) => sources.toSpliced(at, 1))
  }).flat()
}

/** Hours that each item stops in a year. */
export function hoursBy(losses: Losses, run: Run): ReadonlyMap<ThingId, number> {
  const found = new Map<ThingId, number>()
  for (const one of hoursOf(losses, run)) found.set(one.item, (found.get(one.item) ?? 0) + one.hours)
  return found
}

/** Hours that each source stops each item in a year. */
function hoursOf(losses: Losses, run: Run): readonly { readonly source: Source; readonly item: ThingId; readonly hours: number }[] {
  const causes = causesOf(run.models.hours)
  return Array.from(causes.source, (source, at) => ({
    source: losses.sources[run.models.of.sourceAt[source] as number] as Source,
    item: run.models.of.items[causes.item[at] as number] as ThingId,
    hours: wideNumber(run.hours.cells, at) / run.hours.years / cents,
  }))
}

/** A part of the whole: what belongs to one key, in both readings, and which part of the worst years. */
export interface Part<K extends string> {
  readonly key: K
  readonly euros: Interval
  readonly tail: Interval
}

/** The causes in both readings. */
export type Cells = Readonly<Record<'best' | 'worst', readonly Cell[]>>

/** The whole cut by a key: the parts add up to it in each reading. The dearest in the worse reading first. */
export function cutBy<K extends string>(cells: Cells, keyOf: (cell: Cell) => K): readonly Part<K>[] {
  const sums = (list: readonly Cell[], of: 'perYear' | 'inTail'): ReadonlyMap<K, number> => {
    const found = new Map<K, number>()
    for (const cell of list) found.set(keyOf(cell), (found.get(keyOf(cell)) ?? 0) + cell[of])
    return found
  }
  const [best, worst, tailBest, tailWorst] = [sums(cells.best, 'perYear'), sums(cells.worst, 'perYear'), sums(cells.best, 'inTail'), sums(cells.worst, 'inTail')]
  const part = (key: K): Part<K> => ({ key, euros: between(best.get(key), worst.get(key)), tail: between(tailBest.get(key), tailWorst.get(key)) })
  return [...new Set([...worst.keys(), ...best.keys()])].map(part).sort((a, b) => b.euros.high - a.euros.high || b.euros.low - a.euros.low || (a.key < b.key ? -1 : 1))
}

/** The two readings in the order of their size: chance may turn them round where they hardly differ. */
export const between = (one = 0, other = 0): Interval => ({ low: Math.min(one, other), high: Math.max(one, other) })
