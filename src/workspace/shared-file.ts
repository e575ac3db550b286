import type { SourceFile } from '#estate/source-file.ts'
import { decodedText } from './decode.ts'
import { type DiskFile, diskFile, type Listing, type Reading, type Stamp } from './disk-file.ts'

/** A file in the form in which it is handed to another thread: its bytes where they are kept, or where it lies and what it was when it was first read. */
export type SharedFile = { readonly path: string; readonly size: number; readonly container?: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly listing: Listing; readonly first: Stamp | undefined }
)

/** @param file of a folder that was read: on disk, or out of an archive */
export function sharedFile(file: SourceFile & Partial<DiskFile>): SharedFile {
  const { path, size, container, listing } = file
  const common = { path, size, ...(container === undefined ? {} : { container }) }
  return listing === undefined || file.isKept === true ? { ...common, bytes: file.bytes() } : { ...common, listing, first: file.first?.() }
}

/** The file as the thread reads it. */
export function fileOfShared(shared: SharedFile, told: Reading['told']): SourceFile {
  const { path, size, container } = shared
  const common = { path, size, ...(container === undefined ? {} : { container }) }
  if ('listing' in shared) return { ...diskFile({ kept: 0, memory: undefined, told }, shared.listing, shared.first), ...common }
  const { bytes } = shared
  return { ...common, bytes: () => bytes, text: () => decodedText(bytes), chunks: () => [bytes] }
}
