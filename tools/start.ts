/** The main job: assesses the example estate, or the folder that was named, prints the summary and says where the report is. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const [first, ...rest] = process.argv.slice(2)
const named = first !== undefined && !first.startsWith('-')
const from = process.env['DELTAPLAN_CALLED_FROM'] ?? process.cwd()
const folder = named ? resolve(from, first) : join(root, 'examples', 'hospital')
const options = named ? rest : process.argv.slice(2)
const report = join(root, 'out', 'report.html')

if (!existsSync(folder)) {
  console.error(`There is no ${folder}`)
  process.exit(2)
}
mkdirSync(join(root, 'out'), { recursive: true })
const done = spawnSync(
  process.execPath,
  ['--no-warnings', join(root, 'src', 'cli', 'main.ts'), 'assess', folder, '--format', 'terminal', '--out', '-', '--format', 'html', '--out', report, ...options],
  { stdio: 'inherit' },
)
if (done.status === 0 || done.status === 1) console.log(`\nThe whole report: ${report}`)
process.exitCode = done.status ?? 3
