import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { decodedText } from '../decode.ts'
import { deepestContainers, deepestFolders, mostFiles } from '../limits.ts'
import { passedOver } from '../passed-over.ts'
import type { Entry } from './entry.ts'
import { type Budget, type Inflated, inflated, unpackedEntry } from './inflate.ts'
import { headBytes, kindOfContainer } from './kind-of-container.ts'
import { tarEntries } from './tar-entries.ts'
import { zipEntries } from './zip-entries.ts'

/** What comes out of archives while a folder is read. */
export interface Unpacking {
  readonly budget: Budget
  readonly files: SourceFile[]
  readonly refused: Diagnostic[]
  /** How often each thing was told of each archive. */
  readonly told: Map<string, number>
}

/** A file that may be a container, with all its bytes. */
interface Packet {
  readonly path: string
  readonly bytes: Uint8Array
  /** How many containers it lies in. */
  readonly depth: number
}

/**
 * Unpacks an archive, and the archives inside it. Each file inside goes by the archive's path and its own: `export.zip!/inner/bom.json`.
 *
 * Whatever is not unpacked is told with its place. Links, devices, and names that lead out of the archive or stand there twice are never
 * followed: only files are taken, and only as bytes in memory.
 *
 * @returns what kind of container it is; nothing for a file that is none, and for a document or a program that is only kept in a zip
 */
export function unpack(unpacking: Unpacking, packet: Packet): string | undefined {
  const kind = kindOfContainer(packet.bytes.subarray(0, headBytes))
  if (kind === undefined) return undefined
  if (packet.depth >= deepestContainers) {
    refuse(unpacking, packet.path, 'container-depth', deepestContainers)
    return kind
  }
  if (kind === 'gzip' || kind === 'zstd') return unpackOne(unpacking, packet, kind)
  const { entries, isBroken } = kind === 'zip' ? zipEntries(packet.bytes) : tarEntries(packet.bytes)
  if (kind === 'zip' && entries.some(isOfPackage)) return undefined
  if (isBroken) unpacking.refused.push(broken(packet.path, kind))
  takeEntries(unpacking, packet, entries)
  return kind
}

/** Entries by which office documents, programs and libraries are known that are kept as a zip: they are one thing, and no archive of files. */
const isOfPackage = ({ name }: Entry): boolean => /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/MANIFEST\.MF|AndroidManifest\.xml|[^/]+\.dist-info\/WHEEL)$/.test(name)

/** A packed file has no name of its own inside; it goes by the archive's without the ending. A packed tar is one archive, not two. */
function unpackOne(unpacking: Unpacking, packet: Packet, kind: 'gzip' | 'zstd'): string {
  const content = inflated(kind, packet.bytes, unpacking.budget)
  if (!('bytes' in content)) {
    tell(unpacking, packet.path, content, kind)
    return kind
  }
  if (kindOfContainer(content.bytes.subarray(0, headBytes)) === 'tar') {
    const { entries, isBroken } = tarEntries(content.bytes)
    if (isBroken) unpacking.refused.push(broken(packet.path, 'tar'))
    takeEntries(unpacking, packet, entries)
    return `tar+${kind}`
  }
  const name = packet.path.replace(/^.*\//, '').replace(/\.(?:gz|gzip|zst|zstd)$/i, '')
  take(unpacking, { path: `${packet.path}!/${name}`, bytes: content.bytes, depth: packet.depth + 1 })
  return kind
}

/** An image of a container (OCI layout, or as Docker saves it) is a tar whose inner tars are whole file systems, and nobody's own files. */
const isImageLayout = (entries: readonly Entry[]): boolean =>
  entries.some(({ name }) => /^(?:\.\/)?(?:oci-layout|manifest\.json)$/.test(name)) &&
  entries.some(({ name }) => /^(?:\.\/)?(?:blobs\/sha256\/[0-9a-f]{64}|[0-9a-f]{64}\/layer\.tar|[0-9a-f]{64}\.tar)$/.test(name))

function takeEntries(unpacking: Unpacking, packet: Packet, entries: readonly Entry[]): void {
  const seen = new Set<string>()
  const isImage = isImageLayout(entries)
  if (isImage) refuse(unpacking, packet.path, 'image-layers', 0)
  for (const entry of entries) {
    const path = pathIn(entry.name)
    const full = `${packet.path}!/${path ?? '…'}`
    if (entry.kind === 'folder' || (path !== undefined && isPassedOver(path))) continue
    if (path === undefined) refuse(unpacking, full, 'path-outside', 0)
    else if (entry.kind === 'link') refuse(unpacking, full, 'link-in-archive', 0)
    else if (entry.kind === 'special') refuse(unpacking, full, 'special-file', 0)
    else if (path.split('/').length > deepestFolders) refuse(unpacking, full, 'depth', deepestFolders)
    else if (seen.has(path)) refuse(unpacking, full, 'name-twice', 0)
    else if (unpacking.budget.files <= 0) {
      refuse(unpacking, packet.path, 'files', mostFiles)
      return
    } else {
      seen.add(path)
      const content = entry.packed === undefined ? { bytes: entry.bytes } : unpackedEntry(entry.bytes, entry.packed, unpacking.budget)
      if (!('bytes' in content)) tell(unpacking, full, content, 'zip')
      else if (!(isImage && kindOfContainer(content.bytes.subarray(0, headBytes)))) take(unpacking, { path: full, bytes: content.bytes, depth: packet.depth + 1 })
    }
  }
}

/** Folders that are passed over on disk are so in an archive, and what one system adds to archives for itself. */
const isPassedOver = (path: string): boolean => path.split('/').some((step) => passedOver.includes(step)) || /^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(path)

/** The path of an entry inside its archive; nothing for one that is absolute, leads upwards, or has signs that no path has. */
function pathIn(name: string): string | undefined {
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || [...name].some((sign) => sign < ' ')) return undefined
  const steps = name.split('/').filter((step) => step !== '' && step !== '.')
  return steps.length === 0 || steps.includes('..') ? undefined : steps.join('/')
}

/** Takes a file that was unpacked, and what is inside it where it is itself a container. */
function take(unpacking: Unpacking, packet: Packet): void {
  const kind = unpack(unpacking, packet)
  unpacking.budget.files--
  unpacking.files.push(memoryFile(packet.path, packet.bytes, kind))
}

function memoryFile(path: string, bytes: Uint8Array, container: string | undefined): SourceFile {
  let text: string | undefined
  return { path, size: bytes.length, ...(container === undefined ? {} : { container }), bytes: () => bytes, text: () => (text ??= decodedText(bytes)), chunks: () => [bytes] }
}

function tell(unpacking: Unpacking, path: string, why: Exclude<Inflated, { readonly bytes: Uint8Array }>, kind: string): void {
  if ('over' in why) refuse(unpacking, path, why.over, why.limit)
  else unpacking.refused.push(why.broken === 'encrypted' ? unreadable(path, 'encrypted') : broken(path, kind))
}

const broken = (file: string, kind: string): Diagnostic => unreadable(file, `${kind}-archive`)
const unreadable = (file: string, reason: string): Diagnostic => ({ code: 'unreadable', severity: 'error', file, values: { reason } })

/** How often one thing is told of an archive: more would only repeat it, and an archive may hold a hundred thousand links. */
const mostTold = 20

function refuse(unpacking: Unpacking, file: string, what: string, limit: number): void {
  const archive = file.includes('!/') ? file.slice(0, file.lastIndexOf('!/')) : file
  const key = `${archive} ${what}`
  const count = (unpacking.told.get(key) ?? 0) + 1
  unpacking.told.set(key, count)
  if (count <= mostTold) unpacking.refused.push({ code: 'limit', severity: 'warning', file, values: { what, limit } })
  else if (count === mostTold + 1) unpacking.refused.push({ code: 'limit', severity: 'note', file: archive, values: { what: 'faults', limit: mostTold } })
}
