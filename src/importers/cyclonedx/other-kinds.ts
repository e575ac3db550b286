import { idOf } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import { classified, rememberDataDownload } from './data-classes.ts'
import { makersOf } from './models.ts'
import { sayPackage } from './packages.ts'
import { type Holder, ownName, plainName, type Reading } from './reading.ts'

interface Where {
  readonly pointer: string
  readonly holder: Holder
}

/** An operating system: a component like others, and the system that its holder runs on. */
export function readSystem(reading: Reading, component: Component, where: Where): void {
  const { pointer, holder } = where
  const id = sayPackage(reading, component, { ...where, type: 'operating-system' })
  makersOf(reading, component, { id, pointer, state: holder.state })
  saySystem(reading, component, where)
}

/** The system a holder runs on, said of the holder, with a sign for the knowledge base: a system has no identifier of its own. */
export function saySystem(reading: Reading, component: Component, { pointer, holder }: Where): void {
  reading.system.named = true
  const at = reading.place(pointer)
  const version = plainName(component['version']) ?? plainName(component['versionRange'])
  const says = { 'os-name': component.name, ...(version === undefined ? {} : { 'os-version': version }) }
  reading.claims.push({ claim: 'thing', id: holder.id, says, state: holder.state, basis: 'observed', at: [at] })
  const sign = { on: 'spec-value', text: `operating-system.name=${component.name}` } as const
  reading.claims.push(signClaim(holder.id, sign, { state: holder.state, at, ...(version === undefined ? {} : { value: version }) }))
}

/** Where nobody names the system, its packages do: `distro=debian-11` says what they were made for. */
export function distroClaims(reading: Reading): void {
  const { named, distro } = reading.system
  if (named || !distro) return
  const [, name = distro.text, version] = /^([a-z][a-z_]*)-([\w.]+)$/i.exec(distro.text) ?? []
  const says = { 'os-name': name, ...(version === undefined ? {} : { 'os-version': version }) }
  reading.claims.push({ claim: 'thing', id: distro.holder, says, state: 'active', basis: 'observed', at: [distro.at] })
  const sign = { on: 'spec-value', text: `operating-system.name=${name}` } as const
  reading.claims.push(signClaim(distro.holder, sign, { state: 'active', at: distro.at, ...(version === undefined ? {} : { value: version }) }))
}

/** A device or its firmware. Its supplier makes or sells it and runs nothing. */
export function readHardware(reading: Reading, component: Component, { pointer, holder }: Where): void {
  const id = idOf('hardware', ownName(reading, component))
  const says: Record<string, string | readonly string[]> = { type: component['type'] === 'firmware' ? 'firmware' : 'device' }
  const version = plainName(component['version'])
  if (version !== undefined) says['version'] = version
  sayMakers(says, component)
  sayThing(reading, component, { id, says, pointer, holder })
  makersOf(reading, component, { id, pointer, state: holder.state })
}

/** A cryptographic asset: an algorithm, a protocol, a key or a certificate. None of them is software, and an issuer's name is no supplier. */
export function readCrypto(reading: Reading, component: Component, { pointer, holder }: Where): void {
  const properties = recordAt(component, 'cryptoProperties')
  const type = textAt(properties, 'assetType') ?? 'unknown'
  const until = textAt(recordAt(properties, 'certificateProperties'), 'notValidAfter')?.slice(0, 10)
  const own = textAt(component, 'bom-ref') ?? `${type}/${component.name}`
  const version = plainName(component['version'])
  const says = { type, ...(until === undefined ? {} : { expires: until }), ...(version === undefined ? {} : { version }) }
  sayThing(reading, component, { id: idOf('crypto', `${reading.file}/${own}`), says, pointer, holder })
}

/** Data that is listed as a component: data sets, configuration, source code, with the class each is said to have. */
export function readData(reading: Reading, component: Component, { pointer, holder }: Where): void {
  const id = idOf('dataset', ownName(reading, component))
  const says: Record<string, string | readonly string[]> = {}
  sayMakers(says, component)
  sayThing(reading, component, { id, says, pointer, holder })
  for (const [at, data] of listAt(component, 'data').entries()) {
    if (!isRecord(data)) continue
    const here = `${pointer}/data/${at}`
    classified(reading, { word: data['classification'] }, { pointer: `${here}/classification`, state: holder.state })
    rememberDataDownload(reading, data, { pointer: here, state: holder.state })
  }
}

interface Said extends Where {
  readonly id: `${'hardware' | 'crypto' | 'dataset'}:${string}`
  readonly says: Readonly<Record<string, string | readonly string[]>>
}

/** That a thing is there and what holds it: data is held by the unit, everything else contained. */
function sayThing(reading: Reading, component: Component, { id, says, pointer, holder }: Said): void {
  const at = [reading.place(pointer)]
  const role = id.startsWith('dataset:') ? 'holds' : 'contains'
  reading.claims.push({ claim: 'thing', id, name: component.name, says, state: holder.state, basis: 'observed', at })
  reading.claims.push({ claim: 'link', from: holder.id, to: id, role, state: holder.state, basis: 'observed', at })
  rememberRef(reading, component, { pointer, id })
}
