/** Rewrites the golden results of the examples: `npm run golden`, and then read the diff. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const done = spawnSync(process.execPath, ['--no-warnings', join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'test/golden', '--update'], { cwd: root, stdio: 'inherit' })
process.exitCode = done.status ?? 1
