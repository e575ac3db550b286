import { lognormalAbove } from '#kernels/statistics/distributions/lognormal.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { logsOf } from './span.ts'
import type { StruckOutage } from './struck-outage.ts'
import { expectedShare } from './uncertain.ts'

/** Notice lies anywhere between its ends: so many places of it are tried. */
const places = 16

/**
 * The chance that what an event struck is still gone, and still leaned on, so many hours after the hit: that it lasts for longer, or for good, and that nobody has left by then, which began with the notice.
 * Shares that nobody knows count with their mean.
 */
export function goesOn({ hours, lasting }: Scenario, { notice, exit }: Pick<StruckOutage, 'notice' | 'exit'>, past: number): number {
  const [duration, forGood] = [hours && logsOf(hours), expectedShare(lasting)]
  const lasts = duration === undefined ? 1 : forGood + (1 - forGood) * lognormalAbove(duration, past)
  if (exit === undefined) return lasts
  const count = notice.low === notice.high ? 1 : places
  let stayed = 0
  for (let place = 0; place < count; place++) stayed += lognormalAbove(exit, past + notice.low + ((place + 0.5) / count) * (notice.high - notice.low))
  return (lasts * stayed) / count
}
