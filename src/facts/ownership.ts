import { keyOf, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { said, saidNumber } from '#estate/said.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { heldPercent } from './control.ts'
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
  return share === undefined ? { low: 0, high: 100 } : { low: share, high: share }
}

const givesControl = (link: Link): boolean =>
  link.role === 'controlled-by' || (heldPercent(link) ?? 0) > 50 || said(link, 'veto')[0]?.value === true || said(link, 'appoints-board')[0]?.value === true

/**
 * How a party stands against the thresholds, with the EU as the line. Shares that nobody accounts for may be anybody's: those of a
 * listed company, of a company at the top whose owners nobody named, and the rest where the known shares do not add up to 100.
 */
export function thresholdsOf(subject: Subject, party: ThingId): Thresholds {
  const own = seatOutside(subject, party)
  if (own === true) return all('beyond')
  if (own === undefined) return all('unknown')
  const owners = ownersOf(subject)(party).filter((one) => one.ultimate)
  const holdings = [...owners.map((owner) => holdingOf(subject, owner)), { low: 0, high: unaccounted(subject, party, owners) }]
  const judge = (least: number, most: number, limit: number): Standing => (least > limit ? 'beyond' : most <= limit ? 'within' : 'unknown')
  const most = Math.max(...holdings.map((one) => one.high))
  const least = Math.max(...holdings.map((one) => one.low))
  const sum = (end: 'low' | 'high'): number => holdings.reduce((total, one) => total + one[end], 0)
  const controlled = owners.some((owner) => owner.controls && seatOutside(subject, owner.party) === true)
  return {
    single24: judge(least, most, 24),
    together39: judge(sum('low'), Math.min(100, sum('high')), 39),
    half50: judge(least, most, 49.999),
    control: controlled ? 'beyond' : most <= 24 ? 'within' : 'unknown',
  }
}

type Standing = 'within' | 'beyond' | 'unknown'
const all = (standing: Standing): Thresholds => ({ single24: standing, together39: standing, half50: standing, control: standing })

/** What an owner at the top may hold on behalf of somebody outside: all of it when it is seated there, none when nobody can own it. */
function holdingOf(subject: Subject, owner: Owner): Interval {
  const outside = seatOutside(subject, owner.party)
  if (outside === true) return owner.sharePercent
  return outside === false && !isOwnable(subject, owner.party) ? { low: 0, high: 0 } : { low: 0, high: owner.sharePercent.high }
}

/** Percent of the shares of which nobody says whose they are. */
function unaccounted(subject: Subject, party: ThingId, owners: readonly Owner[]): number {
  if (owners.length === 0 && !isOwnable(subject, party)) return 0
  return Math.max(0, 100 - owners.reduce((total, owner) => total + owner.sharePercent.low, 0))
}

/** States, foundations, communities, cooperatives and people have no shareholders; anything else, or nobody knows what, may have. */
function isOwnable(subject: Subject, party: ThingId): boolean {
  const kind = subject.knowledge.parties.get(keyOf(party))?.kind
  return kind === undefined || kind === 'company'
}

/** Whether a party is seated outside the EU; nothing when its seat is not known. */
function seatOutside(subject: Subject, party: ThingId): boolean | undefined {
  const seat = linksFrom(subject.estate, party, 'seated-in')[0]
  if (!seat) return undefined
  return !(subject.knowledge.jurisdictions.get(keyOf(seat.to))?.memberOf ?? []).includes('eu')
}
