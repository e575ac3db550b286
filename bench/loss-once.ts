/**
 * One run of the loss engine in a process of its own: prints milliseconds, the sum of all years, the most memory in megabytes, and the milliseconds of all processors. Of
 * `tail` and `twice` the second number is not the sum but the milliseconds of what it is measured against.
 *
 * usage: loss-once.ts amounts|outages <blocks> threads|one|tail|twice
 */

import { tailBeyond } from '#kernels/loss/measures.ts'
import { openModel, simulateBlocks, simulationOf } from '#kernels/loss/simulate-blocks.ts'
import { tailPass } from '#kernels/loss/tail-pass.ts'
import { lossEngine } from '#workspace/loss-loops.ts'
import { simulate } from '#workspace/simulate.ts'
import { manyAmounts, manyOutages } from './loss-models.ts'

const [work, count, how] = process.argv.slice(2)
const model = work === 'amounts' ? manyAmounts() : manyOutages()
const blocks = { seed: 1, first: 0, count: Number(count) }
/** Before the clock runs, so that it measures the loops and not the compiler; as a service would have them. */
const warmUp = { ...blocks, count: 8 }

let before = process.cpuUsage()
function print(milliseconds: number, sum: bigint | undefined): void {
  const { user, system } = process.cpuUsage(before)
  console.log(`${milliseconds.toFixed(1)} ${sum} ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} ${((user + system) / 1000).toFixed(0)}`)
}

if (how === 'threads') {
  await simulate(model, warmUp)
  before = process.cpuUsage()
  const start = performance.now()
  const partial = await simulate(model, blocks)
  print(performance.now() - start, partial.scales[0]?.sum)
} else if (how === 'twice') {
  twice()
} else {
  const open = openModel(model, lossEngine())
  simulateBlocks(open, warmUp)
  before = process.cpuUsage()
  const start = performance.now()
  const partial = simulateBlocks(open, blocks)
  const middle = performance.now()
  if (how === 'one') print(middle - start, partial.scales[0]?.sum)
  else {
    const years = tailBeyond(partial, 0.99)?.years ?? []
    before = process.cpuUsage()
    const begin = performance.now()
    tailPass(open, blocks.seed, years)
    // The share of the main pass, as the other figure.
    print(performance.now() - begin, BigInt(Math.round(middle - start)))
  }
}

/** Both lengths side by side, a tenth of each in turn, so that what else the machine does falls on both. */
function twice(): void {
  const runs = [1, 2].map((times) => ({ times, milliseconds: 0, simulation: simulationOf(openModel(model, lossEngine()), blocks.seed) }))
  for (const { simulation } of runs) simulation.add(2 * blocks.count, warmUp.count)
  for (let part = 0; part <= 10; part++) {
    for (const run of runs) {
      const some = (blocks.count / 10) * run.times
      const start = performance.now()
      if (part < 10) run.simulation.add(part * some, some)
      else run.simulation.partial()
      run.milliseconds += performance.now() - start
    }
  }
  print(runs[1]?.milliseconds ?? 0, BigInt(Math.round(runs[0]?.milliseconds ?? 0)))
}
