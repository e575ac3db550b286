import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tarOf, zipOf } from '../../../test/archives.ts'
import { mostUnpackedBytes } from '../limits.ts'
import { type Unpacking, unpack } from './unpack.ts'

const start = (budget: Partial<Unpacking['budget']> = {}): Unpacking => ({ budget: { bytes: mostUnpackedBytes, files: 1000, ...budget }, files: [], refused: [], told: new Map() })

/** What an archive unpacks to: the texts by path, and what was refused. */
function read(path: string, bytes: Uint8Array, budget: Partial<Unpacking['budget']> = {}) {
  const unpacking = start(budget)
  const kind = unpack(unpacking, { path, bytes, depth: 0 })
  const plain = unpacking.files.filter((file) => file.container === undefined)
  return {
    kind,
    texts: Object.fromEntries(plain.map((file) => [file.path, file.text()])),
    archives: unpacking.files.flatMap((file) => (file.container === undefined ? [] : [`${file.path} ${file.container}`])),
    told: unpacking.refused.map(({ file, code, values }) => `${file} ${code} ${values?.['what'] ?? values?.['reason']}`),
  }
}

describe('what is unpacked', () => {
  const content = { name: 'inner/bom.json', content: '{"a": 1}' }

  test.each<readonly [string, string, Uint8Array, string]>([
    ['zip', 'export.zip', zipOf([content]), 'export.zip!/inner/bom.json'],
    ['zip', 'export', zipOf([{ ...content, method: 'stored' }]), 'export!/inner/bom.json'],
    ['tar', 'export.tar', tarOf([content]), 'export.tar!/inner/bom.json'],
    ['tar+gzip', 'export.tgz', gzipSync(tarOf([content])), 'export.tgz!/inner/bom.json'],
    ['tar+zstd', 'export.tar.zst', zstdCompressSync(tarOf([content])), 'export.tar.zst!/inner/bom.json'],
    ['gzip', 'a/bom.json.gz', gzipSync('{"a": 1}'), 'a/bom.json.gz!/bom.json'],
    ['zstd', 'bom.json.zst', zstdCompressSync('{"a": 1}'), 'bom.json.zst!/bom.json'],
    ['gzip', 'bom', gzipSync('{"a": 1}'), 'bom!/bom'],
  ])('%s, by its content: %s', (kind, name, bytes, path) => {
    expect(read(name, bytes)).toEqual({ kind, texts: { [path]: '{"a": 1}' }, archives: [], told: [] })
  })

  test('archives inside archives, and no deeper than the limit', () => {
    const nested = [1, 2, 3, 4].reduce((inner, level) => zipOf([{ name: `${level}.zip`, content: inner }]), zipOf([content]))
    expect(read('a.zip', zipOf([{ name: 'b.tar.gz', content: gzipSync(tarOf([content])) }])).texts).toEqual({ 'a.zip!/b.tar.gz!/inner/bom.json': '{"a": 1}' })
    expect(read('a.zip', nested)).toMatchObject({ texts: {}, told: ['a.zip!/4.zip!/3.zip!/2.zip limit container-depth'] })
  })

  test('members of one gzip stream are one file', () => expect(read('a.gz', Buffer.concat([gzipSync('one '), gzipSync('two')])).texts).toEqual({ 'a.gz!/a': 'one two' }))

  test('long names come in both forms of tar', () => {
    const long = `${'folder/'.repeat(20)}a.json`
    const record = ` path=${long}\n`
    const length = record.length + 3
    const pax = tarOf([
      { name: 'PaxHeader', type: 'x', content: `${length}${record}` },
      { name: 'short', content: '1' },
    ])
    const gnu = tarOf([
      { name: '././@LongLink', type: 'L', content: `${long}\0` },
      { name: 'short', content: '1' },
    ])
    expect(read('a.tar', pax).texts).toEqual({ [`a.tar!/${long}`]: '1' })
    expect(read('a.tar', gnu).texts).toEqual({ [`a.tar!/${long}`]: '1' })
  })

  test('names of Windows, and of no encoding', () => {
    expect(Object.keys(read('a.zip', zipOf([{ name: 'b\\c.txt', content: '' }])).texts)).toEqual(['a.zip!/b/c.txt'])
    expect(Object.keys(read('a.zip', zipOf([{ name: './b//c.txt', content: '' }])).texts)).toEqual(['a.zip!/b/c.txt'])
  })
})

describe('what is not unpacked', () => {
  test('documents, programs and libraries that are only kept in a zip', () => {
    for (const name of ['[Content_Types].xml', 'mimetype', 'META-INF/MANIFEST.MF', 'AndroidManifest.xml', 'town_forms-1.0.dist-info/WHEEL'])
      expect(
        read(
          'a.zip',
          zipOf([
            { name, content: 'x' },
            { name: 'pom.xml', content: 'x' },
          ]),
        ),
      ).toEqual({ kind: undefined, texts: {}, archives: [], told: [] })
  })

  test('a file that is no archive', () => {
    for (const bytes of [Buffer.from(''), Buffer.from('PK'), Buffer.from('a: 1\n'.repeat(300)), Buffer.alloc(2000)]) expect(read('a', bytes).kind).toBeUndefined()
  })

  test('folders that are passed over on disk, and what a system adds for itself', () => {
    const names = ['node_modules/a/package-lock.json', 'b/.git/config', '__MACOSX/b/._c.json', 'b/.DS_Store', 'b/']
    expect(read('a.zip', zipOf(names.map((name) => ({ name, content: '' }))))).toMatchObject({ texts: {}, told: [] })
  })

  test('layers of a container image', () => {
    const layer = tarOf([{ name: 'etc/passwd', content: 'root' }])
    const blob = `blobs/sha256/${'0'.repeat(64)}`
    const image = tarOf([
      { name: 'oci-layout', content: '{}' },
      { name: 'index.json', content: '{}' },
      { name: blob, content: gzipSync(layer) },
    ])
    expect(read('image.tar', image)).toMatchObject({ texts: { 'image.tar!/oci-layout': '{}', 'image.tar!/index.json': '{}' }, told: ['image.tar limit image-layers'] })
  })
})

describe('what is refused, with its place, while the rest goes on', () => {
  const good = { name: 'good.txt', content: 'good' }
  const texts = { 'a!/good.txt': 'good' }

  test.each(['../up.txt', 'b/../../up.txt', '/etc/passwd', 'C:\\windows\\x', 'C:/x', 'b\nc', ''])('a path that leads out: %j', (name) => {
    expect(read('a', zipOf([{ name, content: 'bad' }, good]))).toMatchObject({ texts, told: ['a!/… limit path-outside'] })
    if (!name.includes('\\') && name !== '') expect(read('a', tarOf([{ name, content: 'bad' }, good]))).toMatchObject({ texts, told: ['a!/… limit path-outside'] })
  })

  test('links and devices', () => {
    expect(read('a', zipOf([{ name: 'l', content: '/etc/passwd', lies: { mode: 0o120777 } }, good]))).toMatchObject({ texts, told: ['a!/l limit link-in-archive'] })
    expect(read('a', zipOf([{ name: 'd', content: '', lies: { mode: 0o020644 } }, good]))).toMatchObject({ texts, told: ['a!/d limit special-file'] })
    expect(read('a', tarOf([{ name: 's', type: '2' }, { name: 'h', type: '1' }, { name: 'c', type: '3' }, { name: 'holes', type: 'S' }, good])).told).toEqual([
      'a!/s limit link-in-archive',
      'a!/h limit link-in-archive',
      'a!/c limit special-file',
      'a!/holes limit special-file',
    ])
  })

  test('a name that stands there twice: the first counts', () => {
    expect(read('a', zipOf([good, { name: './good.txt', content: 'other' }]))).toMatchObject({ texts, told: ['a!/good.txt limit name-twice'] })
  })

  test('contents that are not what the directory says', () => {
    for (const lies of [{ size: 3 }, { size: 5 }, { sum: 1 }, { method: 99 }, { method: 0 }])
      expect(read('a', zipOf([{ name: 'b', content: 'bbbb', lies }, good]))).toMatchObject({ texts, told: ['a!/b unreadable zip-archive'] })
    expect(read('a', zipOf([{ name: 'b', content: 'b', lies: { flags: 1 } }, good]))).toMatchObject({ texts, told: ['a!/b unreadable encrypted'] })
  })

  test('entries that share their content', () => {
    const shared = zipOf([good, { name: 'b', content: '', lies: { localAt: 0 } }, { name: 'c', content: '', lies: { localAt: 0 } }])
    expect(read('a', shared)).toMatchObject({ told: ['a unreadable zip-archive'] })
    expect(Object.keys(read('a', shared).texts).length).toBeLessThanOrEqual(1)
  })

  test('what grows too much, while it grows', () => {
    const blanks = Buffer.alloc(30_000_000, 32)
    const from = process.memoryUsage().arrayBuffers
    expect(read('a', gzipSync(blanks))).toMatchObject({ texts: {}, told: ['a limit unpacked-ratio'] })
    expect(read('a', zstdCompressSync(blanks))).toMatchObject({ texts: {}, told: ['a limit unpacked-ratio'] })
    expect(read('a', zipOf([{ name: 'b', content: blanks }, good]))).toMatchObject({ texts, told: ['a!/b limit unpacked-ratio'] })
    expect(process.memoryUsage().arrayBuffers - from).toBeLessThan(200_000_000)
    expect(read('a', gzipSync(Buffer.alloc(1_000_000, 32))).told).toEqual([])
  })

  test('what is more than all archives may hold together', () => {
    const zip = zipOf([good, { name: 'b', content: 'x'.repeat(100) }])
    expect(read('a', zip, { bytes: 50 })).toMatchObject({ texts, told: ['a!/b limit unpacked-bytes'] })
    expect(read('a', zip, { files: 1 })).toMatchObject({ texts, told: ['a limit files'] })
  })

  test('what is broken off', () => {
    const zip = zipOf([good])
    expect(read('a', zip.subarray(0, zip.length - 30)).told).toEqual(['a unreadable zip-archive'])
    const tar = tarOf([good, { name: 'b', content: 'b'.repeat(2000) }])
    expect(read('a', tar.subarray(0, 2500))).toMatchObject({ texts, told: ['a unreadable tar-archive'] })
    expect(read('a.gz', gzipSync('x'.repeat(1000)).subarray(0, 20)).told).toEqual(['a.gz unreadable gzip-archive'])
    expect(read('a.zst', zstdCompressSync(Buffer.from('x'.repeat(1000))).subarray(0, 10)).told).toEqual(['a.zst unreadable zstd-archive'])
  })

  test('a hundred thousand links are told as one thing', () => {
    const links = Array.from({ length: 1000 }, (_, at) => ({ name: `l${at}`, type: '2' }))
    expect(read('a', tarOf(links)).told).toHaveLength(21)
  })
})

test('whatever bytes follow a magic, unpacking ends and throws nothing', () => {
  const archives = [
    zipOf([
      { name: 'a', content: 'aaaa' },
      { name: 'b/c', content: 'c' },
    ]),
    tarOf([{ name: 'a', content: 'aaaa' }]),
    gzipSync('aaaa'),
    zstdCompressSync('aaaa'),
  ]
  const change = fc.record({ archive: fc.constantFrom(...archives), at: fc.nat(2000), value: fc.nat(255), cut: fc.nat(2000) })
  fc.assert(
    fc.property(change, ({ archive, at, value, cut }) => {
      const bytes = Uint8Array.from(archive)
      bytes[at % bytes.length] = value
      const { texts } = read('a', cut % 3 === 0 ? bytes.subarray(0, cut) : bytes)
      for (const path of Object.keys(texts)) expect(path).toMatch(/^a!\/(?!\/)/)
    }),
    { seed: 20261124, numRuns: 2000 },
  )
})
