import { setImmediate } from 'node:timers/promises'
import type { LossModel } from '#kernels/loss/model.ts'
import { mergePartials, type Partial } from '#kernels/loss/partial.ts'
import type { OpenModel } from '#kernels/loss/simulate-blocks.ts'
import { openModel, simulateBlocks } from '#kernels/loss/simulate-blocks.ts'
import { mergeTails, type TailPart, tailPass } from '#kernels/loss/tail-pass.ts'
import { lossEngine } from './loss-loops.ts'
import { type Pool, pool } from './pool.ts'
import { done, type Made, type SimulateInput, stop, takeShards } from './simulate-share.ts'

export interface SimulateOptions {
  /** Told now and then how many blocks, or years of a tail, are done. */
  readonly progress?: (done: number) => void
  /** Stops the simulation: it is rejected with the signal's reason. */
  readonly signal?: AbortSignal
  /** The threads beside this one; left out, those of the process. */
  readonly threads?: Pool
}

/**
 * Simulates blocks of years in all threads there are, this one among them. The same figures for any number of threads, bit for bit.
 *
 * @param model one that `checkModel` finds no fault in
 */
export async function simulate(
  model: LossModel,
  blocks: { readonly seed: number; readonly first: number; readonly count: number },
  options: SimulateOptions = {},
): Promise<Partial> {
  const { seed, first, count } = blocks
  const made = await shared({ model, seed, work: { first, count }, state: newState() }, options)
  const partials = made.flatMap((one) => one.partial ?? [])
  return partials.length > 0 ? partials.reduce(mergePartials) : simulateBlocks(opened(model), { seed, first, count: 0 })
}

/** Lays the losses of some years to their causes, in all threads there are. @param years in order */
export async function simulateTail(model: LossModel, seed: number, years: Float64Array, options: SimulateOptions = {}): Promise<TailPart> {
  const made = await shared({ model, seed, work: { years }, state: newState() }, options)
  const tails = made.flatMap((one) => one.tail ?? [])
  return tails.length > 0 ? tails.reduce(mergeTails) : tailPass(opened(model), seed, [])
}

const opened = (model: LossModel): OpenModel => openModel(model, lossEngine())
const newState = (): Int32Array => new Int32Array(new SharedArrayBuffer(12))

async function shared(input: SimulateInput, { progress, signal, threads }: SimulateOptions): Promise<readonly Made[]> {
  signal?.throwIfAborted()
  const stopNow = (): void => void Atomics.store(input.state, stop, 1)
  signal?.addEventListener('abort', stopNow)
  try {
    const others = threads ?? (await pool())
    const theirs = Array.from({ length: others?.threads ?? 0 }, () => others?.run<Made>('simulate', input) ?? [])
    const all = Promise.all(theirs)
    // A share that fails ends the others too; it is told below, when all have ended.
    all.catch(stopNow)
    const own = await inThisThread(input, progress)
    const made = [own, ...(await all).flat()]
    signal?.throwIfAborted()
    progress?.(Atomics.load(input.state, done))
    return made
  } finally {
    signal?.removeEventListener('abort', stopNow)
  }
}

async function inThisThread(input: SimulateInput, progress: SimulateOptions['progress']): Promise<Made> {
  const shards = takeShards(input, lossEngine())
  for (let turn = shards.next(); ; turn = shards.next()) {
    if (turn.done) return turn.value
    progress?.(Atomics.load(input.state, done))
    await setImmediate()
  }
}
