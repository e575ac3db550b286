/**
 * Every test: installs the programs that some tests drive where it may, runs the suites, and says how many passed, failed and were skipped. What cannot be
 * installed is named, and its tests count as skipped; where CI is set they fail.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = join(root, 'out', 'tests.json')

/** What some tests drive besides Node: where it is, what brings it, and what is skipped without it. */
const programs = [
  { title: 'Chromium', path: process.env['CHROMIUM'] ?? '/usr/bin/chromium', debian: 'chromium', tests: 'the tests of the report in a browser' },
  { title: 'zsh', path: '/usr/bin/zsh', debian: 'zsh', tests: 'the test of completion in zsh' },
  { title: 'fish', path: '/usr/bin/fish', debian: 'fish', tests: 'the test of completion in fish' },
] as const

function installPrograms(): void {
  const missing = programs.filter((one) => !existsSync(one.path))
  if (missing.length === 0) return
  const names = missing.map((one) => one.title).join(', ')
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    for (const one of missing) console.error(`There is no ${one.title} here, and it cannot be installed without root: ${one.tests} is skipped.`)
    return
  }
  console.error(`Installing ${names} (Debian packages) for the tests …`)
  const apt = (...args: readonly string[]) => spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const install = (): boolean => apt('install', '--no-install-recommends', ...missing.map((one) => one.debian)).status === 0
  if (!install() && !(apt('update').status === 0 && install())) console.error(`${names} could not be installed: ${missing.map((one) => one.tests).join(' and ')} is skipped.`)
}

installPrograms()
if (!existsSync(join(root, '..', 'shared', 'corpus'))) console.error('There is no ../shared folder: the suite over the public corpus is skipped.')
mkdirSync(join(root, 'out'), { recursive: true })
const done = spawnSync(
  process.execPath,
  ['--no-warnings', join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
)
if (existsSync(results)) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(results, 'utf8')) as Record<string, number>
  console.log(`tests: ${numPassedTests} passed, ${numFailedTests} failed, ${(numPendingTests ?? 0) + (numTodoTests ?? 0)} skipped`)
}
process.exitCode = done.status ?? 1
