import { setImmediate } from 'node:timers/promises'
import { askedIn } from '#assessment/asked.ts'
import type { Request } from '#assessment/assess.ts'
import { type ReadAlone, readingWeight } from '#assessment/read-files.ts'
import type { Settings, SourceFile } from '#estate/source-file.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import type { DiskFile } from './disk-file.ts'
import { type Pool, pool } from './pool.ts'
import type { ReadAheadInput, ReadAheadOutput } from './read-ahead-task.ts'
import { type ReadEntry, readNext, type Share } from './read-share.ts'
import { sharedFile } from './shared-file.ts'

/** What files said that were read already, and their digests, by path. */
export interface ReadAhead {
  readonly ahead: ReadonlyMap<string, ReadAlone>
  readonly digests: ReadonlyMap<string, string>
}

/** With what files are read. */
interface With {
  readonly settings: Settings
  readonly knowledge: Knowledge
  /** The user's own knowledge folder, if any: each thread reads it for itself. */
  readonly ownKnowledge: string | undefined
  readonly told?: Request['told']
  /** Below this much work, in bytes of JSON, nothing is done; left out, below what threads cost. */
  readonly leastWork?: number
}

/** Threads would take longer to start than they save on less. */
const leastWork = 30_000_000

/** A larger file is read when no other is: two at once would not fit in memory. */
const largestBeside = 64_000_000

/** How long this thread reads before it looks whether another has something to say, in milliseconds. */
const turn = 20

/**
 * Reads the files of a large folder in several threads, this one among them. What each file says depends on nothing but itself and the
 * neighbours that it names, so the result is the same for any number of threads.
 *
 * @returns nothing where the folder is small or there are no threads; files that are missing in what is returned are left to the caller
 */
export async function readAhead(files: readonly (SourceFile & Partial<DiskFile>)[], how: With): Promise<ReadAhead | undefined> {
  const work = files.flatMap((file, at) => (file.container !== undefined || file.size > largestBeside ? [] : [{ at, weight: readingWeight(file) }]))
  if (work.length < 2 || work.reduce((sum, one) => sum + one.weight, 0) < (how.leastWork ?? leastWork)) return undefined
  const threads = await pool()
  if (threads === undefined) return undefined
  // The heaviest first, so that all end at about the same time.
  work.sort((a, b) => b.weight - a.weight || a.at - b.at)
  const share: Share = { order: Int32Array.from(work, (one) => one.at), taken: new Int32Array(new SharedArrayBuffer(4)) }
  const others = Promise.all(Array.from({ length: Math.min(threads.threads, work.length - 1) }, () => inThread(threads, { ...share, files: files.map(sharedFile), ...how })))
  const own = await inThisThread(share, files, { ...how, weights: runningSums(work.map((one) => one.weight)), whole: files.reduce((sum, file) => sum + readingWeight(file), 0) })
  const outputs = await others
  for (const [path, trouble] of outputs.flatMap((one) => one.told)) files.find((file) => file.path === path)?.tell?.(trouble)
  const entries = [...own, ...outputs.flatMap((one) => one.entries)]
  return { ahead: new Map(entries.map(({ read }) => [read.file, read])), digests: new Map(entries.map(({ read, digest }) => [read.file, digest])) }
}

function runningSums(list: readonly number[]): readonly number[] {
  let sum = 0
  return list.map((one) => (sum += one))
}

/** A thread that dies leaves its files to be read again: too little memory there is no reason to stop here. */
async function inThread(threads: Pool, { files, settings, ownKnowledge, order, taken }: ReadAheadInput): Promise<ReadAheadOutput> {
  try {
    return await threads.run<ReadAheadOutput>('read-files', { files, settings, ownKnowledge, order, taken })
  } catch {
    return { entries: [], told: [] }
  }
}

/** @param weights how much work is done when so many files are, of the whole */
async function inThisThread(
  share: Share,
  files: readonly SourceFile[],
  { settings, knowledge, told, weights, whole }: With & { readonly weights: readonly number[]; readonly whole: number },
): Promise<readonly ReadEntry[]> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reading = { settings, asked: askedIn(knowledge), file: (path: string) => byPath.get(path) }
  const entries: ReadEntry[] = []
  let since = performance.now()
  for (let one = readNext(share, files, reading); one !== undefined; one = readNext(share, files, reading)) {
    entries.push(one)
    if (performance.now() - since < turn) continue
    const done = Math.min(share.taken[0] ?? 0, share.order.length)
    told?.({ kind: 'file', name: one.read.file, done, of: share.order.length, share: (weights[done - 1] ?? 0) / whole })
    await setImmediate()
    since = performance.now()
  }
  return entries
}
