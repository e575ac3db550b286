import { keyOf, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { said, saidNumber } from '#estate/said.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
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
      controls: below.controls && givesControl(link),
      ultimate,
      road: [...below.road, link.to],
    }
    return [owner, ...climb(subject, owner)]
  })
}

function shareOf(link: Link): Interval {
  const share = saidNumber(link, 'share')
  return share === undefined ? { low: link.role === 'controlled-by' ? 0 : 0, high: 100 } : { low: share, high: share }
}

const givesControl = (link: Link): boolean =>
  link.role === 'controlled-by' ||
  (saidNumber(link, 'share') ?? saidNumber(link, 'votes') ?? 0) > 50 ||
  said(link, 'veto')[0]?.value === true ||
  said(link, 'appoints-board')[0]?.value === true

/** How a party stands against the thresholds, with the EU as the line. A party whose owners nobody knows is open, not within. */
export function thresholdsOf(subject: Subject, party: ThingId): Thresholds {
  const owners = ownersOf(subject)(party).filter((one) => one.ultimate)
  const seats = owners.map((owner) => ({ owner, outside: seatOutside(subject, owner.party) }))
  const own = seatOutside(subject, party)
  if (own === true) return { single24: 'beyond', together39: 'beyond', half50: 'beyond', control: 'beyond' }
  if (own === undefined || (owners.length === 0 && !isListed(subject, party))) return { single24: 'unknown', together39: 'unknown', half50: 'unknown', control: 'unknown' }
  const high = seats.filter((one) => one.outside !== false).map((one) => one.owner.sharePercent.high)
  const low = seats.filter((one) => one.outside === true).map((one) => one.owner.sharePercent.low)
  const judge = (least: number, most: number, limit: number): 'within' | 'beyond' | 'unknown' => (least > limit ? 'beyond' : most <= limit ? 'within' : 'unknown')
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return {
    single24: judge(Math.max(0, ...low), Math.max(0, ...high), 24),
    together39: judge(sum(low), Math.min(100, sum(high)), 39),
    half50: judge(Math.max(0, ...low), Math.max(0, ...high), 49.999),
    control: seats.some((one) => one.outside === true && one.owner.controls) ? 'beyond' : high.length === 0 ? 'within' : 'unknown',
  }
}

const isListed = (subject: Subject, party: ThingId): boolean => subject.knowledge.parties.get(keyOf(party))?.listed !== undefined

/** Whether a party is seated outside the EU; nothing when its seat is not known. */
function seatOutside(subject: Subject, party: ThingId): boolean | undefined {
  const seat = linksFrom(subject.estate, party, 'seated-in')[0]
  if (!seat) return undefined
  return !(subject.knowledge.jurisdictions.get(keyOf(seat.to))?.memberOf ?? []).includes('eu')
}
