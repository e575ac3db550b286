import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt } from '#lang/json.ts'
import { onceClaims } from '../bill-downloads.ts'
import { distroClaims } from '../bill-systems.ts'
import type { Importer } from '../importer.ts'
import { readComponents } from './components.ts'
import { checkDocument } from './defects.ts'
import { readNeeds } from './needs.ts'
import { startReading } from './reading.ts'
import { isCycloneDx, isXml } from './recognise.ts'
import { readServices } from './services.ts'
import { readSubject, unitOf } from './subject.ts'
import { readXml } from './xml.ts'
import { shapeOf } from './xml-shape.ts'

export const cyclonedx: Importer = {
  id: 'cyclonedx',
  title: 'CycloneDX bill of materials',
  spec: 'https://cyclonedx.org/specification/overview/',
  recognises: (file) => isCycloneDx(file.text()),
  read,
}

/** Both forms are brought into one shape first, so that they cannot say different things. */
function read(file: SourceFile, { wanted }: Beside): Fragment {
  if (isXml(file.text())) {
    const { root, diagnostics } = readXml(file)
    if (!root) return { claims: [], diagnostics: diagnostics.length > 0 ? diagnostics : [nothingInside(file)] }
    const { value, place } = shapeOf(root, file.path)
    return readBom(file, { wanted, value, place, diagnostics: [...diagnostics, ...oldOrUnknown(file, root.attributes['xmlns'] ?? '')] })
  }
  const { documents, diagnostics } = documentsOf(file)
  return readBom(file, { wanted, value: documents[0]?.value, place: (pointer) => ({ file: file.path, pointer }), diagnostics })
}

/** Before 1.2 there was neither metadata nor a graph; and a name space of no version is read as the newest. */
function oldOrUnknown(file: SourceFile, space: string): readonly Diagnostic[] {
  if (/\/bom\/1\.[2-7]$/.test(space)) return []
  const what = /\/bom\/1\.[01]$/.test(space) ? `CycloneDX ${space.slice(-3)}` : space.slice(0, 80)
  return [{ code: 'defect', severity: what === space.slice(0, 80) ? 'warning' : 'note', file: file.path, pointer: '/bom', values: { what } }]
}

interface Opened {
  readonly wanted: Beside['wanted']
  readonly value: unknown
  readonly place: (pointer: string) => FilePlace
  readonly diagnostics: readonly Diagnostic[]
}

function readBom(file: SourceFile, { value: bom, place, diagnostics, wanted }: Opened): Fragment {
  if (!isRecord(bom)) return { claims: [], diagnostics: diagnostics.length > 0 ? diagnostics : [nothingInside(file)] }
  const reading = startReading(file.path, { unit: unitOf(bom, file.path), place, wanted })
  checkDocument(reading, bom)
  const without = passedOver(bom)
  if (without) return { claims: [], diagnostics: [...diagnostics, ...reading.diagnostics, { ...without, ...reading.place('') }] }
  const holder = readSubject(reading, bom)
  readComponents(reading, bom['components'], { pointer: '/components', holder })
  readServices(reading, bom['services'], { pointer: '/services', holder: { id: reading.unit, state: 'active' } })
  // What the thing was made with is needed to make it again, and not to run it.
  for (const [at, formula] of listAt(bom, 'formulation').entries()) {
    const maker = { id: reading.unit, state: 'active', phase: 'build' } as const
    if (!isRecord(formula)) continue
    readComponents(reading, formula['components'], { pointer: `/formulation/${at}/components`, holder: maker })
    readServices(reading, formula['services'], { pointer: `/formulation/${at}/services`, holder: maker })
  }
  readNeeds(reading, bom['dependencies'])
  distroClaims(reading)
  return { claims: [...reading.claims, ...onceClaims(reading)], contents: [...reading.contents.values()], diagnostics: [...diagnostics, ...reading.diagnostics] }
}

/** A file that lists nothing: it speaks of vulnerabilities, of conformity, or of nothing at all. */
function passedOver(bom: Record<string, unknown>): Pick<Diagnostic, 'code' | 'severity' | 'values'> | undefined {
  const present = (key: string): boolean => (Array.isArray(bom[key]) ? bom[key].length > 0 : bom[key] !== undefined)
  if (present('components') || present('services') || present('formulation')) return undefined
  if (present('vulnerabilities')) return { code: 'no-dependency', severity: 'note', values: { what: 'VEX' } }
  if (isRecord(bom['metadata']) && ['component', 'supplier', 'manufacture'].some((key) => isRecord(bom['metadata']) && key in bom['metadata'])) return undefined
  return present('declarations') || present('definitions') ? { code: 'no-dependency', severity: 'note', values: { what: 'CDXA' } } : { code: 'nothing-inside', severity: 'note' }
}

const nothingInside = (file: SourceFile): Diagnostic => ({ code: 'nothing-inside', severity: 'note', file: file.path })
