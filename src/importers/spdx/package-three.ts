import { isRecord, listAt } from '#lang/json.ts'
import type { Bill } from '../bill.ts'
import { plainName } from '../bill-parties.ts'
import { asserted } from './asserted.ts'
import { tellDangling } from './defects.ts'
import type { Part, PartKeys, PartKind } from './document.ts'
import { type Element, idOfElement, typeOf } from './elements.ts'
import { kindOf, purposeOfTwo } from './kinds.ts'

export const keysOfThree: PartKeys = {
  supplier: 'suppliedBy',
  originator: 'originatedBy',
  download: 'software_downloadLocation',
  confidentiality: 'dataset_confidentialityLevel',
  isPersonal: 'dataset_hasSensitivePersonalInformation',
}

/** What else of the file a part refers to. */
export interface PartAround {
  readonly bill: Bill
  /** Organisations by id, with their names; people and tools without. */
  readonly agents: ReadonlyMap<string, string | undefined>
  /** Whether an id names something of another file. */
  readonly isImported: (id: string) => boolean
  readonly licence: string | undefined
  readonly pointer: string
}

/** Types of elements that are parts of a bill. */
export const isPart = (type: string): boolean => type === 'software_Package' || type === 'ai_AIPackage' || type === 'dataset_DatasetPackage'

export function kindOfThree(element: Element): PartKind {
  const type = typeOf(element)
  if (type === 'ai_AIPackage' || type === 'software_File') return 'model'
  if (type === 'dataset_DatasetPackage') return 'data'
  return kindOf(purposeOf(element), namesIn(element).purl)
}

const purposeOf = (element: Element): string | undefined => {
  const purpose = asserted(element['software_primaryPurpose'])
  return purpose === undefined ? undefined : purposeOfTwo(purpose)
}

/** A package of SPDX 3. Without a name, the end of its id has to do. */
export function partOfThree(element: Element, around: PartAround): Part | undefined {
  const { pointer, licence } = around
  const name =
    asserted(element['name']) ??
    idOfElement(element)
      ?.replace(/[/#]+$/, '')
      .replace(/^.*[/#]/s, '')
  if (name === undefined || name === '') return undefined
  const { purl, cpe } = namesIn(element)
  return {
    kind: kindOfThree(element),
    pointer,
    name,
    version: asserted(element['software_packageVersion']),
    purl,
    cpe,
    download: asserted(element['software_downloadLocation']),
    otherDownloads: otherDownloads(element['externalRef']),
    licences: licence === undefined ? none : [licence],
    supplier: organisations(element['suppliedBy'], around, 'suppliedBy')[0],
    originators: organisations(element['originatedBy'], around, 'originatedBy'),
    purpose: purposeOf(element),
    confidentiality: asserted(element['dataset_confidentialityLevel']),
    isPersonal: presence(element['dataset_hasSensitivePersonalInformation'] ?? element['ai_useSensitivePersonalInformation']),
  }
}

const none: readonly string[] = []

const presence = (value: unknown): boolean | undefined => (value === 'yes' ? true : value === 'no' ? false : undefined)

/** The purl and the CPE of an element: keys of their own, or among its external identifiers. */
function namesIn(element: Element): { readonly purl: string | undefined; readonly cpe: string | undefined } {
  let purl = asserted(element['software_packageUrl'])
  let cpe: string | undefined
  for (const one of listAt(element, 'externalIdentifier')) {
    const [type, identifier] = isRecord(one) ? [one['externalIdentifierType'], one['identifier']] : []
    if (type === 'packageUrl' || type === 'purl') purl ??= asserted(identifier)
    else if (type === 'cpe23' || type === 'cpe22') cpe ??= asserted(identifier)
  }
  return { purl, cpe }
}

/** Addresses that an element says its content lies at as well. Repositories, pages and reports are none. */
function otherDownloads(refs: unknown): readonly string[] {
  if (!Array.isArray(refs)) return none
  return refs.flatMap((ref: unknown) => {
    const type = isRecord(ref) ? ref['externalRefType'] : undefined
    if (type !== 'altDownloadLocation' && type !== 'binaryArtifact') return []
    return listAt(ref, 'locator').flatMap((one) => asserted(one) ?? [])
  })
}

/** The organisations that a key refers to, by name. Whoever may be a person has none here. */
function organisations(value: unknown, { bill, agents, isImported, pointer }: PartAround, key: string): readonly string[] {
  if (value === undefined) return none
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((one) => {
    if (isRecord(one)) return organisationName(one) ?? []
    if (typeof one !== 'string' || /(?:None|NoAssertion)Element$/.test(one)) return []
    if (!agents.has(one) && !isImported(one)) tellDangling(bill, [{ what: one, pointer: `${pointer}/${key}` }])
    return agents.get(one) ?? []
  })
}

export const organisationName = (element: Element): string | undefined => (typeOf(element) === 'Organization' ? plainName(asserted(element['name'])) : undefined)
