/**
 * Throws mutated files at every importer, and small folders of them at the whole road, for some minutes. What throws, hangs, eats
 * memory or breaks a promise is kept under test/fuzz, where `npm test` reads it again for ever.
 *
 * usage: npm run fuzz -- <minutes> [seed]
 */
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FuzzMessage } from './fuzz-worker.ts'

const root = join(import.meta.dirname, '..')
const [minutes = 1, seed = Math.floor(Date.now() / 1000)] = process.argv.slice(2).map(Number)
const until = Date.now() + minutes * 60_000
/** Longer than this without a sign is a hang. */
const patienceMs = 20_000
const workers = 2

/** Fixtures and examples of ours, and the public corpus where it lies beside the checkout. */
const seeds = globSync(['src/importers/*/fixtures/*', 'examples/**/*', '../shared/corpus/**/*'], { cwd: root })
  .filter((path) => !path.endsWith('.expected.json') && /\.[a-z]+$/i.test(path))
  .map((path) => join(root, path))
  .filter((path) => readable(path))

function readable(path: string): boolean {
  try {
    return readFileSync(path).length < 300_000
  } catch {
    return false
  }
}

let tried = 0
const found = new Map<string, number>()

function keep(finding: { readonly reason: string; readonly name: string; readonly text: string }): void {
  found.set(finding.reason, (found.get(finding.reason) ?? 0) + 1)
  const hash = createHash('sha256').update(finding.text).digest('hex').slice(0, 12)
  const folder = join(root, 'test', 'fuzz', hash)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, finding.name), finding.text)
  writeFileSync(join(folder, 'reason.txt'), `${finding.reason}\n`)
  console.error(`found: ${finding.reason} in ${finding.name} (test/fuzz/${hash})`)
}

/** One worker after the other, each going on where the last one was stopped. */
async function run(lane: number): Promise<void> {
  for (let round = 0; Date.now() < until; round++) {
    await new Promise<void>((resolve) => {
      const worker = new Worker(join(import.meta.dirname, 'fuzz-worker.ts'), {
        workerData: { seeds, seed: seed + lane * 1_000_003 + round * 7919, until },
        resourceLimits: { maxOldGenerationSizeMb: 1500 },
      })
      let current: { readonly name: string; readonly text: string } | undefined
      let beat = Date.now()
      const watch = setInterval(() => {
        if (Date.now() - beat < patienceMs) return
        if (current) keep({ ...current, reason: 'hang' })
        void worker.terminate()
      }, 1000)
      worker.on('message', (told: FuzzMessage) => {
        beat = Date.now()
        if (told.kind === 'try') {
          tried++
          current = { name: told.name, text: told.text }
        } else keep(told)
      })
      worker.on('error', (fault) => {
        if (current) keep({ ...current, reason: (fault as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : `crash: ${fault.message}` })
      })
      worker.on('exit', () => {
        clearInterval(watch)
        resolve()
      })
    })
  }
}

console.error(`fuzzing for ${minutes} minutes over ${seeds.length} seeds, from ${seed}`)
await Promise.all(Array.from({ length: workers }, (_, lane) => run(lane)))
console.log(
  `fuzz: ${tried} inputs, ${[...found.values()].reduce((sum, count) => sum + count, 0)} findings${[...found].map(([reason, count]) => `\n  ${count} × ${reason}`).join('')}`,
)
process.exitCode = found.size === 0 ? 0 : 1
