import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentsOf } from '#estate/source/documents.ts'
import { zipOf } from '../../test/archives.ts'
import { requestOf } from './assess-folder.ts'
import { digestOf } from './digest.ts'
import { largestKeptBytes } from './limits.ts'
import { readFolder } from './read-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deltaplan-folder-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const put = (path: string, content: string | Uint8Array): string => {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, content)
  return full
}
const paths = (): readonly string[] => readFolder(root).files.map((file) => file.path)
const told = (folder = readFolder(root)): readonly string[] => folder.refused.map(({ file, values }) => `${file} ${values?.['what'] ?? values?.['reason']}`)

describe('walking', () => {
  test('goes in the order of names, and passes over what tools keep for themselves', () => {
    for (const path of ['b.txt', 'a/z.txt', 'a/b/c.txt', 'node_modules/x.json', '.git/config', '.env', 'B.txt']) put(path, 'x')
    expect(paths()).toEqual(['.env', 'B.txt', 'a/b/c.txt', 'a/z.txt', 'b.txt'])
  })

  test('a link that stays inside is walked where it leads; one that leads out, nowhere or round is told', () => {
    put('a/b.txt', 'x')
    const links = { 'to-file': 'a/b.txt', 'to-folder': 'a', out: tmpdir(), nowhere: 'not-there', itself: 'itself', 'a/up': '..' }
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
    expect(paths()).toEqual(['a/b.txt'])
    expect(told().toSorted()).toEqual(['a/up link-loop', 'itself link-nowhere', 'nowhere link-nowhere', 'out link-outside'])
  })

  test('folders nested deeper than the limit are told, and the rest goes on', () => {
    put(`${'a/'.repeat(70)}deep.txt`, 'x')
    put('b.txt', 'x')
    expect(paths()).toEqual(['b.txt'])
    expect(told()).toEqual([`${'a/'.repeat(65).slice(0, -1)} depth`])
  })

  test('one file by its name is that file', () => {
    const full = put('a/export.zip', zipOf([{ name: 'b.json', content: '{}' }]))
    expect(readFolder(full).files.map((file) => file.path)).toEqual(['export.zip!/b.json', 'export.zip'])
    expect(() => readFolder(join(root, 'none'))).toThrow()
  })
})

describe('archives', () => {
  test('stand beside what is inside, and what is inside can name its neighbours', () => {
    put(
      'x/export.zip',
      zipOf([
        { name: 'shop/compose.yaml', content: 'services: {web: {image: a, env_file: [web.env]}}' },
        { name: 'shop/web.env', content: 'API_URL=https://api.vendor.com/' },
      ]),
    )
    expect(paths()).toEqual(['x/export.zip!/shop/compose.yaml', 'x/export.zip!/shop/web.env', 'x/export.zip'])
  })

  test('the evidence is what is inside, however it is packed', async () => {
    const { subjectOf } = await import('#assessment/assess.ts')
    const bill = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library', name: 'a', purl: 'pkg:npm/a@1' }] })
    const evidence = (name: string, bytes: string | Uint8Array) => {
      rmSync(root, { recursive: true, force: true })
      put(name, bytes)
      const { subject } = subjectOf(requestOf({ root, asOf: '2026-11-24', ownKnowledge: undefined }))
      return { digest: subject.evidenceDigest, formats: subject.inputs.map((input) => `${input.file} ${input.format}`) }
    }
    const plain = evidence('bom.json', bill)
    expect(evidence('export.zip', zipOf([{ name: 'x/bom.json', content: bill }]))).toEqual({
      digest: plain.digest,
      formats: ['export.zip zip', 'export.zip!/x/bom.json cyclonedx'],
    })
    expect(evidence('bom.json.gz', gzipSync(bill))).toEqual({ digest: plain.digest, formats: ['bom.json.gz gzip', 'bom.json.gz!/bom.json cyclonedx'] })
    expect(evidence('export.zip', zipOf([{ name: 'notes.txt', content: 'hello' }])).formats).toEqual(['export.zip ', 'export.zip!/notes.txt '])
  })

  test('one that is broken is told, and stays among the files', () => {
    put('a.zip', zipOf([{ name: 'b', content: 'b' }]).subarray(0, 20))
    put('c.txt', 'c')
    expect(paths()).toEqual(['a.zip', 'c.txt'])
    expect(told()).toEqual(['a.zip zip-archive'])
  })
})

describe('files that do not hold still', () => {
  const large = 'x'.repeat(largestKeptBytes + 1)

  test('one that is gone, or cannot be read, is told and left out', () => {
    put('a.txt', 'a')
    put('b.txt', large)
    const folder = readFolder(root)
    rmSync(join(root, 'b.txt'))
    const [, b] = folder.files
    expect(b?.text()).toBe('')
    expect([...(b?.chunks() ?? [])]).toEqual([])
    expect(told(folder)).toEqual(['b.txt gone'])
    expect(folder.files[0]?.text()).toBe('a')
  })

  test('a small file is what it was when it was read first', () => {
    put('a.txt', 'before')
    const folder = readFolder(root)
    put('a.txt', 'afterwards')
    expect(folder.files[0]?.text()).toBe('before')
    expect(told(folder)).toEqual([])
  })

  test.each<readonly [string, (path: string) => void]>([
    ['grows', (path) => appendFileSync(path, 'y')],
    ['shrinks', (path) => truncateSync(path, largestKeptBytes + 1 - 10)],
    ['is written anew', (path) => utimesSync(path, new Date(0), new Date(0))],
    [
      'is replaced',
      (path) => {
        writeFileSync(`${path}.new`, large)
        renameSync(`${path}.new`, path)
      },
    ],
  ])('a large file that %s between two readings is told', (_, change) => {
    const path = put('b.txt', large)
    const folder = readFolder(root)
    const [file] = folder.files
    if (!file) throw new Error('no file')
    digestOf(file)
    expect(told(folder)).toEqual([])
    change(path)
    file.text()
    expect(told(folder)).toEqual(['b.txt changed'])
  })
})

test('JSON longer than a text can be is read all the same, from pieces', () => {
  const document = {
    path: 'a.json',
    size: 600_000_000,
    isCut: true,
    bytes: () => new Uint8Array(),
    text: () => '{',
    chunks: () => ['{"a": [1,', '\n2, {"b": "é', '"}]}'].map((text) => Buffer.from(text)),
  } as const
  expect(documentsOf(document).documents.map((one) => one.value)).toEqual([{ a: [1, 2, { b: 'é' }] }])
  const cut = { ...document, chunks: () => ['{"a": [1,', '\n\n2, ?'].map((text) => Buffer.from(text)) }
  expect(documentsOf(cut)).toMatchObject({ documents: [{ value: { a: [1, 2] } }], diagnostics: [{ code: 'unreadable', line: 3 }] })
})

test('a file beyond the limits is told with the limit', () => {
  for (const [name, content] of [
    ['a.txt', 'text'],
    ['b.json', '{'],
  ] as const) {
    const full = put(name, content)
    truncateSync(full, name === 'a.txt' ? 250_000_001 : 1_000_000_001)
  }
  const folder = readFolder(root)
  expect(folder.refused.map(({ file, values }) => [file, values?.['what'], values?.['limit']])).toEqual([
    ['a.txt', 'bytes', 250_000_000],
    ['b.json', 'bytes', 1_000_000_000],
  ])
})
