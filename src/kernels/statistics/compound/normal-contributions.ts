import { normalDensity, normalQuantile } from '../../maths/normal.ts'

/**
 * The mean of the worst 1 − u of a sum of jointly normal parts with mean nought, and what each part contributes to it (Euler's allocation, Tasche
 * 1999): cov(Xᵢ, S)/sd(S) · φ(z)/(1 − u). The contributions add up to the whole.
 *
 * Real parts are not normal. This is the case with a known answer, against which estimates from samples are held.
 *
 * @param covariance square and symmetric
 */
export function normalTailContributions(covariance: readonly (readonly number[])[], u: number): { readonly whole: number; readonly parts: readonly number[] } {
  const withSum = covariance.map((row) => row.reduce((sum, value) => sum + value, 0))
  const deviation = Math.sqrt(withSum.reduce((sum, value) => sum + value, 0))
  const factor = normalDensity(normalQuantile(u)) / (1 - u)
  return { whole: deviation * factor, parts: withSum.map((value) => (value / deviation) * factor) }
}
