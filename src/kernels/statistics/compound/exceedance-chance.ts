import type { Behaviour } from '../distributions/behaviour.ts'
import { chanceOfAny } from './counting.ts'

/** Independent causes, each with a yearly rate and the size of one event. */
export interface Cause {
  readonly rate: number
  readonly size: Pick<Behaviour, 'above'>
}

/**
 * The chance a year that the largest single event exceeds x: 1 − e^(−Σ λ P(X > x)), the occurrence exceedance curve.
 *
 * With durations for sizes and a limit for x this is the chance of a breach in a year.
 */
export function largestEventAbove(causes: readonly Cause[], x: number): number {
  return chanceOfAny({ family: 'poisson', mean: causes.reduce((sum, { rate, size }) => sum + rate * size.above(x), 0) }, 1)
}
