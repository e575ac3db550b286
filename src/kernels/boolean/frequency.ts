import type { Model } from './model.ts'
import { birnbaum, evaluator } from './probability.ts'

/** How often the whole is true, for what share of time, and for how long at a time on average. */
export interface Frequency {
  /** Share of time. */
  readonly unavailability: number
  /** Per unit of time, the one that rates and durations are given in. */
  readonly frequency: number
  /** In that unit; NaN where it never is. */
  readonly meanDuration: number
}

/**
 * Frequency of the whole from rates and mean durations of the events: `q = λτ / (1 + λτ)`, `w = λ (1 − q)`, and `Σ Birnbaum(q) · w` for the whole.
 *
 * @returns nothing where the model is not coherent, for which the sum does not hold
 */
export function frequencyOf(model: Model, rates: ArrayLike<number>, durations: ArrayLike<number>): Frequency | undefined {
  if (!model.isCoherent) return undefined
  const shares = Float64Array.from(rates, (rate, event) => {
    const load = rate * (durations[event] as number)
    return load / (1 + load)
  })
  const evaluation = evaluator(model)(shares)
  const frequency = birnbaum(model, evaluation).reduce((sum, slope, event) => sum + slope * (rates[event] as number) * (1 - (shares[event] as number)), 0)
  return { unavailability: evaluation.top, frequency, meanDuration: evaluation.top / frequency }
}
