import { type State, weaker } from '#estate/claim.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { folderOf, pathFrom } from '../paths.ts'
import type { Layer, Reader } from './reader.ts'
import { type Field, lastOf, lastText, type Service } from './service.ts'

interface Sources {
  readonly layers: readonly Layer[]
  readonly reader: Reader
  /** Profiles that are switched on; `*` for all. */
  readonly profiles: ReadonlySet<string>
}

/** Services that extend one another in a longer row than anybody writes. */
const deepest = 60

/** The services of all layers, each with everything that is said of it, in the order in which they are first named. */
export function servicesIn(sources: Sources): readonly Service[] {
  const names = new Set(sources.layers.flatMap((layer) => Object.keys(recordAt(layer.value, 'services'))))
  return [...names].flatMap((name) => serviceOf(name, sources))
}

const has = (layer: Layer, service: string): boolean => Object.hasOwn(recordAt(layer.value, 'services'), service)

function serviceOf(name: string, { layers, reader, profiles }: Sources): readonly Service[] {
  const own = layers.filter((layer) => has(layer, name))
  const fields = new Map<string, readonly Field[]>()
  // Paths in every layer are written from the folder of the first one; those in a file that is only extended, from its own.
  const folder = folderOf(layers[0]?.file.path ?? '')
  for (const layer of own) addFields({ layer, name, reader, folder, seen: new Set(), depth: 0 }, fields)
  const first = own[0]
  if (!first || fields.size === 0) return []
  const plain: Service = { name, at: first.document.place(['services', name]), state: 'active', fields }
  return [{ ...plain, state: weaker(profileState(plain, profiles), replicasOf(plain) === 0 ? 'inactive' : 'active') }]
}

interface Step {
  readonly layer: Layer
  readonly name: string
  readonly reader: Reader
  /** The folder from which the layer's paths are written. */
  readonly folder: string
  readonly seen: Set<string>
  readonly depth: number
}

/** The fields of a service in one layer, those it extends first. */
function addFields(step: Step, fields: Map<string, readonly Field[]>): void {
  const { layer, name } = step
  const key = `${layer.file.path} ${name}`
  const service = has(layer, name) ? recordAt(layer.value, 'services')[name] : undefined
  if (step.seen.has(key) || step.depth > deepest || !isRecord(service)) return
  step.seen.add(key)
  extended(step, service, fields)
  const bare = recordAt(recordAt(layer.bare, 'services'), name)
  for (const [field, value] of Object.entries(service)) {
    if (field === 'extends') continue
    const tag = layer.document.tag(['services', name, field])
    // A key without a value, or with the tag for it, takes back what earlier layers said.
    if (value === null || tag === '!reset') fields.delete(field)
    else {
      const own: Field = { value, bare: bare[field], folder: step.folder, at: (path) => layer.document.place(['services', name, field, ...path]) }
      fields.set(field, tag === '!override' ? [own] : [...(fields.get(field) ?? []), own])
    }
  }
}

function extended(step: Step, service: Record<string, unknown>, fields: Map<string, readonly Field[]>): void {
  const { layer, name, reader } = step
  const from = service['extends']
  const base = typeof from === 'string' ? from : textAt(from, 'service')
  if (base === undefined) return
  const at = layer.document.place(['services', name, 'extends'])
  const written = textAt(from, 'file')
  const other = written === undefined ? layer.file : reader.file(pathFrom(step.folder, written), at, written)
  if (!other) return
  const target = (other === layer.file ? [layer] : reader.layers(other)).find((one) => has(one, base))
  const folder = other === layer.file ? step.folder : folderOf(other.path)
  if (target) addFields({ ...step, layer: target, name: base, folder, depth: step.depth + 1 }, fields)
  else reader.diagnostics.set(`extends ${base}`, { code: 'unknown-reference', severity: 'warning', ...at, values: { what: base } })
}

/** A service with profiles starts only when one of them is chosen; of several layers any of theirs starts it. */
function profileState(service: Service, chosen: ReadonlySet<string>): State {
  const profiles = (service.fields.get('profiles') ?? []).flatMap((field) => (Array.isArray(field.value) ? field.value : [field.value])).map(String)
  return profiles.length === 0 || chosen.has('*') || profiles.some((profile) => chosen.has(profile)) ? 'active' : 'inactive'
}

/** How many copies run, where the file says so. */
export function replicasOf(service: Service): number | undefined {
  const value = (lastText(service, 'deploy', ['replicas']) ?? lastText(service, 'scale'))?.value
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** Whether a service is built here. */
export const isBuilt = (service: Service): boolean => lastOf(service, 'build') !== undefined
