import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from '#estate/assemble.ts'
import { isFilePlace } from '#estate/claim.ts'
import { type Beside, defaultSettings, type SourceFile, sourceFile } from '#estate/source-file.ts'
import type { Importer } from '#importers/importer.ts'
import { importers } from '#importers/index.ts'
import { stableJson } from '#lang/json.ts'
import { decodedText } from '#workspace/decode.ts'

/** Neighbours of a fixture, read from disk, so that `.env` files and layers work in tests as they do in a folder. */
function besideOf(folder: string): Beside {
  return {
    settings: defaultSettings,
    file: (path) => {
      try {
        return asSource(path, readFileSync(join(folder, path)))
      } catch {
        return undefined // not there: an importer has to cope
      }
    },
  }
}

const asSource = (path: string, bytes: Uint8Array): SourceFile => ({ ...sourceFile(path, decodedText(bytes)), size: bytes.length, bytes: () => bytes })

/**
 * The whole test of an importer against one fixture: five properties for one line.
 *
 * @param path of the fixture, from the root of the checkout; its expected claims lie beside it as `<name>.expected.json`
 */
export function checkImporter(importer: Importer, path: string): void {
  const folder = dirname(path)
  const beside = besideOf(folder)
  const file = asSource(relative(folder, path), readFileSync(path))
  const fragment = importer.read(file, beside)

  test(`${path} reads as expected`, async () => {
    await expect(stableJson(fragment)).toMatchFileSnapshot(join(process.cwd(), `${path}.expected.json`))
  })
  test(`${path} is recognised by its content, and by this importer alone`, () => {
    expect(importers.filter((one) => one.recognises(asSource(file.path, file.bytes()))).map((one) => one.id)).toEqual([importer.id])
  })
  test(`${path}: every claim says where it was read`, () => {
    for (const claim of fragment.claims) {
      expect(claim.at.length).toBeGreaterThan(0)
      for (const origin of claim.at) expect(isFilePlace(origin) && /^(|\/.*)$/s.test(origin.pointer)).toBe(true)
    }
  })
  test(`${path}: reading twice joins to the same estate`, () => {
    expect(assemble([fragment, importer.read(asSource(file.path, file.bytes()), beside)])).toEqual(assemble([fragment]))
  })
  test(`${path}: a cut or scribbled copy never throws`, () => {
    const text = file.text()
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 5 }), fc.boolean(), (at, noise, cut) => {
        const scribbled = sourceFile(file.path, text.slice(0, at) + noise + (cut ? '' : text.slice(at)))
        importer.recognises(scribbled)
        expect(importer.read(scribbled, beside).claims).toBeInstanceOf(Array)
      }),
      { numRuns: 25, seed: 20261124 },
    )
  })
}
