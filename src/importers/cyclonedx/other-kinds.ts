import { idOf } from '#estate/claim.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { type BillPlace, ownName } from '../bill.ts'
import { classified, type HeldThing, sayHeld } from '../bill-data.ts'
import { plainName } from '../bill-parties.ts'
import { saySystem } from '../bill-systems.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import { rememberDataDownload } from './downloads.ts'
import { makersOf } from './models.ts'
import { sayComponent } from './packages.ts'
import type { Reading } from './reading.ts'

/** An operating system: a component like others, and the system that its holder runs on. */
export function readSystem(reading: Reading, component: Component, where: BillPlace): void {
  const { pointer, holder } = where
  const id = sayComponent(reading, component, { ...where, type: 'operating-system' })
  makersOf(reading, component, { id, pointer, state: holder.state })
  saySystem(reading, systemOf(component), where)
}

/** The system that a component is, by name and version. */
export const systemOf = (component: Component): { readonly name: string; readonly version: string | undefined } => ({
  name: component.name,
  version: plainName(component['version']) ?? plainName(component['versionRange']),
})

/** A device or its firmware. Its supplier makes or sells it and runs nothing. */
export function readHardware(reading: Reading, component: Component, where: BillPlace): void {
  const id = idOf('hardware', ownName(reading, component))
  const says: Record<string, string | readonly string[]> = { type: component['type'] === 'firmware' ? 'firmware' : 'device' }
  const version = plainName(component['version'])
  if (version !== undefined) says['version'] = version
  sayMakers(says, component)
  sayThing(reading, component, { ...where, id, says })
  makersOf(reading, component, { id, pointer: where.pointer, state: where.holder.state })
}

/** A cryptographic asset: an algorithm, a protocol, a key or a certificate. None of them is software, and an issuer's name is no supplier. */
export function readCrypto(reading: Reading, component: Component, where: BillPlace): void {
  const properties = recordAt(component, 'cryptoProperties')
  const type = textAt(properties, 'assetType') ?? 'unknown'
  const until = textAt(recordAt(properties, 'certificateProperties'), 'notValidAfter')?.slice(0, 10)
  const own = textAt(component, 'bom-ref') ?? `${type}/${component.name}`
  const version = plainName(component['version'])
  const says = { type, ...(until === undefined ? {} : { expires: until }), ...(version === undefined ? {} : { version }) }
  sayThing(reading, component, { ...where, id: idOf('crypto', `${reading.file}/${own}`), says })
}

/** Data that is listed as a component: data sets, configuration, source code, with the class each is said to have. */
export function readData(reading: Reading, component: Component, where: BillPlace): void {
  const { pointer, holder } = where
  const says: Record<string, string | readonly string[]> = {}
  sayMakers(says, component)
  sayThing(reading, component, { ...where, id: idOf('dataset', ownName(reading, component)), says })
  for (const [at, data] of listAt(component, 'data').entries()) {
    if (!isRecord(data)) continue
    const here = `${pointer}/data/${at}`
    classified(reading, { word: data['classification'] }, { pointer: `${here}/classification`, state: holder.state })
    rememberDataDownload(reading, data, { pointer: here, state: holder.state })
  }
}

function sayThing(reading: Reading, component: Component, { id, says, pointer, holder }: BillPlace & Pick<HeldThing, 'id' | 'says'>): void {
  sayHeld(reading, { id, name: component.name, says }, { pointer, holder })
  rememberRef(reading, component, { pointer, id })
}
