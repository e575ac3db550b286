import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { fileOfAmounts, fileOfOutages } from './loss-files.ts'
import { manyAmounts, manyOutages } from './loss-models.ts'

/** 102,400 years. */
const blocks = 100
const peers = join(import.meta.dirname, 'peers')

type Work = 'amounts' | 'outages'
const titles: Record<Work, string> = { amounts: 'Loss, 205 million amounts', outages: 'Loss, 107 million outages' }

/** The loss engine beside NumPy and C over the same inputs. What is not installed is left out, and said. */
export function lossBenches(): readonly Bench[] {
  const folder = mkdtempSync(join(tmpdir(), 'deltaplan-loss-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const python = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', 'import numpy']).status === 0)
  const compiled = join(folder, 'loss')
  const isCompiled = spawnSync('cc', ['-O3', '-march=native', '-ffp-contract=off', join(peers, 'loss.c'), '-o', compiled, '-lm']).status === 0
  const inputs = new Map<Work, string>()
  const input = (work: Work): string => {
    const path = inputs.get(work) ?? join(folder, work)
    if (!inputs.has(work)) writeFileSync(path, work === 'amounts' ? fileOfAmounts(manyAmounts()) : fileOfOutages(manyOutages()))
    inputs.set(work, path)
    return path
  }
  const numpy = (work: Work) => ran(python ?? '', [join(peers, 'loss.py'), work, input(work), String(blocks)])
  const native = (work: Work) => ran(compiled, [work, input(work), String(blocks)])
  const rows = (work: Work): readonly (Bench | false)[] => [
    python !== undefined && {
      name: `${titles[work]}, all threads`,
      against: 'NumPy, vectorised, which is given less to do',
      limit: work === 'amounts' ? 1 / 2.3 : 1 / 2.5,
      run: () => ({ ours: engine(work, 'threads').milliseconds, other: numpy(work).milliseconds }),
    },
    isCompiled && {
      name: `${titles[work]}, one thread`,
      against: 'the same algorithm in C, to the same total',
      limit: 2.5,
      run: () => alike(engine(work, 'one'), native(work)),
    },
    {
      name: `${titles[work]}, the worst hundredth of the years again with all causes`,
      against: 'all years',
      limit: 0.05,
      run: () => {
        const { milliseconds, sum } = engine(work, 'tail')
        return { ours: milliseconds, other: Number(sum) }
      },
    },
    {
      name: `${titles[work]}, twice the years`,
      against: 'once the years',
      limit: 2.05,
      run: () => {
        const { milliseconds, sum } = engine(work, 'twice')
        return { ours: milliseconds, other: Number(sum) }
      },
    },
    {
      name: `${titles[work]}, memory for four times the years`,
      against: 'once the years',
      unit: 'MB',
      limit: 1.05,
      // With a heap that is collected early: what is held, and not what has still to be collected.
      run: () => ({ ours: engine(work, 'one', 2 * blocks, tightHeap).megabytes, other: engine(work, 'one', blocks / 2, tightHeap).megabytes }),
    },
  ]
  if (python === undefined) console.log('without NumPy: the rows against it are left out')
  if (!isCompiled) console.log('without a C compiler: the rows against it are left out')
  return [...rows('amounts'), ...rows('outages')].filter((row) => row !== false)
}

interface Ran {
  readonly milliseconds: number
  readonly sum: string
  readonly megabytes: number
}

const tightHeap = ['--max-semi-space-size=1', '--heap-growing-percent=20'] as const

const engine = (work: Work, how: 'threads' | 'one' | 'tail' | 'twice', count = blocks, flags: readonly string[] = []): Ran =>
  ran(process.execPath, ['--no-warnings', ...flags, join(import.meta.dirname, 'loss-once.ts'), work, String(count), how])

function ran(command: string, args: readonly string[]): Ran {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
  const [milliseconds, sum = '', megabytes] = stdout.trim().split(' ')
  return { milliseconds: Number(milliseconds), sum: sum.replace(/^0+/, ''), megabytes: Number(megabytes) }
}

/** Two that must come to the same: the same random numbers, operation by operation. */
function alike(ours: Ran, other: Ran): { readonly ours: number; readonly other: number } {
  if (ours.sum !== other.sum) throw new Error(`the totals differ: ${ours.sum} and ${other.sum}`)
  return { ours: ours.milliseconds, other: other.milliseconds }
}
