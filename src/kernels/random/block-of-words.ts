/** Two words of random bits per draw, as signed 32-bit numbers. */
export interface Words {
  readonly first: Int32Array
  readonly second: Int32Array
}

/** A key of two words and the second word of the counter; the first tells the draws apart. */
export interface Stream {
  key0: number
  key1: number
  counter1: number
}

/** Which draws to make and where to put them. One object for many calls. */
export interface Fill extends Stream {
  /** The first counter word of the first draw, or its place among the given counters. */
  from: number
  /** Where the first draw goes. */
  to: number
  count: number
}

/**
 * Threefry2x32-20 for many counters at once: (from, counter1), (from + 1, counter1) … or, where `counters` are given, (counters[from], counter1) …
 *
 * The same as `threefry`, written out: one call for thousands of draws costs half as much a word.
 */
export function fillWords({ first, second }: Words, { key0, key1, counter1, from, to, count }: Fill, counters?: Int32Array): void {
  const key2 = 0x1bd11bda ^ key0 ^ key1
  for (let at = 0; at < count; at++) {
    let x0 = ((counters === undefined ? from + at : (counters[from + at] as number)) + key0) | 0
    let x1 = (counter1 + key1) | 0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
    x0 = (x0 + key1) | 0
    x1 = (x1 + key2 + 1) | 0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0
    x0 = (x0 + key2) | 0
    x1 = (x1 + key0 + 2) | 0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
    x0 = (x0 + key0) | 0
    x1 = (x1 + key1 + 3) | 0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0
    x0 = (x0 + key1) | 0
    x1 = (x1 + key2 + 4) | 0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0
    first[to + at] = (x0 + key2) | 0
    second[to + at] = (x1 + key0 + 5) | 0
  }
}
