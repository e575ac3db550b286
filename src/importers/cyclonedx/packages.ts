import { idOf, type LinkClaim, type ThingClaim } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import { type Holder, meet, ownName, type Reading, unexpected } from './reading.ts'

interface PackagePlace {
  readonly pointer: string
  readonly holder: Holder
  /** What kind of component it is, where that matters beyond its being software. */
  readonly type?: string
}

/** Says of a package what the file says of it: one claim that it is there and one that it is held. Files list millions, so no more. */
export function readPackage(reading: Reading, component: Component, { pointer, holder, type }: PackagePlace): Holder {
  const { name, version, purl, group } = component
  const known = typeof purl === 'string' && purl !== '' ? plainPurl(purl) : undefined
  if (purl !== undefined && known === undefined) unexpected(reading, `${pointer}/purl`, { expected: 'pkg:…', found: purl })
  const id = idOf('package', known ?? `named/${ownName(reading, { name, group, version })}`)
  const at = [reading.place(pointer)]
  const says: Record<string, string | readonly string[]> = {}
  const stated = version ?? component['versionRange']
  if (typeof stated === 'string' && stated !== '') says['version'] = stated
  if (type !== undefined) says['type'] = type
  sayMakers(says, component)
  const { state } = holder
  const external = component['isExternal'] === true
  const thing: ThingClaim = { claim: 'thing', id, name, says, state, basis: 'observed', at }
  // What is external comes with the surroundings: it is needed, and not inside.
  const role = external ? 'needs' : 'contains'
  const plain: LinkClaim = { claim: 'link', from: holder.id, to: id, role, state, basis: 'observed', at }
  const link = holder.phase === undefined ? plain : { ...plain, phase: holder.phase }
  reading.claims.push(thing, link)
  rememberRef(reading, component, { pointer, id })
  if (known !== undefined && !external && typeof purl === 'string') rememberEcosystem(reading, { known, purl }, { pointer, holder })
  return holder
}

/** Types of purl that are no family of packages. */
const noFamily: ReadonlySet<string> = new Set(['generic', 'oci', 'docker', 'swid'])

function rememberEcosystem(reading: Reading, { known, purl }: { readonly known: string; readonly purl: string }, { pointer, holder }: PackagePlace): void {
  const type = known.slice(4, known.indexOf('/'))
  const before = reading.ecosystems.get(type)
  if ((before && before.state === holder.state) || noFamily.has(type)) return
  const at = reading.place(pointer)
  meet(reading.ecosystems, type, { state: holder.state, at })
  const distro = /[?&]distro=([^&#]+)/.exec(purl)?.[1]
  if (distro !== undefined) reading.system.distro ??= { text: distro, at, holder: holder.id }
}
