import { lossEngine } from './loss-loops.ts'
import { type Made, type SimulateInput, takeShards } from './simulate-share.ts'

/** One thread's share of a simulation, all in one go. */
export function simulateTask(input: SimulateInput): Made {
  const shards = takeShards(input, lossEngine())
  for (let turn = shards.next(); ; turn = shards.next()) if (turn.done) return turn.value
}
