import type { ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { controlsBy } from './control.ts'
import { isInside, outsideHoldings } from './outside-holdings.ts'
import type { Subject } from './subject.ts'

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

/** Everyone who owns or controls a party, up the chain. Announced deals do not count; a share nobody knows is anything from 0 to 100. */
export const ownersOf = once(
  (subject: Subject) =>
    (party: ThingId): readonly Owner[] =>
      climb(subject, { party, sharePercent: { low: 100, high: 100 }, controls: true, ultimate: false, road: [party] }),
)

function climb(subject: Subject, below: Owner): readonly Owner[] {
  const links = linksFrom(subject.estate, below.party, 'owned-by', 'controlled-by').filter((link) => link.state === 'active')
  return links.flatMap((link) => {
    if (below.road.includes(link.to)) return [] // cross-holdings: a ring of owners is walked once
    const share = shareOf(link)
    const ultimate = linksFrom(subject.estate, link.to, 'owned-by', 'controlled-by').length === 0
    const owner: Owner = {
      party: link.to,
      sharePercent: { low: (below.sharePercent.low * share.low) / 100, high: (below.sharePercent.high * share.high) / 100 },
      controls: below.controls && controlsBy(link),
      ultimate,
      road: [...below.road, link.to],
    }
    return [owner, ...climb(subject, owner)]
  })
}

function shareOf(link: Link): Interval {
  const share = saidNumber(link, 'share')
  return share === undefined ? { low: 0, high: 100 } : { low: share, high: share }
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
