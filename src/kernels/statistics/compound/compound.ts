import { assert } from '#lang/assert.ts'
import { exp } from '../../maths/exp.ts'
import { type Counting, generating } from './counting.ts'
import { fourier } from './fourier.ts'

/** The usual tilt: what wraps round is damped by e⁻²⁰ = 2e-9, and rounding is blown up to no more than 5e-8 at the far end. */
const usualTilt = 20

/**
 * The chances of each whole sum of a random number of whole amounts, by one Fourier transform forth and one back.
 *
 * A transform sees the lattice as a ring, so what lies beyond its end would come back in at nought. Tilting by e^(−θj) damps that away and is
 * undone afterwards (Grübel and Hermesmeier, ASTIN Bulletin 29, 1999). Amounts beyond the end may be left out: they do not change
 * the chance of any sum before it. Absolute error about 1e-16 · e^(tilt · j/length) at sum j, and e^(−tilt) of what lies beyond the end.
 *
 * @param amounts chance of each whole amount; the length is a power of two, and of the answer the same. Half a lattice of room is not needed
 * @param tilt θ · length; 20 if not given
 */
export function compound(counting: Counting, amounts: Float64Array, tilt = usualTilt): Float64Array {
  const length = amounts.length
  const transform = fourier(length)
  const damping = Float64Array.from({ length }, (_, at) => exp((-tilt * at) / length))
  const re = amounts.map((chance, at) => chance * (damping[at] as number))
  const im = new Float64Array(length)
  transform.forward(re, im)
  // The transform of real numbers is its own mirror image: half of it is enough.
  for (let at = 0; at <= length / 2; at++) {
    const value = generating(counting, { re: (re[at] as number) - 1, im: im[at] as number })
    const mirror = (length - at) % length
    re[at] = value.re
    im[at] = mirror === at ? 0 : value.im
    re[mirror] = value.re
    if (mirror !== at) im[mirror] = -value.im
  }
  transform.inverse(re, im)
  return re.map((chance, at) => Math.max(0, chance / (damping[at] as number)))
}

/** The amounts of several independent streams as one: each in the share of its rate. Their sums are again compound Poisson, with the rates added. */
export function mixed(parts: readonly { readonly rate: number; readonly amounts: Float64Array }[]): { readonly rate: number; readonly amounts: Float64Array } {
  const rate = parts.reduce((sum, part) => sum + part.rate, 0)
  const length = parts[0]?.amounts.length ?? 0
  const amounts = new Float64Array(length)
  for (const part of parts) {
    assert(part.amounts.length === length, `lattices of ${length} and ${part.amounts.length}`)
    for (let at = 0; at < length; at++) amounts[at] = (amounts[at] as number) + ((part.amounts[at] as number) * part.rate) / rate
  }
  return { rate, amounts }
}
