import { assert } from '#lang/assert.ts'
import { addToBatches, type Batches, causesOf, mergedBatches, noBatches } from './batches.ts'
import { blockYears } from './model.ts'
import { runBlock } from './run-block.ts'
import type { OpenModel } from './simulate-blocks.ts'
import { addWide, mergedWide, type WideSums, wideZeros } from './wide-sums.ts'

/** Some years again, with what caused their losses. */
export interface TailPart {
  readonly years: number
  /** By scale: what the years came to. */
  readonly totals: readonly bigint[]
  /** By scale, then cause: adds up to the totals exactly. */
  readonly cells: WideSums
  /** Of the years, which batch of blocks they are of, and what sources and items came to in them. */
  readonly batches: Batches
}

/**
 * Simulates some years again, alone, and lays their losses to their causes. The years come out as they did among the others, since every draw has its own counter.
 *
 * Windows of pools are simulated only where a wanted year is in them. The events of all other sources have to be found again for the whole block, since they
 * are dealt out over its years; everything after that is done for the wanted years alone.
 *
 * @param years numbers of years, in order
 */
export function tailPass({ plan, kernels }: OpenModel, seed: number, years: ArrayLike<number>): TailPart {
  const { scales } = plan.model
  const batches = noBatches(plan.model)
  const causes = plan.model.batches > 0 ? causesOf(plan.model) : undefined
  const totals = Array.from({ length: scales }, () => 0n)
  const cells = wideZeros(scales * plan.cells.count)
  const wanted = new Uint8Array(blockYears)
  /** What the cells hold by now, on the fullest scale: they are emptied long before a sum could be rounded. */
  let held = 0
  for (let at = 0; at < years.length; ) {
    const block = Math.floor((years[at] as number) / blockYears)
    const first = at
    wanted.fill(0)
    for (; at < years.length && Math.floor((years[at] as number) / blockYears) === block; at++) {
      assert(at === 0 || (years[at] as number) > (years[at - 1] as number), `years out of order: ${years[at]}`)
      wanted[(years[at] as number) % blockYears] = 1
    }
    const { tally } = runBlock(plan, kernels, { seed, block }, wanted)
    let most = 0n
    for (let scale = 0; scale < scales; scale++) {
      let sum = 0n
      for (let one = first; one < at; one++) sum += BigInt(tally.totals[scale * blockYears + ((years[one] as number) % blockYears)] as number)
      totals[scale] = (totals[scale] as bigint) + sum
      if (sum > most) most = sum
    }
    held += Number(most)
    if (causes !== undefined) addToBatches(batches, causes, { block, years: at - first, cells: tally.cells })
    if (causes !== undefined || at >= years.length || held >= 2 ** 51) {
      for (let cell = 0; cell < tally.cells.length; cell++) if (tally.cells[cell] !== 0) addWide(cells, cell, tally.cells[cell] as number)
      tally.cells.fill(0)
      held = 0
    }
    tally.breaches.fill(0)
  }
  return { years: years.length, totals, cells, batches }
}

export const mergeTails = (a: TailPart, b: TailPart): TailPart => ({
  years: a.years + b.years,
  totals: a.totals.map((total, scale) => total + (b.totals[scale] as bigint)),
  cells: mergedWide(a.cells, b.cells),
  batches: mergedBatches(a.batches, b.batches),
})
