/** Where bytes of files are kept: memory that several threads may look at, handed out piece by piece. */
export interface SharedBytes {
  /** Room for so many bytes, all zero. */
  room(count: number): Uint8Array
}

/** Small files share a stretch of memory this large. What no file fills is never touched and costs nothing. */
const stretch = 8_000_000

/** Memory that grows stretch by stretch. A file is never split over two. */
export function sharedBytes(): SharedBytes {
  let at = 0
  let memory = new SharedArrayBuffer(0)
  return {
    room(count) {
      if (at + count > memory.byteLength) {
        memory = new SharedArrayBuffer(Math.max(count, stretch))
        at = 0
      }
      at += count
      return new Uint8Array(memory, at - count, count)
    },
  }
}
