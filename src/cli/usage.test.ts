import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { commandLine } from './program.ts'

/** What a person or a pipeline gets wrong on the command line: told in a line, on standard error, with 2; never passed over. Not as processes, since there are many. */
let folder = ''
const before = process.cwd()

async function run(...args: readonly string[]): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const into = (list: string[]) => (text: unknown) => {
    list.push(String(text))
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into(out)),
    vi.spyOn(process.stderr, 'write').mockImplementation(into(err)),
    vi.spyOn(console, 'error').mockImplementation((text) => void err.push(`${text}\n`)),
  ]
  let status = -1
  try {
    await commandLine((code) => {
      status = code
    }).parseAsync(args, { from: 'user' })
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return { status, stdout: out.join(''), stderr: err.join('') }
}

/** That each is wrong usage, which says so in these words, and prints nothing else. */
async function refused(cases: readonly (readonly [call: string, words: string])[]): Promise<void> {
  const found: unknown[] = []
  for (const [call] of cases) {
    const { status, stdout, stderr } = await run(...call.split(' ').map((word) => (word === '""' ? '' : word)))
    found.push([call, status, stdout, stderr.replaceAll(/\s+/g, ' ')])
  }
  expect(found).toEqual(cases.map(([call, words]) => [call, 2, '', expect.stringContaining(words)]))
}

const plan = `version: 1
home: NL
functions:
  desk: { mtpd: PT8H, cost: { currency: EUR, priceLevel: 2026, perHour: [{ from: PT0H, low: 500, high: 4000 }] } }
workloads:
  counter: { serves: [desk], needs: [mail] }
services:
  mail: { provider: Microsoft Corporation, knownAs: microsoft-365 }
`
const model = '<opsa-mef><define-gate name="t"><event name="a"/></define-gate><define-basic-event name="a"><float value="0.1"/></define-basic-event></opsa-mef>'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltaplan-'))
  process.chdir(folder)
  for (const name of ['estate', 'amiss', 'blank', 'own/laws']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'estate/deltaplan.yaml'), plan)
  writeFileSync(join(folder, 'amiss/deltaplan.yaml'), `${plan}${Array.from({ length: 7 }, (_, at) => `colour${at}: blue\n`).join('')}`)
  writeFileSync(join(folder, 'model.xml'), model)
  writeFileSync(join(folder, 'notes.txt'), 'nothing here\n')
})
afterAll(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

describe('a path', () => {
  test('that is not there is named by every command', () =>
    refused([
      ...['simulate none', 'whatif Microsoft none', 'cuts none', 'frameworks dora none', 'diff none estate', 'diff estate none', 'explain mail none', 'init none'].map(
        (call) => [call, 'deltaplan: there is no none '] as const,
      ),
      ['answer dora/exit-plan yes none --by CISO', 'there is no none '],
      ['merge estate none', 'there is no none '],
      ['assess estate --config none', 'there is no none '],
      ['assess estate --config ""', 'there is no path ""'],
      ['assess estate --config blank', '--config wants a file, and blank is a folder'],
    ]))

  test('of own knowledge has to be a folder, and need not hold every kind', async () => {
    await refused([
      ...['assess estate', 'explain mail estate', 'whatif Microsoft estate', 'simulate estate', 'cuts estate', 'diff estate estate', 'frameworks dora estate', 'frameworks'].map(
        (call) => [`${call} --knowledge none`, 'there is no none '] as const,
      ),
      ['answer dora/exit-plan --knowledge none', 'there is no none '],
      ['knowledge explain us-cloud-act --knowledge notes.txt', '--knowledge wants a folder, and notes.txt is a file'],
    ])
    expect((await run('whatif', 'Microsoft', 'estate', '--knowledge', 'own')).status).toBe(0)
  })

  test('to what diff cannot read is no estate without anything in it', () =>
    refused([
      ['diff notes.txt estate', 'nothing that could be read is in notes.txt; diff wants a result of'],
      ['diff estate blank', 'nothing that could be read is in blank; diff wants a result of'],
      ['diff estate estate --format word', '--format wants terminal or markdown'],
    ]))

  test('that cannot be written is wrong usage, not a fault of ours', () =>
    refused([
      ['cuts estate --out blank', '--out wants a file, and blank is none'],
      ['cuts model.xml --out notes.txt/x', 'notes.txt/x cannot be written ('],
      ['cuts estate --format open-psa --out notes.txt/x/y', 'notes.txt/x/y cannot be written ('],
      ['assess estate --out blank', '--out wants a file'],
      ['simulate estate --out /proc/x/y', '/proc/x/y cannot be written ('],
      ['init estate --force --out blank', '--out wants a file'],
      ['merge estate blank', 'blank is a folder, and a file is wanted'],
      ['simulate estate --continue blank', 'blank is a folder, and a file is wanted'],
    ]))
})

describe('an option', () => {
  test('that wants a number takes whole ones in plain digits', () =>
    refused([
      ...['0x10', '1e3', '', '-1'].map((limit) => [`assess estate --fail-on single-points=${limit}`, '--fail-on wants a name and a number in plain digits'] as const),
      ['assess estate --years 1e3', '--years wants a whole number from 1 '],
      ...['0', '""', '-1', '1.5', '1e3', '0x10'].map((years) => [`simulate estate --years ${years}`, '--years wants a whole number from 1 '] as const),
      ...['""', '1e3', '4294967296'].map((seed) => [`simulate estate --seed ${seed}`, '--seed wants a whole number from 0 to 4294967295'] as const),
      ['cuts estate --max-order 0', '--max-order wants a whole number from 1 '],
      ['cuts model.xml --probability-cut-off 0x1', '--probability-cut-off wants a number from 0 to 1'],
      ['cuts estate --unknown 2', '--unknown wants a number from 0 to 1'],
      ['simulate estate --format word', '--format wants terminal, json or html'],
      ['cuts estate --format word', '--format wants terminal, json or open-psa'],
    ]))

  test('that would do nothing where it is given says where it belongs', async () => {
    await refused([
      ['cuts estate --format open-psa --importance --limit 3', '--limit, --importance: goes with another --format'],
      ['cuts estate --format open-psa --top t --probability-cut-off 0.1', '--top, --probability-cut-off: goes with'],
      ['cuts model.xml --level owner --unknown 0.1', '--level, --unknown: goes with a folder, and model.xml is a file'],
      ['whatif Microsoft estate --of mail', '--of goes with a scenario, and "Microsoft" is a thing'],
      ['whatif service-out estate --by cn', '--by goes with a takeover (bought-from-outside'],
      ['simulate estate --shard 1/2 --format json', '--format: goes with an answer; --shard writes a part'],
      ['frameworks --of mail', '--of: goes with the id of a framework'],
      ['answer dora/exit-plan --by CISO', '--by: goes with an answer'],
    ])
    expect((await run('whatif', 'bought-from-outside', 'estate', '--of', 'Microsoft', '--by', 'cn')).status).toBe(0)
  })

  test('--out takes the text of a terminal too', async () => {
    const plain = (await run('cuts', 'estate')).stdout
    expect(await run('cuts', 'estate', '--out', 'out/cuts.txt')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, 'out/cuts.txt'), 'utf8')).toBe(plain)
    expect(await run('simulate', 'estate', '--years', '2048', '--out', 'out/loss.txt')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, 'out/loss.txt'), 'utf8')).toMatch(/^As things stand, a year costs/)
  })
})

test('what is wrong is told in the language that was asked for', () =>
  refused([
    ['simulate none --lang nl', 'deltaplan: none is er niet '],
    ['simulate estate --years 1e3 --lang nl', '--years wil een heel getal van 1 '],
    ['diff notes.txt estate --lang nl', 'in notes.txt is niets te lezen'],
    ['assess estate --fail-on single-points=0x10 --lang nl', '--fail-on wil een naam en een getal'],
    ['frameworks --of mail --lang nl', '--of: hoort bij het id van een kader'],
    ['assess estate --lang fr', '--lang wants nl or en, got "fr"'],
  ]))

describe('standard error', () => {
  test('has the reason where there is no answer, and standard output nothing', () =>
    refused([
      ['whatif Microsft estate', 'is called "Microsft". Did you mean Microsoft'],
      ['whatif cloud-actt estate', 'Did you mean'],
      ['frameworks dorra estate', 'dora'],
      ['cuts estate --level suplier', 'suplier'],
      ['cuts model.xml --top nope', 'nope'],
      ['cuts estate --top nope', 'nope'],
      ['simulate blank', 'No function is declared'],
      ['explain nothing-at-all estate', 'nothing-at-all'],
    ]))

  test('has what is amiss in deltaplan.yaml beside an answer: the first of it with its lines, and how much more there is', async () => {
    for (const call of [
      ['simulate', 'amiss', '--years', '2048'],
      ['whatif', 'Microsoft', 'amiss'],
      ['cuts', 'amiss'],
    ]) {
      const { status, stderr } = await run(...call)
      const lines = stderr.trim().split('\n')
      expect([status, lines.length, lines[0], lines[5]]).toEqual([
        0,
        6,
        expect.stringMatching(/^deltaplan\.yaml:9: .*colour0/),
        '… and 2 more: deltaplan assess … --format html shows all.',
      ])
    }
    expect((await run('cuts', 'amiss', '--lang', 'nl')).stderr).toContain('… en nog 2')
  })
})
