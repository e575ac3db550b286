import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The command as a process, as a person or a pipeline runs it. */
const command = resolve('bin/deltaplan')
let folder = ''

const put = (path: string, text: string): string => {
  const full = join(folder, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
  return full
}
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder, env: { ...process.env, NO_COLOR: '1' } })
  return { status, stdout, stderr }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltaplan-'))
  put('estate/shop/compose.yaml', 'services:\n  web:\n    image: ghcr.io/example-shop/web:1.2.3\n    environment:\n      PASSWORD: very-secret-value-1234\n')
  put(
    'estate/deltaplan.yaml',
    'version: 1\nhome: NL\nfunctions: { desk: { mtpd: PT8H, owner: Head of desk } }\nworkloads: { shop: { serves: [desk], match: [{ project: shop }] } }\n',
  )
  put('estate/suppliers.csv', 'service,provider,functions\nPost,Nobody Known B.V.,desk\n')
  put('bill/bom.json', JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library', name: 'left-pad', purl: 'pkg:npm/left-pad@1.3.0' }] }, null, 1))
  put('empty/notes.txt', 'nothing here\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('deltaplan assess', () => {
  test('prints the first page, and nothing but it, to standard output', () => {
    const { status, stdout, stderr } = run('assess', 'estate', '--as-of', '2026-11-24')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Deltaplan · As of 24 November 2026\n/)
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80)
  })

  test('speaks Dutch', () => expect(run('assess', 'estate', '--as-of', '2026-11-24', '--lang', 'nl').stdout).toContain('Per 24 november 2026'))

  test('writes JSON that is the same from run to run, and says no secret and no absolute path', () => {
    const [one, two] = [1, 2].map(() => run('assess', 'estate', '--format', 'json', '--out', '-', '--as-of', '2026-11-24').stdout)
    expect(two).toBe(one)
    expect(JSON.parse(one ?? '')).toMatchObject({ schemaVersion: '1', asOf: '2026-11-24' })
    expect(one).not.toContain('very-secret-value')
    expect(one).not.toContain(folder)
  })

  test('writes several documents at once, in folders that it makes', () => {
    expect(run('assess', 'estate', '--format', 'html', '--out', 'out/a/report.html', '--format', 'json', '--out', 'out/result.json').status).toBe(0)
    expect(readFileSync(join(folder, 'out/a/report.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect(existsSync(join(folder, 'out/result.json'))).toBe(true)
  })

  test('takes a single file', () => expect(run('assess', 'estate/shop/compose.yaml').status).toBe(0))

  test('takes a deltaplan.yaml that lies elsewhere', () => {
    const plan = put('elsewhere/plan.yaml', 'version: 1\nfunctions: { counter: { mtpd: PT1H } }\n')
    expect(run('assess', 'estate', '--config', plan, '--format', 'json', '--out', '-').stdout).toContain('"counter"')
  })

  test('fails with 1 where a limit is passed, says which, and writes the document all the same', () => {
    const { status, stdout, stderr } = run('assess', 'estate', '--fail-on', 'secrets=0')
    expect(status).toBe(1)
    expect(stderr).toContain('secrets is 1, and at most 0 was wanted')
    expect(stdout).toContain('Deltaplan')
  })

  test('a limit that nobody knows fails: a gate never opens through a slip of the pen', () => expect(run('assess', 'estate', '--fail-on', 'singlepoints=9').status).toBe(1))

  test('ends with 2 where nothing could be read, and writes JSON all the same', () => {
    const { status, stdout, stderr } = run('assess', 'empty', '--format', 'json', '--out', '-')
    expect(status).toBe(2)
    expect(stderr).toContain('Nothing that could be read')
    expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ file: 'notes.txt', format: '' }] })
  })

  test.each([
    [['assess', 'no-such-folder'], 'there is no no-such-folder'],
    [['assess', 'estate', '--format', 'word'], '--format wants'],
    [['assess', 'estate', '--lang', 'de'], '--lang wants nl or en'],
    [['assess', 'estate', '--as-of', '24-11-2026'], '--as-of wants a day'],
    [['assess', 'estate', '--format', 'json', '--out', '-', '--out', 'x'], 'each document wants a place'],
    [['assess'], 'missing required argument'],
    [['assess', 'estate', '--colour'], 'unknown option'],
    [['asses', 'estate'], 'unknown command'],
  ])('%j is wrong usage: 2, and one line that says what was wanted', (args, words) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(/\n\s+at .*:\d+/)
  })

  test('a link that leads out of the folder, and one that leads to itself, are said and not followed', () => {
    put('linked/shop/compose.yaml', 'services: { web: { image: nginx:1.27 } }\n')
    symlinkSync(join(folder, 'estate'), join(folder, 'linked', 'out'))
    symlinkSync('.', join(folder, 'linked', 'self'))
    symlinkSync('nowhere', join(folder, 'linked', 'broken'))
    const { status, stdout } = run('assess', 'linked', '--format', 'json', '--out', '-')
    expect(status).toBe(0)
    const { diagnostics, inputs } = JSON.parse(stdout) as { diagnostics: { values?: { what?: string } }[]; inputs: { file: string }[] }
    expect(
      diagnostics
        .flatMap((one) => one.values?.what ?? [])
        .filter((what) => what.startsWith('link-'))
        .sort(),
    ).toEqual(['link-loop', 'link-nowhere', 'link-outside'])
    expect(inputs.map((one) => one.file)).toEqual(['shop/compose.yaml'])
  })
})

describe('deltaplan explain', () => {
  test('prints the claims behind a thing, with file and line', () => {
    const { status, stdout } = run('explain', 'shop', 'estate')
    expect(status).toBe(0)
    expect(stdout).toContain('shop: workload')
    expect(stdout).toContain('deltaplan.yaml:4')
  })

  test('knows a package that a bill of materials lists, and the line it is listed on', () => {
    const { status, stdout } = run('explain', 'left-pad', 'bill')
    expect(status).toBe(0)
    expect(stdout).toContain('left-pad: software package')
    expect(stdout).toContain('bom.json:5')
  })

  test('prints all that answers a question, with the claims behind it', () => expect(run('explain', 'single-points', 'estate').stdout).toContain('The claims behind it'))

  test('ends with 2 when nothing is called so', () => expect(run('explain', 'no-such-thing-at-all', 'estate').status).toBe(2))
})

describe('deltaplan diff', () => {
  test('says what differs between two folders, as text and as Markdown', () => {
    put('later/deltaplan.yaml', 'version: 1\nhome: NL\nfunctions: { desk: { mtpd: PT8H, owner: Head of desk } }\n')
    expect(run('diff', 'estate', 'later', '--as-of', '2026-11-24').stdout).toContain('example-shop')
    const { status, stdout } = run('diff', 'estate', 'later', '--as-of', '2026-11-24', '--format', 'markdown', '--lang', 'nl')
    expect([status, stdout.includes('<summary>Bestanden (')]).toEqual([0, true])
  })

  test('wants what it can read', () => {
    put('no-result.json', '{"schemaVersion":"99","outcomes":[]}')
    const { status, stderr } = run('diff', 'no-result.json', 'estate')
    expect([status, stderr]).toEqual([2, 'deltaplan: no-result.json: an assessment of form 99, and this version reads form 1\n'])
    expect(run('diff', 'nowhere', 'estate').status).toBe(2)
  })
})

describe('deltaplan init', () => {
  test('writes a first deltaplan.yaml that can be read, and never over one that is there', () => {
    put('fresh/shop/compose.yaml', 'services: { web: { image: nginx:1.27 } }\n')
    expect(run('init', 'fresh').status).toBe(0)
    const written = readFileSync(join(folder, 'fresh/deltaplan.yaml'), 'utf8')
    expect(written).toContain('project: "shop"')
    const assessed = JSON.parse(run('assess', 'fresh', '--format', 'json', '--out', '-').stdout) as { diagnostics: { file: string }[]; workloads: { groupedBy: string }[] }
    expect(assessed.diagnostics.filter((one) => one.file === 'deltaplan.yaml')).toEqual([])
    expect(assessed.workloads.map((one) => one.groupedBy)).toEqual(['declared'])
    expect(run('init', 'fresh').status).toBe(2)
  })

  test('with --force keeps what was there', () => {
    put('kept/shop/compose.yaml', 'services: { web: { image: nginx:1.27 } }\n')
    put('kept/deltaplan.yaml', 'version: 1\nname: Mine\n')
    expect(run('init', 'kept', '--force').status).toBe(0)
    expect(readFileSync(join(folder, 'kept/deltaplan.yaml.before'), 'utf8')).toContain('Mine')
  })
})

describe('deltaplan knowledge', () => {
  test('says what is known and who says so', () => {
    const { status, stdout } = run('knowledge', 'explain', 'us-cloud-act')
    expect(status).toBe(0)
    expect(stdout).toMatch(/https:\/\/.*\d{4}/s)
  })

  test('reads a user’s own knowledge over ours, which may correct and withdraw', () => {
    put('own/parties/our-host.yaml', 'title: Our Host B.V.\nkind: company\nseat: nl\nsources: [{ url: https://example.org/x, read: 2026-10-01, level: verified }]\n')
    put('own/laws/us-cloud-act.yaml', 'withdraw: true\n')
    expect(run('knowledge', 'explain', 'Our Host B.V.', '--knowledge', 'own').stdout).toContain('example.org/x')
    expect(run('knowledge', 'explain', 'us-cloud-act', '--knowledge', 'own').status).toBe(2)
  })

  test('a file of one’s own that has not the form is told, and the rest goes on', () => {
    put('wrong/parties/odd.yaml', 'title: 5\n')
    const { status, stderr } = run('assess', 'estate', '--knowledge', 'wrong')
    expect(status).toBe(0)
    expect(stderr).toContain('parties/odd.yaml')
  })
})

describe('deltaplan schema', () => {
  test.each(['deltaplan', 'assessment'])('prints the schema of %s', (of) =>
    expect(JSON.parse(run('schema', of).stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' }),
  )
  test('knows no other', () => expect(run('schema', 'house').status).toBe(2))
})

test('every command has help with examples, and a version', () => {
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  for (const args of [['assess'], ['explain'], ['init'], ['knowledge', 'explain'], ['schema']]) expect(run(...args, '--help').stdout).toContain('Examples:')
})
