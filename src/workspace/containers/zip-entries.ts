import { decodedText } from '../decode.ts'
import type { Entries, Entry, Packed } from './entry.ts'

/** Signatures and lengths of the parts of a zip (APPNOTE 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). */
const end = { sign: 0x06054b50, bytes: 22 }
const end64 = { sign: 0x06064b50, bytes: 56 }
const locator64 = { sign: 0x07064b50, bytes: 20 }
const central = { sign: 0x02014b50, bytes: 46 }
const local = { sign: 0x04034b50, bytes: 30 }
const longestComment = 0xffff

/**
 * The entries of a zip by its central directory, which is what unpackers go by. An entry whose content lies over that of another is left
 * out: no writer makes such files, and a few bytes that a thousand entries share unpack to a thousand times as much.
 */
export function zipEntries(bytes: Uint8Array): Entries {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryOf(view)
  if (!directory) return { entries: [], isBroken: true }
  const found: { readonly entry: Entry; readonly from: number; readonly to: number }[] = []
  let isBroken = false
  let at = directory.from
  for (let count = 0; count < directory.count; count++) {
    const row = rowAt(view, at)
    if (!row) {
      isBroken = true
      break
    }
    at = row.next
    const place = contentOf(view, row)
    if (place) found.push({ entry: entryOf(bytes, row, place), ...place })
    else isBroken = true
  }
  const entries = apart(found)
  return { entries, ...(isBroken || entries.length < found.length ? { isBroken: true } : {}) }
}

/** The entries in the order of the directory, but for those whose content lies over another's. */
function apart(found: readonly { readonly entry: Entry; readonly from: number; readonly to: number }[]): readonly Entry[] {
  const over = new Set<Entry>()
  let last = -1
  for (const { entry, from, to } of found.toSorted((a, b) => a.from - b.from)) {
    if (from < last) over.add(entry)
    last = Math.max(last, to)
  }
  return found.flatMap(({ entry }) => (over.has(entry) ? [] : [entry]))
}

interface Directory {
  readonly from: number
  readonly count: number
}

/** The record at the very end tells where the directory begins; behind it stands a comment at the most. */
function directoryOf(view: DataView): Directory | undefined {
  const first = Math.max(0, view.byteLength - end.bytes - longestComment)
  for (let at = view.byteLength - end.bytes; at >= first; at--) {
    if (view.getUint32(at, true) !== end.sign || at + end.bytes + view.getUint16(at + 20, true) > view.byteLength) continue
    const plain = { from: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) }
    return plain.from === 0xffffffff || plain.count === 0xffff ? (directory64(view, at) ?? plain) : plain
  }
  return undefined
}

function directory64(view: DataView, endAt: number): Directory | undefined {
  const locatorAt = endAt - locator64.bytes
  if (locatorAt < 0 || view.getUint32(locatorAt, true) !== locator64.sign) return undefined
  const at = long(view, locatorAt + 8)
  if (at === undefined || at + end64.bytes > view.byteLength || view.getUint32(at, true) !== end64.sign) return undefined
  const [from, count] = [long(view, at + 48), long(view, at + 32)]
  return from === undefined || count === undefined ? undefined : { from, count }
}

/** A number of eight bytes; nothing when it is larger than any file. */
function long(view: DataView, at: number): number | undefined {
  const value = view.getBigUint64(at, true)
  return value > Number.MAX_SAFE_INTEGER ? undefined : Number(value)
}

/** One row of the central directory. */
interface Row {
  readonly name: Uint8Array
  readonly isUtf8: boolean
  readonly isEncrypted: boolean
  readonly method: number
  readonly sum: number
  readonly packedSize: number
  readonly size: number
  readonly localAt: number
  /** File type and permissions as Unix has them; 0 where another system wrote the file. */
  readonly mode: number
  readonly next: number
}

function rowAt(view: DataView, at: number): Row | undefined {
  if (at < 0 || at + central.bytes > view.byteLength || view.getUint32(at, true) !== central.sign) return undefined
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
  const nameFrom = at + central.bytes
  const next = nameFrom + nameLength + extraLength + commentLength
  if (next > view.byteLength) return undefined
  const flags = view.getUint16(at + 8, true)
  const sizes = sizesOf(view, at, { from: nameFrom + nameLength, to: nameFrom + nameLength + extraLength })
  return {
    name: new Uint8Array(view.buffer, view.byteOffset + nameFrom, nameLength),
    isUtf8: (flags & 0x800) !== 0,
    isEncrypted: (flags & 0x41) !== 0,
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    ...sizes,
    mode: view.getUint8(at + 5) === 3 ? view.getUint16(at + 40, true) : 0,
    next,
  }
}

/** Sizes and place; those that do not fit in four bytes stand in an extra field, in this order. */
function sizesOf(view: DataView, at: number, extra: { readonly from: number; readonly to: number }): Pick<Row, 'size' | 'packedSize' | 'localAt'> {
  const plain = [24, 20, 42].map((offset) => view.getUint32(at + offset, true))
  let field = extra.from
  while (field + 4 <= extra.to && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true)
  let from = field + 4
  const [size = 0, packedSize = 0, localAt = 0] = plain.map((value) => {
    if (value !== 0xffffffff || from + 8 > extra.to) return value
    from += 8
    return long(view, from - 8) ?? value
  })
  return { size, packedSize, localAt }
}

/** Where the content lies: behind the entry's own header, whose lengths may differ from the directory's. */
function contentOf(view: DataView, row: Row): { readonly from: number; readonly to: number } | undefined {
  const at = row.localAt
  if (at + local.bytes > view.byteLength || view.getUint32(at, true) !== local.sign) return undefined
  const from = at + local.bytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const to = from + row.packedSize
  return to > view.byteLength ? undefined : { from, to }
}

const methods: Readonly<Record<number, Packed['method']>> = { 0: 'stored', 8: 'deflate', 93: 'zstd' }

function entryOf(bytes: Uint8Array, row: Row, { from, to }: { readonly from: number; readonly to: number }): Entry {
  const name = (row.isUtf8 ? new TextDecoder('utf-8').decode(row.name) : decodedText(row.name)).replaceAll('\\', '/')
  const method = row.isEncrypted ? 'encrypted' : (methods[row.method] ?? 'unknown')
  return { name, kind: kindOf(row.mode, name), bytes: bytes.subarray(from, to), packed: { method, size: row.size, sum: row.sum } }
}

/** By the file type of Unix where the archive has it, otherwise by the name alone. */
function kindOf(mode: number, name: string): Entry['kind'] {
  const type = mode & 0o170000
  if (type === 0o120000) return 'link'
  if (name.endsWith('/') || type === 0o040000) return 'folder'
  return type === 0 || type === 0o100000 ? 'file' : 'special'
}
