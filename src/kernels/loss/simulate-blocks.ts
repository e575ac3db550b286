import { addToBatches, type Batches, type Causes, causesOf, noBatches } from './batches.ts'
import type { Engine, Kernels, Tally } from './engine.ts'
import { addTo, emptyHistogram, type Histogram } from './histogram.ts'
import { blockYears, type LossModel } from './model.ts'
import { joinedRanges, type Partial } from './partial.ts'
import { type Plan, planOf } from './plan.ts'
import { runBlock } from './run-block.ts'
import { addWide, type WideSums, wideZeros } from './wide-sums.ts'
import { type WorstSoFar, worstSoFar } from './worst-years.ts'

/** A model opened in an engine, for one simulation after the other. */
export interface OpenModel {
  readonly plan: Plan
  readonly kernels: Kernels
}

/** @param model one that `checkModel` finds no fault in */
export function openModel(model: LossModel, engine: Engine): OpenModel {
  const plan = planOf(model)
  return { plan, kernels: engine.open(plan) }
}

export interface Blocks {
  /** From 0 to 2^32 − 1: names the random numbers of the whole simulation. */
  readonly seed: number
  readonly first: number
  readonly count: number
}

/** From here on a sum of cells might be rounded. */
const exactBelow = 9007199254740992

/**
 * Simulates blocks of `blockYears` years each. Block n is the same whatever was simulated before it, on whichever thread: so a longer simulation contains
 * the shorter one, and parts may be made in any order.
 */
export function simulateBlocks(open: OpenModel, { seed, first, count }: Blocks): Partial {
  const simulation = simulationOf(open, seed)
  simulation.add(first, count)
  return simulation.partial()
}

/** A simulation under way, to which blocks are added. */
export interface Simulation {
  /** Simulates some blocks more; none of them twice. */
  add(first: number, count: number): void
  /** What all blocks came to. Ends the simulation. */
  partial(): Partial
}

export function simulationOf({ plan, kernels }: OpenModel, seed: number): Simulation {
  const sums = emptySums(plan)
  const causes = plan.model.batches > 0 ? causesOf(plan.model) : undefined
  const ranges: (readonly [number, number])[] = []
  return {
    add(first, count) {
      ranges.push([first, count])
      for (let block = first; block < first + count; block++) addBlock(sums, runBlock(plan, kernels, { seed, block }).tally, { block, scales: plan.model.scales, causes })
    },
    partial() {
      spill(sums)
      const { scales, largest, yearsWithLoss, lossSquares, beyond, breaches, breachSquares, cells, batches } = sums
      const years = ranges.reduce((sum, [, count]) => sum + count, 0) * blockYears
      return {
        seed,
        ranges: joinedRanges(ranges),
        years,
        scales,
        largest,
        worst: sums.worst.list(),
        yearsWithLoss,
        lossSquares,
        breaches,
        breachSquares,
        cells,
        batches,
        beyond,
        isUncertain: plan.isUncertain,
      }
    },
  }
}

interface ScaleSums {
  sum: bigint
  squares: bigint
  blockSquares: bigint
  readonly years: Histogram
  readonly blocks: Histogram
}

interface Sums {
  readonly scales: readonly ScaleSums[]
  readonly largest: Histogram
  readonly worst: WorstSoFar
  yearsWithLoss: number
  lossSquares: number
  beyond: number
  readonly breaches: Float64Array
  readonly breachSquares: Float64Array
  readonly cells: WideSums
  readonly batches: Batches
  /** What the cells of the tally hold by now, on the fullest scale. */
  held: number
  tally: Tally | undefined
}

const emptySums = ({ model, cells }: Plan): Sums => ({
  scales: Array.from({ length: model.scales }, () => ({ sum: 0n, squares: 0n, blockSquares: 0n, years: emptyHistogram(), blocks: emptyHistogram() })),
  largest: emptyHistogram(),
  worst: worstSoFar(),
  yearsWithLoss: 0,
  lossSquares: 0,
  beyond: 0,
  breaches: new Float64Array(model.items.limit.length),
  breachSquares: new Float64Array(model.items.limit.length),
  cells: wideZeros(model.scales * cells.count),
  batches: noBatches(model),
  held: 0,
  tally: undefined,
})

interface Block {
  readonly block: number
  readonly scales: number
  /** Where there are batches. */
  readonly causes: Causes | undefined
}

function addBlock(sums: Sums, tally: Tally, { block, scales, causes }: Block): void {
  sums.tally = tally
  let most = 0
  for (let scale = 0; scale < scales; scale++) most = Math.max(most, addScale(sums, tally.totals.subarray(scale * blockYears, (scale + 1) * blockYears), scale))
  let withLoss = 0
  for (let year = 0; year < blockYears; year++) {
    addTo(sums.largest, tally.largest[year] as number)
    const total = tally.totals[year] as number
    if (total > 0) withLoss++
    sums.worst.add(total, block * blockYears + year)
  }
  sums.yearsWithLoss += withLoss
  sums.lossSquares += withLoss * withLoss
  for (let item = 0; item < sums.breaches.length; item++) {
    const years = tally.breaches[item] as number
    tally.breaches[item] = 0
    sums.breaches[item] = (sums.breaches[item] as number) + years
    sums.breachSquares[item] = (sums.breachSquares[item] as number) + years * years
  }
  if (causes !== undefined) addToBatches(sums.batches, causes, { block, years: blockYears, cells: tally.cells })
  sums.held += most
  // No cell holds more than all together; with the next block they might hold twice as much as any block brought.
  if (causes !== undefined || sums.held >= exactBelow / 4) spill(sums)
}

/** @returns the block's total */
function addScale(sums: Sums, totals: Float64Array, scale: number): number {
  const into = sums.scales[scale] as ScaleSums
  let [sum, squares] = [0n, 0]
  let low = 0
  for (let year = 0; year < blockYears; year++) {
    const total = totals[year] as number
    if (total >= exactBelow) sums.beyond++
    addTo(into.years, total)
    squares += total * total
    low += total
    if (low >= exactBelow / 2) {
      sum += BigInt(low)
      low = 0
    }
  }
  sum += BigInt(low)
  into.sum += sum
  into.squares += BigInt(squares)
  into.blockSquares += sum * sum
  addTo(into.blocks, Math.min(Number(sum), exactBelow - 1))
  return Number(sum)
}

function spill(sums: Sums): void {
  const cells = sums.tally?.cells
  if (cells === undefined) return
  for (let at = 0; at < cells.length; at++) addWide(sums.cells, at, cells[at] as number)
  cells.fill(0)
  sums.held = 0
}
