import type { ThingId } from '#estate/claim.ts'
import type { Road } from './road.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'

/**
 * What leads to the end of a road, past other names of the same thing: a party that a file names and the knowledge base knows is met by
 * way of its named twin.
 *
 * @returns nothing where the road begins with the thing itself
 */
export function metBy(subject: Subject, road: Road): ThingId | undefined {
  const own = new Set(namesOf(subject, road.at))
  let at = road.before
  while (at !== undefined && own.has(at.at)) at = at.before
  return at?.at
}
