/** Rewrites the golden results of the examples, of all or of those that are named: `npm run golden`, `npm run golden bank`; and then read the diff. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const named = process.argv.slice(2).map((name) => `test/golden/${name}.test.ts`)
const tests = named.length > 0 ? named : ['test/golden']
const done = spawnSync(process.execPath, ['--no-warnings', join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...tests, '--update'], { cwd: root, stdio: 'inherit' })
process.exitCode = done.status ?? 1
