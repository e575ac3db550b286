import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Interval } from '#lang/interval.ts'
import type { Reading } from './cost-curve.ts'
import { exitOf, takeOverOf } from './endings.ts'
import type { Harm } from './harm.ts'
import { hoursToLeave, noticeOf } from './notice.ts'
import type { Logs } from './span.ts'
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
