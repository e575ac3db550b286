import type { ThingId } from '#estate/claim.ts'
import { saidList, saidNumber, saidText } from '#estate/said.ts'
import { log } from '#kernels/maths/log.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { currency, type Reading } from './cost-curve.ts'
import { mayKeepDataAt } from './data-roads.ts'
import { shareThatHits } from './event-share.ts'
import type { Harm } from './harm.ts'
import { centsOf, type Lump } from './lumps.ts'
import type { Source } from './source.ts'
import { type Logs, logsOf, product } from './span.ts'
import type { Subject } from './subject.ts'
import { distributionOf, uncertainIn } from './uncertain.ts'

/** What an event costs a function besides the hours of its outage. */
interface EventCost {
  readonly kind: 'lost-data' | 'per-event'
  readonly cents: Logs
  /** That it comes to that where an event hits the function. */
  readonly chance: Interval
}

/**
 * Lost data, fines, recovery: for each function that an event hits, by each amount that is stated for it. Two amounts of one event are two.
 */
export function eventLumps(subject: Subject, sources: readonly Source[], harms: readonly Harm[]): readonly Lump[] {
  const costs = new Map([...new Set(harms.map((one) => one.function))].map((id) => [id, eventCosts(subject, id)]))
  const costly = harms.filter((one) => costs.get(one.function)?.length !== 0)
  return [...groupBy(costly, (one) => one.source)].flatMap(([source, hit]): readonly Lump[] => {
    const { scenario: id, struck } = sources[source] as Source
    const scenario = subject.knowledge.scenarios.get(id)
    if (scenario === undefined) return []
    const lost = struck.map((one) => one.thing)
    const losing = scenario.losesData.high > 0 ? mayKeepDataAt(subject, lost) : new Set<ThingId>()
    return hit.flatMap((harm) =>
      (costs.get(harm.function) ?? []).flatMap((cost, at): readonly Lump[] => {
        if (cost.kind === 'lost-data' && !losing.has(harm.function)) return []
        const share = (reading: Reading) => shareThatHits(subject, scenario, { harm, reading, lastsPast: cost.kind === 'per-event' })
        const chance = { best: share('best'), worst: share('worst') }
        const [of, key] = cost.kind === 'lost-data' ? (['scenario', `loses data ${id}`] as const) : (['item', `per event ${at} ${harm.function} ${id}`] as const)
        const distribution = distributionOf(cost.kind === 'lost-data' ? scenario.losesData : cost.chance)
        return chance.best + chance.worst === 0 || distribution === undefined ? [] : [{ source, on: harm.function, cents: cost.cents, chance, belief: { key, of, distribution } }]
      }),
    )
  })
}

/** The lines of `cost` that count once for each event (`estate/attribute.ts`). Nothing in another currency. */
function eventCosts(subject: Subject, id: ThingId): readonly EventCost[] {
  const thing = subject.estate.things.get(id)
  if ((saidText(thing, 'currency') ?? currency) !== currency) return []
  return saidList(thing, 'cost').flatMap((line): readonly EventCost[] => {
    const [kind, ...words] = line.split(' ')
    const [first, second] = uncertainIn(words)
    if (kind === 'lost-data') {
      const [each, hours] = [centsOf(first), second === undefined ? anyPartOf(saidNumber(thing, 'rpo-hours') ?? 0) : logsOf(second)]
      return each && hours ? [{ kind, cents: product([each, hours]), chance: always }] : []
    }
    const cents = kind === 'per-event' ? centsOf(second) : undefined
    return cents && first ? [{ kind: 'per-event', cents, chance: { low: first.low, high: first.high } }] : []
  })
}

const always: Interval = { low: 1, high: 1 }

/** A loss is as likely at any moment since the last copy, and copies are as far apart as the organisation allows: mean ½, second moment ⅓ of that. */
function anyPartOf(hours: number): Logs | undefined {
  const sigma = Math.sqrt(log(4 / 3))
  return hours > 0 ? { mu: log(hours / 2) - (sigma * sigma) / 2, sigma } : undefined
}
