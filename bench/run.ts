/**
 * How fast, as ratios within one run: each of ours beside the least that anybody would have to do. Absolute times say more of the machine.
 *
 * usage: npm run bench [-- <part of a name>]
 */
import { availableParallelism, loadavg } from 'node:os'
import type { Bench, Measured } from './bench.ts'
import { faultTreeBenches } from './fault-trees.ts'
import { graphBenches } from './graphs.ts'
import { lossBenches } from './loss.ts'
import { readingBenches } from './reading.ts'

/** More of them: a file that exports its rows, and a line here. */
const benches: readonly Bench[] = [...readingBenches(), ...graphBenches(), ...faultTreeBenches(), ...lossBenches()]

const rounds = 3
/** What the whole command may hold at the most. */
const mostMegabytes = 2_000

const ratioOf = ({ ours, other }: Measured): number => ours / other

/** The middle of some rounds, and the most memory of any. */
function middleOf(bench: Bench): Measured {
  const all = Array.from({ length: rounds }, () => bench.run()).sort((a, b) => ratioOf(a) - ratioOf(b))
  const middle = all[Math.floor(rounds / 2)] as Measured
  const megabytes = all.flatMap((one) => one.megabytes ?? [])
  return megabytes.length === 0 ? middle : { ...middle, megabytes: Math.max(...megabytes) }
}

const wanted = process.argv[2]?.toLowerCase() ?? ''
let over = 0
console.log(`${availableParallelism()} cores, busy with ${(loadavg()[0] ?? 0).toFixed(1)} on average`)
for (const bench of benches.filter((one) => one.name.toLowerCase().includes(wanted))) {
  const middle = middleOf(bench)
  const { ours, other, megabytes } = middle
  const ok = ratioOf(middle) <= bench.limit && (megabytes ?? 0) <= mostMegabytes
  if (!ok) over++
  const { unit = 'ms' } = bench
  const memory = megabytes === undefined ? '' : `, with ${megabytes.toFixed(0)} MB of ${mostMegabytes}`
  console.log(
    `${ok ? 'ok  ' : 'OVER'} ${ratioOf(middle).toFixed(2).padStart(5)} (limit ${bench.limit})  ${bench.name}, against ${bench.against}; here ${ours.toFixed(0)} ${unit} to ${other.toFixed(0)} ${unit}${memory}`,
  )
}
process.exitCode = over === 0 ? 0 : 1
