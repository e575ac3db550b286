import type { Claim } from '#estate/claim.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { unitId } from './identity.ts'
import type { KubeObject } from './object.ts'
import { type Scope, scopeOf } from './scope.ts'
import type { Unit } from './unit.ts'
import { pathOf } from './way.ts'

/** A file that tells tools what to put together: it is no object of a cluster, and yet what it names is needed to deploy. */
export function fileUnit(kind: string, name: string, document: SourceDocument): Unit & { readonly claim: Claim } {
  const id = unitId('-', kind, name)
  const object: KubeObject = { group: '', kind, name, namespace: '-', id, labels: {}, annotations: {}, value: {}, place: (way) => document.place(pathOf(way)) }
  const scope: Scope = scopeOf([])
  const claim: Claim = { claim: 'thing', id, name, says: { type: kind, groups: ['namespace=-'], runs: false }, state: 'active', basis: 'observed', at: [document.place([])] }
  return { id, object, scope, state: 'active', claim }
}
