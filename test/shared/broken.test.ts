import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Beside, defaultSettings, type SourceFile, sourceFile } from '#estate/source-file.ts'
import { importers } from '#importers/index.ts'
import { decodedText } from '#workspace/decode.ts'
import { corpusFiles, isShared, named, shared } from './shared-folder.ts'

/** Files of the formats that are read; the largest are cut less often, so that the suite stays within its minutes. */
const files = corpusFiles('compose', 'kubernetes', 'terraform', 'cyclonedx', 'mlbom', 'invalid')
const copiesOf = (size: number): number => (size > 1_000_000 ? 2 : size > 200_000 ? 5 : 20)

/** Longest time in milliseconds that one copy may take, on a machine that is busy with other tests. */
const slowest = 5000

const beside: Beside = { file: () => undefined, settings: defaultSettings }

/** A generator of whole numbers below a bound, the same from run to run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below || 0
  }
}

/** A copy that was cut off, scribbled on, or both. */
function brokenCopy(text: string, below: (bound: number) => number): string {
  const at = Math.floor(below(text.length))
  const noise = Array.from({ length: 1 + Math.floor(below(6)) }, () => String.fromCharCode(32 + Math.floor(below(95)))).join('')
  const kind = Math.floor(below(4))
  if (kind === 0) return text.slice(0, at)
  if (kind === 1) return text.slice(0, at) + noise + text.slice(at + noise.length)
  if (kind === 2) return text.slice(0, at) + noise + text.slice(at)
  return text.slice(0, at) + text.slice(at + 1 + Math.floor(below(40)))
}

/** Reads a copy as the product does, and holds what must be so of every reading. */
function read(file: SourceFile): void {
  const importer = importers.find((one) => one.recognises(file))
  if (!importer) return
  const { claims, diagnostics } = importer.read(file, beside)
  expect(claims).toBeInstanceOf(Array)
  for (const diagnostic of diagnostics) expect(diagnostic.file).toBe(file.path)
  // JSON that cannot be parsed is said, with the line on which it breaks.
  if (/^\s*\{/.test(file.text()) && !isJson(file.text())) expect(diagnostics.some((one) => one.line !== undefined || one.pointer !== undefined)).toBe(true)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // the answer to the question is no
  }
}

describe.skipIf(!isShared)(named('broken copies of public files'), () => {
  test.each(files.map((path) => [relative(shared, path).replaceAll('\\', '/'), path]))('%s: no copy throws, hangs or breaks in silence', (name, path) => {
    const text = decodedText(readFileSync(path))
    const below = seeded([...name].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7))
    for (let copy = 0; copy < copiesOf(text.length); copy++) {
      const file = sourceFile(name, brokenCopy(text, below))
      const from = performance.now()
      read(file)
      expect(performance.now() - from).toBeLessThan(slowest)
    }
  })
})
