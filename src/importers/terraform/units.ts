import { type Claim, idOf, type Says, type State, type ThingId, weaker } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { isRecord, textAt } from '#lang/json.ts'
import { moduleOf, withoutIndices } from './address.ts'
import { blockOf, type ProviderBlock } from './configuration.ts'
import { isBuiltIn } from './provider.ts'
import type { Reading, Resource } from './resource.ts'
import type { Unit } from './unit.ts'

/** Tags by which people say what belongs together, the strongest first. */
const groupTags =
  /^(app\.kubernetes\.io\/part-of|part[-_]?of|application|app|project|system|workload|service|product|component|stack|team|environment|env|owner|cost[-_ ]?cent(?:er|re))$/i
const groupOrder = ['app.kubernetes.io/part-of', 'part-of', 'application', 'app', 'project', 'system', 'workload', 'service', 'product', 'component', 'stack']

/** The id under which an instance is known; two files of one lineage name it alike. */
export const unitId = (reading: Reading, resource: Resource): ThingId => idOf('unit', `terraform/${reading.scope}/${resource.address}`)

/** A resource instance as a unit: where its attributes stand, and whether it is in use. */
export function unitOf(reading: Reading, resource: Resource, place: SourceDocument['place']): Unit {
  const configured = reading.configuration?.resources.get(withoutIndices(resource.address))
  // Attributes of one that is only removed are what the provider made of them.
  const known = configured && resource.valuesAt[0] === 'planned_values' ? new Set(Object.keys(configured.expressions)) : undefined
  return {
    id: unitId(reading, resource),
    resource,
    state: weaker(resource.state, stateOf(resource, blockFor(reading, resource))),
    place: (path) => place(resource.flat && path.length > 1 ? resource.valuesAt : [...resource.valuesAt, ...path]),
    ...(known === undefined ? {} : { configured: known }),
  }
}

/** The provider block a resource is made through, where the file repeats the configuration. */
export function blockFor(reading: Reading, resource: Resource): ProviderBlock | undefined {
  const configured = reading.configuration?.resources.get(withoutIndices(resource.address))
  return configured && reading.configuration ? blockOf(reading.configuration, configured) : undefined
}

/** Scaled to nothing or switched off by its own attributes; emulated where the provider is pointed at this very machine. */
function stateOf(resource: Resource, block: ProviderBlock | undefined): State {
  const { values } = resource
  const isOff = (name: string, off: readonly unknown[]): boolean => off.includes(values[name])
  if (isOff('enabled', [false, 'false']) || isOff('is_enabled', [false, 'false']) || isOff('disabled', [true, 'true']) || isOff('is_disabled', [true, 'true'])) return 'inactive'
  if (isOff('desired_count', [0, '0']) || isOff('replicas', [0, '0'])) return 'inactive'
  return block && isLocal(block.values['endpoints']) ? 'emulated' : 'active'
}

/** Whether a provider's `endpoints` lead to a stand-in on this machine or beside it. */
function isLocal(endpoints: unknown): boolean {
  const texts = JSON.stringify(endpoints ?? '').match(/https?:\/\/[^"/:]+/g) ?? []
  return texts.length > 0 && texts.every((text) => /\/\/(localhost|127\.\d+\.\d+\.\d+|[a-z0-9-]+|[a-z0-9-]+\.localhost)$/i.test(text))
}

/** That the unit exists, of which type and by which provider it is, and where it belongs. */
export function unitClaims(unit: Unit, place: SourceDocument['place']): readonly Claim[] {
  const { resource, id, state } = unit
  const at = place(resource.at)
  const common = { state, at }
  const claims: Claim[] = [
    { claim: 'thing', id, name: resource.address, says: saysOf(resource), state, basis: 'observed', at: [at] },
    signClaim(id, { on: 'terraform-type', text: resource.type }, common),
  ]
  if (isBuiltIn(resource.provider)) return claims
  claims.push(signClaim(id, { on: 'terraform-provider', text: resource.provider.source }, common))
  const { registry } = resource.provider
  if (registry !== undefined) claims.push({ claim: 'link', from: id, to: idOf('module-registry', registry), role: 'module-registry', state, basis: 'observed', at: [at] })
  return claims
}

function saysOf(resource: Resource): Says {
  const { values } = resource
  const engine = textAt(values, 'engine')
  const version = textAt(values, 'engine_version') ?? textAt(values, 'elasticsearch_version')
  const own = /cluster|kubernetes|server|database|cache/.test(resource.type)
    ? (textAt(values, 'version') ?? textAt(values, 'kubernetes_version') ?? textAt(values, 'min_master_version'))
    : undefined
  return {
    type: resource.type,
    groups: groupsOf(resource),
    ...(resource.action === undefined || resource.action === '' ? {} : { 'planned-action': resource.action }),
    ...(engine === undefined ? {} : { engine }),
    ...(version === undefined ? {} : { 'engine-version': version }),
    ...(own === undefined ? {} : { version: own }),
  }
}

function groupsOf(resource: Resource): readonly string[] {
  const tables = [resource.values['tags_all'], resource.values['tags'], resource.values['labels']].filter(isRecord)
  // A tag may bear the address of a person; nobody groups by that, and it is not passed on.
  const isGroup = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && !value.includes('@')
  const tags = new Map(
    tables.flatMap((table) => Object.entries(table)).flatMap(([key, value]) => (groupTags.test(key) && isGroup(value) ? [[key.toLowerCase(), value.trim()]] : [])),
  )
  const rank = (key: string): number => (groupOrder.indexOf(key) + groupOrder.length + 1) % (groupOrder.length + 1)
  const labels = [...tags].sort(([a], [b]) => rank(a) - rank(b)).map(([key, value]) => `label:${key}=${value}`)
  return [...labels, `module=${moduleOf(resource.address) || 'root'}`]
}
