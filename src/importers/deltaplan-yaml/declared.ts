import type { Claim, FilePlace, Phase, Role, Says, State, ThingId } from '#estate/claim.ts'
import { hoursOf } from '#lang/duration.ts'
import type { Workload } from './schema.ts'
import type { Spread } from './schema-money.ts'

/** Everything in deltaplan.yaml is the organisation's own word: basis declared, and in use unless it says otherwise. */
const basis = 'declared' as const

interface About {
  readonly name?: string | undefined
  readonly says?: { readonly [name: string]: Says[string] | undefined }
  readonly state?: State | undefined
}

/** That a thing exists, with what is said of it; what is left open is left out. */
export function thing(id: ThingId, at: FilePlace, about: About = {}): Claim {
  const { name, says, state } = about
  return { claim: 'thing', id, ...(name === undefined ? {} : { name }), ...stated(says), state: state ?? 'active', basis, at: [at] }
}

/** One thing, another, and what ties the first to the second. */
export interface Tie {
  readonly from: ThingId
  readonly to: ThingId
  readonly role: Role
}

export function link(tie: Tie, at: FilePlace, how: Omit<About, 'name'> & { readonly phase?: Phase | undefined } = {}): Claim {
  const { phase, says, state } = how
  return { claim: 'link', ...tie, ...(phase === undefined ? {} : { phase }), ...stated(says), state: state ?? 'active', basis, at: [at] }
}

function stated(says: About['says']): { readonly says?: Says } {
  const entries = Object.entries(says ?? {}).flatMap(([name, value]) => (value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[name, value] as const]))
  return entries.length === 0 ? {} : { says: Object.fromEntries(entries) }
}

/** Hours between loss and harm, as a link says them. */
export function graceHours(grace: Workload['grace']): { readonly 'grace-low-hours'?: number | undefined; readonly 'grace-high-hours'?: number | undefined } {
  if (grace === undefined) return {}
  const { low, high } = typeof grace === 'string' ? { low: grace, high: grace } : grace
  return { 'grace-low-hours': hoursOf(low), 'grace-high-hours': hoursOf(high) }
}

/** Hours of a duration that may have been left out. */
export const hours = (duration: string | undefined): number | undefined => (duration === undefined ? undefined : hoursOf(duration))

/** Hours from one duration to another, as `low high`. */
export function hoursText(span: Workload['grace']): string | undefined {
  const { 'grace-low-hours': low, 'grace-high-hours': high } = graceHours(span)
  return low === undefined || high === undefined ? undefined : `${low} ${high}`
}

/** How long leaving takes, and when that was tried. */
export const exitSays = (exit: Workload['exit']) => ({ 'exit-hours': hoursText(exit?.takes), 'exit-tested': exit?.tested })

/** An uncertain number as `low high`, and behind it how it lies in between where somebody says. */
export const spanText = ({ low, high, likely, middle }: Spread): string =>
  [low, high, ...(likely === undefined ? [] : [`likely=${likely}`]), ...(middle === undefined ? [] : [`middle=${middle}`])].join(' ')

/** An amount of money as such a number and its currency. */
export const moneyText = (money: (Spread & { readonly currency: string }) | undefined): string | undefined => money && `${spanText(money)} ${money.currency}`
