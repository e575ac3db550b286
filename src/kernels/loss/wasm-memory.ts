/** A memory of WebAssembly, as far as it is used. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

type List = Int32Array | Uint8Array | Float64Array

/** Places in a memory, handed out one after the other. */
export interface Arena {
  /** Room for some bytes, at a multiple of 16, with 64 bytes behind it that the loops may read and write beyond. */
  take(bytes: number): number
  used(): number
  /** Forgets what was taken from here on. */
  reset(to: number): void
  /** Makes the memory large enough for all that was taken. Views of before are void after this. */
  fit(): void
  write(at: number, list: List): void
  floats(at: number, length: number): Float64Array
}

const pageBytes = 65536
const spare = 64

export function arenaOf(memory: WasmMemory): Arena {
  // The first page is the module's own.
  let next = pageBytes
  const fit = (): void => {
    const missing = Math.ceil((next - memory.buffer.byteLength) / pageBytes)
    if (missing > 0) memory.grow(missing)
  }
  return {
    take(bytes) {
      const at = next
      next = (at + bytes + spare + 15) & ~15
      return at
    },
    used: () => next,
    reset: (to) => {
      next = to
    },
    fit,
    write: (at, list) => new Uint8Array(memory.buffer, at, list.byteLength).set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength)),
    floats: (at, length) => new Float64Array(memory.buffer, at, length),
  }
}
