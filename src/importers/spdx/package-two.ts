import { isRecord } from '#lang/json.ts'
import type { Bill } from '../bill.ts'
import { unexpected } from '../bill-faults.ts'
import { asserted } from './asserted.ts'
import type { Part, PartKeys } from './document.ts'
import { kindOf } from './kinds.ts'
import { agentIn } from './organisation.ts'

export const keysOfTwo: PartKeys = { supplier: 'supplier', originator: 'originator', download: 'downloadLocation', confidentiality: 'name', isPersonal: 'name' }

/** A package of SPDX 2. Without a name, its id has to do. */
export function partOf(bill: Bill, one: Record<string, unknown>, pointer: string): Part | undefined {
  const name = asserted(one['name']) ?? asserted(one['SPDXID'])
  if (name === undefined) return undefined
  const { purl, cpe } = refsIn(one['externalRefs'])
  const purpose = asserted(one['primaryPackagePurpose'])
  const concluded = asserted(one['licenseConcluded']) ?? asserted(one['licenseDeclared'])
  return {
    kind: kindOf(purpose, purl),
    pointer,
    name,
    version: asserted(one['versionInfo']),
    purl,
    cpe,
    download: asserted(one['downloadLocation']),
    otherDownloads: none,
    licences: concluded === undefined || concluded.length > 200 ? none : [concluded],
    supplier: organisationAt(bill, one, { pointer, key: 'supplier' }),
    originators: listed(organisationAt(bill, one, { pointer, key: 'originator' })),
    purpose,
    confidentiality: undefined,
    isPersonal: undefined,
  }
}

const none: readonly string[] = []
const listed = (one: string | undefined): readonly string[] => (one === undefined ? none : [one])

/** Whether a package is a container image, asked of every package before it is read. */
export function isImage(one: Record<string, unknown> | undefined): boolean {
  if (one === undefined) return false
  return kindOf(asserted(one['primaryPackagePurpose']), refsIn(one['externalRefs']).purl) === 'image'
}

interface Refs {
  readonly purl: string | undefined
  readonly cpe: string | undefined
}

const noRefs: Refs = { purl: undefined, cpe: undefined }

/** The first purl and the first CPE among the references. Before purls there were names of their own for three archives. */
function refsIn(refs: unknown): Refs {
  if (!Array.isArray(refs)) return noRefs
  let purl: string | undefined
  let cpe: string | undefined
  for (let at = 0; at < refs.length; at++) {
    const ref: unknown = refs[at]
    if (!isRecord(ref)) continue
    const { referenceType: type, referenceLocator: locator } = ref
    if (typeof type !== 'string' || typeof locator !== 'string') continue
    if (type === 'purl' || type.endsWith('/purl')) purl ??= asserted(locator)
    else if (type.includes('cpe2')) cpe ??= asserted(locator)
    else purl ??= olderName(type, locator)
  }
  return { purl, cpe }
}

/** Locators of SPDX 2 for archives (annex F): `group:name:version`, `name@version` and `name/version`. */
function olderName(type: string, locator: string): string | undefined {
  const [, group, artifact, release] = type.endsWith('maven-central') ? (/^([\w.-]+):([\w.-]+)(?::([\w.+-]+))?$/.exec(locator) ?? []) : []
  if (artifact !== undefined) return `pkg:maven/${group}/${artifact}${release === undefined ? '' : `@${release}`}`
  if (/(?:^|\/)npm$/.test(type) && /^(?:@[\w.-]+\/)?[\w.-]+@[\w.+-]+$/.test(locator)) return `pkg:npm/${locator.replace(/^@/, '%40')}`
  const [, name, version] = /(?:^|\/)nuget$/.test(type) ? (/^([\w.-]+)\/([\w.+-]+)$/.exec(locator) ?? []) : []
  return name === undefined ? undefined : `pkg:nuget/${name}@${version}`
}

function organisationAt(bill: Bill, one: Record<string, unknown>, { pointer, key }: { readonly pointer: string; readonly key: string }): string | undefined {
  const text = asserted(one[key])
  if (text === undefined) return undefined
  const { organisation, isWellFormed } = agentIn(text)
  // What stands there may be a person's name, so it is not shown.
  if (!isWellFormed) unexpected(bill, `${pointer}/${key}`, { expected: 'Organization: … | Person: …', found: '…' })
  return organisation
}
