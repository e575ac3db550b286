import { log } from '#kernels/maths/log.ts'
import { normalCdf } from '#kernels/maths/normal.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Reading } from './cost-curve.ts'
import type { Harm } from './harm.ts'
import { type Logs, logsOf } from './span.ts'
import { type StruckOutage, struckOutage } from './struck-outage.ts'
import type { Subject } from './subject.ts'
import { expectedShare } from './uncertain.ts'

/** Notice lies anywhere between its ends: so many places of it are tried. */
const places = 16

/**
 * Of all events of a source that reach us, which share hits a function: those that no alternative carries, and that come before everybody has left.
 *
 * @param lastsPast counts only events whose outage is longer than the function's grace; data is destroyed by the short ones as well
 */
export function shareThatHits(subject: Subject, scenario: Scenario, { harm, reading, lastsPast }: Asked): number {
  const outage = struckOutage(subject, scenario, harm, reading)
  if (outage === undefined) return 0
  const carried = outage.takeOver ? expectedShare(outage.takeOver.chance) : 0
  const hours = lastsPast ? outage.grace : 0
  return (1 - carried) * lasting(scenario, hours) * stayed(outage, hours)
}

interface Asked {
  readonly harm: Harm
  readonly reading: Reading
  readonly lastsPast: boolean
}

/** That a thing is gone for longer than some hours. */
function lasting({ hours, lasting: share }: Scenario, past: number): number {
  const [logs, forGood] = [hours && logsOf(hours), expectedShare(share)]
  return logs === undefined ? 1 : forGood + (1 - forGood) * longerThan(logs, past)
}

/** That nobody has left by so many hours after the hit, of which notice was given before. */
function stayed({ notice, exit }: Pick<StruckOutage, 'notice' | 'exit'>, past: number): number {
  if (exit === undefined) return 1
  let sum = 0
  for (let place = 0; place < places; place++) sum += longerThan(exit, past + notice.low + ((place + 0.5) / places) * (notice.high - notice.low))
  return sum / places
}

function longerThan({ mu, sigma }: Logs, hours: number): number {
  if (hours <= 0) return 1
  return sigma === 0 ? Number(mu > log(hours)) : normalCdf((mu - log(hours)) / sigma)
}
