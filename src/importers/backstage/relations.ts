import type { Claim, ThingId } from '#estate/claim.ts'
import { isRecord, listAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { type Entity, referenceOf, selfOf, thingAt } from './entity.ts'
import { link } from './said.ts'

/** What a relation between two entities says: which of the two needs the other. */
type Need = 'theirs' | 'ours'

/** Fields of `spec`, and what kind stands there when none is named. */
const fields: Readonly<Record<string, { readonly kind: string; readonly need: Need }>> = {
  dependsOn: { kind: 'component', need: 'theirs' },
  dependencyOf: { kind: 'component', need: 'ours' },
  consumesApis: { kind: 'api', need: 'theirs' },
  providesApis: { kind: 'api', need: 'ours' },
  apiConsumedBy: { kind: 'component', need: 'ours' },
  apiProvidedBy: { kind: 'component', need: 'theirs' },
  subcomponentOf: { kind: 'component', need: 'ours' },
}

/** The same in `relations`, which a running catalog adds to what people wrote. Whom something belongs to is read elsewhere. */
const relations: Readonly<Record<string, Need>> = {
  dependsOn: 'theirs',
  dependencyOf: 'ours',
  consumesApi: 'theirs',
  apiConsumedBy: 'ours',
  providesApi: 'ours',
  apiProvidedBy: 'theirs',
}

/** Which entities this one needs, and by which it is needed. Whoever provides an API is needed by it, so a caller leans on who answers. */
export function relationClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const stated = Object.entries(fields).flatMap(([name, { kind, need }]) => {
    const value = entity.spec[name]
    const list = Array.isArray(value) ? value : value === undefined ? [] : [value]
    return list.flatMap((text: unknown, at): readonly Related[] => [{ text, kind, need, path: ['spec', name, ...(Array.isArray(value) ? [at] : [])] }])
  })
  const added = listAt(entity.value, 'relations').flatMap((one, at): readonly Related[] => {
    const need = isRecord(one) ? relations[String(one['type'])] : undefined
    return isRecord(one) && need !== undefined ? [{ text: one['targetRef'], kind: 'component', need, path: ['relations', at] }] : []
  })
  return [...stated, ...added].flatMap((one) => needClaims(entity, self, one))
}

interface Related {
  readonly text: unknown
  readonly kind: string
  readonly need: Need
  readonly path: Path
}

function needClaims(entity: Entity, self: ThingId, { text, kind, need, path }: Related): readonly Claim[] {
  const reference = referenceOf(text, { kind, namespace: selfOf(entity).namespace })
  const other = reference === undefined ? undefined : thingAt(reference)
  if (other === undefined || other === self || /^(team|unit-of-organisation):/.test(other)) return []
  return [link(entity, { ...(need === 'theirs' ? { from: self, to: other } : { from: other, to: self }), role: 'needs' }, path)]
}
