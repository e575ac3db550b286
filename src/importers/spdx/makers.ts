import type { Says, State, ThingId } from '#estate/claim.ts'
import type { Bill } from '../bill.ts'
import { linkMakers, plainName } from '../bill-parties.ts'
import type { Part, PartKeys } from './document.ts'

/** What the file says of a part that goes by a key, whatever kind it is: version, licences, who supplies it and who made it. */
export function saysOf(part: Part, key: string): Record<string, Says[string]> {
  const says: Record<string, Says[string]> = {}
  const { version, licences, supplier, originators, cpe } = part
  // A version that the purl tells already is not said again.
  const stated = version === undefined || key.endsWith(`@${version}`) ? undefined : plainName(version)
  if (stated !== undefined) says['version'] = stated
  if (licences.length > 0) says['licences'] = licences
  if (supplier !== undefined) says['supplier-name'] = supplier
  const [first] = originators
  if (first !== undefined) says['publisher-name'] = first
  if (cpe !== undefined) says['cpe'] = cpe
  return says
}

/** Links a thing to its supplier and to those it came from. */
export function makersOf(bill: Bill, part: Part, { id, state, keys }: { readonly id: ThingId; readonly state: State; readonly keys: PartKeys }): void {
  const published = part.originators.map((organisation) => ({ role: 'published-by', organisation, pointer: `${part.pointer}/${keys.originator}` }) as const)
  linkMakers(bill, [{ role: 'distributed-by', organisation: part.supplier, pointer: `${part.pointer}/${keys.supplier}` }, ...published], { id, state })
}
