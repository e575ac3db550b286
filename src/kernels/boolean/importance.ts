import type { Model } from './model.ts'
import { birnbaum, type Evaluation } from './probability.ts'

/**
 * How much each event matters, P being the probability of the whole and p that of the event. Where P is nought the ratios to it are NaN: there is
 * nothing to share out.
 *
 * @property birnbaum ∂P/∂p = P(whole | event) − P(whole | no event)
 * @property criticality birnbaum · p / P: how likely the event was critical, given the whole
 * @property diagnosis P(event | whole)
 * @property achievement P(whole | event) / P, the risk achievement worth
 * @property reduction P / P(whole | no event), the risk reduction worth; infinite where the whole cannot be without the event
 */
export interface Importances {
  readonly birnbaum: Float64Array
  readonly criticality: Float64Array
  readonly diagnosis: Float64Array
  readonly achievement: Float64Array
  readonly reduction: Float64Array
}

/** What is left of P without an event is a difference; below this share of P it is rounding, and counts as nought. */
const rounding = 1e-13

/** All measures of all events, from one pass up and one down. */
export function importances(model: Model, evaluation: Evaluation): Importances {
  const slopes = birnbaum(model, evaluation)
  const { top, variables } = evaluation
  const each = (measure: (p: number, slope: number) => number): Float64Array => slopes.map((slope, event) => measure(variables[event] as number, slope))
  return {
    birnbaum: slopes,
    criticality: each((p, slope) => (slope * p) / top),
    diagnosis: each((p, slope) => (p * (top + (1 - p) * slope)) / top),
    achievement: each((p, slope) => (top + (1 - p) * slope) / top),
    reduction: each((p, slope) => {
      const left = top - p * slope
      return Math.abs(left) <= rounding * top ? Number.POSITIVE_INFINITY : top / left
    }),
  }
}

/**
 * What a group of events is worth together: P when all of them happen, and when none does. The difference is no sum of what its members are
 * worth.
 */
export function groupValue(
  evaluate: (probabilities: ArrayLike<number>) => Evaluation,
  probabilities: ArrayLike<number>,
  group: Iterable<number>,
): { readonly all: number; readonly none: number } {
  const changed = Float64Array.from(probabilities)
  const members = [...group]
  for (const event of members) changed[event] = 1
  const all = evaluate(changed).top
  for (const event of members) changed[event] = 0
  return { all, none: evaluate(changed).top }
}
