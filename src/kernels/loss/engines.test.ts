import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { makeLossLoops } from '../../../tools/assembly.ts'
import type { Engine } from './engine.ts'
import { tailBeyond } from './measures.ts'
import type { LossModel } from './model.ts'
import { digestable, mergePartials, type Partial } from './partial.ts'
import { plainEngine } from './plain-engine.ts'
import { manyLumps, oneLump, richModel } from './sample-models.test-data.ts'
import { openModel, simulateBlocks, simulationOf } from './simulate-blocks.ts'
import { mergeTails, tailPass } from './tail-pass.ts'
import { type LossModule, wasmEngine } from './wasm-engine.ts'
import { wideInteger } from './wide-sums.ts'

let wasm: Engine
beforeAll(async () => {
  const module = new WebAssembly.Module(readFileSync(await makeLossLoops()))
  wasm = wasmEngine(() => new WebAssembly.Instance(module, {}).exports as unknown as LossModule)
})

/** The name of a result: equal only where every bit is. */
function digestOf(partial: Partial): string {
  const hash = createHash('sha256')
  for (const bytes of digestable(partial)) hash.update(bytes)
  return hash.digest('hex')
}

const seed = 20261124
const simulated = (engine: Engine, count: number, first = 0, model: LossModel = richModel()): Partial => simulateBlocks(openModel(model, engine), { seed, first, count })

test('both engines give the same bits', () => expect(digestOf(simulated(wasm, 4))).toBe(digestOf(simulated(plainEngine, 4))))

test.each([0.3, 50])('both engines give the same bits at %d events a year', (rate) => {
  expect(digestOf(simulated(wasm, 2, 5, oneLump(rate, 8, 3)))).toBe(digestOf(simulated(plainEngine, 2, 5, oneLump(rate, 8, 3))))
})

test.each([3, 90, 3000])('both engines give the same bits of thousands of sources in pools, with %d events a year', (eventsPerYear) => {
  const model = manyLumps(eventsPerYear, 2)
  expect(digestOf(simulated(wasm, 2, 3, model))).toBe(digestOf(simulated(plainEngine, 2, 3, model)))
  const [whole, rest] = [simulated(wasm, 3, 0, model), mergePartials(simulated(wasm, 1, 2, model), simulated(plainEngine, 2, 0, model))]
  expect(digestOf(rest)).toBe(digestOf(whole))
})

test.each([3, 90, 3000])('the worst years of thousands of sources, alone, come out as they did, with %d events a year', (eventsPerYear) => {
  const model = manyLumps(eventsPerYear)
  const partial = simulated(wasm, 4, 0, model)
  const years = tailBeyond(partial, 0.99)?.years ?? new Float64Array(0)
  const wanted = new Set(years)
  const total = partial.worst.total.reduce((sum, value, at) => (wanted.has(partial.worst.year[at] as number) ? sum + value : sum), 0)
  for (const engine of [wasm, plainEngine]) {
    const { totals, cells } = tailPass(openModel(model, engine), seed, years)
    expect(Number(totals[0])).toBe(total)
    let sum = 0n
    for (let cell = 0; cell < cells.low.length; cell++) sum += wideInteger(cells, cell)
    expect(sum).toBe(totals[0])
  }
})

test.each([1, 2, 3, 7])('%d parts in any order are the whole, bit for bit', (parts) => {
  const whole = digestOf(simulated(wasm, 7))
  const cuts = Array.from({ length: parts + 1 }, (_, part) => Math.round((part * 7) / parts))
  const made = cuts.slice(1).map((to, part) => simulated(part % 2 === 0 ? wasm : plainEngine, to - (cuts[part] as number), cuts[part]))
  expect(digestOf(made.reduce(mergePartials))).toBe(whole)
  expect(digestOf(made.toReversed().reduce(mergePartials))).toBe(whole)
  expect(digestOf([...made.slice(1), ...made.slice(0, 1)].reduce(mergePartials))).toBe(whole)
})

test('a simulation that was stopped and taken up again is one that was not, and a longer one contains the shorter', () => {
  const open = openModel(richModel(), wasm)
  const first = simulateBlocks(open, { seed, first: 0, count: 3 })
  simulateBlocks(open, { seed: 5, first: 9, count: 1 }) // what else was done with it does not matter
  const rest = simulateBlocks(open, { seed, first: 3, count: 2 })
  expect(digestOf(first)).toBe(digestOf(simulated(wasm, 3)))
  expect(digestOf(mergePartials(first, rest))).toBe(digestOf(simulated(wasm, 5)))
})

test('blocks may be added in any order', () => {
  const simulation = simulationOf(openModel(richModel(), wasm), seed)
  for (const first of [3, 0, 4, 1]) simulation.add(first, first === 1 ? 2 : 1)
  expect(digestOf(simulation.partial())).toBe(digestOf(simulated(wasm, 5)))
})

test('a part is not counted twice', () => expect(() => mergePartials(simulated(plainEngine, 2), simulated(plainEngine, 1, 1))).toThrow('block 1 is in two parts'))

test('another seed is another simulation', () => {
  const open = openModel(richModel(), wasm)
  expect(digestOf(simulateBlocks(open, { seed: 1, first: 0, count: 1 }))).not.toBe(digestOf(simulateBlocks(open, { seed: 2, first: 0, count: 1 })))
})

test('the worst years, simulated again alone, come out as they did, and their causes add up to the cent', () => {
  const partial = simulated(wasm, 10)
  const tail = tailBeyond(partial, 0.99)
  const years = tail?.years ?? new Float64Array(0)
  expect(years.length).toBe(102)
  for (const engine of [wasm, plainEngine]) {
    const open = openModel(richModel(), engine)
    const made = tailPass(open, seed, years)
    const wanted = new Set(years)
    const total = partial.worst.total.reduce((sum, value, at) => (wanted.has(partial.worst.year[at] as number) ? sum + value : sum), 0)
    expect(Number(made.totals[0])).toBe(total)
    const cells = openModel(richModel(), plainEngine).plan.cells.count
    for (let scale = 0; scale < 3; scale++) {
      let sum = 0n
      for (let cell = 0; cell < cells; cell++) sum += wideInteger(made.cells, scale * cells + cell)
      expect(sum).toBe(made.totals[scale])
    }
    const parts = mergeTails(tailPass(open, seed, years.subarray(40)), tailPass(open, seed, years.subarray(0, 40)))
    expect([parts.totals, parts.cells.low]).toEqual([made.totals, made.cells.low])
  }
})

test('all causes together are all losses, to the cent, on every scale', () => {
  const partial = simulated(wasm, 4)
  const cells = partial.cells.low.length / 3
  for (const [scale, { sum }] of partial.scales.entries()) {
    let all = 0n
    for (let cell = 0; cell < cells; cell++) all += wideInteger(partial.cells, scale * cells + cell)
    expect(all).toBe(sum)
    expect(sum).toBeGreaterThan(0n)
  }
})
