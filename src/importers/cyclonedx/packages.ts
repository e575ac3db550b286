import type { Says, ThingId } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { type BillPlace, type Holder, ownName } from '../bill.ts'
import { unexpected } from '../bill-faults.ts'
import { listPackage, rememberEcosystem, sayPackage } from '../bill-packages.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import type { Reading } from './reading.ts'

/** Lists a package in what holds it. What is external comes with the surroundings: it is needed, and not inside. Files list millions, so no more. */
export function readPackage(reading: Reading, component: Component, where: BillPlace): Holder {
  const { pointer, holder } = where
  const { key, known } = namedIn(reading, component, pointer)
  if (component['isExternal'] === true) sayComponent(reading, component, where)
  else {
    listPackage(reading, { key, name: component.name, cpe: component['cpe'] }, where, () => saysOf(component, key))
    // An edge from a package to a service says that what holds the package calls it.
    rememberRef(reading, component, { pointer, id: holder.id })
    if (known) rememberEcosystem(reading, { key, purl: String(component['purl']) }, where)
  }
  return holder
}

/** Says of a package what the file says of it, as a thing of its own. `type` is the kind of component, where that matters beyond its being software. */
export function sayComponent(reading: Reading, component: Component, { pointer, holder, type }: BillPlace & { readonly type?: string }): ThingId {
  const { key } = namedIn(reading, component, pointer)
  const says = saysOf(component, key)
  const one = { key, name: component.name, says: { ...says, ...(type === undefined ? {} : { type }) } }
  const id = sayPackage(reading, one, { pointer, holder }, component['isExternal'] === true ? 'needs' : 'contains')
  rememberRef(reading, component, { pointer, id })
  return id
}

function namedIn(reading: Reading, component: Component, pointer: string): { readonly key: string; readonly known: boolean } {
  const { name, version, purl, group } = component
  const known = typeof purl === 'string' && purl !== '' ? plainPurl(purl) : undefined
  if (purl !== undefined && known === undefined) unexpected(reading, `${pointer}/purl`, { expected: 'pkg:…', found: purl })
  return { key: known ?? `named/${ownName(reading, { name, group, version })}`, known: known !== undefined }
}

/** A version that the purl tells already is not said again. */
function saysOf(component: Component, key: string): Says | undefined {
  const says: Record<string, string | readonly string[]> = {}
  const stated = component['version'] ?? component['versionRange']
  if (typeof stated === 'string' && stated !== '' && !key.endsWith(`@${stated}`)) says['version'] = stated
  sayMakers(says, component)
  return Object.keys(says).length === 0 ? undefined : says
}
