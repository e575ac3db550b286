import type { Scenario } from '#knowledge/schema-scenarios.ts'
import type { Reading } from './cost-curve.ts'
import { goesOn } from './goes-on.ts'
import type { Harm } from './harm.ts'
import { struckOutage } from './struck-outage.ts'
import type { Subject } from './subject.ts'
import { expectedShare } from './uncertain.ts'

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
  return (1 - carried) * goesOn(scenario, outage, hours)
}

interface Asked {
  readonly harm: Harm
  readonly reading: Reading
  readonly lastsPast: boolean
}
