/**
 * The counter-based generator Threefry2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, SC 2011): a key and a counter of two words each give
 * two random words. There is no state, so any draw can be made again alone, in any order and on any thread.
 *
 * Chosen over Philox, which wants a multiplication of 32 by 32 bits to 64.
 *
 * @param words key and counter: [key 0, key 1, counter 0, counter 1]; the answer stands in the last two, as signed 32-bit numbers
 * @param rounds 20, and for the known answers 13
 */
export function threefry(words: Int32Array, rounds = 20): void {
  const k0 = words[0] as number
  const k1 = words[1] as number
  const keys = [k0, k1, 0x1bd11bda ^ k0 ^ k1] as const
  let x0 = ((words[2] as number) + k0) | 0
  let x1 = ((words[3] as number) + k1) | 0
  for (let round = 0; round < rounds; round++) {
    const by = rotations[round & 7] as number
    x0 = (x0 + x1) | 0
    x1 = ((x1 << by) | (x1 >>> (32 - by))) ^ x0
    if ((round & 3) === 3) {
      const part = (round >> 2) + 1
      x0 = (x0 + (keys[part % 3] as number)) | 0
      x1 = (x1 + (keys[(part + 1) % 3] as number) + part) | 0
    }
  }
  words[2] = x0
  words[3] = x1
}

const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const
