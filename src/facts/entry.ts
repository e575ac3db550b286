import { kindOf, type Role, type ThingId } from '#estate/claim.ts'
import { leaningGraph } from './leaning.ts'
import { tail } from './reach.ts'
import type { Road } from './road.ts'
import type { Subject } from './subject.ts'

/** Where a road through the estate comes to the first party: which thing it stands behind, and what it does for it. */
export interface Entry {
  readonly thing: ThingId
  readonly role: Role
  readonly party: ThingId
}

/** @returns nothing when the road meets no party, as when something only lies on a country's soil */
export function entryOf(subject: Subject, road: Road): Entry | undefined {
  let last: Road | undefined = road
  let party: ThingId | undefined
  for (; last && tail.includes(kindOf(last.at)); last = last.before) if (kindOf(last.at) === 'party') party = last.at
  const thing = last?.at
  if (thing === undefined || party === undefined) return undefined
  const roles = (leaningGraph(subject).from.get(thing) ?? []).filter((edge) => edge.to === party).map((edge) => edge.role)
  return { thing, role: strongest(roles), party }
}

/** What a party may do for a thing, from what gives it the most hold over it to the least. */
const order: readonly Role[] = ['operated-by', 'controlled-by', 'subcontracts-to', 'supported-by', 'published-by', 'distributed-by']

/** A party that both runs and supports a thing is taken as the one that runs it. */
function strongest(roles: readonly Role[]): Role {
  return order.find((role) => roles.includes(role)) ?? roles[0] ?? 'operated-by'
}
