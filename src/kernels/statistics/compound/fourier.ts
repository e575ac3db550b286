import { assert } from '#lang/assert.ts'

/** Discrete Fourier transforms of one length, in place, over a real and an imaginary half. */
export interface Fourier {
  forward(re: Float64Array, im: Float64Array): void
  /** Divides by the length, so that forward and back leaves what was there. */
  inverse(re: Float64Array, im: Float64Array): void
}

/**
 * The fast Fourier transform for one length: radix 2 (Cooley and Tukey 1965), iterative.
 *
 * The roots of unity come from halving angles by square roots and from products of at most log₂ n of those, never from the engine's sine,
 * so that the same bits come out everywhere. Relative error of forward and back below 1e-15 · log₂ n of the largest value.
 *
 * @param length a power of two, at least 2
 */
export function fourier(length: number): Fourier {
  assert(length >= 2 && (length & (length - 1)) === 0, `a transform of length ${length}`)
  const roots = rootsOfUnity(length)
  const turned = bitsTurned(length)
  const forward = (re: Float64Array, im: Float64Array): void => {
    assert(re.length === length && im.length === length, `${re.length} and ${im.length} values for a transform of ${length}`)
    reorder(re, turned)
    reorder(im, turned)
    for (let half = 1; half < length; half *= 2) butterflies({ re, im, half, ...roots })
  }
  const inverse = (re: Float64Array, im: Float64Array): void => {
    forward(im, re) // halves swapped turn the other way round
    for (let at = 0; at < length; at++) {
      re[at] = (re[at] as number) / length
      im[at] = (im[at] as number) / length
    }
  }
  return { forward, inverse }
}

interface Roots {
  readonly cos: Float64Array
  readonly sin: Float64Array
}

/** The first half of the n-th roots of unity, turning clockwise: e^(−2πik/n). */
function rootsOfUnity(length: number): Roots {
  const [cos, sin] = [new Float64Array(length / 2), new Float64Array(length / 2)]
  cos[0] = 1
  // The root of each power of two, from a quarter turn down; each in turn fills the places half-way between those already there.
  let [c, s] = [-1, 0]
  for (let step = length / 4; step >= 1; step /= 2) {
    const next = Math.sqrt((1 + c) / 2)
    ;[c, s] = step === length / 4 ? [0, -1] : [next, s / (2 * next)]
    for (let at = 0; at < length / 2; at += 2 * step) {
      const [x, y] = [cos[at] as number, sin[at] as number]
      cos[at + step] = x * c - y * s
      sin[at + step] = x * s + y * c
    }
  }
  return { cos, sin }
}

function bitsTurned(length: number): Uint32Array {
  const turned = new Uint32Array(length)
  for (let at = 1; at < length; at++) turned[at] = ((turned[at >> 1] as number) >> 1) | (at & 1 ? length >> 1 : 0)
  return turned
}

function reorder(values: Float64Array, turned: Uint32Array): void {
  for (let at = 0; at < values.length; at++) {
    const other = turned[at] as number
    if (other <= at) continue
    const kept = values[at] as number
    values[at] = values[other] as number
    values[other] = kept
  }
}

/** One round: pairs `half` apart are added and subtracted, the second turned first. */
function butterflies({ re, im, half, cos, sin }: Roots & { readonly re: Float64Array; readonly im: Float64Array; readonly half: number }): void {
  const stride = re.length / (2 * half)
  for (let start = 0; start < re.length; start += 2 * half) {
    for (let at = start, root = 0; at < start + half; at++, root += stride) {
      const [c, s] = [cos[root] as number, sin[root] as number]
      const other = at + half
      const [x, y] = [re[other] as number, im[other] as number]
      const [turnedRe, turnedIm] = [x * c - y * s, x * s + y * c]
      const [a, b] = [re[at] as number, im[at] as number]
      re[other] = a - turnedRe
      im[other] = b - turnedIm
      re[at] = a + turnedRe
      im[at] = b + turnedIm
    }
  }
}
