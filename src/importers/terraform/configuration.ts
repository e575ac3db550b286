import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { plainExpressions } from './expressions.ts'
import { type Provider, readProvider } from './provider.ts'

/** A provider block, with the values that can be told without running anything. */
export interface ProviderBlock {
  readonly key: string
  readonly provider: Provider
  readonly values: Readonly<Record<string, unknown>>
  readonly at: Path
}

/** A resource as the configuration writes it, under its address without indices. */
export interface ConfiguredResource {
  readonly address: string
  /** The modules around it, with a dot at the end: `module.a.`; blank at the root. */
  readonly prefix: string
  readonly providerKey: string
  readonly expressions: Readonly<Record<string, unknown>>
  readonly whole: Readonly<Record<string, unknown>>
  readonly at: Path
}

export interface ModuleCall {
  readonly source: string
  readonly at: Path
}

/** One module of the configuration and how its parent calls it. */
export interface ConfiguredModule {
  readonly prefix: string
  readonly parent: string
  readonly outputs: Readonly<Record<string, unknown>>
  readonly arguments: Readonly<Record<string, unknown>>
}

export interface Configuration {
  readonly blocks: ReadonlyMap<string, ProviderBlock>
  readonly resources: ReadonlyMap<string, ConfiguredResource>
  readonly calls: readonly ModuleCall[]
  /** By prefix; the root has a blank one. */
  readonly modules: ReadonlyMap<string, ConfiguredModule>
}

/** More modules within modules than anybody writes; a file that nests deeper is read down to here. */
const deepest = 64

/** The part of a plan that repeats the configuration it was made from. */
export function readConfiguration(document: Record<string, unknown>): Configuration | undefined {
  if (!isRecord(document['configuration'])) return undefined
  const configuration = document['configuration']
  const root = recordAt(configuration, 'root_module')
  const blocks = new Map<string, ProviderBlock>()
  const variables = variableValues(document, root)
  for (const [key, block] of Object.entries(recordAt(configuration, 'provider_config'))) {
    const provider = readProvider(textAt(block, 'full_name') ?? textAt(block, 'name') ?? key.replace(/^.*:/, '').replace(/\..*$/, ''))
    if (!provider) continue
    blocks.set(key, { key, provider, values: plainExpressions(recordAt(block, 'expressions'), variables), at: ['configuration', 'provider_config', key] })
  }
  const found: Found = { resources: new Map(), calls: [], modules: new Map() }
  readModule({ module: root, prefix: '', parent: '', arguments: {}, at: ['configuration', 'root_module'], depth: 0 }, found)
  return { blocks, ...found }
}

interface Found {
  readonly resources: Map<string, ConfiguredResource>
  readonly calls: ModuleCall[]
  readonly modules: Map<string, ConfiguredModule>
}

interface Step {
  readonly module: Record<string, unknown>
  readonly prefix: string
  readonly parent: string
  readonly arguments: Record<string, unknown>
  readonly at: Path
  readonly depth: number
}

function readModule(step: Step, found: Found): void {
  found.modules.set(step.prefix, { prefix: step.prefix, parent: step.parent, outputs: recordAt(step.module, 'outputs'), arguments: step.arguments })
  for (const [index, resource] of listAt(step.module, 'resources').entries()) {
    const own = textAt(resource, 'address')
    if (own === undefined || !isRecord(resource)) continue
    const address = `${step.prefix}${own}`
    const providerKey = textAt(resource, 'provider_config_key') ?? ''
    found.resources.set(address, {
      address,
      prefix: step.prefix,
      providerKey,
      expressions: recordAt(resource, 'expressions'),
      whole: resource,
      at: [...step.at, 'resources', index],
    })
  }
  if (step.depth >= deepest) return
  for (const [name, call] of Object.entries(recordAt(step.module, 'module_calls'))) {
    const at = [...step.at, 'module_calls', name]
    const source = textAt(call, 'source')
    if (source !== undefined) found.calls.push({ source, at: [...at, 'source'] })
    const next = { module: recordAt(call, 'module'), prefix: `${step.prefix}module.${name}.`, parent: step.prefix, arguments: recordAt(call, 'expressions') }
    readModule({ ...next, at: [...at, 'module'], depth: step.depth + 1 }, found)
  }
}

/** Values of the root module's variables: what the plan was made with first, their defaults otherwise. */
function variableValues(document: Record<string, unknown>, root: Record<string, unknown>): ReadonlyMap<string, unknown> {
  const defaults = Object.entries(recordAt(root, 'variables')).flatMap(([name, one]) => (isRecord(one) && one['default'] !== undefined ? [[name, one['default']] as const] : []))
  const given = Object.entries(recordAt(document, 'variables')).flatMap(([name, one]) => (isRecord(one) && one['value'] !== undefined ? [[name, one['value']] as const] : []))
  return new Map([...defaults, ...given])
}

/** The block that a resource is made through: its own key, or without the module where the module takes its parent's. */
export function blockOf(configuration: Configuration, resource: ConfiguredResource): ProviderBlock | undefined {
  const { blocks } = configuration
  return blocks.get(resource.providerKey) ?? blocks.get(resource.providerKey.replace(/^.*:/, ''))
}
