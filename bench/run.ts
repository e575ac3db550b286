/**
 * How fast, as ratios within one run: each of ours beside the least that anybody would have to do. Absolute times say more of the machine.
 *
 * usage: npm run bench [-- <part of a name>]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { defaultSettings, sourceFile } from '#estate/source-file.ts'
import { cyclonedx } from '#importers/cyclonedx/index.ts'
import { kubernetes } from '#importers/kubernetes/index.ts'
import { failing } from '#kernels/graph/failure-times.ts'
import { reachFrom } from '#kernels/graph/reach.ts'
import { billOfMaterials, manifests, randomGraph } from './estates.ts'

interface Bench {
  readonly name: string
  /** What it is measured against, in words. */
  readonly against: string
  /** The ratio that we want to stay below. */
  readonly limit: number
  /** Runs both once, one after the other. @returns milliseconds of ours and of the other */
  run(): readonly [ours: number, other: number]
}

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const alone = { settings: defaultSettings, file: () => undefined }
const command = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')
const node = (...args: readonly string[]): number => timed(() => spawnSync(process.execPath, ['--no-warnings', ...args], { stdio: 'ignore' }))

/** The whole command on a folder that holds one file. */
function assessed(name: string, text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'deltaplan-bench-'))
  try {
    writeFileSync(join(folder, name), text)
    return node('--max-old-space-size=2048', command, 'assess', folder, '--format', 'json', '--out', join(folder, 'result.json'), '--quiet')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const components = billOfMaterials(200_000)
const million = billOfMaterials(1_000_000)
const objects = manifests(5_000)
const graph = randomGraph(200_000, 1_000_000)

const benches: readonly Bench[] = [
  {
    name: 'CycloneDX, 200,000 components, read',
    against: 'JSON.parse',
    limit: 4,
    run: () => [timed(() => cyclonedx.read(sourceFile('bom.json', components), alone)), timed(() => JSON.parse(components))],
  },
  {
    name: 'CycloneDX, 1,000,000 components, the whole command in 2 GB',
    against: 'JSON.parse of the same in a Node of its own',
    limit: 4,
    run: () => [assessed('bom.json', million), parsedAlone(million)],
  },
  {
    name: 'Kubernetes, 5,000 objects, read',
    against: 'parsing the YAML',
    limit: 2,
    run: () => [timed(() => kubernetes.read(sourceFile('all.yaml', objects), alone)), timed(() => parseAllDocuments(objects).map((one) => one.toJS()))],
  },
  {
    name: 'reach over 1,000,000 edges',
    against: 'the barest walk over the same, without phases, doubts or roads',
    limit: 4,
    run: () => [timed(() => reachFrom(graph.reach, 0)), timed(() => barestWalk(graph.reach.offsets, graph.reach.targets))],
  },
  {
    name: 'failure of one thing over 1,000,000 needs',
    against: 'reach over the same',
    limit: 20,
    run: () => [timed(() => failing(graph.needs)([0])), timed(() => reachFrom(graph.reach, 0))],
  },
  { name: 'deltaplan --help', against: 'a bare Node', limit: 5, run: () => [node(command, '--help'), node('-e', '0')] },
]

function barestWalk(offsets: Int32Array, targets: Int32Array): number {
  const seen = new Uint8Array(offsets.length - 1)
  const queue = new Int32Array(offsets.length - 1)
  let count = 1
  seen[0] = 1
  for (let at = 0; at < count; at++) {
    const node = queue[at] as number
    for (let edge = offsets[node] as number; edge < (offsets[node + 1] as number); edge++) {
      const next = targets[edge] as number
      if (seen[next] === 1) continue
      seen[next] = 1
      queue[count++] = next
    }
  }
  return count
}

function parsedAlone(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'deltaplan-bench-'))
  try {
    writeFileSync(join(folder, 'bom.json'), text)
    return node('-e', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(join(folder, 'bom.json'))}, 'utf8'))`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const wanted = process.argv[2]?.toLowerCase() ?? ''
const rounds = 3
let over = 0
for (const bench of benches.filter((one) => one.name.toLowerCase().includes(wanted))) {
  const ratios = Array.from({ length: rounds }, () => {
    const [ours, other] = bench.run()
    return { ratio: ours / other, ours, other }
  }).sort((a, b) => a.ratio - b.ratio)
  const middle = ratios[Math.floor(rounds / 2)] ?? { ratio: Number.NaN, ours: 0, other: 0 }
  const ok = middle.ratio <= bench.limit
  if (!ok) over++
  const times = `${middle.ours.toFixed(0)} ms to ${middle.other.toFixed(0)} ms`
  console.log(`${ok ? 'ok  ' : 'OVER'} ${middle.ratio.toFixed(1).padStart(5)} (limit ${bench.limit})  ${bench.name}, against ${bench.against}; here ${times}`)
}
process.exitCode = over === 0 ? 0 : 1
