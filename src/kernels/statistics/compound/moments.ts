import { type Counting, factorialCumulants } from './counting.ts'

/** Mean, variance, skewness and excess kurtosis. The last two are not a number where nothing varies. */
export interface Moments {
  readonly mean: number
  readonly variance: number
  readonly skewness: number
  readonly excessKurtosis: number
}

/**
 * The moments of a sum of a random number of independent amounts; for Poisson, cumulant j is λ times the raw moment j.
 *
 * @param counting how many amounts
 * @param raw the first four raw moments E[X], E[X²], E[X³], E[X⁴] of an amount; infinite ones give infinite answers
 */
export function compoundMoments(counting: Counting, raw: readonly [number, number, number, number]): Moments {
  const [k1, k2, k3, k4] = factorialCumulants(counting)
  const [m1, m2, m3, m4] = raw
  const mean = k1 * m1
  const variance = k1 * m2 + k2 * m1 * m1
  const third = k1 * m3 + 3 * k2 * m1 * m2 + k3 * m1 * m1 * m1
  const fourth = k1 * m4 + k2 * (4 * m1 * m3 + 3 * m2 * m2) + 6 * k3 * m1 * m1 * m2 + k4 * m1 * m1 * m1 * m1
  return { mean, variance, skewness: third / (variance * Math.sqrt(variance)), excessKurtosis: fourth / (variance * variance) }
}
