import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timed } from './bench.ts'

/** The command from source, as a process of its own. */
export const command = join(import.meta.dirname, '..', 'src', 'cli', 'main.ts')

/** How long a Node of its own takes for some arguments, in milliseconds. */
export function node(...args: readonly string[]): number {
  let status: number | null = null
  const time = timed(() => {
    status = spawnSync(process.execPath, ['--no-warnings', ...args], { stdio: 'ignore' }).status
  })
  if (status !== 0) throw new Error(`exit code ${status} of node ${args.join(' ')}`)
  return time
}

/** Runs something on a folder that holds some files and is gone afterwards. */
export function inFolder<T>(files: Iterable<readonly [name: string, text: string]>, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'deltaplan-bench-'))
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text)
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The whole command on a folder, from its start to the JSON on disk: how long it takes, and the most memory that the process holds. */
export function assessed(folder: string): { readonly time: number; readonly megabytes: number } {
  return inFolder([], (out) => {
    const note = join(out, 'memory')
    const watch = `import { writeFileSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS / 1e3)))`
    const time = node('--import', `data:text/javascript,${encodeURIComponent(watch)}`, command, 'assess', folder, '--format', 'json', '--out', join(out, 'result.json'), '--quiet')
    return { time, megabytes: Number(readFileSync(note, 'utf8')) }
  })
}

/** `JSON.parse` of all files of a folder, one after the other, in a Node of its own. */
export const parsed = (folder: string): number =>
  node(
    '-e',
    `const { readdirSync, readFileSync } = require('node:fs'); for (const name of readdirSync(${JSON.stringify(folder)})) JSON.parse(readFileSync(${JSON.stringify(folder)} + '/' + name, 'utf8'))`,
  )
