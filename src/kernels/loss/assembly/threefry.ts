/**
 * Threefry2x32-20 for eight counters at a time, in two independent rows of four: while one waits for a sum, the other goes on. The same words as `random/threefry.ts`.
 *
 * Writes up to seven words more than asked for.
 *
 * @param first where the first words go, as an address; `second` likewise
 * @param counters addresses of the counters, or 0 for from, from + 1 …
 */
export function fillWords(first: usize, second: usize, key0: i32, key1: i32, counter1: i32, from: i32, count: i32, counters: usize): void {
  const k0 = i32x4.splat(key0)
  const k1 = i32x4.splat(key1)
  const plain = 0x1bd11bda ^ key0 ^ key1
  const k2 = i32x4.splat(plain)
  const added1 = i32x4.splat(plain + 1)
  const added2 = i32x4.splat(key0 + 2)
  const added3 = i32x4.splat(key1 + 3)
  const added4 = i32x4.splat(plain + 4)
  const added5 = i32x4.splat(key0 + 5)
  const start = i32x4.splat(counter1 + key1)
  const step = i32x4.splat(8)
  let a = i32x4.add(i32x4.splat(from), i32x4(0, 1, 2, 3))
  let b = i32x4.add(a, i32x4.splat(4))
  for (let at = 0; at < count; at += 8) {
    const place = (<usize>at) << 2
    if (counters !== 0) {
      a = v128.load(counters + place)
      b = v128.load(counters + place, 16)
    }
    let x0 = i32x4.add(a, k0)
    let y0 = i32x4.add(b, k0)
    let x1 = start
    let y1 = start
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 13), i32x4.shr_u(x1, 19)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 13), i32x4.shr_u(y1, 19)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 15), i32x4.shr_u(x1, 17)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 15), i32x4.shr_u(y1, 17)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 26), i32x4.shr_u(x1, 6)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 26), i32x4.shr_u(y1, 6)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 6), i32x4.shr_u(x1, 26)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 6), i32x4.shr_u(y1, 26)), y0)
    x0 = i32x4.add(x0, k1)
    x1 = i32x4.add(x1, added1)
    y0 = i32x4.add(y0, k1)
    y1 = i32x4.add(y1, added1)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 17), i32x4.shr_u(x1, 15)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 17), i32x4.shr_u(y1, 15)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 29), i32x4.shr_u(x1, 3)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 29), i32x4.shr_u(y1, 3)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 16), i32x4.shr_u(x1, 16)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 16), i32x4.shr_u(y1, 16)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 24), i32x4.shr_u(x1, 8)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 24), i32x4.shr_u(y1, 8)), y0)
    x0 = i32x4.add(x0, k2)
    x1 = i32x4.add(x1, added2)
    y0 = i32x4.add(y0, k2)
    y1 = i32x4.add(y1, added2)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 13), i32x4.shr_u(x1, 19)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 13), i32x4.shr_u(y1, 19)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 15), i32x4.shr_u(x1, 17)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 15), i32x4.shr_u(y1, 17)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 26), i32x4.shr_u(x1, 6)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 26), i32x4.shr_u(y1, 6)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 6), i32x4.shr_u(x1, 26)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 6), i32x4.shr_u(y1, 26)), y0)
    x0 = i32x4.add(x0, k0)
    x1 = i32x4.add(x1, added3)
    y0 = i32x4.add(y0, k0)
    y1 = i32x4.add(y1, added3)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 17), i32x4.shr_u(x1, 15)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 17), i32x4.shr_u(y1, 15)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 29), i32x4.shr_u(x1, 3)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 29), i32x4.shr_u(y1, 3)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 16), i32x4.shr_u(x1, 16)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 16), i32x4.shr_u(y1, 16)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 24), i32x4.shr_u(x1, 8)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 24), i32x4.shr_u(y1, 8)), y0)
    x0 = i32x4.add(x0, k1)
    x1 = i32x4.add(x1, added4)
    y0 = i32x4.add(y0, k1)
    y1 = i32x4.add(y1, added4)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 13), i32x4.shr_u(x1, 19)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 13), i32x4.shr_u(y1, 19)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 15), i32x4.shr_u(x1, 17)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 15), i32x4.shr_u(y1, 17)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 26), i32x4.shr_u(x1, 6)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 26), i32x4.shr_u(y1, 6)), y0)
    x0 = i32x4.add(x0, x1)
    y0 = i32x4.add(y0, y1)
    x1 = v128.xor(v128.or(i32x4.shl(x1, 6), i32x4.shr_u(x1, 26)), x0)
    y1 = v128.xor(v128.or(i32x4.shl(y1, 6), i32x4.shr_u(y1, 26)), y0)
    x0 = i32x4.add(x0, k2)
    x1 = i32x4.add(x1, added5)
    y0 = i32x4.add(y0, k2)
    y1 = i32x4.add(y1, added5)
    v128.store(first + place, x0)
    v128.store(first + place, y0, 16)
    v128.store(second + place, x1)
    v128.store(second + place, y1, 16)
    a = i32x4.add(a, step)
    b = i32x4.add(b, step)
  }
}

/** One draw: the first word in the upper half, the second in the lower. */
export function twoWords(key0: i32, key1: i32, counter0: i32, counter1: i32): u64 {
  const key2 = 0x1bd11bda ^ key0 ^ key1
  let x0 = counter0 + key0
  let x1 = counter1 + key1
  for (let part = 0; part < 5; part++) {
    const odd = part & 1
    x0 += x1
    x1 = rotl<i32>(x1, odd ? 17 : 13) ^ x0
    x0 += x1
    x1 = rotl<i32>(x1, odd ? 29 : 15) ^ x0
    x0 += x1
    x1 = rotl<i32>(x1, odd ? 16 : 26) ^ x0
    x0 += x1
    x1 = rotl<i32>(x1, odd ? 24 : 6) ^ x0
    const next = part % 3
    x0 += next === 0 ? key1 : next === 1 ? key2 : key0
    x1 += (next === 0 ? key2 : next === 1 ? key0 : key1) + part + 1
  }
  return ((<u64>(<u32>x0)) << 32) | <u64>(<u32>x1)
}
