/** π/2 in three parts of at most 33 bits, so that a whole multiple up to 2²⁰ of each is exact. */
const quarter = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const

/** How many quarter turns are taken off, and what is left: within [−π/4, π/4] up to rounding. */
function reduced(x: number): { readonly quarters: number; readonly rest: number } {
  const quarters = Math.round(x * (2 / Math.PI))
  return { quarters: ((quarters % 4) + 4) % 4, rest: x - quarters * quarter[0] - quarters * quarter[1] - quarters * quarter[2] }
}

/** The coefficients of the powers of x² in sin x / x and in cos x, from the last: Taylor's series, exact to the last place up to π/4. */
const sineSeries = series(3, 19)
const cosineSeries = series(2, 18)

function series(from: number, to: number): readonly number[] {
  const terms: number[] = []
  let term = 1
  for (let n = from; n <= to; n += 2) {
    term /= -n * (n - 1)
    terms.unshift(term)
  }
  return terms
}

function summed(terms: readonly number[], y: number): number {
  let sum = 0
  for (const term of terms) sum = (sum + term) * y
  return 1 + sum
}

function wave(quarters: number, rest: number): number {
  const size = quarters % 2 === 0 ? summed(cosineSeries, rest * rest) : rest * summed(sineSeries, rest * rest)
  return quarters === 1 || quarters === 2 ? -size : size
}

/**
 * The cosine, from additions and multiplications alone: the language's own may differ in the last bit from one engine to the next.
 *
 * @param x in radians, up to a million either way; absolute error below 3e-16
 */
export function cosine(x: number): number {
  const { quarters, rest } = reduced(x)
  return wave(quarters, rest)
}

/** The sine, made as the cosine is and with the same bounds. */
export function sine(x: number): number {
  const { quarters, rest } = reduced(x)
  return wave((quarters + 3) % 4, rest)
}

/**
 * The angle of a point right of the vertical axis, in radians, within ±π/2; absolute error below 5e-16.
 *
 * The tangent of half an angle needs only a square root, and after three halvings twelve terms of the series are enough.
 *
 * @param x above nought
 */
export function angle(x: number, y: number): number {
  let t = y / x
  for (let halving = 0; halving < 3; halving++) t /= 1 + Math.sqrt(1 + t * t)
  const square = t * t
  let sum = 0
  for (let n = 25; n >= 3; n -= 2) sum = square * (1 / n - sum)
  return 8 * t * (1 - sum)
}
