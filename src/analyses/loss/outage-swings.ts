import type { CostCurve } from '#facts/cost-curve.ts'
import { expectedPoints } from '#facts/priced-curve.ts'
import { logsOf } from '#facts/span.ts'
import type { StruckOutage } from '#facts/struck-outage.ts'
import { expectedShare } from '#facts/uncertain.ts'
import { type CostPoint, expectedCost, type OutageTimes, type Time } from '#kernels/loss/expected-cost.ts'
import { longestOutage } from '#kernels/loss/model.ts'
import { exp } from '#kernels/maths/exp.ts'
import { log } from '#kernels/maths/log.ts'
import { normalQuantile } from '#kernels/maths/normal.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Interval } from '#lang/interval.ts'

/** What is assumed of an outage, beside how often it comes and what an hour costs. */
export type OutageInput = 'lasting' | 'hours' | 'notice' | 'exit' | 'takes-over' | 'take-over-time'

/** What the average cost is multiplied with when an assumption is set to its low end, and to its high end. */
export type Factors = Interval

/** The normal quantile of 95 %. */
export const z95 = normalQuantile(0.95)

/** A lognormal at its ends, against its mean: the mean of one of median 1 is e^(σ²/2), its ends are e^(±1.645 σ). @param power of it that counts: 2 where a cause has to come twice */
export function endsOfMean(sigma: number, power = 1): Factors {
  const all = power * sigma
  const mean = exp((all * all) / 2)
  return { low: exp(-z95 * all) / mean, high: exp(z95 * all) / mean }
}

/** A share at its ends, against its mean; nothing where it is known. */
export function endsOfShare(share: Interval, power = 1): Factors | undefined {
  const mean = expectedShare(share)
  const factor = (end: number): number => (power === 1 ? end / mean : (end / mean) ** power)
  return isKnown(share) ? undefined : { low: factor(share.low), high: factor(share.high) }
}

const isKnown = ({ low, high }: Interval): boolean => low === high

/** What is set otherwise than it is believed to be. */
interface Changed {
  readonly lasting?: number
  readonly takesOver?: number
  readonly hours?: number
  readonly exit?: number
  readonly takeOverTime?: number
  readonly notice?: number
}

/**
 * By which factors the average cost of an outage moves when one assumption about it is set to its ends, all else as it is: reckoned in closed form, without running years again. Overlaps
 * with other outages, and the most that one may cost, are not in it.
 *
 * @returns those assumptions of which anything is not known
 */
export function outageSwings(curve: CostCurve, scenario: Scenario, outage: StruckOutage): ReadonlyMap<OutageInput, Factors> {
  const points = expectedPoints(curve)
  const costOf = memoised(points, scenario, outage)
  const usual = costOf({})
  const found = new Map<OutageInput, Factors>()
  if (!(usual > 0)) return found
  const add = (input: OutageInput, interval: Interval | undefined, changed: (end: number) => Changed): void => {
    if (interval !== undefined && !isKnown(interval)) found.set(input, { low: costOf(changed(interval.low)) / usual, high: costOf(changed(interval.high)) / usual })
  }
  add('lasting', scenario.hours && scenario.lasting, (lasting) => ({ lasting }))
  add('hours', scenario.hours, (hours) => ({ hours }))
  add('notice', outage.notice, (notice) => ({ notice }))
  add('exit', endsOf(outage.exit), (exit) => ({ exit }))
  add('takes-over', outage.takeOver?.chance, (takesOver) => ({ takesOver }))
  add('take-over-time', endsOf(outage.takeOver?.time), (takeOverTime) => ({ takeOverTime }))
  return found
}

const endsOf = (time: Time | undefined): Interval | undefined => time && { low: exp(time.mu - z95 * time.sigma), high: exp(time.mu + z95 * time.sigma) }

/** The average cost is a sum over whether the outage is lasting and whether another takes over, each with its chance. */
function memoised(points: readonly CostPoint[], scenario: Scenario, outage: StruckOutage): (changed: Changed) => number {
  const known = new Map<string, number>()
  const [lasting, takesOver] = [expectedShare(scenario.lasting), outage.takeOver ? expectedShare(outage.takeOver.chance) : 0]
  const hours = scenario.hours && logsOf(scenario.hours)
  const sure = (value: number): Time => ({ mu: log(value), sigma: 0 })
  const one = (changed: Changed, isLasting: boolean, isTaken: boolean): number => {
    const notice = changed.notice === undefined ? outage.notice : { low: changed.notice, high: changed.notice }
    const times: OutageTimes = {
      duration: isLasting ? 'endless' : changed.hours === undefined ? (hours as Time) : sure(changed.hours),
      notice: [notice.low, notice.high],
      delay: [notice.low + outage.grace, notice.high + outage.grace],
      exit: changed.exit === undefined ? outage.exit : sure(changed.exit),
      failOver: isTaken ? (changed.takeOverTime === undefined ? outage.takeOver?.time : sure(changed.takeOverTime)) : undefined,
      longest: longestOutage,
    }
    const key = JSON.stringify([isLasting || changed.hours, isLasting, isTaken, notice, changed.exit, isTaken && changed.takeOverTime])
    const cost = known.get(key) ?? expectedCost(points, times)
    known.set(key, cost)
    return cost
  }
  return (changed) => {
    const p = hours === undefined ? 1 : (changed.lasting ?? lasting)
    const q = changed.takesOver ?? takesOver
    const weighed = (isLasting: boolean): number => (q < 1 ? (1 - q) * one(changed, isLasting, false) : 0) + (q > 0 ? q * one(changed, isLasting, true) : 0)
    return (p < 1 ? (1 - p) * weighed(false) : 0) + (p > 0 ? p * weighed(true) : 0)
  }
}
