/** `maths/normal.ts`, `maths/log.ts` and `maths/exp.ts` step by step: the same operations in the same order give the same bits. */

/** e^x of `count` numbers, in place, two at a time; each is first brought within −700 and `most`. May touch one number more. */
export function expAll(at: usize, count: i32, most: f64): void {
  const upper = f64x2.splat(most)
  const lower = f64x2.splat(-700)
  const end = at + ((<usize>count) << 3)
  for (let place = at; place < end; place += 16) {
    const x = f64x2.max(f64x2.min(v128.load(place), upper), lower)
    const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(Math.LOG2E)), f64x2.splat(6755399441055744))
    const n = f64x2.sub(shifted, f64x2.splat(6755399441055744))
    const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, f64x2.splat(0.6931471803691238))), f64x2.mul(n, f64x2.splat(1.9082149292705877e-10)))
    const r2 = f64x2.mul(r, r)
    const r4 = f64x2.mul(r2, r2)
    const low = f64x2.add(line(0.5, 1.0 / 6, r), f64x2.mul(line(1.0 / 24, 1.0 / 120, r), r2))
    const middle = f64x2.add(line(1.0 / 720, 1.0 / 5040, r), f64x2.mul(line(1.0 / 40320, 1.0 / 362880, r), r2))
    const high = f64x2.add(line(1.0 / 3628800, 1.0 / 39916800, r), f64x2.mul(f64x2.splat(1.0 / 479001600), r2))
    const series = f64x2.add(f64x2.add(low, f64x2.mul(middle, r4)), f64x2.mul(high, f64x2.mul(r4, r4)))
    const e = f64x2.add(f64x2.splat(1), f64x2.add(r, f64x2.mul(r2, series)))
    // The low bits of the shifted number are n; put where a double has its exponent they are 2^n.
    v128.store(place, f64x2.mul(e, i64x2.add(i64x2.shl(shifted, 52), i64x2.splat(0x3ff0000000000000))))
  }
}

function line(a: f64, b: f64, r: v128): v128 {
  return f64x2.add(f64x2.splat(a), f64x2.mul(f64x2.splat(b), r))
}

/** The natural logarithm of a normal number above 0. */
function log(x: f64): f64 {
  const bits = reinterpret<i64>(x)
  const high = <i32>(bits >> 32)
  const mantissa = high & 0xfffff
  const above = mantissa >= 0x6a09e
  const k = <f64>((high >>> 20) - 1023 + (above ? 1 : 0))
  const upper = <i64>(mantissa | (above ? 0x3fe00000 : 0x3ff00000))
  const f = reinterpret<f64>((upper << 32) | (bits & 0xffffffff)) - 1
  const s = f / (2 + f)
  const half = 0.5 * f * f
  const z = s * s
  const z2 = z * z
  const z4 = z2 * z2
  const low = 2.0 / 3 + (2.0 / 5) * z + (2.0 / 7 + (2.0 / 9) * z) * z2
  const over = 2.0 / 11 + (2.0 / 13) * z + (2.0 / 15 + (2.0 / 17) * z) * z2 + (2.0 / 19 + (2.0 / 21) * z) * z4
  const tail = z * (low + over * z4)
  return k * 0.6931471803691238 - (half - (s * (half + tail) + k * 1.9082149292705877e-10) - f)
}

/** The normal quantile in the outermost cells, where |p − ½| is above 0.425. */
export function outerNormal(word: u32, extension: u32): f64 {
  const p = (<f64>word * 1048576 + <f64>(extension >>> 12) + 0.5) * 2.220446049250313e-16
  const q = p - 0.5
  const tail = q < 0 ? p : 1 - p
  const r = sqrt(-log(tail))
  const z = r <= 5 ? middle(r - 1.6) : outer(r - 5)
  return q < 0 ? -z : z
}
function middle(r: f64): f64 {
  const above =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r + 3.6478483247632045) * r + 5.769497221460691) * r +
      4.630337846156546) *
      r +
    1.4234371107496835
  const below =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) * r + 0.6897673349851) * r + 1.6763848301838038) * r +
      2.053191626637759) *
      r +
    1
  return above / below
}

function outer(r: f64): f64 {
  const above =
    ((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r + 0.026532189526576124) * r + 0.29656057182850487) * r + 1.7848265399172913) * r +
      5.463784911164114) *
      r +
    6.657904643501103
  const below =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r + 0.0007868691311456133) * r + 0.014875361290850615) * r + 0.1369298809227358) * r +
      0.599832206555888) *
      r +
    1
  return above / below
}

/** Standard normal numbers from two words, by table. Words in the outermost cells come out as 0 and are to be asked for again. */
export function normal2(table: usize, wordA: u32, wordB: u32): v128 {
  const a = table + ((<usize>(wordA >>> 20)) << 5)
  const b = table + ((<usize>(wordB >>> 20)) << 5)
  const a01 = v128.load(a)
  const a23 = v128.load(a, 16)
  const b01 = v128.load(b)
  const b23 = v128.load(b, 16)
  const fractions = f64x2.replace_lane(f64x2.splat(<f64>(wordA & 0xfffff)), 1, <f64>(wordB & 0xfffff))
  const t = f64x2.mul(f64x2.add(fractions, f64x2.splat(0.5)), f64x2.splat(9.5367431640625e-7))
  const c0 = v128.shuffle<f64>(a01, b01, 0, 2)
  const c1 = v128.shuffle<f64>(a01, b01, 1, 3)
  const c2 = v128.shuffle<f64>(a23, b23, 0, 2)
  const c3 = v128.shuffle<f64>(a23, b23, 1, 3)
  return f64x2.add(c0, f64x2.mul(t, f64x2.add(c1, f64x2.mul(t, f64x2.add(c2, f64x2.mul(t, c3))))))
}

/** Whether a word falls into the 24 outermost cells of 4,096 at either end. */
export function isOuter(word: u32): bool {
  return word - (24 << 20) >= <u32>((4096 - 48) << 20)
}

/** A standard normal number from one word and its extension. */
export function normal1(table: usize, word: u32, extension: u32): f64 {
  return isOuter(word) ? outerNormal(word, extension) : f64x2.extract_lane(normal2(table, word, word), 0)
}
