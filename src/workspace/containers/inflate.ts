import { crc32, gunzipSync, inflateRawSync, zstdDecompressSync } from 'node:zlib'
import { highestRatio, largestBytes, mostUnpackedBytes, smallestJudgedBytes } from '../limits.ts'
import type { Packed } from './entry.ts'

/** What is left of what may come out of archives. */
export interface Budget {
  bytes: number
  files: number
}

/** What came out, or the limit that it ran into, or that it cannot be read. */
export type Inflated =
  | { readonly bytes: Uint8Array }
  | { readonly over: 'bytes' | 'unpacked-bytes' | 'unpacked-ratio'; readonly limit: number }
  | { readonly broken: 'packed' | 'encrypted' }

const unpackers = { gzip: gunzipSync, zstd: zstdDecompressSync, deflate: inflateRawSync } as const

/** What unpackers take at a time; small files take less, since an archive may hold a hundred thousand of them. */
const [leastChunk, mostChunk] = [1 << 8, 1 << 16]

/**
 * Unpacks up to the nearest limit: the unpacker stops there, so no more than that is ever held.
 *
 * @param size how much comes out, where the archive says so: what says too much is not unpacked, and what gives more is broken. Work that
 * came to nothing counts as unpacked, so that no archive keeps us busy with it
 */
export function inflated(method: keyof typeof unpackers, packed: Uint8Array, budget: Budget, size?: number): Inflated {
  const limits = [
    { over: 'bytes', limit: largestBytes, most: largestBytes },
    { over: 'unpacked-bytes', limit: mostUnpackedBytes, most: budget.bytes },
    { over: 'unpacked-ratio', limit: highestRatio, most: Math.max(smallestJudgedBytes, packed.length * highestRatio) },
  ] as const
  const { over, limit, most } = limits.reduce((least, one) => (one.most < least.most ? one : least))
  if (most < 1 || (size !== undefined && size > most)) return { over, limit }
  const maxOutputLength = Math.max(1, size ?? most)
  try {
    const bytes = unpackers[method](packed, { maxOutputLength, chunkSize: Math.min(mostChunk, Math.max(leastChunk, maxOutputLength)) })
    budget.bytes -= bytes.length
    return { bytes }
  } catch (fault) {
    if (size !== undefined) {
      budget.bytes -= size
      return { broken: 'packed' }
    }
    return fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE' ? { over, limit } : { broken: 'packed' }
  }
}

/** The content of an entry that is packed by itself, as long as it is what the archive says it is. */
export function unpackedEntry(bytes: Uint8Array, packed: Packed, budget: Budget): Inflated {
  if (packed.method === 'encrypted') return { broken: 'encrypted' }
  if (packed.method === 'unknown') return { broken: 'packed' }
  const found = packed.method === 'stored' ? { bytes } : inflated(packed.method, bytes, budget, packed.size)
  if (!('bytes' in found)) return found
  return found.bytes.length === packed.size && crc32(found.bytes) === packed.sum ? found : { broken: 'packed' }
}
