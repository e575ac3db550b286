import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askedIn } from '#assessment/asked.ts'
import { readAlone } from '#assessment/read-files.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { defaultSettings } from '#estate/source-file.ts'
import { zipOf } from '../../test/archives.ts'
import { requestAhead, requestOf } from './assess-folder.ts'
import { digestOf } from './digest.ts'
import { loadKnowledge } from './knowledge.ts'
import { largestKeptBytes } from './limits.ts'
import { pool } from './pool.ts'
import { readAhead } from './read-ahead.ts'
import type { ReadAheadInput, ReadAheadOutput } from './read-ahead-task.ts'
import { readFolder } from './read-folder.ts'
import { sharedFile } from './shared-file.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deltaplan-ahead-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const { knowledge } = loadKnowledge(undefined)
const how = { settings: defaultSettings, knowledge, ownKnowledge: undefined }
const component = (name: string) => ({ type: 'library', name, version: '1', purl: `pkg:npm/${name}@1`, 'bom-ref': name })
const bill = (...names: readonly string[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [...names, 'openai', 'left-pad', 'left-pad'].map(component) })

/** Files that name neighbours, lie in archives, are kept and are not, are broken, or are of no format. */
function putAll(): void {
  const files = {
    'shop/compose.yaml': 'services: {web: {image: "registry.io/a:1", env_file: [web.env, ../export.zip!/inner.env]}}',
    'shop/web.env': 'API_URL=https://api.vendor.com/',
    'large.cdx.json': bill(...Array.from({ length: largestKeptBytes / 100 }, (_, at) => `package-with-a-long-name-${at}`)),
    'broken.json': '{"bomFormat": "CycloneDX", "components": [{"name": "a"',
    'deep.json': `{"bomFormat": "CycloneDX", "components": ${'['.repeat(100_000)}`,
    'notes.txt': 'Überall café',
    'empty.txt': '',
    ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`bills/${at}.json`, bill(`own-${at}`)])),
  }
  for (const folder of ['shop', 'bills']) mkdirSync(join(root, folder))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text)
  writeFileSync(
    join(root, 'export.zip'),
    zipOf([
      { name: 'inner.env', content: 'OTHER_URL=https://other.vendor.com/' },
      { name: 'bom.json', content: bill('inner') },
    ]),
  )
}

test.skipIf(availableParallelism() < 2)('what several threads read is what one reads', async () => {
  putAll()
  const { files } = readFolder(root)
  const threads = await pool()
  const all: ReadAheadInput = { files: files.map(sharedFile), order: Int32Array.from(files.keys()), taken: new Int32Array(new SharedArrayBuffer(4)), ...how }
  const { entries } = (await threads?.run<ReadAheadOutput>('read-files', { ...all, knowledge: undefined })) ?? { entries: [] }
  expect(entries.length).toBe(files.length)
  const read = await readAhead(files, { ...how, leastWork: 0 })
  const byPath = new Map<string, SourceFile>(files.map((file) => [file.path, file]))
  const unpacked = files.filter((file) => file.container === undefined)
  expect([...(read?.ahead.keys() ?? [])].toSorted()).toEqual(unpacked.map((file) => file.path).toSorted())
  for (const file of unpacked) {
    const alone = readAlone(file, { settings: defaultSettings, asked: askedIn(knowledge), file: (path) => byPath.get(path) })
    expect(entries.find((one) => files[one.at] === file)).toEqual({ at: files.indexOf(file), read: alone, digest: digestOf(file) })
    expect(read?.ahead.get(file.path)).toEqual(alone)
    expect(read?.digests.get(file.path)).toBe(digestOf(file))
  }
})

test('threads are left alone for a small folder, whose digests are there all the same', async () => {
  putAll()
  rmSync(join(root, 'large.cdx.json'))
  expect(await readAhead(readFolder(root).files, how)).toBeUndefined()
  const wish = { root, asOf: '2026-11-24', ownKnowledge: undefined }
  expect((await requestAhead(wish)).digests).toEqual(requestOf(wish).digests)
})

test.skipIf(availableParallelism() < 2)('a file that changes after it was listed is told once, whichever thread meets it', async () => {
  putAll()
  const folder = readFolder(root)
  for (const file of folder.files) if (file.path === 'large.cdx.json') file.text()
  writeFileSync(join(root, 'large.cdx.json'), bill('another'))
  await readAhead(folder.files, { ...how, leastWork: 0 })
  expect(folder.refused.map(({ file, values }) => `${file} ${values?.['reason']}`)).toEqual(['large.cdx.json changed'])
})
