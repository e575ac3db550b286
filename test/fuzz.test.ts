import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { decodedText } from '#workspace/decode.ts'
import { triedAlone, triedTogether } from '../tools/fuzz-try.ts'

/** What fuzzing once found is tried again for ever. */
const findings = globSync('test/fuzz/*/*').filter((path) => basename(path) !== 'reason.txt')

test.each(findings.length === 0 ? ['none'] : findings)('%s is read like any other file', async (path) => {
  if (path === 'none') return expect(findings).toEqual([])
  const text = decodedText(readFileSync(join(import.meta.dirname, '..', path)))
  expect(triedAlone(basename(path), text)).toBeUndefined()
  expect(await triedTogether({ [basename(path)]: text, [`${basename(dirname(path))}.txt`]: '' })).toBeUndefined()
})
