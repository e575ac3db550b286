import { askedIn } from '#assessment/asked.ts'
import type { Settings, SourceFile } from '#estate/source-file.ts'
import { checkKnowledge } from '#knowledge/check.ts'
import type { Trouble } from './disk-file.ts'
import { readBase } from './knowledge-base.ts'
import { type ReadEntry, readNext, type Share } from './read-share.ts'
import { fileOfShared, type SharedFile } from './shared-file.ts'

/** All files of a folder, of which a thread takes its share. */
export interface ReadAheadInput extends Share {
  readonly files: readonly SharedFile[]
  readonly settings: Settings
  /** The user's own knowledge folder, if any. */
  readonly ownKnowledge: string | undefined
}

/** What a thread read, and the trouble that it met. */
export interface ReadAheadOutput {
  readonly entries: readonly ReadEntry[]
  readonly told: readonly (readonly [path: string, trouble: Trouble])[]
}

/** Reads files for as long as there are any that nobody has taken. */
export function readAheadTask({ files: shared, settings, ownKnowledge, order, taken }: ReadAheadInput): ReadAheadOutput {
  const told: [string, Trouble][] = []
  const files = shared.map((one) => fileOfShared(one, (path, trouble) => void told.push([path, trouble])))
  const byPath = new Map<string, SourceFile>(files.map((file) => [file.path, file]))
  const reading = { settings, asked: askedIn(readBase(ownKnowledge, checkKnowledge).knowledge), file: (path: string) => byPath.get(path) }
  const entries: ReadEntry[] = []
  for (let one = readNext({ order, taken }, files, reading); one !== undefined; one = readNext({ order, taken }, files, reading)) entries.push(one)
  return { entries, told }
}
