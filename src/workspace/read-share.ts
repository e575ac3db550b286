import type { ReadAlone, ReadingAlone } from '#assessment/read-files.ts'
import { readAlone } from '#assessment/read-files.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { digestOf } from './digest.ts'

/** One file that was read: its place in the list, what it said, and its SHA-256. */
export interface ReadEntry {
  readonly at: number
  readonly read: ReadAlone
  readonly digest: string
}

/** Work that several threads take from together: the files still to be read, and a counter in shared memory of how many are taken. */
export interface Share {
  readonly order: Int32Array
  readonly taken: Int32Array
}

/** Takes the next file that nobody has taken, and reads it. @returns nothing when all are taken */
export function readNext({ order, taken }: Share, files: readonly SourceFile[], reading: ReadingAlone): ReadEntry | undefined {
  const next = order[Atomics.add(taken, 0, 1)]
  const file = next === undefined ? undefined : files[next]
  return next === undefined || file === undefined ? undefined : { at: next, read: readAlone(file, reading), digest: digestOf(file) }
}
