import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Losses } from '#facts/loss-model.ts'
import { ownersOf } from '#facts/ownership.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import { knownAs } from '#facts/twins.ts'
import type { LossModel } from '#kernels/loss/model.ts'
import { type WideSums, wideNumber } from '#kernels/loss/wide-sums.ts'
import type { Interval } from '#lang/interval.ts'
import type { Run } from './run.ts'

/** What one source costs one item in a year, on average and in the worst years. In euros. */
export interface Cell {
  readonly source: Source
  readonly item: ThingId
  readonly perYear: number
  readonly inTail: number
}

const cents = 100

/** Every cause with what it costs. They add up to the mean of a year, and to the mean of the worst years. */
export function cellsOf(losses: Losses, run: Run): readonly Cell[] {
  const { of, loss } = run.models
  const causes = causesOf(loss)
  const years = run.loss.years
  const tail = run.tail
  const weights = tail && { beyond: 1 / (tail.beyond.years + tail.tail.boundary.weight), boundary: tail.tail.boundary.weight / (tail.beyond.years + tail.tail.boundary.weight) }
  return causes.map(({ source, item }, at) => ({
    source: losses.sources[of.sourceAt[source] as number] as Source,
    item: of.items[item] as ThingId,
    perYear: wideNumber(run.loss.cells, at) / years / cents,
    inTail: tail && weights ? (wideNumber(tail.beyond.cells, at) * weights.beyond + wideNumber(tail.boundary.cells, at) * weights.boundary) / cents : 0,
  }))
}

/** Hours that each item stops in a year. */
export function hoursBy(losses: Losses, run: Run): ReadonlyMap<ThingId, number> {
  const found = new Map<ThingId, number>()
  for (const one of hoursOf(losses, run)) found.set(one.item, (found.get(one.item) ?? 0) + one.hours)
  return found
}

/** Hours that each source stops each item in a year. */
const hoursOf = (losses: Losses, run: Run): readonly { readonly source: Source; readonly item: ThingId; readonly hours: number }[] =>
  causesOf(run.models.hours).map(({ source, item }, at) => ({
    source: losses.sources[run.models.of.sourceAt[source] as number] as Source,
    item: run.models.of.items[item] as ThingId,
    hours: wideNumber(run.hours.cells, at) / run.hours.years / cents,
  }))

/** What a scale other than money comes to in a year, by item. */
export const scaleOf = (run: Run, scale: number): number => wideSum(run.loss.cells, scale, run.models.loss) / run.loss.years / cents

function wideSum(cells: WideSums, scale: number, model: LossModel): number {
  const count = causesOf(model).length
  let sum = 0
  for (let at = scale * count; at < (scale + 1) * count; at++) sum += wideNumber(cells, at)
  return sum
}

/** The causes in the order of the engine's cells: strikes, members of joints, lumps. */
function causesOf({ sources, strikes, joints, lumps }: LossModel): readonly { readonly source: number; readonly item: number }[] {
  const bySource = (offsets: Int32Array, item: Int32Array) =>
    Array.from(sources.rate, (_, source) => Array.from(item.subarray(offsets[source], offsets[source + 1]), (one) => ({ source, item: one }))).flat()
  const members = Array.from(joints.item, (item, joint) =>
    Array.from(joints.source.subarray(joints.offsets[joint], joints.offsets[joint + 1]), (source) => ({ source, item })),
  ).flat()
  return [...bySource(strikes.offsets, strikes.item), ...members, ...bySource(lumps.offsets, lumps.item)]
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

/** Who answers for what a source strikes: the party itself, or the one that runs or makes the thing. A law answers for itself. */
export function supplierOf(subject: Subject, thing: ThingId): ThingId {
  if (kindOf(thing) === 'party' || kindOf(thing) === 'law' || kindOf(thing) === 'jurisdiction') return thing
  const link = linksFrom(subject.estate, knownAs(subject, thing), 'operated-by', 'run-by', 'published-by', 'distributed-by').find((one) => kindOf(one.to) === 'party')
  return link === undefined ? thing : knownAs(subject, link.to)
}

/** Who stands at the top of whoever answers for it, where more than half of the shares, or control, leads there. */
export function groupOf(subject: Subject, thing: ThingId): ThingId {
  const supplier = supplierOf(subject, thing)
  if (kindOf(supplier) !== 'party') return supplier
  const top = ownersOf(subject)(supplier).find((one) => one.ultimate && one.controls)
  return top === undefined ? supplier : knownAs(subject, top.party)
}
