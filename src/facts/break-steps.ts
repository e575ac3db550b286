import { kindOf, type ThingId } from '#estate/claim.ts'
import type { Interval } from '#lang/interval.ts'
import { exitOf } from './endings.ts'
import { isFelt } from './failure-logic.ts'
import { type Leaning, leaningGraph } from './leaning.ts'
import { organisation } from './organisation.ts'
import type { Subject } from './subject.ts'
import { knownAs } from './twins.ts'

/**
 * What can be done against a loss, in the order of the effort it takes: from a day of trying to a project of months. The order is our judgement; nobody measured it. An
 * alternative takes the hours that leaving takes, so of two the shorter goes first.
 */
const ways = ['test-fallback', 'mirror', 'sign-in', 'second-support', 'watch', 'alternative', 'leave'] as const
type Way = (typeof ways)[number]

/** Something to be done: of the work by hand of a function, or against the loss of a thing, under whatever name. `leave` is to be rid of it in all that it is used for. */
export interface Step {
  readonly way: Way
  readonly on: ThingId
  /** Of an alternative, and of leaving: how long it takes until work goes on with it. */
  readonly hours?: Interval
}

export const keyOfStep = ({ way, on }: Step): string => `${way} ${on}`

/** The cheaper first. */
export const byEffort = (a: Step, b: Step): number => ways.indexOf(a.way) - ways.indexOf(b.way) || effortOf(a) - effortOf(b) || (a.on < b.on ? -1 : Number(a.on > b.on))

export const effortOf = ({ hours }: Step): number => (hours === undefined ? 0 : Math.sqrt(hours.low * hours.high))

/** Kinds of things of our own, and of names that only lead to something: nobody looks for an alternative to these. */
const inward = ['workload', 'unit', 'image', 'function', 'package', 'host', 'domain']

/** What could be done along a road from a function down to what is lost, the function not included in it. */
export function stepsAlong(subject: Subject, id: ThingId, road: readonly ThingId[]): readonly Step[] {
  const one = organisation(subject).functions.find((it) => it.id === id)
  const byHand: readonly Step[] = one !== undefined && one.fallbackHours.high > one.fallbackHours.low ? [{ way: 'test-fallback', on: id }] : []
  const links = road
    .slice(1)
    .flatMap((to, at) =>
      leaningsOf(subject, road[at] as ThingId, to).flatMap((it): readonly Step[] => (wayOf(it) === undefined ? [] : [{ way: wayOf(it) as Way, on: knownAs(subject, to) }])),
    )
  const entered = road.find((it) => !inward.includes(kindOf(it))) ?? road.at(-1)
  return [...byHand, ...links, ...(entered === undefined ? [] : [alternativeTo(subject, entered, road.slice(0, road.indexOf(entered) + 1))])]
}

/** @param road from what uses it */
export const alternativeTo = (subject: Subject, on: ThingId, road: readonly ThingId[]): Step => ({
  way: 'alternative',
  on: knownAs(subject, on),
  hours: exitOf(subject, road).hours,
})

/** By which ways somebody leans on a thing, as far as that is felt. */
export const leaningsOf = (subject: Subject, from: ThingId, to: ThingId): readonly Leaning[] =>
  (leaningGraph(subject).from.get(from) ?? []).filter((one) => one.to === to && isFelt(one))

/** What takes the edge off a loss that comes in by this way; nothing but an alternative where left out. */
export function wayOf({ role, phase }: Leaning): Way | undefined {
  if (role === 'identity-provider') return 'sign-in'
  if (phase === 'deploy' || phase === 'build') return 'mirror'
  if (phase === 'support') return 'second-support'
  return phase === 'monitor' ? 'watch' : undefined
}
