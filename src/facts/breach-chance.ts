import { exp, expm1 } from '#kernels/maths/exp.ts'
import { log1p } from '#kernels/maths/log.ts'
import { normalDensity } from '#kernels/maths/normal.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { once } from '#lang/once.ts'
import { exitOf } from './endings.ts'
import { goesOn } from './goes-on.ts'
import type { Harm } from './harm.ts'
import { hoursToLeave, noticeOf } from './notice.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import { type Logs, logsOf } from './span.ts'
import type { Subject } from './subject.ts'
import { expectedShare } from './uncertain.ts'

/** The hours that a function may stand still in the worst reading: its tolerable time and what work by hand is known to carry; 0 where nobody stated any. */
export const limitOf = ({ mtpdHours, fallbackHours }: BusinessFunction): number => mtpdHours.low + fallbackHours.low

/**
 * How likely it is in a year that a scenario at one thing comes about, reaches the function and lasts so long that the function stands still for longer than it may.
 *
 * In closed form, in the worst reading, as the yearly loss has it: with L the limit, g the grace on the road and n the notice, the outage of the function runs from
 * g + n until the first of n + duration and exit. So it is longer than L when duration > L + g and exit > L + g + n. Duration and exit are independent lognormals; n is
 * uniform between its ends; the rate is a lognormal, and in a group of scenarios times a gamma of mean 1.
 *
 * @param part of the events that count: of those that an alternative may carry, the ones in which it does not take over
 */
export function breachChance(subject: Subject, { function: id, hours, via }: Pick<Harm, 'function' | 'hours' | 'via'>, scenario: Scenario, part = 1): number {
  const one = organisation(subject).functions.find((it) => it.id === id)
  if (one === undefined) return Number.NaN
  const ending = { notice: noticeOf(subject, scenario, via), exit: hoursToLeave(exitOf(subject, via).hours) }
  return atLeastOne(scenario, part * expectedShare(scenario.reach) * goesOn(scenario, ending, limitOf(one) + hours.low))
}

/** The chance of at least one event in a year that comes to a breach. @param share of the events that do */
function atLeastOne(scenario: Scenario, share: number): number {
  const { together } = scenario
  const atRate = (rate: number): number => (together === undefined ? -expm1(-rate) : -expm1(-together.shape * log1p(rate / together.shape)))
  const rates = ratesIn(scenario)
  return rates.length === 0 ? Number.NaN : rates.reduce((sum, { rate, weight }) => sum + weight * atRate(rate * share), 0)
}

/** Steps of half a standard deviation, to eight of them on either side: the rule of the trapezium is exact there to the last digits. */
const [step, farthest] = [0.5, 8]
const steps = Array.from({ length: 1 + (2 * farthest) / step }, (_, at) => at * step - farthest)

const ratesIn = once(({ perYear }: Scenario) => ratesOf(logsOf(perYear)))

/** Rates that an uncertain one may be, and how much each counts; none for what is no rate. */
function ratesOf(logs: Logs | undefined): readonly { readonly rate: number; readonly weight: number }[] {
  if (logs === undefined) return []
  return logs.sigma === 0 ? [{ rate: exp(logs.mu), weight: 1 }] : steps.map((z) => ({ rate: exp(logs.mu + logs.sigma * z), weight: step * normalDensity(z) }))
}
