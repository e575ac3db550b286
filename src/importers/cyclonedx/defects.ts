import { isRecord, listAt } from '#lang/json.ts'
import { sayOdd, shown, unexpected } from '../bill-faults.ts'
import type { Reading } from './reading.ts'

/**
 * What breaks the format's own rules, as far as a reader would stumble over it. Whatever is found here is read all the same; the
 * list of SPDX licence ids is not held against the licences, since it grows faster than this does.
 */

const types: ReadonlySet<unknown> = new Set([
  'application',
  'framework',
  'library',
  'container',
  'platform',
  'operating-system',
  'device',
  'device-driver',
  'firmware',
  'file',
  'machine-learning-model',
  'data',
  'cryptographic-asset',
])
const scopes: ReadonlySet<unknown> = new Set(['required', 'optional', 'excluded', undefined])
const patchTypes: ReadonlySet<unknown> = new Set(['unofficial', 'monkey', 'backport', 'cherry-pick'])
/** Lengths of MD5, SHA-1, SHA-256, SHA-384 and SHA-512 sums as text. */
const hashLengths: ReadonlySet<number> = new Set([32, 40, 64, 96, 128])

const topKeys =
  '$schema bomFormat specVersion serialNumber version metadata components services externalReferences dependencies compositions vulnerabilities annotations formulation declarations definitions citations properties signature'
const metadataKeys = 'timestamp lifecycles tools authors component manufacturer manufacture supplier licenses properties distributionConstraints'
const known = { top: new Set(topKeys.split(' ')), metadata: new Set(metadataKeys.split(' ')) }

/** The outermost object and its metadata. */
export function checkDocument(reading: Reading, bom: Record<string, unknown>): void {
  if (bom['bomFormat'] !== 'CycloneDX') unexpected(reading, '/bomFormat', { expected: 'CycloneDX', found: bom['bomFormat'] })
  const { specVersion, serialNumber } = bom
  if (typeof specVersion !== 'string' || !/^1\.[0-7]$/.test(specVersion)) unexpected(reading, '/specVersion', { expected: '1.2 … 1.7', found: specVersion })
  if (serialNumber !== undefined && !isSerial(serialNumber)) unexpected(reading, '/serialNumber', { expected: 'urn:uuid:…', found: serialNumber })
  checkKeys(reading, bom, { pointer: '', known: known.top })
  const { metadata } = bom
  if (metadata !== undefined && !isRecord(metadata)) unexpected(reading, '/metadata', { expected: 'object', found: metadata })
  if (!isRecord(metadata)) return
  checkKeys(reading, metadata, { pointer: '/metadata', known: known.metadata })
  const { timestamp } = metadata
  if (timestamp !== undefined && !(typeof timestamp === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(timestamp))) {
    unexpected(reading, '/metadata/timestamp', { expected: 'date-time', found: timestamp })
  }
  checkCitations(reading, bom)
}

export const isSerial = (serial: unknown): serial is string => typeof serial === 'string' && /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(serial)

function checkKeys(reading: Reading, record: Record<string, unknown>, { pointer, known }: { readonly pointer: string; readonly known: ReadonlySet<string> }): void {
  for (const key of Object.keys(record)) {
    if (known.has(key)) continue
    const near = key.length < 4 ? undefined : [...known].find((one) => one.startsWith(key) || key.startsWith(one))
    sayOdd(reading, pointer, { code: 'unknown-key', severity: 'note', values: { key: shown(key), near: near ?? 'unknown' } })
  }
}

/** A citation says who or what stated a part of the file, in one way and of one part. */
function checkCitations(reading: Reading, bom: Record<string, unknown>): void {
  const refs = new Set<unknown>()
  for (const [at, citation] of listAt(bom, 'citations').entries()) {
    if (!isRecord(citation)) continue
    const pointer = `/citations/${at}`
    const ref = citation['bom-ref']
    if (citation['attributedTo'] === undefined && citation['process'] === undefined) unexpected(reading, pointer, { expected: 'attributedTo | process', found: undefined })
    if (citation['pointers'] !== undefined && citation['expressions'] !== undefined)
      unexpected(reading, pointer, { expected: 'pointers | expressions', found: 'pointers, expressions' })
    if (ref !== undefined && refs.has(ref)) sayOdd(reading, pointer, { code: 'duplicate', severity: 'note', values: { what: shown(ref) } })
    refs.add(ref)
  }
}

/** One component. Looks at a few keys only: files have a million of them. */
export function checkComponent(reading: Reading, component: Record<string, unknown>, pointer: string): void {
  const { type, name, scope, hashes, version } = component
  if (!types.has(type)) unexpected(reading, `${pointer}/type`, { expected: 'library | application | …', found: type })
  if (typeof name !== 'string' || name === '') unexpected(reading, `${pointer}/name`, { expected: 'string', found: name })
  if (!scopes.has(scope)) unexpected(reading, `${pointer}/scope`, { expected: 'required | optional | excluded', found: scope })
  if (component['bom-ref'] === '') unexpected(reading, `${pointer}/bom-ref`, { expected: 'bom-ref', found: '' })
  if (component['versionRange'] !== undefined) checkRange(reading, component, { pointer, version })
  if (hashes !== undefined) checkHashes(reading, hashes, `${pointer}/hashes`)
  const { pedigree } = component
  if (pedigree === undefined) return
  for (const [at, patch] of listAt(pedigree, 'patches').entries()) {
    const kind = isRecord(patch) ? patch['type'] : undefined
    if (!patchTypes.has(kind)) unexpected(reading, `${pointer}/pedigree/patches/${at}/type`, { expected: [...patchTypes].join(' | '), found: kind })
  }
}

/** A range stands instead of a version, and only for what the surroundings provide. */
function checkRange(reading: Reading, component: Record<string, unknown>, { pointer, version }: { readonly pointer: string; readonly version: unknown }): void {
  if (version !== undefined) unexpected(reading, `${pointer}/versionRange`, { expected: 'version | versionRange', found: 'version, versionRange' })
  if (component['isExternal'] !== true) unexpected(reading, `${pointer}/isExternal`, { expected: 'true', found: component['isExternal'] })
}

function checkHashes(reading: Reading, hashes: unknown, pointer: string): void {
  if (!Array.isArray(hashes)) {
    unexpected(reading, pointer, { expected: 'array', found: hashes })
    return
  }
  for (let at = 0; at < hashes.length; at++) {
    const content: unknown = isRecord(hashes[at]) ? hashes[at]['content'] : undefined
    if (typeof content !== 'string' || !hashLengths.has(content.length)) unexpected(reading, `${pointer}/${at}/content`, { expected: 'hexadecimal', found: content })
  }
}
