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

/** Unpacks up to the nearest limit: the unpacker stops there, so no more than that is ever held. */
export function inflated(method: keyof typeof unpackers, packed: Uint8Array, budget: Budget): Inflated {
  const limits = [
    { over: 'bytes', limit: largestBytes, most: largestBytes },
    { over: 'unpacked-bytes', limit: mostUnpackedBytes, most: budget.bytes },
    { over: 'unpacked-ratio', limit: highestRatio, most: Math.max(smallestJudgedBytes, packed.length * highestRatio) },
  ] as const
  const { over, limit, most } = limits.reduce((least, one) => (one.most < least.most ? one : least))
  if (most < 1) return { over, limit }
  try {
    const bytes = unpackers[method](packed, { maxOutputLength: most, chunkSize: 1 << 16 })
    budget.bytes -= bytes.length
    return { bytes }
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE' ? { over, limit } : { broken: 'packed' }
  }
}

/** The content of an entry that is packed by itself, as long as it is what the archive says it is. */
export function unpackedEntry(bytes: Uint8Array, packed: Packed, budget: Budget): Inflated {
  if (packed.method === 'encrypted') return { broken: 'encrypted' }
  if (packed.method === 'unknown') return { broken: 'packed' }
  const found = packed.method === 'stored' ? { bytes } : inflated(packed.method, bytes, budget)
  if (!('bytes' in found)) return found
  return found.bytes.length === packed.size && crc32(found.bytes) === packed.sum ? found : { broken: 'packed' }
}
