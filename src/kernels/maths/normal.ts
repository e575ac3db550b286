import { exp } from './exp.ts'
import { log } from './log.ts'

/** The density of the standard normal distribution at z. */
export const normalDensity = (z: number): number => 0.3989422804014327 * exp(-0.5 * z * z)

/**
 * The chance that a standard normal number is at most z. Within 1e−15, in the lower tail relative.
 *
 * Within ±2 the series z + z³/3 + z⁵/15 + …, whose terms are all of one sign (Marsaglia 2004); beyond, the continued fraction of
 * Mills' ratio, from its 80th term upwards.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return z
  const size = Math.abs(z)
  if (size <= 2) {
    let term = size
    let sum = size
    for (let k = 3; k < 80; k += 2) {
      term *= (size * size) / k
      sum += term
    }
    const half = normalDensity(size) * sum
    return z < 0 ? 0.5 - half : 0.5 + half
  }
  if (size > 40) return z < 0 ? 0 : 1
  let ratio = size
  for (let k = 80; k >= 1; k--) ratio = size + k / ratio
  const tail = normalDensity(size) / ratio
  return z < 0 ? tail : 1 - tail
}

/**
 * The standard normal quantile: the z below which a share p lies. Wichura's algorithm AS 241 (Applied Statistics 37, 1988), about
 * 16 digits; −∞ at 0, ∞ at 1, NaN outside.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (q >= -0.425 && q <= 0.425) return q * central(0.180625 - q * q)
  const tail = q < 0 ? p : 1 - p
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : Number.NaN
  const r = Math.sqrt(-log(tail))
  const z = r <= 5 ? middle(r - 1.6) : outer(r - 5)
  return q < 0 ? -z : z
}

function central(r: number): number {
  const above =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r + 13731.69376550946) * r + 1971.5909503065513) * r +
      133.14166789178438) *
      r +
    3.3871328727963665
  const below =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r + 5394.196021424751) * r + 687.1870074920579) * r +
      42.31333070160091) *
      r +
    1
  return above / below
}

function middle(r: number): number {
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

function outer(r: number): number {
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
