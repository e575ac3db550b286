import type { ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { controlsBy } from './control.ts'
import { isInside, outsideHoldings } from './outside-holdings.ts'
import type { Subject } from './subject.ts'
import { knownAs, namesOf } from './twins.ts'

/** An owner somewhere above a party: how much it holds along the chain, in percent, and the chain. */
export interface Owner {
  readonly party: ThingId
  readonly sharePercent: Interval
  /** Whether every link of the chain gives control: more than half, or said to be control, a veto or the board. */
  readonly controls: boolean
  readonly ultimate: boolean
  readonly road: readonly ThingId[]
}

/** The thresholds that regimes use, each met, not met, or open. */
export interface Thresholds {
  /** SecNumCloud 19.6 b: no owner seated outside the EU holds more than 24 %. */
  readonly single24: 'within' | 'beyond' | 'unknown'
  /** SecNumCloud 19.6 b: owners seated outside the EU hold no more than 39 % together. */
  readonly together39: 'within' | 'beyond' | 'unknown'
  /** OFAC and BIS: half or more in one hand outside the EU. */
  readonly half50: 'within' | 'beyond' | 'unknown'
  /** Effective control from outside the EU, by shares, votes, veto or board. */
  readonly control: 'within' | 'beyond' | 'unknown'
}

/**
 * Everyone who owns or controls a party, up the chain, under the names by which they are known. Announced deals do not count; a share
 * nobody knows is anything from 0 to 100. Who is only said to stand at the top, and is met with a share by way of others, is met that way.
 */
export const ownersOf = once((subject: Subject) => (party: ThingId): readonly Owner[] => {
  const all = climb(subject, { party, sharePercent: { low: 100, high: 100 }, controls: true, ultimate: false, road: [party] })
  const isSaidOnly = ({ sharePercent: { low, high }, road }: Owner): boolean => low === 0 && high === 100 && road.length === 2
  return all.filter((one) => !isSaidOnly(one) || !all.some((other) => other !== one && other.party === one.party && other.controls))
})

function climb(subject: Subject, below: Owner): readonly Owner[] {
  return [...holdersOf(subject, below.party)].flatMap(([party, links]) => {
    if (below.road.includes(party)) return [] // cross-holdings: a ring of owners is walked once
    const share = shareOf(links)
    const owner: Owner = {
      party,
      sharePercent: { low: (below.sharePercent.low * share.low) / 100, high: (below.sharePercent.high * share.high) / 100 },
      controls: below.controls && links.some(controlsBy),
      ultimate: holdersOf(subject, party).size === 0,
      road: [...below.road, party],
    }
    return [owner, ...climb(subject, owner)]
  })
}

/** Who owns or controls a party at first hand, whichever of its names that is said of, and the links that say so. */
function holdersOf(subject: Subject, party: ThingId): ReadonlyMap<ThingId, readonly Link[]> {
  const names = namesOf(subject, party)
  const links = names.flatMap((name) => linksFrom(subject.estate, name, 'owned-by', 'controlled-by')).filter((link) => link.state === 'active')
  return groupBy(
    links.filter((link) => !names.includes(link.to)),
    (link) => knownAs(subject, link.to),
  )
}

function shareOf(links: readonly Link[]): Interval {
  const shares = links.flatMap((link) => saidNumber(link, 'share') ?? [])
  return shares.length === 0 ? { low: 0, high: 100 } : { low: Math.min(...shares), high: Math.max(...shares) }
}

/**
 * How a party stands against the thresholds, with the EU as the line. A party that is seated outside is beyond all of them; shares that
 * nobody accounts for may be anybody's.
 */
export function thresholdsOf(subject: Subject, party: ThingId): Thresholds {
  const own = isInside(subject, party, 'eu')
  if (own !== true) return all(own === undefined ? 'unknown' : 'beyond')
  const holdings = outsideHoldings(subject, party, 'eu')
  const judge = (least: number, most: number, limit: number): Standing => (least > limit ? 'beyond' : most <= limit ? 'within' : 'unknown')
  const most = Math.max(0, ...holdings.map((one) => one.percent.high))
  const least = Math.max(0, ...holdings.map((one) => one.percent.low))
  const sum = (end: 'low' | 'high'): number => holdings.reduce((total, one) => total + one.percent[end], 0)
  return {
    single24: judge(least, most, 24),
    together39: judge(sum('low'), Math.min(100, sum('high')), 39),
    half50: judge(least, most, 49.999),
    control: holdings.some((one) => one.controls) ? 'beyond' : most <= 24 ? 'within' : 'unknown',
  }
}

type Standing = 'within' | 'beyond' | 'unknown'
const all = (standing: Standing): Thresholds => ({ single24: standing, together39: standing, half50: standing, control: standing })
