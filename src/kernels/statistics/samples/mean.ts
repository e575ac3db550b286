import { type Estimate, estimateOf } from './estimate.ts'
import { exactSum } from './sum.ts'

/**
 * The mean of a sample, with the error s/√n.
 *
 * With a very heavy tail s itself never settles; then the error is a lower bound of itself.
 *
 * @returns nothing from fewer than two values
 */
export function sampleMean(values: Float64Array, confidence: number): Estimate | undefined {
  const n = values.length
  if (n < 2) return undefined
  const mean = exactSum(values) / n
  return estimateOf({ value: mean, error: Math.sqrt(squaresAround(values, mean) / (n - 1) / n), confidence })
}

/** Σ (x − centre)². */
export function squaresAround(values: Float64Array, centre: number): number {
  let sum = 0
  for (const value of values) sum += (value - centre) * (value - centre)
  return sum
}
