import { exp, expm1 } from '../../maths/exp.ts'
import { log1p } from '../../maths/log.ts'
import { angle, cosine, sine } from '../special/circle.ts'

/**
 * How many events a period brings: the three families whose chances follow p(n) = (a + b/n) p(n − 1), Panjer's class.
 *
 * - `poisson`: independent events at a known rate.
 * - `negative-binomial`: a rate that is itself uncertain or shared, gamma with this `shape`; variance mean + mean²/shape.
 * - `binomial`: a fixed number of tries, each with a chance below 1.
 */
export type Counting =
  | { readonly family: 'poisson'; readonly mean: number }
  | { readonly family: 'negative-binomial'; readonly mean: number; readonly shape: number }
  | { readonly family: 'binomial'; readonly trials: number; readonly chance: number }

/** The a and b of Panjer's class. */
export function panjerPair(counting: Counting): { readonly a: number; readonly b: number } {
  switch (counting.family) {
    case 'poisson':
      return { a: 0, b: counting.mean }
    case 'negative-binomial': {
      const a = counting.mean / (counting.mean + counting.shape)
      return { a, b: (counting.shape - 1) * a }
    }
    case 'binomial': {
      const odds = counting.chance / (1 - counting.chance)
      return { a: -odds, b: (counting.trials + 1) * odds }
    }
  }
}

/** A complex number. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/**
 * The generating function E[zᴺ] at z = 1 + (re + i·im), within the unit circle.
 *
 * Asked for by how far z lies from one, since 1 − z is a small share of which no digit may be lost.
 */
export function generating(counting: Counting, { re, im }: Complex): Complex {
  switch (counting.family) {
    case 'poisson':
      return turned(counting.mean * re, counting.mean * im)
    case 'negative-binomial': {
      const scale = counting.mean / counting.shape
      return powerNearOne({ re: -scale * re, im: -scale * im }, -counting.shape)
    }
    case 'binomial':
      return wholePower({ re: 1 + counting.chance * re, im: counting.chance * im }, counting.trials)
  }
}

/** e to the power of a complex number. */
function turned(re: number, im: number): Complex {
  const size = exp(re)
  return { re: size * cosine(im), im: size * sine(im) }
}

/** (1 + a complex number) to a real power, right of the vertical axis. Given by its distance from one, so that a large power of a number near one keeps its digits. */
const powerNearOne = ({ re, im }: Complex, to: number): Complex => turned((to * log1p(2 * re + re * re + im * im)) / 2, to * angle(1 + re, im))

/** By repeated squaring, which asks nothing of where the number lies. */
function wholePower(base: Complex, to: number): Complex {
  let [re, im] = [1, 0]
  let square = base
  for (let left = to; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) [re, im] = [re * square.re - im * square.im, re * square.im + im * square.re]
    square = { re: square.re * square.re - square.im * square.im, im: 2 * square.re * square.im }
  }
  return { re, im }
}

/**
 * The chance that at least one event of a period does what each does with the given chance: 1 − E[(1 − chance)ᴺ], all digits kept where it is small.
 *
 * With the chance that one event exceeds a threshold this is the chance of a breach in the period; for Poisson 1 − e^(−λ·chance).
 */
export function chanceOfAny(counting: Counting, chance: number): number {
  switch (counting.family) {
    case 'poisson':
      return -expm1(-counting.mean * chance)
    case 'negative-binomial':
      return -expm1(-counting.shape * log1p((counting.mean / counting.shape) * chance))
    case 'binomial':
      return -expm1(counting.trials * log1p(-counting.chance * chance))
  }
}

/**
 * The first four factorial cumulants: derivatives at z = 1 of log E[zᴺ].
 *
 * For Poisson all but the first vanish, which is why they and not the plain cumulants are kept.
 */
export function factorialCumulants(counting: Counting): readonly [number, number, number, number] {
  switch (counting.family) {
    case 'poisson':
      return [counting.mean, 0, 0, 0]
    case 'negative-binomial': {
      const { mean, shape } = counting
      const scale = mean / shape
      return [mean, mean * scale, 2 * mean * scale * scale, 6 * mean * scale * scale * scale]
    }
    case 'binomial': {
      const { trials, chance } = counting
      const mean = trials * chance
      return [mean, -mean * chance, 2 * mean * chance * chance, -6 * mean * chance * chance * chance]
    }
  }
}
