import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { listAt, recordAt, textAt } from '#lang/json.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { annotationSecrets } from './annotations.ts'
import { domainClaims, ownerClaims } from './belonging.ts'
import { type Entity, entityOf, isEntity, referenceOf, selfOf, thingAt } from './entity.ts'
import { isCatalog } from './recognised.ts'
import { relationClaims } from './relations.ts'
import { thing } from './said.ts'
import { unitClaims } from './unit.ts'

export const backstage: Importer = {
  id: 'backstage',
  title: 'Backstage catalog',
  spec: 'https://backstage.io/docs/features/software-catalog/descriptor-format',
  recognises: isCatalog,
  read,
}

function read(file: SourceFile): Fragment {
  const { documents, diagnostics } = documentsOf(file)
  const held = documents.filter((document) => isEntity(document.value))
  const entities = held.flatMap((document) => entityOf(document) ?? [])
  const people = peopleOf(entities)
  const claims = entities.flatMap((entity) => entityClaims(entity, people))
  const told = [...diagnostics, ...held.flatMap(nameless), ...entities.flatMap(annotationSecrets)]
  const empty: readonly Diagnostic[] = claims.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims, diagnostics: firstOfEach([...told, ...empty]) }
}

function entityClaims(entity: Entity, people: ReadonlyMap<string, number>): readonly Claim[] {
  const self = thingAt(selfOf(entity))
  if (self === undefined) return []
  switch (entity.kind) {
    case 'Group':
      return teamClaims(entity, people)
    case 'Domain':
      return [thing(entity, self, { name: entity.title ?? entity.name }), ...domainClaims(entity, self)]
    case 'System':
      return [thing(entity, self, { name: entity.title ?? entity.name }), ...ownerClaims(entity, [self]), ...domainClaims(entity, self), ...relationClaims(entity, self)]
    default:
      return unitClaims(entity, self)
  }
}

/** A group of people is a team. How many they are is kept, and nothing of any of them. */
function teamClaims(entity: Entity, people: ReadonlyMap<string, number>): readonly Claim[] {
  const self = thingAt(selfOf(entity))
  if (self === undefined) return []
  const shown = textAt(recordAt(entity.spec, 'profile'), 'displayName')
  const name = entity.title ?? (shown !== undefined && !shown.includes('@') && shown.length <= 200 ? shown : entity.name)
  const count = Math.max(listAt(entity.spec, 'members').length, people.get(self) ?? 0)
  return [thing(entity, self, { name, says: count === 0 ? {} : { 'head-count': count } })]
}

/** How many people of this file say that they belong to each team. */
function peopleOf(entities: readonly Entity[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const entity of entities) {
    if (entity.kind !== 'User') continue
    const teams = listAt(entity.spec, 'memberOf').flatMap((text) => {
      const reference = referenceOf(text, { kind: 'group', namespace: entity.namespace })
      return reference === undefined ? [] : [thingAt(reference)]
    })
    for (const team of new Set(teams)) if (team !== undefined) counts.set(team, (counts.get(team) ?? 0) + 1)
  }
  return counts
}

/** An entity without a name is told; one that a template has still to fill in waits for it. */
function nameless(document: SourceDocument): readonly Diagnostic[] {
  if (entityOf(document) !== undefined) return []
  const name = recordAt(document.value, 'metadata')['name']
  const at = document.place(['metadata', 'name'])
  if (typeof name === 'object' || /[{$%]/.test(String(name))) return [{ code: 'unresolved', severity: 'warning', ...at, values: { what: 'metadata.name' } }]
  return [{ code: 'unexpected', severity: 'error', ...at, values: { expected: 'metadata.name', found: name === undefined ? 'nothing' : 'text' } }]
}
