import type { ThingId } from '#estate/claim.ts'
import { log } from '#kernels/maths/log.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Interval } from '#lang/interval.ts'
import type { Reading } from './cost-curve.ts'
import { agreedNotice, exitOf, takeOverOf } from './endings.ts'
import type { Harm } from './harm.ts'
import { type Logs, logsOf } from './span.ts'
import type { Subject } from './subject.ts'

/** What decides how long an outage of a function lasts once a source has struck. Times in hours. */
export interface StruckOutage {
  /** Between being told and being hit. */
  readonly notice: Interval
  /** From the hit to harm. */
  readonly grace: number
  /** Until somebody has left what was lost; nothing where nobody can. */
  readonly exit: Logs | undefined
  /** Where stated alternatives carry the function: how likely one takes over, and how long that takes. */
  readonly takeOver: { readonly chance: Interval; readonly time: Logs } | undefined
}

/** The outage that a source brings to a function; nothing in the better reading where it is contested that it comes to that. */
export function struckOutage(subject: Subject, scenario: Scenario, harm: Harm, reading: Reading): StruckOutage | undefined {
  const grace = reading === 'worst' ? harm.hours.low : harm.hours.high
  if (grace === Number.POSITIVE_INFINITY || !harm.inUse[reading]) return undefined
  const takeOver = harm.covered ? takeOverOf(subject, harm.via) : undefined
  const time = takeOver && hoursToLeave(takeOver.hours)
  return {
    notice: noticeOf(subject, scenario, harm.via),
    grace,
    exit: hoursToLeave(exitOf(subject, harm.via).hours),
    takeOver: takeOver && time && { chance: takeOver.chance, time },
  }
}

/** How long it takes to be elsewhere. What takes no time at all takes a second. */
export const hoursToLeave = (hours: Interval): Logs | undefined => (hours.high === 0 ? { mu: log(1 / 3600), sigma: 0 } : logsOf(hours))

const hoursPerDay = 24

/** Hours between being told and being hit. */
export const toldBefore = ({ noticeDays }: Scenario): Interval => ({ low: noticeDays.low * hoursPerDay, high: noticeDays.high * hoursPerDay })

/** Where a scenario gives notice at all, whoever agreed on a longer one has that. */
function noticeOf(subject: Subject, scenario: Scenario, via: readonly ThingId[]): Interval {
  const { low, high } = toldBefore(scenario)
  const agreed = low === 0 ? 0 : agreedNotice(subject, via)
  return { low: Math.max(low, agreed), high: Math.max(high, agreed) }
}
