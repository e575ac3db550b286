import { isRecord, listAt } from '#lang/json.ts'
import type { Bill } from '../bill.ts'
import { unexpected } from '../bill-faults.ts'
import { missing } from './defects.ts'
import { type Element, type Elements, idOfElement, typeOf } from './elements.ts'
import { isPart, kindOfThree, organisationName } from './package-three.ts'

/** The elements of a document by what they are, each as its place in the list of all. */
export interface Sorted {
  readonly parts: number[]
  /** Files that are models. They are parts where nothing else is: a document that lists its models as such means those. */
  readonly modelFiles: number[]
  readonly relationships: number[]
  /** Documents, bills and bundles. */
  readonly collections: number[]
  /** Files, snippets, builds and whatever else relationships may speak of. */
  readonly others: number[]
  /** Organisations by id, with their names; people and tools, without. */
  readonly agents: Map<string, string | undefined>
  readonly licences: Map<string, Element>
  /** Ids of elements that other files hold. */
  readonly imported: Set<string>
  files: number
  hasSecurity: boolean
}

const agentTypes: ReadonlySet<string> = new Set(['Organization', 'Person', 'Agent', 'SoftwareAgent', 'Tool'])
const collectionTypes: ReadonlySet<string> = new Set(['SpdxDocument', 'software_Sbom', 'Bom', 'Bundle'])
const relationshipTypes: ReadonlySet<string> = new Set(['Relationship', 'LifecycleScopedRelationship'])

/** Goes through all elements once, and tells what they should have and lack: once for each key, at the first that lacks it. */
export function sortElements(bill: Bill, elements: Elements): Sorted {
  const sorted: Sorted = {
    parts: [],
    modelFiles: [],
    relationships: [],
    collections: [],
    others: [],
    agents: new Map(),
    licences: new Map(),
    imported: new Set(),
    files: 0,
    hasSecurity: false,
  }
  const lacking = new Map<string, { readonly first: number; readonly count: number }>()
  for (let at = 0; at < elements.list.length; at++) {
    const element = elements.list[at] ?? {}
    const lacks = sortOne(sorted, { element, at, type: typeOf(element) })
    if (lacks !== undefined) lacking.set(lacks, { first: lacking.get(lacks)?.first ?? at, count: (lacking.get(lacks)?.count ?? 0) + 1 })
  }
  if (sorted.parts.every((at) => kindOfThree(elements.list[at] ?? {}) !== 'model')) sorted.parts.push(...sorted.modelFiles)
  else sorted.others.push(...sorted.modelFiles)
  for (const [key, { first, count }] of lacking) missing(bill, elements.pointer(first), { key, count })
  checkVersion(bill, elements)
  return sorted
}

interface Found {
  readonly element: Element
  readonly at: number
  readonly type: string
}

/** @returns the key that the element should have and lacks */
function sortOne(sorted: Sorted, { element, at, type }: Found): string | undefined {
  if (relationshipTypes.has(type)) {
    sorted.relationships.push(at)
    return undefined
  }
  const id = idOfElement(element)
  if (type === 'software_File') {
    sorted.files++
    if (id !== undefined) (element['software_primaryPurpose'] === 'model' ? sorted.modelFiles : sorted.others).push(at)
    return undefined
  }
  if (isPart(type)) {
    sorted.parts.push(at)
    return id === undefined ? 'spdxId' : typeof element['name'] === 'string' ? undefined : 'name'
  }
  if (collectionTypes.has(type)) {
    sorted.collections.push(at)
    for (const one of listAt(element, 'import')) if (isRecord(one) && typeof one['externalSpdxId'] === 'string') sorted.imported.add(one['externalSpdxId'])
  } else if (type.startsWith('security_')) sorted.hasSecurity = true
  if (id === undefined) return undefined
  if (agentTypes.has(type)) {
    sorted.agents.set(id, organisationName(element))
    return type === 'Organization' && typeof element['name'] !== 'string' ? 'name' : undefined
  }
  if (type.startsWith('simplelicensing_') || type.startsWith('expandedlicensing_')) sorted.licences.set(id, element)
  sorted.others.push(at)
  return undefined
}

/** The version stands in what says how elements came to be. */
function checkVersion(bill: Bill, { list, pointer }: Elements): void {
  const at = list.findIndex((element) => typeOf(element) === 'CreationInfo')
  const version = at < 0 ? undefined : list[at]?.['specVersion']
  if (at >= 0 && (typeof version !== 'string' || !/^3\.\d+\.\d+$/.test(version))) unexpected(bill, `${pointer(at)}/specVersion`, { expected: '3.0.0 | 3.0.1', found: version })
}
