import type { Engine } from '#kernels/loss/engine.ts'
import { blockYears, type LossModel } from '#kernels/loss/model.ts'
import type { Partial } from '#kernels/loss/partial.ts'
import { type OpenModel, openModel, type Simulation, simulationOf } from '#kernels/loss/simulate-blocks.ts'
import { mergeTails, type TailPart, tailPass } from '#kernels/loss/tail-pass.ts'

/** What is shared out among threads, and how far they are together. */
export interface SimulateInput {
  readonly model: LossModel
  readonly seed: number
  readonly work: { readonly first: number; readonly count: number } | { readonly years: Float64Array }
  /** Shared: the next shard to take, blocks or years done, and 1 to stop. */
  readonly state: Int32Array
}

export const done = 1
export const stop = 2
const next = 0

/** Blocks taken at a time: few enough that all threads end at about the same time, and that stopping is soon. */
const blocksPerShard = 2

/** Years of a tail taken at a time. */
const yearsPerShard = 64

/** What one thread has made of its share; nothing where others had taken all. */
export interface Made {
  readonly partial: Partial | undefined
  readonly tail: TailPart | undefined
}

/**
 * Takes shards until there are none left. Which thread takes which does not matter: parts merge to the same bits in any order.
 *
 * @yields after each shard, for a thread that has other things to do
 */
export function* takeShards({ model, seed, work, state }: SimulateInput, engine: Engine): Generator<void, Made> {
  let open: OpenModel | undefined
  let simulation: Simulation | undefined
  let tail: TailPart | undefined
  while (Atomics.load(state, stop) === 0) {
    const shard = Atomics.add(state, next, 1)
    if ('years' in work) {
      const years = shardOfYears(work.years, shard)
      if (years.length === 0) break
      open ??= openModel(model, engine)
      const made = tailPass(open, seed, years)
      tail = tail === undefined ? made : mergeTails(tail, made)
      Atomics.add(state, done, years.length)
    } else {
      const from = shard * blocksPerShard
      const count = Math.min(blocksPerShard, work.count - from)
      if (count <= 0) break
      open ??= openModel(model, engine)
      simulation ??= simulationOf(open, seed)
      simulation.add(work.first + from, count)
      Atomics.add(state, done, count)
    }
    yield
  }
  return { partial: simulation?.partial(), tail }
}

/** Some years, and those after them that lie in the same block: no block is found again twice. */
function shardOfYears(years: Float64Array, shard: number): Float64Array {
  const cut = (at: number): number => {
    let place = Math.min(at, years.length)
    while (place > 0 && place < years.length && blockOf(years[place]) === blockOf(years[place - 1])) place++
    return place
  }
  return years.subarray(cut(shard * yearsPerShard), cut((shard + 1) * yearsPerShard))
}

const blockOf = (year = 0): number => Math.floor(year / blockYears)
