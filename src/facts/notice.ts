import type { ThingId } from '#estate/claim.ts'
import { log } from '#kernels/maths/log.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Interval } from '#lang/interval.ts'
import { agreedNotice } from './endings.ts'
import { type Logs, logsOf } from './span.ts'
import type { Subject } from './subject.ts'

const hoursPerDay = 24

/** Hours between being told and being hit. Where a scenario gives notice at all, whoever agreed on a longer one has that. */
export function noticeOf(subject: Subject, { noticeDays }: Pick<Scenario, 'noticeDays'>, via: readonly ThingId[]): Interval {
  const [low, high] = [noticeDays.low * hoursPerDay, noticeDays.high * hoursPerDay]
  const agreed = noticeDays.low === 0 ? 0 : agreedNotice(subject, via)
  return { low: Math.max(low, agreed), high: Math.max(high, agreed) }
}

/** How long it takes to be elsewhere. What takes no time at all takes a second. */
export const hoursToLeave = (hours: Interval): Logs | undefined => (hours.high === 0 ? { mu: log(1 / 3600), sigma: 0 } : logsOf(hours))
