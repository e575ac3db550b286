import type { ThingId } from '#estate/claim.ts'
import type { Losses } from '#facts/loss-model.ts'
import type { Source } from '#facts/source.ts'
import type { Cell } from '#findings/block.ts'
import { type Batches, inBatches } from '#kernels/loss/batches.ts'
import { type Estimate, meanOfBatches } from '#kernels/loss/measures.ts'
import { groupBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import type { Run } from './run.ts'

/** How far chance alone may be off: whether more years would change what a figure says. */
export type Verdict = 'settled' | 'rough' | 'unsettled' | 'too-few'

/** Below the first relative error a figure has settled; beyond the second it says little. */
const [settledBelow, unsettledFrom] = [0.05, 0.3]

/** Two standard errors as a share of what they belong to; not a number where there are too few years to tell. */
export const offOf = ({ value, error }: Estimate): number => (value === 0 ? 0 : (2 * error) / value)

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
const cents = 100

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
  return { mean: estimateIn(run.loss.batches, by, which), tail: run.tail && estimateIn(run.tail.beyond.batches, by, which) }
}

function estimateIn(batches: Batches, by: 'source' | 'item', which: readonly number[]): Estimate {
  const sums = inBatches(batches, by, which)
  const { value, error } = meanOfBatches(sums)
  return { value: value / cents, error: sums.length < fewestBatches ? Number.NaN : error / cents }
}

/** How far chance may be off as a cell of a table. */
export function offCell(estimate: Estimate | undefined): Cell {
  const off = estimate === undefined ? Number.NaN : offOf(estimate)
  const verdict = verdictOf(off)
  const text = message(`loss.off.${verdict}`, { error: Number.isNaN(off) ? 0 : Math.max(1, Math.round(off * 100)) })
  return verdict === 'settled' || verdict === 'rough' ? { text } : { text, tone: 'unknown' }
}
