import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs'
import type { SourceFile } from '#estate/source-file.ts'
import { decodedText } from './decode.ts'
import { cutTextBytes, largestBytes, largestKeptBytes, mostKeptBytes } from './limits.ts'

/** Why a file could not be read, or not as it was. */
export type Trouble = 'gone' | 'permission' | 'changed'

/** How files on disk are read: what is kept, and who is told of trouble. */
export interface Reading {
  /** Bytes that are kept so far. */
  kept: number
  told(path: string, trouble: Trouble): void
}

/** A file on disk. Its head is read without the rest. */
export interface DiskFile extends SourceFile {
  /** The first bytes; nothing when the file cannot be read. */
  head(count: number): Uint8Array | undefined
}

/** A file on disk as it was listed: where, how it is called, and how large it is. */
export interface Listing {
  readonly full: string
  readonly path: string
  readonly size: number
}

/**
 * A file that is read when somebody asks. Small ones are read once and kept; a large one is read anew each time, and whether it is still
 * the same file is looked at each time. What cannot be read is empty and told; what changed meanwhile is told, and read as it is now.
 */
export function diskFile(reading: Reading, { full, path, size }: Listing): DiskFile {
  const state: State = { reading, full, path, told: new Set() }
  const isSmall = size <= largestKeptBytes && reading.kept + size <= mostKeptBytes
  if (isSmall) reading.kept += size
  const isCut = size > largestBytes
  let kept: Uint8Array | undefined
  const bytes = (): Uint8Array => {
    if (kept !== undefined) return kept
    const found = withFile(state, (file) => readFileSync(file)) ?? new Uint8Array()
    if (isSmall) kept = found
    return found
  }
  const head = (count: number): Uint8Array | undefined => {
    if (!isSmall) return withFile(state, (file) => firstBytes(file, count))
    const all = bytes()
    return state.told.has('gone') || state.told.has('permission') ? undefined : all.subarray(0, count)
  }
  return {
    path,
    size,
    ...(isCut ? { isCut } : {}),
    bytes,
    head,
    text: () => decodedText((isCut ? head(cutTextBytes) : bytes()) ?? new Uint8Array()),
    chunks: () => (isSmall ? [bytes()] : chunksOf(state)),
  }
}

interface State {
  readonly reading: Reading
  readonly full: string
  readonly path: string
  readonly told: Set<Trouble>
  /** The file as it was when it was first read. */
  first?: Stats
}

/** Opens the file for as long as it is read. @returns nothing when it cannot be read */
function withFile<T>(state: State, read: (file: number) => T): T | undefined {
  let file: number | undefined
  try {
    file = openSync(state.full, 'r')
    const before = fstatSync(file)
    const found = read(file)
    compare(state, before, fstatSync(file))
    return found
  } catch (fault) {
    tell(state, fault instanceof Error && 'code' in fault && fault.code === 'ENOENT' ? 'gone' : 'permission')
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function compare(state: State, before: Stats, after: Stats): void {
  state.first ??= before
  for (const one of [before, after]) if (one.size !== state.first.size || one.mtimeMs !== state.first.mtimeMs || one.ino !== state.first.ino) tell(state, 'changed')
}

function tell(state: State, trouble: Trouble): void {
  if (state.told.has(trouble)) return
  state.told.add(trouble)
  state.reading.told(state.path, trouble)
}

function firstBytes(file: number, count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  let length = 0
  for (;;) {
    const more = readSync(file, bytes, length, count - length, null)
    length += more
    if (more === 0 || length === count) return bytes.subarray(0, length)
  }
}

const chunkBytes = 1 << 20

function* chunksOf(state: State): Generator<Uint8Array> {
  let file: number | undefined
  try {
    file = openSync(state.full, 'r')
    const before = fstatSync(file)
    for (;;) {
      const buffer = new Uint8Array(chunkBytes)
      const count = readSync(file, buffer)
      if (count === 0) break
      yield buffer.subarray(0, count)
    }
    compare(state, before, fstatSync(file))
  } catch (fault) {
    tell(state, fault instanceof Error && 'code' in fault && fault.code === 'ENOENT' ? 'gone' : 'permission')
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
