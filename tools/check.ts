/** Format, lint, types (two projects), unused code and data: everything about the tree that needs no test. Says each, and fails when one does. */
import { spawnSync } from 'node:child_process'

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  ['types of the pure rooms', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json']],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['data', ['tools/check-data.ts']],
]

let failed = 0
for (const [name, args] of checks) {
  const done = spawnSync(process.execPath, ['--no-warnings', ...args], { encoding: 'utf8' })
  console.log(`${done.status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (done.status !== 0) {
    failed++
    console.log(`${done.stdout}${done.stderr}`)
  }
}
console.log(`checks: ${checks.length - failed} passed, ${failed} failed, 0 skipped`)
process.exitCode = failed === 0 ? 0 : 1
