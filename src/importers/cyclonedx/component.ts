import type { ThingId } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import { duplicate, unexpected } from '../bill-faults.ts'
import { plainName } from '../bill-parties.ts'
import { checkComponent } from './defects.ts'
import { licencesIn } from './licences.ts'
import type { Reading } from './reading.ts'

/** A component as the file has it: any key may be absent or hold anything. */
export type Component = Readonly<Record<string, unknown>> & { readonly name: string }

/** A component with a name; without one, its purl or its reference has to do. Without any of these it is told, and passed over. */
export function asComponent(reading: Reading, value: unknown, pointer: string): Component | undefined {
  if (!isRecord(value)) {
    unexpected(reading, pointer, { expected: 'object', found: value })
    return undefined
  }
  checkComponent(reading, value, pointer)
  const name = value['name']
  if (typeof name === 'string' && name !== '') return value as Component
  const other = plainName(value['purl']) ?? plainName(value['bom-ref'])
  return other === undefined ? undefined : { ...value, name: other }
}

/** Licences, supplier, publisher and CPE, as far as the file names them. */
export function sayMakers(says: Record<string, string | readonly string[]>, component: Component): void {
  if (component['licenses'] !== undefined) {
    const licences = licencesIn(component['licenses'])
    if (licences.length > 0) says['licences'] = licences
  }
  const { supplier, publisher, cpe } = component
  const supplied = plainName(isRecord(supplier) ? supplier['name'] : supplier)
  const maker = isRecord(component['manufacturer']) ? plainName(component['manufacturer']['name']) : undefined
  const published = plainName(publisher) ?? maker
  if (supplied !== undefined) says['supplier-name'] = supplied
  if (published !== undefined) says['publisher-name'] = published
  if (typeof cpe === 'string' && cpe !== '') says['cpe'] = cpe
}

/** References are unique within a file, or the file is at fault. */
export function rememberRef(reading: Reading, component: Component, { pointer, id }: { readonly pointer: string; readonly id: ThingId }): void {
  const ref = component['bom-ref']
  if (typeof ref !== 'string' || ref === '') return
  // One look-up and not two: files have a million of them.
  const before = reading.refs.size
  reading.refs.set(ref, id)
  if (reading.refs.size === before) duplicate(reading, pointer, ref)
}
