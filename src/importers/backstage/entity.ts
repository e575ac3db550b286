import { type FilePlace, idOf, type State, type ThingId } from '#estate/claim.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'

/** One entity of a catalog. */
export interface Entity {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly title: string | undefined
  readonly state: State
  readonly metadata: Readonly<Record<string, unknown>>
  readonly spec: Readonly<Record<string, unknown>>
  readonly value: Readonly<Record<string, unknown>>
  place(path?: Path): FilePlace
}

/** API groups of the catalog and its neighbours: `backstage.io`, `scaffolder.backstage.io`. */
const group = /^(?:[a-z0-9-]+\.)?backstage\.io\//

/** A document that has the form of an entity. */
export const isEntity = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && typeof value['apiVersion'] === 'string' && group.test(value['apiVersion']) && typeof value['kind'] === 'string'

/** A document that has the form of an object of Kubernetes, which leaves such files to others. */
export const isOtherObject = (value: unknown): boolean =>
  isRecord(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string' && !group.test(value['apiVersion'])

/** @returns nothing when the entity has no name, or one that a template has still to fill in */
export function entityOf(document: SourceDocument): Entity | undefined {
  const value = document.value
  if (!isEntity(value)) return undefined
  const metadata = recordAt(value, 'metadata')
  const spec = recordAt(value, 'spec')
  const name = metadata['name']
  if (typeof name !== 'string' || !isName(name)) return undefined
  const title = textAt(metadata, 'title')
  return {
    kind: textAt(value, 'kind') ?? '',
    namespace: folded(textAt(metadata, 'namespace') ?? 'default'),
    name: folded(name),
    title: title !== undefined && isShown(title) ? title.trim() : undefined,
    state: isGone(textAt(spec, 'lifecycle')) ? 'inactive' : 'active',
    metadata,
    spec,
    value,
    place: (path = []) => document.place(path),
  }
}

const folded = (text: string): string => text.trim().toLowerCase()
const isName = (text: string): boolean => /^[\w.-]{1,200}$/.test(text.trim())
/** A title is a name of something. An address in it is somebody's. */
const isShown = (text: string): boolean => text.length <= 200 && !text.includes('@') && !text.includes('{{')

/** What is deprecated or an experiment is in use until somebody says that it is gone. */
const isGone = (lifecycle: string | undefined): boolean =>
  lifecycle !== undefined &&
  /^(retired|decommissioned|end[-_ ]?of[-_ ]?life|eol|archived|removed|sunset|sunsetted|terminated|obsolete|uitgefaseerd|vervallen)$/i.test(lifecycle.trim())

/** What one entity says of another. */
export interface Reference {
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

/**
 * Reads `[<kind>:][<namespace>/]<name>`. What is left out follows from where it stands.
 *
 * @returns nothing when the text is none, as an address of a person
 */
export function referenceOf(text: unknown, left: { readonly kind: string; readonly namespace: string }): Reference | undefined {
  const parts = typeof text === 'string' && text.length <= 300 ? /^(?:([a-z]\w{0,62}):)?(?:([\w.-]{1,63})\/)?([\w.-]{1,200})$/i.exec(text.trim()) : null
  if (!parts) return undefined
  const [, kind = left.kind, namespace = left.namespace, name = ''] = parts
  return { kind: folded(kind), namespace: folded(namespace), name: folded(name) }
}

export const selfOf = ({ kind, namespace, name }: Entity): Reference => ({ kind: folded(kind), namespace, name })

/** The default namespace is left out, so that a plan means the same by a plain word. */
const keyOf = ({ namespace, name }: Reference): string => (namespace === 'default' ? name : `${namespace}/${name}`)

/** The group by which entities name their system. */
export const systemGroup = (reference: Reference): string => `label:backstage.io/system=${keyOf(reference)}`
/** A workload by the organisation's own word for it: a plan and a register mean the same by it. */
export const workloadId = (reference: Reference): ThingId => idOf('workload', keyOf(reference))
const unitId = ({ kind, namespace, name }: Reference): ThingId => idOf('unit', `backstage/${namespace}/${kind}/${name}`)

/** The thing that a reference leads to. People lead to nothing: they are not copied. */
export function thingAt(reference: Reference): ThingId | undefined {
  switch (reference.kind) {
    case 'user':
    case 'location':
    case 'template':
      return undefined
    case 'group':
      return idOf('team', keyOf(reference))
    case 'system':
      return workloadId(reference)
    case 'domain':
      return idOf('unit-of-organisation', keyOf(reference))
    default:
      return unitId(reference)
  }
}
