import { idOf, type ThingId, thingKinds } from '../claim.ts'

/**
 * The place that a person's text names: a country as ISO 3166-1 writes it (`NL`), a region behind its cloud (`aws:eu-west-1`), or
 * `place:…` and `jurisdiction:…` outright.
 *
 * @returns nothing when the text only describes a place, and for `EU`, which is a union and no country
 */
export function readPlace(text: string): ThingId | undefined {
  const plain = text.trim().toLowerCase()
  if (/^[a-z]{2}$/.test(plain)) return plain === 'eu' ? undefined : idOf('jurisdiction', plain === 'uk' ? 'gb' : plain)
  if (/^(place|jurisdiction):\S+$/.test(plain)) return plain as ThingId
  const cloud = /^([a-z][a-z0-9]*):[a-z0-9-]+$/.exec(plain)?.[1]
  return cloud === undefined || (thingKinds as readonly string[]).includes(cloud) ? undefined : idOf('place', plain)
}
