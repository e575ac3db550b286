import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Request } from '#assessment/assess.ts'
import { settingsOf } from '#importers/index.ts'
import { loadKnowledge } from './knowledge.ts'
import { readFolder } from './read-folder.ts'

/** What a person asked for on the command line. */
export interface Wish {
  readonly root: string
  readonly asOf: string | undefined
  readonly ownKnowledge: string | undefined
  readonly limits?: readonly string[]
}

/** Everything the spine needs, fetched from disk and clock. */
export function requestOf(wish: Wish): Request & { readonly knowledgeFaults: readonly string[] } {
  const folder = readFolder(wish.root)
  const { knowledge, digest, faults } = loadKnowledge(wish.ownKnowledge)
  return {
    files: folder.files,
    refused: folder.refused,
    digests: new Map(folder.files.map((file) => [file.path, createHash('sha256').update(file.bytes()).digest('hex')])),
    settings: settingsOf(folder.files),
    knowledge,
    knowledgeDigest: digest,
    knowledgeFaults: faults.map((fault) => `${fault.path} ${fault.where}: ${fault.message}`),
    engineVersion: engineVersion(),
    asOf: wish.asOf ?? today(),
    seed: 1,
    options: {},
    limits: wish.limits ?? [],
  }
}

/** Today in UTC: the only place where the clock is read for a result. */
export const today = (): string => new Date().toISOString().slice(0, 10)

export function engineVersion(): string {
  const beside = join(import.meta.dirname, '..', '..', 'package.json')
  return String((JSON.parse(readFileSync(beside, 'utf8')) as { version: string }).version)
}
