import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs'
import type { SourceFile } from '#estate/source-file.ts'
import { decodedText } from './decode.ts'
import { cutTextBytes, largestBytes, largestKeptBytes, mostKeptBytes } from './limits.ts'
import type { SharedBytes } from './shared-bytes.ts'

/** Why a file could not be read, or not as it was. */
export type Trouble = 'gone' | 'permission' | 'changed'

/** How files on disk are read: what is kept, and who is told of trouble. */
export interface Reading {
  /** Bytes that are kept so far. */
  kept: number
  /** Where they are kept; nothing where none are. */
  readonly memory: SharedBytes | undefined
  told(path: string, trouble: Trouble): void
}

/** A file on disk. Its head is read without the rest. */
export interface DiskFile extends SourceFile {
  /** The first bytes; nothing when the file cannot be read. */
  head(count: number): Uint8Array | undefined
  readonly listing: Listing
  /** Whether the bytes are read once and kept. */
  readonly isKept: boolean
  /** What the file was when it was first read; nothing before. */
  first(): Stamp | undefined
  /** Says that another who read the file met trouble. */
  tell(trouble: Trouble): void
}

/** What a file is known by: while none of these differs, it is taken for the same. */
export type Stamp = Pick<Stats, 'size' | 'mtimeMs' | 'ino'>

/** A file on disk as it was listed: where, how it is called, and how large it is. */
export interface Listing {
  readonly full: string
  readonly path: string
  readonly size: number
}

/**
 * A file that is read when somebody asks. Small ones are read once and kept; a large one is read anew each time, and whether it is still
 * the same file is looked at each time. What cannot be read is empty and told; what changed meanwhile is told, and read as it is now.
 *
 * @param first what it was when somebody else first read it
 */
export function diskFile(reading: Reading, listing: Listing, first?: Stamp): DiskFile {
  const { full, path, size } = listing
  const state: State = { reading, full, path, told: new Set(), ...(first === undefined ? {} : { first }) }
  const { memory } = reading
  const isSmall = memory !== undefined && size <= largestKeptBytes && reading.kept + size <= mostKeptBytes
  if (isSmall) reading.kept += size
  const isCut = size > largestBytes
  let kept: Uint8Array | undefined
  const bytes = (): Uint8Array => {
    if (kept !== undefined) return kept
    const found = withFile(state, (file, length) => (isSmall ? keptBytes(file, memory.room(length)) : readFileSync(file))) ?? new Uint8Array()
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
    listing,
    isKept: isSmall,
    first: () => state.first,
    tell: (trouble) => tell(state, trouble),
  }
}

interface State {
  readonly reading: Reading
  readonly full: string
  readonly path: string
  readonly told: Set<Trouble>
  /** The file as it was when it was first read. */
  first?: Stamp
}

/** Opens the file for as long as it is read. @returns nothing when it cannot be read */
function withFile<T>(state: State, read: (file: number, length: number) => T): T | undefined {
  let file: number | undefined
  try {
    file = openSync(state.full, 'r')
    const before = fstatSync(file)
    const found = read(file, before.size)
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
  state.first ??= { size: before.size, mtimeMs: before.mtimeMs, ino: before.ino }
  for (const one of [before, after]) if (one.size !== state.first.size || one.mtimeMs !== state.first.mtimeMs || one.ino !== state.first.ino) tell(state, 'changed')
}

function tell(state: State, trouble: Trouble): void {
  if (state.told.has(trouble)) return
  state.told.add(trouble)
  state.reading.told(state.path, trouble)
}

const firstBytes = (file: number, count: number): Uint8Array => filled(file, new Uint8Array(count))

/** Some files, made by the system when they are read, say that they are empty and are not. */
const keptBytes = (file: number, room: Uint8Array): Uint8Array => (room.length === 0 ? readFileSync(file) : filled(file, room))

function filled(file: number, room: Uint8Array): Uint8Array {
  let length = 0
  for (;;) {
    const more = length < room.length ? readSync(file, room, length, room.length - length, null) : 0
    length += more
    if (more === 0) return room.subarray(0, length)
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
