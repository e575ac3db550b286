/** The value and the slope of a function at one place. */
export interface Tangent {
  readonly value: number
  readonly slope: number
}

/** Enough to halve any bracket of float64 down to its last bit. */
const mostSteps = 2200

/**
 * Where an increasing function crosses nought, somewhere within [low, high].
 *
 * Newton's steps while they stay inside what is known and shrink fast enough, halving otherwise, so that it always ends: a slope that is
 * nought, infinite or not a number only costs halvings. An end of the bracket is answered when the function does not cross within it.
 */
export function rootOf(tangent: (x: number) => Tangent, bracket: { readonly low: number; readonly high: number }): number {
  let { low, high } = bracket
  let x = low + (high - low) / 2
  let before = high - low
  for (let step = 0; step < mostSteps; step++) {
    const { value, slope } = tangent(x)
    if (value === 0) return x
    if (value < 0) low = x
    else high = x
    const newton = x - value / slope
    const isGood = newton > low && newton < high && Math.abs(newton - x) < 0.5 * before
    const next = isGood ? newton : low + (high - low) / 2
    before = Math.abs(next - x)
    if (next === x || before <= 2e-16 * Math.abs(x) || next === low || next === high) return next
    x = next
  }
  return x
}
