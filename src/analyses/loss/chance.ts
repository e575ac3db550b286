import type { ThingId } from '#estate/claim.ts'
import type { Losses } from '#facts/loss-model.ts'
import type { Source } from '#facts/source.ts'
import type { Cell } from '#findings/block.ts'
import { type Batches, everyBatch, inBatches } from '#kernels/loss/batches.ts'
import { type Estimate, meanOfBatches } from '#kernels/loss/measures.ts'
import { groupBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import { cents, type Run, type TailRun } from './run.ts'

/** How far chance alone may be off: whether more years would change what a figure says. */
export type Verdict = 'settled' | 'rough' | 'unsettled' | 'too-few'

/** Below the first relative error a figure has settled; beyond the second it says little. */
const [settledBelow, unsettledFrom] = [0.05, 0.3]

/** Two standard errors as a share of what they belong to; not a number where there are too few years to tell, as where nothing was met in any. */
export const offOf = ({ value, error }: Estimate): number => (value === 0 ? Number.NaN : (2 * error) / value)

export function verdictOf(off: number): Verdict {
  if (Number.isNaN(off)) return 'too-few'
  return off < settledBelow ? 'settled' : off < unsettledFrom ? 'rough' : 'unsettled'
}

/** What a part of the year comes to in one reading, in euros, with its error: on average, and in the worst years where there are enough of them. */
export interface PartEstimate {
  readonly mean: Estimate
  readonly tail: Estimate | undefined
}

/** Fewer batches tell no error that one could rely on. */
const fewestBatches = 8
/** What some sources come to, by a key of theirs. */
export function ofSources<K>(losses: Losses, run: Run, keyOf: (source: Source) => K): (keys: readonly K[]) => PartEstimate {
  const { sourceAt } = run.models.of
  const at = groupBy([...sourceAt.keys()], (source) => keyOf(losses.sources[sourceAt[source] as number] as Source))
  return (keys) =>
    estimates(
      run,
      'source',
      keys.flatMap((key) => at.get(key) ?? []),
    )
}

/** What an item comes to: a function, a contract, a dataset. */
export function ofItem(run: Run, item: ThingId): PartEstimate {
  const at = run.models.of.items.indexOf(item)
  return estimates(run, 'item', at < 0 ? [] : [at])
}

function estimates(run: Run, by: 'source' | 'item', which: readonly number[]): PartEstimate {
  return { mean: estimateIn(run.loss.batches, by, which), tail: run.tail && tailEstimate(run.tail, run.loss.batches, by, which) }
}

function estimateIn(batches: Batches, by: 'source' | 'item', which: readonly number[]): Estimate {
  const sums = inBatches(batches, by, which)
  const { value, error } = meanOfBatches(sums)
  return { value: value / cents, error: sums.length < fewestBatches ? Number.NaN : error / cents }
}

/**
 * The mean of a part in the worst years, the one at the bar with its weight. Its error takes along that the bar itself is uncertain: a batch counts with what its years come to beyond what such a part
 * comes to at the bar (Manistre and Hancock 2005), which is taken to be its share of the whole there.
 */
function tailEstimate({ tail, beyond, boundary }: TailRun, all: Batches, by: 'source' | 'item', which: readonly number[]): Estimate {
  const exact = beyond.years + tail.boundary.weight
  const sumOf = (batches: Batches): number => inBatches(batches, by, which).reduce((sum, one) => sum + one.sum, 0)
  const value = (sumOf(beyond.batches) + tail.boundary.weight * sumOf(boundary.batches)) / exact
  const atBar = tail.tvar.value === 0 ? 0 : (value * tail.var.value) / tail.tvar.value
  const met = everyBatch(beyond.batches, by, which)
  const years = [...all.years]
  const excess = met.map((one) => one.sum - one.years * atBar)
  const [sum, length] = [excess.reduce((total, one) => total + one, 0), years.reduce((total, one) => total + one, 0)]
  const count = years.filter((one) => one > 0).length
  const squares = excess.reduce((total, one, batch) => total + (one - (sum * (years[batch] as number)) / length) ** 2, 0)
  return { value: value / cents, error: count < fewestBatches ? Number.NaN : Math.sqrt((squares * count) / (count - 1)) / exact / cents }
}

/** How far chance may be off as a cell of a table. */
export function offCell(estimate: Estimate | undefined): Cell {
  const off = estimate === undefined ? Number.NaN : offOf(estimate)
  const verdict = verdictOf(off)
  const text = message(`loss.off.${verdict}`, { error: Number.isNaN(off) ? 0 : Math.max(1, Math.round(off * 100)) })
  return verdict === 'settled' || verdict === 'rough' ? { text } : { text, tone: 'unknown' }
}
