import { kindOf, type ThingId } from '#estate/claim.ts'
import type { CutSet } from '#facts/cut-sets.ts'
import { leaningGraph } from '#facts/leaning.ts'
import { type BusinessFunction, organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import { type Message, message } from '#lang/message.ts'
import { named } from '../proof-of.ts'

/** Ways to break a set, the cheapest first. */
const ways = ['test-fallback', 'mirror', 'sign-in', 'second-support', 'watch', 'alternative'] as const
type Way = (typeof ways)[number]

/** The cheapest way to see to it that the loss of a set no longer stops the function: by how its road enters what is lost. */
export function breakOf(subject: Subject, { function: id, via }: CutSet): Message {
  const one = organisation(subject).functions.find((it) => it.id === id)
  const found = [...(one !== undefined && isWorthTesting(one) ? ['test-fallback' as const] : []), ...via.slice(1).flatMap((to, at) => wayOf(subject, via[at] as ThingId, to) ?? [])]
  const way = ways.find((it) => found.includes(it)) ?? 'alternative'
  return message(`cut-sets.break.${way}`, { what: named(subject, enteredBy(via)) })
}

/** Whether work by hand that nobody has tried would carry the function as long as it can bear to be without. */
const isWorthTesting = ({ fallbackHours, mtpdHours }: BusinessFunction): boolean => fallbackHours.high > fallbackHours.low && fallbackHours.high >= mtpdHours.low

function wayOf(subject: Subject, from: ThingId, to: ThingId): Way | undefined {
  const edge = leaningGraph(subject)
    .from.get(from)
    ?.find((it) => it.to === to)
  if (edge === undefined) return undefined
  if (edge.role === 'identity-provider') return 'sign-in'
  if (edge.phase === 'deploy' || edge.phase === 'build') return 'mirror'
  if (edge.phase === 'support') return 'second-support'
  return edge.phase === 'monitor' ? 'watch' : undefined
}

/** The first thing on the road that is not ours: what an alternative has to be found for. */
const enteredBy = (via: readonly ThingId[]): ThingId => via.find((id) => !['workload', 'unit', 'image', 'function'].includes(kindOf(id))) ?? (via.at(-1) as ThingId)
