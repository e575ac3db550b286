import type { ThingId } from '#estate/claim.ts'

/** A road through the estate, kept from its end: thousands of roads share their beginnings. `length` counts the things on it. */
export interface Road {
  readonly at: ThingId
  readonly before: Road | undefined
  readonly length: number
}

/** A road along some things, in their order; there has to be one. */
export function roadOf(first: ThingId, ...others: readonly ThingId[]): Road {
  return others.reduce(further, { at: first, before: undefined, length: 1 })
}

/** The road with one thing more. */
export const further = (road: Road, to: ThingId): Road => ({ at: to, before: road, length: road.length + 1 })

/** The things on a road, from its beginning to its end. */
export function idsOf(road: Road): readonly ThingId[] {
  const ids: ThingId[] = []
  for (let at: Road | undefined = road; at; at = at.before) ids.push(at.at)
  return ids.reverse()
}
