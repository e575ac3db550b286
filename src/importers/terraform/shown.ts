import type { State } from '#estate/claim.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { withoutIndices } from './address.ts'
import { readConfiguration } from './configuration.ts'
import { providerOfType, readProvider } from './provider.ts'
import { referenceFinder } from './references.ts'
import type { Reading, Resource } from './resource.ts'

/** What `terraform show -json` prints, of a state or of a plan; formats 0.1 to 1.x say the same with more and more beside it. */
export function readShown(document: Record<string, unknown>, file: string): Reading {
  const configuration = readConfiguration(document)
  const references = configuration ? referenceFinder(configuration) : undefined
  const found = plannedResources(document)
  const resources = found.map((resource): Resource => {
    const configured = configuration?.resources.get(withoutIndices(resource.address))
    return configured && references ? { ...resource, dependsOn: references(configured) } : resource
  })
  const outputsAt = 'planned_values' in document ? ['planned_values', 'outputs'] : ['values', 'outputs']
  return {
    scope: file,
    resources,
    ...(configuration ? { configuration } : {}),
    searched: [
      { values: recordAt(document[outputsAt[0] ?? ''], 'outputs'), at: outputsAt },
      { values: recordAt(document, 'variables'), at: ['variables'] },
      { values: recordAt(recordAt(document, 'configuration'), 'root_module'), at: ['configuration', 'root_module'] },
    ],
    diagnostics: [],
  }
}

/** The resources after the plan, those it removes, and look-ups made on the way. */
function plannedResources(document: Record<string, unknown>): readonly Resource[] {
  const changes = changesOf(document)
  const after = [...resourcesIn(recordAt(document, 'values'), ['values']), ...resourcesIn(recordAt(document, 'planned_values'), ['planned_values'])].map((resource) => {
    const change = changes.get(resource.address)
    return change === undefined ? resource : { ...resource, action: change.action }
  })
  const known = new Set(after.map((resource) => resource.address))
  const onlyChanged = [...changes.values()].filter((change) => !known.has(change.address))
  for (const change of onlyChanged) known.add(change.address)
  const prior = resourcesIn(recordAt(recordAt(document, 'prior_state'), 'values'), ['prior_state', 'values'])
  return [...after, ...onlyChanged, ...prior.filter((resource) => resource.mode === 'data' && !known.has(resource.address))]
}

interface Changed extends Resource {
  readonly action: string
}

/** What a plan is going to do, by address. What it removes is no longer in use; what it makes is listed all the same. */
function changesOf(document: Record<string, unknown>): ReadonlyMap<string, Changed> {
  const plain = listAt(document, 'resource_changes').map((change, index) => ({ change, at: ['resource_changes', index] as Path }))
  const deferred = listAt(document, 'deferred_changes').map((one, index) => ({
    change: recordAt(one, 'resource_change'),
    at: ['deferred_changes', index, 'resource_change'] as Path,
  }))
  const found = [...plain, ...deferred].flatMap(({ change, at }): readonly Changed[] => {
    const resource = resourceOf(change, at)
    if (!resource || textAt(change, 'deposed') !== undefined) return []
    const inner = recordAt(change, 'change')
    const actions = listAt(inner, 'actions').filter((one) => typeof one === 'string')
    const removed = actions.length > 0 && actions.every((action) => action === 'delete')
    const side = removed || !isRecord(inner['after']) ? 'before' : 'after'
    const state: State = removed ? 'inactive' : 'active'
    return [{ ...resource, action: actions.join('+'), values: recordAt(inner, side), hidden: inner[`${side}_sensitive`], valuesAt: [...at, 'change', side], state }]
  })
  return new Map(found.map((change) => [change.address, change]))
}

/** More modules within modules than anybody writes; a file that nests deeper is read down to here. */
const deepest = 64

function resourcesIn(values: Record<string, unknown>, at: Path): readonly Resource[] {
  const found: Resource[] = []
  let level = [{ module: recordAt(values, 'root_module'), at: [...at, 'root_module'] as Path }]
  for (let depth = 0; level.length > 0 && depth < deepest; depth++) {
    for (const { module, at: here } of level) {
      for (const [index, resource] of listAt(module, 'resources').entries()) {
        const read = resourceOf(resource, [...here, 'resources', index])
        if (read) found.push(read)
      }
    }
    level = level.flatMap((one) =>
      listAt(one.module, 'child_modules').flatMap((child, index) => (isRecord(child) ? [{ module: child, at: [...one.at, 'child_modules', index] }] : [])),
    )
  }
  return found
}

function resourceOf(resource: unknown, at: Path): Resource | undefined {
  const [address, type] = [textAt(resource, 'address'), textAt(resource, 'type')]
  if (address === undefined || type === undefined || !isRecord(resource)) return undefined
  return {
    address,
    mode: textAt(resource, 'mode') === 'data' ? 'data' : 'managed',
    type,
    provider: readProvider(textAt(resource, 'provider_name') ?? '') ?? providerOfType(type),
    values: recordAt(resource, 'values'),
    hidden: resource['sensitive_values'],
    state: 'active',
    dependsOn: listAt(resource, 'depends_on').filter((one) => typeof one === 'string'),
    at,
    valuesAt: [...at, 'values'],
    flat: false,
  }
}
