import type { Claim, ThingId } from '#estate/claim.ts'
import { isRecord, listAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { type Entity, type Reference, referenceOf, selfOf, systemGroup, thingAt, workloadId } from './entity.ts'
import { link } from './said.ts'

/** A reference in a field, or in a relation of a type where a running catalog says the same. */
function referred(entity: Entity, field: string, left: { readonly kind: string; readonly relation: string }): { readonly to: Reference; readonly path: Path } | undefined {
  const { namespace } = selfOf(entity)
  const stated = referenceOf(entity.spec[field], { kind: left.kind, namespace })
  if (stated) return { to: stated, path: ['spec', field] }
  const relations = listAt(entity.value, 'relations')
  for (const [at, one] of relations.entries()) {
    const to = isRecord(one) && one['type'] === left.relation ? referenceOf(one['targetRef'], { kind: left.kind, namespace }) : undefined
    if (to?.kind === left.kind) return { to, path: ['relations', at] }
  }
  return undefined
}

/** The system that an entity belongs to. */
const systemOf = (entity: Entity): Reference | undefined => {
  const found = referred(entity, 'system', { kind: 'system', relation: 'partOf' })?.to
  return found?.kind === 'system' ? found : undefined
}

/** The domain that a system or another domain belongs to. */
export function domainClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const found = referred(entity, entity.kind === 'Domain' ? 'subdomainOf' : 'domain', { kind: 'domain', relation: 'partOf' })
  const to = found?.to.kind === 'domain' ? thingAt(found.to) : undefined
  return found === undefined || to === undefined || to === self ? [] : [link(entity, { from: self, to, role: 'part-of' }, found.path)]
}

/** The group that owns an entity supports it. A person who owns one is not copied. */
export function ownerClaims(entity: Entity, owned: readonly ThingId[]): readonly Claim[] {
  const found = referred(entity, 'owner', { kind: 'group', relation: 'ownedBy' })
  const to = found?.to.kind === 'group' ? thingAt(found.to) : undefined
  return found === undefined || to === undefined ? [] : owned.map((from) => link(entity, { from, to, role: 'supported-by' }, found.path))
}

/** Where an entity belongs, and what is said of the workload so that it does. */
export interface Belonging {
  readonly id: ThingId
  /** Left out where another entity has it. */
  readonly name: string | undefined
  /** The group of the entity's own, if its workload is found by one. */
  readonly group: string | undefined
  /** What belongs to the workload. */
  readonly match: string
}

/** The workload of an entity: its system; or itself, where it is a component that belongs to no other. The rest goes with what needs it. */
export function belongingOf(entity: Entity, self: ThingId): Belonging | undefined {
  const system = systemOf(entity)
  if (system) return { id: workloadId(system), name: undefined, group: systemGroup(system), match: systemGroup(system) }
  const isPart = referenceOf(entity.spec['subcomponentOf'], { kind: 'component', namespace: entity.namespace }) !== undefined
  if (entity.kind !== 'Component' || isPart) return undefined
  return { id: workloadId(selfOf(entity)), name: entity.title ?? entity.name, group: undefined, match: `unit=${self}` }
}
