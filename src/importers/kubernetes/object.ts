import type { FilePlace, ThingId } from '#estate/claim.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { groupIn } from './api-groups.ts'
import { namespaceKey, unitId } from './identity.ts'
import { pathOf, type Way } from './way.ts'

/** One object of the Kubernetes API, wherever in a file it stands. */
export interface KubeObject {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly id: ThingId
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly value: Readonly<Record<string, unknown>>
  /** The place of a way below the object; its own without one. */
  place(way?: Way): FilePlace
}

/** A document that has the form of an object: with an `apiVersion` and a `kind` at its top. */
export const isObject = (value: unknown): value is Record<string, unknown> => isRecord(value) && groupIn(value['apiVersion']) !== undefined && textAt(value, 'kind') !== undefined

/** All objects of all documents. Lists and templates of OpenShift are taken apart, also one within the other. */
export function objectsIn(documents: readonly SourceDocument[]): readonly KubeObject[] {
  const objects: KubeObject[] = []
  for (const document of documents) {
    const left: Held[] = [{ value: document.value, path: [], depth: 0 }]
    for (let held = left.pop(); held; held = left.pop()) {
      const inner = partsOf(held)
      if (inner) left.push(...inner.toReversed())
      else if (isObject(held.value)) objects.push(objectOf(held.value, held.path, document))
    }
  }
  return objects
}

interface Held {
  readonly value: unknown
  readonly path: Path
  readonly depth: number
}

/** Lists in lists go no deeper. */
const deepest = 5

/** Items of a list may leave out what the list says: `DeploymentList` holds Deployments. */
function partsOf({ value, path, depth }: Held): readonly Held[] | undefined {
  if (!isRecord(value) || depth > deepest) return undefined
  const kind = textAt(value, 'kind') ?? ''
  const key = /List$/.test(kind) && Array.isArray(value['items']) ? 'items' : kind === 'Template' && Array.isArray(value['objects']) ? 'objects' : undefined
  if (key === undefined || groupIn(value['apiVersion']) === undefined) return undefined
  const items: readonly unknown[] = value[key] as unknown[]
  const lent = kind === 'List' || key === 'objects' ? {} : { apiVersion: value['apiVersion'], kind: kind.slice(0, -'List'.length) }
  return items.map((item, index) => ({ value: isRecord(item) ? { ...lent, ...item } : item, path: [...path, key, index], depth: depth + 1 }))
}

function objectOf(value: Record<string, unknown>, path: Path, document: SourceDocument): KubeObject {
  const metadata = recordAt(value, 'metadata')
  const kind = textAt(value, 'kind') ?? ''
  const name = textAt(metadata, 'name') ?? textAt(metadata, 'generateName')?.replace(/-+$/, '') ?? '-'
  const namespace = namespaceKey(textAt(metadata, 'namespace'))
  return {
    group: groupIn(value['apiVersion']) ?? '',
    kind,
    name,
    namespace,
    id: unitId(namespace, kind, name),
    labels: textsAt(metadata['labels']),
    annotations: textsAt(metadata['annotations']),
    value,
    place: (way) => document.place([...path, ...pathOf(way)]),
  }
}

/** A table of plain values as texts. */
export const textsAt = (table: unknown): Readonly<Record<string, string>> =>
  isRecord(table)
    ? Object.fromEntries(Object.entries(table).flatMap(([key, value]) => (typeof value === 'object' || value === undefined ? [] : [[key, String(value)] as const])))
    : {}
