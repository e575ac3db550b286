import { keyOf, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { said } from '#estate/said.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { controlsBy, heldPercent } from './control.ts'
import type { Subject } from './subject.ts'
import { knownAs } from './twins.ts'
import { isInUnion, type Union } from './union.ts'

/** What one holder outside a union holds of a party, directly and through others, in percent of the shares or votes, whichever is more. */
export interface OutsideHolding {
  /** Nothing for shares of which nobody says whose they are. */
  readonly holder: ThingId | undefined
  readonly percent: Interval
  /** Whether every link of some chain to it gives control. */
  readonly controls: boolean
  /** Whether somewhere on the chain it has a veto, or appoints the majority of a board. */
  readonly vetoes: boolean
}

/**
 * Who holds a party from outside a union, each with all it holds. A chain ends at the first holder that is seated outside: whoever stands
 * behind that one holds nothing inside. Shares that nobody accounts for may be anybody's, and so are those of a company at the top
 * whose owners nobody named; states, foundations, communities and cooperatives have no shareholders. Announced deals do not count.
 */
export function outsideHoldings(subject: Subject, party: ThingId, union: Union): readonly OutsideHolding[] {
  const found = climb(subject, { party, percent: { low: 100, high: 100 }, controls: true, vetoes: false, road: [party] }, union)
  const grouped = groupBy(
    found.filter((one) => one.percent.high > 0 || one.controls),
    (one) => one.holder ?? '',
  )
  return [...grouped].sort(by(([holder]) => holder)).map(([, list]) => ({
    holder: list[0]?.holder,
    percent: { low: sumOf(list, 'low'), high: Math.min(100, sumOf(list, 'high')) },
    controls: list.some((one) => one.controls),
    vetoes: list.some((one) => one.vetoes),
  }))
}

const sumOf = (list: readonly OutsideHolding[], end: 'low' | 'high'): number => list.reduce((sum, one) => sum + one.percent[end], 0)

interface Step {
  readonly party: ThingId
  readonly percent: Interval
  readonly controls: boolean
  readonly vetoes: boolean
  readonly road: readonly ThingId[]
}

function climb(subject: Subject, below: Step, union: Union): readonly OutsideHolding[] {
  const links = linksFrom(subject.estate, below.party, 'owned-by', 'controlled-by').filter((link) => link.state === 'active')
  const shares = links.map(shareOf)
  const named = links.flatMap((link, at) => stepUp(subject, { ...below, link, share: shares[at] ?? whole }, union))
  const rest = links.length === 0 && !isOwnable(subject, below.party) ? 0 : Math.max(0, 100 - shares.reduce((sum, share) => sum + share.low, 0))
  return [...named, nobodys(rest, below.percent)]
}

const whole: Interval = { low: 0, high: 100 }

/** One link up: to somebody outside, to somebody of whom nobody knows where they are, or on from somebody inside. */
function stepUp(subject: Subject, { link, share, ...below }: Step & { readonly link: Link; readonly share: Interval }, union: Union): readonly OutsideHolding[] {
  const holder = knownAs(subject, link.to)
  const percent = { low: (below.percent.low * share.low) / 100, high: (below.percent.high * share.high) / 100 }
  // Cross-holdings: a ring of owners is walked once, and whose it is in the end nobody says.
  if (below.road.includes(holder)) return [nobodys(100, percent)]
  const controls = below.controls && controlsBy(link)
  const vetoes = below.controls && (said(link, 'veto')[0]?.value === true || said(link, 'appoints-board')[0]?.value === true)
  const inside = isInside(subject, holder, union)
  if (inside === false) return [{ holder, percent, controls, vetoes: vetoes || below.vetoes }]
  if (inside === undefined) return [{ holder, percent: { low: 0, high: percent.high }, controls: false, vetoes: false }]
  return climb(subject, { party: holder, percent, controls, vetoes: vetoes || below.vetoes, road: [...below.road, holder] }, union)
}

const nobodys = (rest: number, of: Interval): OutsideHolding => ({ holder: undefined, percent: { low: 0, high: (of.high * rest) / 100 }, controls: false, vetoes: false })

function shareOf(link: Link): Interval {
  const held = heldPercent(link)
  return held === undefined ? whole : { low: held, high: held }
}

/** States, foundations, communities, cooperatives and people have no shareholders; anything else, or nobody knows what, may have. */
function isOwnable(subject: Subject, party: ThingId): boolean {
  const kind = subject.knowledge.parties.get(keyOf(party))?.kind
  return kind === undefined || kind === 'company'
}

/** Whether a party is seated in a union; nothing when its seat is not known. */
export function isInside(subject: Subject, party: ThingId, union: Union): boolean | undefined {
  const seat = linksFrom(subject.estate, party, 'seated-in')[0]
  return seat === undefined ? undefined : isInUnion(subject, keyOf(seat.to), union)
}
