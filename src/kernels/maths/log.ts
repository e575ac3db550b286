import { lostInProduct } from './lost-in-product.ts'

const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10
const double = new Float64Array(1)
/** The words of `double`; the second holds sign, exponent and the upper bits on every machine an engine runs on. */
const words = new Uint32Array(double.buffer)

/** A logarithm in two parts whose sum is more exact than a double can be. */
export interface TwoPartLog {
  high: number
  low: number
}

/**
 * The natural logarithm, built from + − × ÷ alone. Within 4e−16 relative; −∞ at 0, NaN below.
 *
 * x = 2^k · (1 + f) with 1 + f within [√½, √2); ln(1 + f) = 2 artanh(s) with s = f / (2 + f), as a series up to s^21.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  const k = split(x)
  const f = (double[0] as number) - 1
  const s = f / (2 + f)
  const half = 0.5 * f * f
  // Written around f, which is exact: near x = 1 nothing is lost.
  return k * ln2High - (half - (s * (half + tail(s * s)) + k * ln2Low) - f)
}

/** ln(1 + x) without losing digits near 0. Within 1e−15 relative. */
export function log1p(x: number): number {
  const sum = 1 + x
  if (sum === 1 || !(sum > 0) || sum === Number.POSITIVE_INFINITY) return sum === 1 ? x : log(sum)
  return log(sum) + (x - (sum - 1)) / sum
}

/** The logarithm of a positive, finite number to 1e−17 of its size: what a power with a large exponent wants. */
export function twoPartLog(x: number, into: TwoPartLog): void {
  const k = split(x)
  const f = (double[0] as number) - 1
  const s = f / (2 + f)
  // What the division and the sum in it rounded away.
  const sum = 2 + f
  const product = s * sum
  const rest = (f - product - lostInProduct(s, sum, product) - s * (f - (sum - 2))) / sum
  const main = 2 * s
  const base = k * ln2High
  const high = base + main
  const error = Math.abs(base) > Math.abs(main) ? base - high + main : main - high + base
  const low = error + (2 * rest + s * tail(s * s) + k * ln2Low)
  into.high = high + low
  into.low = high - into.high + low
}

/** The exponent k; what is left, within [√½, √2), stands in `double`. */
function split(x: number): number {
  double[0] = x
  let k = 0
  if (x < 2.2250738585072014e-308) {
    double[0] = x * 18014398509481984
    k = -54
  }
  const high = words[1] as number
  const exponent = (high >>> 20) - 1023
  const mantissa = high & 0xfffff
  const above = mantissa >= 0x6a09e // √2 begins so
  words[1] = mantissa | (above ? 0x3fe00000 : 0x3ff00000)
  return k + exponent + (above ? 1 : 0)
}

/** 2 artanh(s) / s − 2 with z = s² ≤ 0.0295: 2z/3 + 2z²/5 + … + 2z^10/21. */
function tail(z: number): number {
  const z2 = z * z
  const z4 = z2 * z2
  const low = 2 / 3 + (2 / 5) * z + (2 / 7 + (2 / 9) * z) * z2
  const high = 2 / 11 + (2 / 13) * z + (2 / 15 + (2 / 17) * z) * z2 + (2 / 19 + (2 / 21) * z) * z4
  return z * (low + high * z4)
}
