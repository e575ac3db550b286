import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The commands around frameworks as a process, and a register of information on its way in and out. */
const command = resolve('bin/deltaplan')
let folder = ''

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder, env: { ...process.env, NO_COLOR: '1' } })
  return { status, stdout, stderr }
}
const text = (path: string): string => readFileSync(join(folder, path), 'utf8')

const plan = 'version: 1 # ours\nprofile: bank\nhome: NL\nframeworks: [dora]   # for now\n'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltaplan-'))
  cpSync(resolve('src/importers/dora-register/fixtures'), join(folder, 'bank/reports'), { recursive: true, filter: (path) => !/expected\.json$|broken/.test(path) })
  writeFileSync(join(folder, 'bank/deltaplan.yaml'), plan)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('deltaplan frameworks', () => {
  test('lists what there is', () => {
    const { status, stdout, stderr } = run('frameworks')
    expect([status, stderr]).toEqual([0, ''])
    for (const id of ['bio2', 'dora', 'eu-csf-1.2.1', 'eu-csf-guidance-2026', 'nis2', 'secnumcloud-3.2']) expect(stdout).toContain(id)
  })

  test('holds a folder against one, or one service of it', () => {
    const whole = run('frameworks', 'dora', 'bank', '--as-of', '2026-11-24')
    expect(whole.status).toBe(0)
    expect(whole.stdout).toContain('IaaS (CTR-1)')
    const one = run('frameworks', 'dora', 'bank', '--as-of', '2026-11-24', '--of', 'ctr-2 s13')
    expect(one.status).toBe(0)
    expect(one.stdout).not.toContain('IaaS (CTR-1)')
  })

  test('says what there is when no framework or thing is called so', () => {
    expect(run('frameworks', 'dorra', 'bank')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('dora') as string })
    expect(run('frameworks', 'dora', 'bank', '--of', 'nothing')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('IaaS (CTR-1)') as string })
  })
})

describe('deltaplan answer', () => {
  test('prints the answers to choose from', () => expect(run('answer', 'dora/exit-tested').stdout).toMatch(/on-paper[\s\S]*tested/))

  test('writes one, keeps the file as it was beside it, and changes nothing else', () => {
    const { status, stderr } = run(
      'answer',
      'dora/exit-tested',
      'tested',
      'bank',
      '--by',
      'CISO',
      '--evidence',
      'rehearsal of May',
      '--expires',
      '2027-05-31',
      '--on',
      'service:declared/ctr-1 s17',
    )
    expect([status, stderr]).toEqual([0, expect.stringContaining('deltaplan.yaml')])
    expect(text('bank/deltaplan.yaml.before')).toBe(plan)
    expect(text('bank/deltaplan.yaml')).toBe(
      `${plan}\nanswers:\n  dora/exit-tested:\n    value: tested\n    on:\n      - service:declared/ctr-1 s17\n    by: CISO\n    evidence: rehearsal of May\n    expires: 2027-05-31\n`,
    )
    expect(run('frameworks', 'dora', 'bank', '--as-of', '2026-11-24', '--of', 'ctr-1 s17').stdout).toMatch(/exit-tested[\s\S]*?the organisation/)
  })

  test('refuses what it does not understand, and writes nothing', () => {
    const before = text('bank/deltaplan.yaml')
    expect(run('answer', 'dora/exit-testd', 'tested', 'bank', '--by', 'CISO')).toMatchObject({ status: 2, stderr: expect.stringContaining('dora/exit-tested') as string })
    expect(run('answer', 'dora/exit-tested', 'maybe', 'bank', '--by', 'CISO').status).toBe(2)
    expect(run('answer', 'dora/exit-tested', 'tested', 'bank').status).toBe(2)
    expect(run('answer', 'dora/exit-tested', 'tested', 'nowhere', '--by', 'CISO').status).toBe(2)
    expect(text('bank/deltaplan.yaml')).toBe(before)
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })
})

describe('the register of information', () => {
  /** The rows of a table as records, without what we do not carry. */
  const records = (csv: string): readonly Record<string, string>[] => {
    const [head = '', ...lines] = csv.trim().split(/\r?\n/)
    return lines.map((line) => Object.fromEntries(head.split(',').map((column, at) => [column, line.split(',')[at] ?? ''])))
  }

  test.each(['b_06.01', 'b_07.01'])('%s goes out as it came in', (table) => {
    expect(run('assess', 'bank', '--quiet', '--as-of', '2026-11-24', '--format', `dora-${table}`, '--out', `out/${table}.csv`).status).toBe(0)
    const out = records(text(`out/${table}.csv`))
    const came = records(text(`bank/reports/${table}.csv`)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === 'eba_ZZ:x0' ? '' : value])),
    )
    expect(out).toEqual(came)
  })

  test('says so where nobody asked for it', () => {
    writeFileSync(join(folder, 'plain.yaml'), 'version: 1\nfunctions: { desk: {} }\n')
    expect(run('assess', 'plain.yaml', '--quiet', '--format', 'dora-b_06.01').stdout).toContain('frameworks: [dora]')
  })
})
