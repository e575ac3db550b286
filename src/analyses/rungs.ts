import { type Answer, rungOf } from '#facts/answers.ts'
import type { CriterionItem } from '#facts/criterion.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import type { Interval } from '#lang/interval.ts'
import { celRule } from '#policy/cel.ts'

/**
 * The rungs of a criterion that are still possible for one thing, by their places in it: all between the lowest and the highest that a
 * value allows. A value that fits no rung says nothing, and so does no value.
 *
 * @returns nothing where nothing is said, and every rung is open
 */
export function rungsRead(criterion: Criterion, values: CriterionItem['values']): Interval | undefined {
  if (values === 'unknown') return undefined
  const possible = values.flatMap((value) => criterion.rungs.flatMap((rung, at) => (rung.when !== undefined && celRule(rung.when)({ value }) === true ? [at] : [])))
  return possible.length === 0 ? undefined : { low: Math.min(...possible), high: Math.max(...possible) }
}

/** The rungs that an answer leaves: the one it names, or those at the value that it gives for the fact. Nothing where it does not count. */
export function rungsAnswered(criterion: Criterion, answer: Answer | undefined): Interval | undefined {
  if (answer === undefined || answer.refused !== undefined) return undefined
  if (!answer.key.includes('/')) return rungsRead(criterion, [answer.value])
  const at = rungOf(criterion, answer.value)
  return at === undefined ? undefined : { low: at, high: at }
}

/** What both leave; nothing where they contradict one another. */
export function within(one: Interval, other: Interval): Interval | undefined {
  const both = { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) }
  return both.low > both.high ? undefined : both
}
