/** What every file has to stand, however broken: said as a reason where it does not. */
import { createHash } from 'node:crypto'
import { assess } from '#assessment/assess.ts'
import { isFilePlace } from '#estate/claim.ts'
import type { Fragment } from '#estate/fragment.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { importers, settingsOf } from '#importers/index.ts'
import { stableJson } from '#lang/json.ts'
import { loadKnowledge } from '#workspace/knowledge.ts'

/** An importer may take this long over a file that a fuzzer makes, in milliseconds. */
const slow = 8000

/** One file: it is read without a throw and in time, and every claim has a place. A file that was spliced from two formats may be known to two. */
export function triedAlone(name: string, text: string): string | undefined {
  const started = performance.now()
  const file = sourceFile(name, text)
  try {
    for (const one of importers) {
      const fault = one.recognises(file) ? brokenPromise(one.read(file, alone)) : undefined
      if (fault !== undefined) return `${one.id}: ${fault}`
    }
  } catch (fault) {
    return `throw: ${fault instanceof Error ? fault.message.slice(0, 120) : String(fault)}`
  }
  return performance.now() - started > slow ? 'slow' : undefined
}

function brokenPromise(fragment: Fragment): string | undefined {
  if (Reflect.get({}, 'polluted') !== undefined) return 'the prototype of objects was changed'
  for (const claim of fragment.claims) {
    if (claim.at.length === 0) return 'a claim without a place'
    if (claim.at.some((origin) => !isFilePlace(origin) || !/^(|\/[\s\S]*)$/.test(origin.pointer))) return 'a claim with a place that is none'
  }
  stableJson(fragment.diagnostics)
  return undefined
}

const loaded = loadKnowledge(undefined)
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** A folder: the whole road goes through, and no question fails. */
export async function triedTogether(texts: Readonly<Record<string, string>>): Promise<string | undefined> {
  const files = Object.entries(texts).map(([path, text]) => sourceFile(path, text))
  try {
    const result = await assess({
      files,
      refused: [],
      digests: new Map(files.map((file) => [file.path, sha256(file.text())])),
      digestOf: sha256,
      settings: settingsOf(files),
      knowledge: loaded.knowledge,
      knowledgeDigest: loaded.digest,
      engineVersion: '0',
      asOf: '2026-11-24',
      seed: 1,
      options: {},
      limits: [],
    })
    const failed = result.outcomes.find(({ outcome }) => outcome.status === 'failed')
    return failed && `the question ${failed.id} failed`
  } catch (fault) {
    return `assess threw: ${fault instanceof Error ? fault.message.slice(0, 120) : String(fault)}`
  }
}
