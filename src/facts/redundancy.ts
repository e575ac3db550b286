import { kindOf, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom, linksTo, thingsOfKind } from '#estate/estate.ts'
import { saidList, saidNumber } from '#estate/said.ts'
import { once } from '#lang/once.ts'
import { servicesBehind } from './behind.ts'
import type { Subject } from './subject.ts'

/** Groups of alternatives that somebody stated, and how many of each have to hold. */
export const statedGroups = once(
  (subject: Subject): ReadonlyMap<ThingId, number> =>
    new Map(
      thingsOfKind(subject.estate, 'unit').flatMap((thing) => {
        const count = saidNumber(thing, 'at-least')
        return count === undefined ? [] : [[thing.id, count] as const]
      }),
    ),
)

/**
 * Where the organisation states alternatives for a workload, its word governs what the workload's own parts show: a part that calls
 * one of the alternatives leans on the group, since the others may take over. A need that is stated for one of them by itself stays.
 *
 * @returns the group that a link really leads to; `none` where the group stands for the link altogether; nothing where no group has a say
 */
export const groupInstead = once((subject: Subject): ((link: Link) => ThingId | 'none' | undefined) => {
  const groups = groupsByUser(subject)
  return (link) => {
    if (groups.size === 0) return undefined
    // To belong somewhere is no need, whoever says so: a register that lists two servers of a workload knows nothing of either standing in.
    if (link.role === 'part-of') return isInstead(subject, link.from, groups.get(link.to)) ? 'none' : undefined
    if (link.basis === 'declared') return undefined
    const own = groups.get(link.from)
    if (own === undefined) return undefined
    return [link.to, ...servicesBehind(subject, link.to)].map((id) => own.get(id)).find((group) => group !== undefined)
  }
})

/** Whether a part is an alternative, or only there for some: what no label puts anywhere and alternatives alone need is lost with them. */
function isInstead(subject: Subject, part: ThingId, own: ReadonlyMap<ThingId, ThingId> | undefined, seen: readonly ThingId[] = []): boolean {
  if (own === undefined || seen.includes(part) || seen.length > deepest) return false
  if (own.has(part)) return true
  if (saidList(subject.estate.things.get(part), 'groups').length > 0) return false
  const users = linksTo(subject.estate, part, 'needs').flatMap((one) => (one.state === 'active' ? [one.from] : []))
  return users.length > 0 && users.every((one) => isInstead(subject, one, own, [...seen, part]))
}

/** So far a part may lie below an alternative. */
const deepest = 5

/** For each workload that states alternatives, and each of its parts: by alternative, the group it belongs to. */
function groupsByUser(subject: Subject): ReadonlyMap<ThingId, ReadonlyMap<ThingId, ThingId>> {
  const { estate } = subject
  const users = new Map<ThingId, Map<ThingId, ThingId>>()
  for (const group of statedGroups(subject).keys()) {
    const members = linksFrom(estate, group, 'needs').flatMap((link) => [link.to, ...twinsOf(subject, link.to)])
    for (const { from: workload } of linksTo(estate, group, 'needs')) {
      const parts = kindOf(workload) === 'workload' ? linksTo(estate, workload, 'part-of').map((link) => link.from) : []
      for (const user of [workload, ...parts]) {
        const own = users.get(user) ?? new Map<ThingId, ThingId>()
        for (const member of members) own.set(member, group)
        users.set(user, own)
      }
    }
  }
  return users
}

const twinsOf = ({ estate }: Subject, id: ThingId): readonly ThingId[] => [
  ...linksFrom(estate, id, 'same-as').map((link) => link.to),
  ...linksTo(estate, id, 'same-as').map((link) => link.from),
]
