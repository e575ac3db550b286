import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { saidText } from '#estate/said.ts'
import type { ExitKind } from '#knowledge/schema.ts'
import { hoursOf } from '#lang/duration.ts'
import { around, type Interval } from '#lang/interval.ts'
import { organisation } from './organisation.ts'
import { statedGroups } from './redundancy.ts'
import { intervalIn } from './span.ts'
import type { Subject } from './subject.ts'
import { knownAs } from './twins.ts'

/** How an outage ends when what was lost does not come back first. Hours are 90 % intervals; `stated` says whether the organisation gave them. */
export interface Exit {
  readonly hours: Interval
  readonly stated: boolean
}

/**
 * How long it takes to be rid of what was lost at the end of a way: as stated of the workload there, or of what lies behind it, the slowest; or the profile's for the
 * first thing that is not ours. What workloads farther up state speaks of what they lean on themselves.
 */
export function exitOf(subject: Subject, via: readonly ThingId[]): Exit {
  const near = via.slice(
    Math.max(
      0,
      via.findLastIndex((id) => kindOf(id) === 'workload'),
    ),
  )
  const stated = near.flatMap((id) => intervalIn(saidText(subject.estate.things.get(id), 'exit-hours')) ?? [])
  if (stated.length > 0) return { hours: { low: Math.max(...stated.map((one) => one.low)), high: Math.max(...stated.map((one) => one.high)) }, stated: true }
  const kind = near.map((id, at) => exitKindOf(subject, id, near[at - 1])).find((one) => one !== undefined)
  return { hours: interval(organisation(subject).profile.continuity.exitHours[kind ?? 'other']), stated: false }
}

/** What there is to be left; nothing for what is ours or only a name. A service of which nobody knows the effort is `other`. */
function exitKindOf(subject: Subject, id: ThingId, user: ThingId | undefined): ExitKind | undefined {
  const [kind, userKind] = [kindOf(id), user && kindOf(user)]
  // Whoever delivers an image or a package is left by fetching it elsewhere; whoever makes it, by having others look after it.
  if (userKind === 'image' || userKind === 'package') return kind === 'platform' || kind === 'party' ? 'platform' : 'registry'
  switch (kind) {
    case 'service': {
      const effort = subject.knowledge.services.get(keyOf(knownAs(subject, id)))?.portability?.effort
      return effort === undefined ? 'other' : (`effort-${effort}` as ExitKind)
    }
    case 'registry':
    case 'module-registry':
    case 'package':
      return 'registry'
    case 'platform':
    case 'operator':
      return 'platform'
    case 'model':
      return 'model'
    case 'place':
      return 'place'
    default:
      return undefined
  }
}

/** The longest notice, in hours, that a contract in force gives of anything on a way; 0 where none says. */
export function agreedNotice({ estate, asOf }: Subject, via: readonly ThingId[]): number {
  const contracts = via.flatMap((id) => linksFrom(estate, id, 'covered-by').map((link) => estate.things.get(link.to)))
  const inForce = contracts.filter((one) => (saidText(one, 'ends') ?? asOf) >= asOf)
  return Math.max(0, ...inForce.flatMap((one) => hoursOf(saidText(one, 'notice') ?? '') ?? []))
}

/** A second way that may take over: how long that takes, and how likely it is that it works when it is needed. */
export interface TakeOver {
  readonly hours: Interval
  readonly chance: Interval
}

/**
 * How alternatives on a way take over. It takes as long as the slowest of them; nobody having tried one of them makes the whole as likely to
 * fail as what was never tried.
 */
export function takeOverOf(subject: Subject, via: readonly ThingId[]): TakeOver {
  const { continuity } = organisation(subject).profile
  const groups = via.filter((id) => statedGroups(subject).has(id)).map((id) => subject.estate.things.get(id))
  const tested = groups.length > 0 && groups.every((one) => saidText(one, 'takes-over-tested') !== undefined)
  const stated = groups.flatMap((one) => intervalIn(saidText(one, 'takes-over-hours')) ?? [])
  const hours = stated.length > 0 && stated.length === groups.length ? around(stated.flatMap((one) => [one.low, one.high])) : interval(continuity.takeOverHours)
  return { hours, chance: interval(tested ? continuity.takesOverTested : continuity.takesOverUntested) }
}

const interval = ([low, high]: readonly [number, number]): Interval => ({ low, high })
