/**
 * Every test: installs the browser where it may, runs the suites, and says how many passed, failed and were skipped. What cannot be
 * installed is named, and its tests count as skipped; where CI is set they fail.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = join(root, 'out', 'tests.json')

function installBrowser(): void {
  if (process.env['CHROMIUM'] !== undefined || existsSync('/usr/bin/chromium')) return
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    console.error('There is no Chromium here, and it cannot be installed without root: the tests of the report in a browser are skipped. Set CHROMIUM to name one.')
    return
  }
  console.error('Installing Chromium (Debian package) for the tests of the report …')
  const apt = (...args: readonly string[]) => spawnSync('apt-get', ['-qq', '-y', ...args], { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const done =
    apt('install', '--no-install-recommends', 'chromium').status === 0 || (apt('update').status === 0 && apt('install', '--no-install-recommends', 'chromium').status === 0)
  if (!done) console.error('Chromium could not be installed: the tests of the report in a browser are skipped.')
}

installBrowser()
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
