import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What may happen, and what it costs, as processes: whatif, simulate, shards and merge. */
const command = resolve('bin/deltaplan')
let folder = ''
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, [...args, '--as-of', '2026-11-24'], { encoding: 'utf8', cwd: folder, env: { ...process.env, NO_COLOR: '1' } })
  return { status, stdout, stderr }
}
const digestOf = (file: string): string => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { digest: string }).digest

const plan = `version: 1
home: NL
functions:
  desk: { mtpd: PT8H, cost: { currency: EUR, priceLevel: 2026, perHour: [{ from: PT0H, low: 500, high: 4000 }] } }
workloads:
  counter: { serves: [desk], needs: [mail] }
services:
  mail: { provider: Microsoft Corporation, knownAs: microsoft-365 }
`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltaplan-'))
  writeFileSync(join(folder, 'deltaplan.yaml'), plan)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('deltaplan whatif', () => {
  test('says what stops when a supplier falls away', () => {
    const { status, stdout, stderr } = run('whatif', 'Microsoft', '.')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('If Microsoft Corporation falls away: one function stops within the tolerable time')
  })

  test('names what comes near to a name it does not know, and ends with 2', () => {
    const { status, stdout, stderr } = run('whatif', 'Mircosoft 365', '.')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Microsoft 365')
  })

  test('tells where a scenario strikes, and what it leans on', () => {
    const { status, stdout } = run('whatif', 'service-out', '.', '--lang', 'nl')
    expect(status).toBe(0)
    expect(stdout).toContain('Incidenten waarop het steunt')
  })

  test('supposes a takeover', () => expect(run('whatif', 'bought-from-outside', '.', '--of', 'Microsoft', '--by', 'cn').stdout).toContain('China'))
})

describe('deltaplan cuts', () => {
  test('tells which suppliers stop a function of a folder, and knows its levels', () => {
    const { status, stdout, stderr } = run('cuts', '.', '--max-order', '1')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Microsoft Corporation')
    expect(run('cuts', '.', '--level', 'owners')).toMatchObject({ status: 2 })
  })

  test('writes the failure logic as fault trees, and reads them back', () => {
    expect(run('cuts', '.', '--format', 'open-psa', '--out', 'model.xml')).toMatchObject({ status: 0, stderr: '' })
    const { status, stdout, stderr } = spawnSync(command, ['cuts', 'model.xml', '--format', 'json', '--max-order', '2'], { encoding: 'utf8', cwd: folder })
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ top: 'stops_desk', exact: true, products: expect.any(Number) })
  })

  test('says how likely a function is to stand still for too long, and what matters for that', () => {
    const { status, stdout } = run('cuts', '.', '--level', 'cause', '--top', 'desk', '--importance', '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'answered',
      level: 'cause',
      tops: [{ function: 'function:desk', top: 'stops_desk', exact: true, importance: expect.any(Array) }],
    })
  })
})

describe('deltaplan simulate', () => {
  test('gives the same years in one piece, in shards, and gone on with', () => {
    const made = [
      run('simulate', '.', '--years', '8192', '--format', 'json', '--out', 'whole.json'),
      ...[1, 2, 3].map((at) => run('simulate', '.', '--years', '8192', '--shard', `${at}/3`, '--out', `part-${at}.json`)),
      run('merge', '.', 'part-3.json', 'part-1.json', 'part-2.json', '--format', 'json', '--out', 'merged.json'),
      run('simulate', '.', '--years', '8192', '--continue', 'part-1.json', '--format', 'json', '--out', 'went-on.json'),
    ]
    expect(made.map((one) => [one.status, one.stderr])).toEqual(made.map(() => [0, '']))
    expect(digestOf('merged.json')).toBe(digestOf('whole.json'))
    expect(digestOf('went-on.json')).toBe(digestOf('whole.json'))
  })

  test('merges some of the shards, says how much is missing, and takes no part that was changed or cut short', () => {
    const some = run('merge', '.', 'part-1.json', 'part-2.json')
    expect([some.status, some.stderr]).toEqual([0, expect.stringContaining('3,072 of the 8,192 years that were asked for are missing: one shard of 3 is not there')])
    const text = readFileSync(join(folder, 'part-3.json'), 'utf8')
    for (const other of [text.replace('"yearsWithLoss":', '"yearsWithLoss":1'), text.slice(0, -100)]) {
      writeFileSync(join(folder, 'other.json'), other)
      expect(run('merge', '.', 'part-1.json', 'part-2.json', 'other.json')).toEqual({ status: 2, stdout: '', stderr: 'deltaplan: other.json was changed or cut short\n' })
    }
  })

  test('says what a year costs, in two languages', () => {
    expect(run('simulate', '.', '--years', '4096').stdout).toMatch(/^As things stand, a year costs/)
    expect(run('simulate', '.', '--years', '4096', '--lang', 'nl').stdout).toMatch(/^Zoals het nu is kost een jaar/)
  })

  test('refuses parts that do not go together, and wrong numbers, in one line', () => {
    expect(run('merge', '.', 'part-1.json', 'part-1.json')).toMatchObject({ status: 2, stderr: 'deltaplan: two parts have years in common\n' })
    expect(run('merge', '.', 'deltaplan.yaml')).toMatchObject({ status: 2, stderr: 'deltaplan: deltaplan.yaml is no part of a simulation\n' })
    expect(run('simulate', '.', '--shard', '3/2').status).toBe(2)
    expect(run('simulate', '.', '--years', 'many').status).toBe(2)
    writeFileSync(join(folder, 'deltaplan.yaml'), plan.replace('4000', '4001'))
    expect(run('merge', '.', 'part-1.json').stderr).toContain('another model')
    writeFileSync(join(folder, 'deltaplan.yaml'), plan)
  })
})
