import { log } from '#kernels/maths/log.ts'
import { normalCdf } from '#kernels/maths/normal.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Interval } from '#lang/interval.ts'
import type { Reading } from './cost-curve.ts'
import { takeOverOf } from './endings.ts'
import type { Harm } from './harm.ts'
import { type Logs, logsOf } from './span.ts'
import type { Subject } from './subject.ts'

/** How a harm ends but for the thing coming back. Hours; without an exit nobody can leave. */
export interface Ending {
  readonly notice: Interval
  readonly exit: Logs | undefined
}

/** Notice lies anywhere between its ends: so many places of it are tried. */
const places = 16

/**
 * Of all events of a source, which share hits a function: those that reach it, that no alternative carries, and that come before everybody has left.
 *
 * @param lastsPast counts only events whose outage is longer than the function's grace; data is destroyed by the short ones as well
 */
export function shareThatHits(subject: Subject, scenario: Scenario, { harm, ending, reading, lastsPast }: Asked): number {
  const [less, more] = reading === 'worst' ? (['high', 'low'] as const) : (['low', 'high'] as const)
  const grace = harm.hours[more]
  if (grace === Number.POSITIVE_INFINITY || !harm.inUse[reading]) return 0
  const carried = harm.covered ? takeOverOf(subject, harm.via).chance[more] : 0
  const hours = lastsPast ? grace : 0
  return scenario.reach[less] * (1 - carried) * lasting(scenario, hours, less) * stayed(ending, hours)
}

interface Asked {
  readonly harm: Harm
  readonly ending: Ending
  readonly reading: Reading
  readonly lastsPast: boolean
}

/** That a thing is gone for longer than some hours. */
function lasting({ hours, lasting: forGood }: Scenario, past: number, less: 'low' | 'high'): number {
  const logs = hours && logsOf(hours)
  return logs === undefined ? 1 : forGood[less] + (1 - forGood[less]) * longerThan(logs, past)
}

/** That nobody has left by so many hours after the hit, of which notice was given before. */
function stayed({ notice, exit }: Ending, past: number): number {
  if (exit === undefined) return 1
  let sum = 0
  for (let place = 0; place < places; place++) sum += longerThan(exit, past + notice.low + ((place + 0.5) / places) * (notice.high - notice.low))
  return sum / places
}

function longerThan({ mu, sigma }: Logs, hours: number): number {
  if (hours <= 0) return 1
  return sigma === 0 ? Number(mu > log(hours)) : normalCdf((mu - log(hours)) / sigma)
}
