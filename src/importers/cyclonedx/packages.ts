import { idOf, type Says, type ThingId } from '#estate/claim.ts'
import type { Listed } from '#estate/contents.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import { type Holder, meet, ownName, type Reading, unexpected } from './reading.ts'

interface PackagePlace {
  readonly pointer: string
  readonly holder: Holder
}

/** Lists a package in what holds it. What is external comes with the surroundings: it is needed, and not inside. Files list millions, so no more. */
export function readPackage(reading: Reading, component: Component, { pointer, holder }: PackagePlace): Holder {
  const { key, known } = namedIn(reading, component, pointer)
  if (component['isExternal'] === true) sayPackage(reading, component, { pointer, holder })
  else {
    listIn(reading, holder, { key, name: component.name, ...placeOf(reading, pointer), ...saysOf(component, key) })
    // An edge from a package to a service says that what holds the package calls it.
    rememberRef(reading, component, { pointer, id: holder.id })
    if (known) rememberEcosystem(reading, { key, purl: String(component['purl']) }, { pointer, holder })
  }
  return holder
}

/** Says of a package what the file says of it, as a thing of its own. `type` is the kind of component, where that matters beyond its being software. */
export function sayPackage(reading: Reading, component: Component, { pointer, holder, type }: PackagePlace & { readonly type?: string }): ThingId {
  const { key } = namedIn(reading, component, pointer)
  const id = idOf('package', key)
  const { says = {} } = saysOf(component, key)
  const common = { state: holder.state, basis: 'observed', at: [reading.place(pointer)] } as const
  const role = component['isExternal'] === true ? 'needs' : 'contains'
  reading.claims.push({ claim: 'thing', id, name: component.name, says: { ...says, ...(type === undefined ? {} : { type }) }, ...common })
  reading.claims.push({ claim: 'link', from: holder.id, to: id, role, ...(holder.phase === undefined ? {} : { phase: holder.phase }), ...common })
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
function saysOf(component: Component, key: string): { readonly says?: Says } {
  const says: Record<string, string | readonly string[]> = {}
  const stated = component['version'] ?? component['versionRange']
  if (typeof stated === 'string' && stated !== '' && !key.endsWith(`@${stated}`)) says['version'] = stated
  sayMakers(says, component)
  return Object.keys(says).length === 0 ? {} : { says }
}

/** Places are those of one file; only XML has its lines at hand. */
function placeOf(reading: Reading, pointer: string): Pick<Listed, 'pointer' | 'line'> {
  const { line } = reading.place(pointer)
  return line === undefined ? { pointer } : { pointer, line }
}

function listIn(reading: Reading, holder: Holder, listed: Listed): void {
  const { last } = reading
  if (last.holder === holder) {
    last.list?.push(listed)
    return
  }
  const key = `${holder.id}\n${holder.state}\n${holder.phase ?? ''}`
  const phase = holder.phase === undefined ? {} : { phase: holder.phase }
  const contents = reading.contents.get(key) ?? { of: holder.id, state: holder.state, basis: 'observed', ...phase, file: reading.file, packages: [] }
  reading.contents.set(key, contents)
  contents.packages.push(listed)
  reading.last = { holder, list: contents.packages }
}

/** Types of purl that are no family of packages. */
const noFamily: ReadonlySet<string> = new Set(['generic', 'oci', 'docker', 'swid'])

function rememberEcosystem(reading: Reading, { key, purl }: { readonly key: string; readonly purl: string }, { pointer, holder }: PackagePlace): void {
  const type = key.slice(4, key.indexOf('/'))
  const before = reading.ecosystems.get(type)
  if ((before && before.state === holder.state) || noFamily.has(type)) return
  const at = reading.place(pointer)
  meet(reading.ecosystems, type, { state: holder.state, at })
  const distro = /[?&]distro=([^&#]+)/.exec(purl)?.[1]
  if (distro !== undefined) reading.system.distro ??= { text: distro, at, holder: holder.id }
}
