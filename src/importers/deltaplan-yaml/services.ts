import { type Claim, idOf, type Role, type State, type ThingId } from '#estate/claim.ts'
import { readPlace } from '#estate/identifiers/place-text.ts'
import { statedUnit } from '#estate/stated-units.ts'
import type { Path } from '#lang/pointer.ts'
import { exitSays, link, thing } from './declared.ts'
import { entriesOf, key, partyLink, type Reading, referIn, serviceId, ties } from './reading.ts'
import type { Service } from './schema.ts'

/** Each service that others run for the organisation, and who runs it where. */
export function serviceClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'services').flatMap(({ id, value, path }) => {
    const own = serviceId(id)
    const state: State = value.emulated ? 'emulated' : 'active'
    return [
      thing(own, reading.place(path), { name: value.title ?? id, state, says: exitSays(value.exit) }),
      ...usedBy(reading, value, { id, path, state }),
      ...partyLink(reading, value.provider, { from: own, role: 'operated-by', path: [...path, 'provider'] }),
      ...partyLink(reading, value.reseller, { from: own, role: 'resold-by', path: [...path, 'reseller'] }),
      ...(value.place === undefined ? [] : placeClaims(reading, own, { text: value.place, path: [...path, 'place'], structural: 'runs-in' })),
      ...(value.knownAs === undefined ? [] : [link({ from: own, to: idOf('service', value.knownAs), role: 'same-as' }, reading.place([...path, 'knownAs']))]),
    ]
  })
}

/**
 * That a service is used: by the functions it serves, or else by the plan itself, so that it is a dependency even before anybody
 * says of what.
 */
function usedBy(reading: Reading, value: Service, where: { readonly id: string; readonly path: Path; readonly state: State }): readonly Claim[] {
  const to = serviceId(where.id)
  const role = value.role ?? 'external-service'
  const how = { phase: value.phase, state: where.state }
  const functions = ties(reading, { texts: value.serves, path: [...where.path, 'serves'], to: referIn(reading, 'function'), tie: (from) => ({ from, to, role }), how })
  if (functions.length > 0) return functions
  const unit = statedUnit(key(where.id))
  const at = reading.place(where.path)
  return [thing(unit, at, { name: value.title ?? where.id, state: where.state }), link({ from: unit, to, role }, at, how)]
}

/** A place as the plan writes it. `structural` is what the thing does there. */
interface PlaceText {
  readonly text: string
  readonly path: Path
  readonly structural: Role
}

/**
 * Where a thing is: a country (`NL`), a region (`aws:eu-west-1`), anything by `<kind>:<key>`, or a name that says no more than
 * itself. A country or region where something runs or lies is a finding of its own as well.
 */
export function placeClaims(reading: Reading, from: ThingId, { text, path, structural }: PlaceText): readonly Claim[] {
  const at = reading.place(path)
  const place = readPlace(text)
  if (place === undefined) return [thing(from, at, { says: { 'place-name': text } })]
  const finding: Role | undefined = place.startsWith('jurisdiction:') ? 'location-country' : place.startsWith('place:') ? 'region' : undefined
  return [link({ from, to: place, role: structural }, at), ...(finding === undefined ? [] : [link({ from, to: place, role: finding }, at)])]
}
