/**
 * The one entry of every npm script: installs what is missing, then runs the wanted task with the Node that came with the
 * install. Plain JavaScript, because it has to run under whatever Node the machine has.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pnpm = 'pnpm@12.21.0'
const [task, ...rest] = process.argv.slice(2)

/** Compiled once, and again when its sources change. */
const assembly = ['tools/assembly.ts']

/** What each task runs, in order; the first that fails ends it. */
const tasks = {
  start: () => [assembly, ['tools/start.ts', ...rest]],
  test: () => [assembly, ['tools/test.ts', ...rest]],
  check: () => [['tools/check.ts']],
  format: () => [['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.']],
  golden: () => [['tools/golden.ts', ...rest]],
  reference: () => [['tools/reference.ts']],
  bench: () => [assembly, ['bench/run.ts', ...rest]],
  fuzz: () => [['tools/fuzz.ts', ...rest]],
  bundle: () => [['tools/bundle.ts']],
  'knowledge:stale': () => [['tools/stale.ts', ...rest]],
}

function install() {
  const wanted = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  const has = join(root, 'node_modules', '.pnpm', 'lock.yaml')
  if (existsSync(has) && readFileSync(has, 'utf8') === wanted) return
  console.error('Installing what is missing (pnpm, frozen lockfile) …')
  const done = spawnSync('npx', ['-y', pnpm, 'install', '--frozen-lockfile', '--reporter=silent'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) {
    console.error(`The install failed. By hand: npx -y ${pnpm} install --frozen-lockfile`)
    process.exit(done.status ?? 1)
  }
}

/** The Node of the install; on a machine it has none for, the machine's own where that is new enough. */
function nodePath() {
  for (const name of [`node-linux-${process.arch}`]) {
    const path = join(root, 'node_modules', name, 'bin', 'node')
    if (existsSync(path)) return path
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Deltaplan needs Node 24 or later; this is ${process.versions.node}, and the install brings none for ${process.platform}-${process.arch}.`)
  process.exit(2)
}

const steps = tasks[task]?.()
if (!steps) {
  console.error(`usage: npm run ${Object.keys(tasks).join(' | ')}`)
  process.exit(2)
}
install()
for (const [script, ...args] of steps) {
  const done = spawnSync(nodePath(), ['--no-warnings', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DELTAPLAN_CALLED_FROM: process.env.INIT_CWD ?? process.cwd() },
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
