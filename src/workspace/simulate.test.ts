import { join } from 'node:path'
import { Piscina } from 'piscina'
import { expect, test } from 'vitest'
import { tailBeyond } from '#kernels/loss/measures.ts'
import { digestable, type Partial } from '#kernels/loss/partial.ts'
import { richModel } from '#kernels/loss/sample-models.test-data.ts'
import { openModel, simulateBlocks } from '#kernels/loss/simulate-blocks.ts'
import { sha256 } from './digest.ts'
import { lossEngine } from './loss-loops.ts'
import type { Pool } from './pool.ts'
import { simulate, simulateTail } from './simulate.ts'

const digestOf = (partial: Partial): string => sha256(Buffer.concat(digestable(partial)))
const blocks = { seed: 20261124, first: 2, count: 9 }

/** Threads beside this one, as `pool.ts` makes them. */
async function withThreads<T>(threads: number, use: (pool: Pool) => Promise<T>): Promise<T> {
  const piscina = new Piscina({ filename: join(import.meta.dirname, 'tasks.ts'), name: 'runTask', minThreads: threads, maxThreads: threads })
  try {
    return await use({ threads, run: (task, input) => piscina.run({ task, input }) })
  } finally {
    await piscina.destroy()
  }
}

const alone: Pool = { threads: 0, run: () => Promise.reject(new Error('no threads')) }
const whole = digestOf(simulateBlocks(openModel(richModel(), lossEngine()), blocks))

test('this thread alone comes to the same bits as one call', async () => {
  const told: number[] = []
  const partial = await simulate(richModel(), blocks, { threads: alone, progress: (done) => told.push(done) })
  expect(digestOf(partial)).toBe(whole)
  expect(told).toEqual([2, 4, 6, 8, 9, 9])
})

test.each([1, 2, 6])('with %d threads beside this one a simulation comes to the same bits', async (threads) => {
  await withThreads(threads, async (pool) => {
    const partial = await simulate(richModel(), blocks, { threads: pool })
    expect(digestOf(partial)).toBe(whole)
    const years = tailBeyond(partial, 0.98)?.years ?? new Float64Array(0)
    const [shared, single] = [await simulateTail(richModel(), blocks.seed, years, { threads: pool }), await simulateTail(richModel(), blocks.seed, years, { threads: alone })]
    expect(shared).toEqual(single)
    expect(shared.years).toBe(184)
  })
})

test('nothing to simulate is an empty result', async () => {
  expect((await simulate(richModel(), { ...blocks, count: 0 }, { threads: alone })).years).toBe(0)
  expect((await simulateTail(richModel(), 1, new Float64Array(0), { threads: alone })).totals).toEqual([0n, 0n, 0n])
})

test('a simulation is stopped when it is asked to be', async () => {
  const stop = new AbortController()
  let last = 0
  const run = simulate(
    richModel(),
    { ...blocks, count: 10_000 },
    {
      threads: alone,
      signal: stop.signal,
      progress: (done) => {
        last = done
        if (done >= 4) stop.abort(new Error('enough'))
      },
    },
  )
  await expect(run).rejects.toThrow('enough')
  expect(last).toBeLessThan(10)
  await expect(simulate(richModel(), blocks, { threads: alone, signal: stop.signal })).rejects.toThrow('enough')
})

test('a thread that fails fails the simulation', async () => {
  const failing: Pool = { threads: 1, run: () => Promise.reject(new Error('no memory')) }
  await expect(simulate(richModel(), { ...blocks, count: 10_000 }, { threads: failing })).rejects.toThrow('no memory')
})
