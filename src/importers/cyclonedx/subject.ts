import { idOf, type State, type ThingId } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { isRecord, recordAt } from '#lang/json.ts'
import type { Holder } from '../bill.ts'
import { isImagePurl } from '../bill-images.ts'
import { linkMakers, plainName } from '../bill-parties.ts'
import { saySystem } from '../bill-systems.ts'
import { asComponent, type Component, rememberRef, sayMakers } from './component.ts'
import { readComponents, readContainer } from './components.ts'
import { isSerial } from './defects.ts'
import { downloadsIn } from './downloads.ts'
import { makersOf, readModel } from './models.ts'
import { readData, systemOf } from './other-kinds.ts'
import { secretProperties } from './properties.ts'
import type { Reading } from './reading.ts'

/** The unit a bill of materials describes. Its serial number names it wherever the file lies; without one, the path has to. */
export const unitOf = (bom: Record<string, unknown>, file: string): ThingId => idOf('unit', `cyclonedx/${isSerial(bom['serialNumber']) ? bom['serialNumber'] : file}`)

const pointer = '/metadata/component'

/**
 * What the file describes: a unit, named and grouped by the component of its metadata.
 *
 * @returns what holds the components of the file: the unit, or the image where it describes one
 */
export function readSubject(reading: Reading, bom: Record<string, unknown>): Holder {
  const metadata = recordAt(bom, 'metadata')
  const unit: Holder = { id: reading.unit, state: 'active' }
  const subject = metadata['component'] === undefined ? undefined : asComponent(reading, metadata['component'], pointer)
  const says = subject ? saysOf(subject) : {}
  const at = [reading.place(subject ? pointer : '')]
  reading.claims.push({ claim: 'thing', id: reading.unit, name: subject?.name ?? reading.file, says, state: 'active', basis: 'observed', at })
  const stated = { supplier: metadata['supplier'], manufacture: metadata['manufacture'] }
  metadataMakers(reading, stated, unit.state)
  secretProperties(reading, metadata, '/metadata')
  if (!subject) return unit
  if (subject['externalReferences'] !== undefined) downloadsIn(reading, subject['externalReferences'], { pointer, state: 'active', phase: 'deploy' })
  secretProperties(reading, subject, pointer)
  const holder = readKind(reading, subject, unit)
  readComponents(reading, subject['components'], { pointer: `${pointer}/components`, holder })
  return holder
}

function saysOf(subject: Component): Record<string, string | readonly string[]> {
  const purl = typeof subject['purl'] === 'string' ? plainPurl(subject['purl']) : undefined
  const says: Record<string, string | readonly string[]> = { groups: [...(purl === undefined ? [] : [`purl=${purl}`]), `name=${subject.name}`] }
  const version = plainName(subject['version'])
  if (typeof subject['type'] === 'string') says['type'] = subject['type']
  if (version !== undefined) says['version'] = version
  sayMakers(says, subject)
  return says
}

/** Up to 1.5 `manufacture` names who made what the file describes; the `manufacturer` of 1.6 made the file, which is nothing to lean on. */
function metadataMakers(reading: Reading, stated: { readonly supplier: unknown; readonly manufacture: unknown }, state: State): void {
  const makers = [['supplier', 'distributed-by'] as const, ['manufacture', 'published-by'] as const].map(([key, role]) => ({
    role,
    organisation: isRecord(stated[key]) ? stated[key] : undefined,
    pointer: `/metadata/${key}`,
  }))
  linkMakers(reading, makers, { id: reading.unit, state })
}

/** What the subject is by its type. Its own purl is held too: other files and the knowledge base know it by that. */
function readKind(reading: Reading, subject: Component, unit: Holder): Holder {
  const where = { pointer, holder: unit }
  const { type, purl } = subject
  if (type === 'container' || isImagePurl(purl)) return readContainer(reading, subject, where)
  if (type === 'machine-learning-model') readModel(reading, subject, where)
  else {
    if (type === 'data') readData(reading, subject, where)
    else rememberRef(reading, subject, { pointer, id: reading.unit })
    if (type === 'operating-system') saySystem(reading, systemOf(subject), where)
    makersOf(reading, subject, { id: reading.unit, pointer, state: 'active' })
    const name = typeof purl === 'string' ? plainPurl(purl) : undefined
    if (name !== undefined)
      reading.claims.push({ claim: 'link', from: reading.unit, to: idOf('package', name), role: 'contains', state: 'active', basis: 'observed', at: [reading.place(pointer)] })
  }
  return unit
}
