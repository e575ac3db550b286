import { type FilePlace, type State, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { readEnvFile } from './env-file.ts'
import { interpolate, type Lookup } from './interpolate.ts'
import { layersOf } from './layers.ts'
import { folderOf, pathFrom } from './paths.ts'
import { type Field, lastOf, lastText, type Service } from './service.ts'

/** A file of the project with its variables filled in. */
interface Layer {
  readonly file: SourceFile
  readonly document: SourceDocument
  readonly value: Record<string, unknown>
}

/** A Compose project: all layers of one file, read together. */
export interface Project {
  readonly name: string
  readonly services: readonly Service[]
  /** Sections beside the services (`models`, `volumes`, …), with the layer each stands in. */
  section(name: string): readonly { readonly value: Record<string, unknown>; at(path: Path): FilePlace }[]
  /** Keys at the top of all layers. */
  readonly keys: readonly { readonly name: string; readonly at: FilePlace }[]
  /** Names that included files bring in, with the unit each is read as. */
  readonly included: ReadonlyMap<string, string>
  readonly lookup: Lookup
  readonly diagnostics: readonly Diagnostic[]
}

/** The name of a project without one of its own: its folder, and `-` for the root. */
export const folderName = (path: string): string => folderOf(path) || '-'

/**
 * Reads a file with its layers, and what it extends and includes.
 *
 * @returns nothing when the file is itself a layer of another, which is read with that one
 */
export function readProject(file: SourceFile, beside: Beside): Project | undefined {
  const env = projectEnv(file, beside)
  const layers = layersOf(file, beside, env)
  if (!layers) return undefined
  const reader = newReader(env, beside)
  const read = layers.flatMap((layer) => reader.layer(layer))
  const given = read.map((layer) => textAt(layer.value, 'name')).findLast((name) => name !== undefined)
  const name = given ?? env('COMPOSE_PROJECT_NAME') ?? folderName(file.path)
  const profiles = new Set([...beside.settings.composeProfiles, ...(env('COMPOSE_PROFILES') ?? '').split(',').filter((profile) => profile !== '')])
  const names = [...new Set(read.flatMap((layer) => Object.keys(recordAt(layer.value, 'services'))))]
  const services = names.flatMap((service) => serviceOf(service, { layers: read, reader, profiles }))
  return {
    name,
    services,
    section: (section) =>
      read.flatMap((layer) => (isRecord(layer.value[section]) ? [{ value: layer.value[section], at: (path: Path) => layer.document.place([section, ...path]) }] : [])),
    keys: read.flatMap((layer) => Object.keys(layer.value).map((key) => ({ name: key, at: layer.document.place([key]) }))),
    included: includedNames(read, reader),
    lookup: env,
    diagnostics: [...reader.diagnostics.values()],
  }
}

/** The variables of the project: `.env` beside the file. What stands in the shell is not known. */
function projectEnv(file: SourceFile, beside: Beside): Lookup {
  const env = beside.file(pathFrom(folderOf(file.path), '.env') ?? '.env')
  const values = new Map(env ? readEnvFile(env.text(), () => undefined).flatMap((entry) => (entry.value === undefined ? [] : [[entry.name, entry.value] as const])) : [])
  return (name) => values.get(name)
}

/** Variables that every shell sets. */
const ofTheShell = /^(PWD|HOME|USER|UID|GID|HOSTNAME|SHELL|PATH|LANG|TMPDIR)$/

interface Reader {
  readonly diagnostics: Map<string, Diagnostic>
  layer(file: SourceFile): readonly Layer[]
  file(path: string | undefined, at: FilePlace, written: string): SourceFile | undefined
}

function newReader(env: Lookup, beside: Beside): Reader {
  const known = new Map<string, readonly Layer[]>()
  const diagnostics = new Map<string, Diagnostic>()
  const layer = (file: SourceFile): readonly Layer[] => {
    const before = known.get(file.path)
    if (before) return before
    const { documents, diagnostics: faults } = documentsOf(file)
    for (const [index, fault] of faults.entries()) diagnostics.set(`${file.path} fault ${index}`, fault)
    const layers = documents.flatMap((document): readonly Layer[] => {
      const value = filled(document.value, [], { env, unresolved: (names, path) => tell(names, document.place(path)) })
      return isRecord(value) ? [{ file, document, value }] : []
    })
    known.set(file.path, layers)
    return layers
  }
  const tell = (names: readonly string[], at: FilePlace): void => {
    for (const name of names) {
      if (!ofTheShell.test(name) && !diagnostics.has(`variable ${name}`))
        diagnostics.set(`variable ${name}`, { code: 'unresolved', severity: 'note', ...at, values: { what: name } })
    }
  }
  const file = (path: string | undefined, at: FilePlace, written: string): SourceFile | undefined => {
    const found = path === undefined ? undefined : beside.file(path)
    if (!found) diagnostics.set(`file ${written}`, { code: 'missing-file', severity: 'note', ...at, values: { what: written } })
    return found
  }
  return { diagnostics, layer, file }
}

/** Deeper than any Compose file nests. */
const deepest = 60

/** A copy with variables filled in everywhere but in keys, and in commands' own dollar signs (`$$`). */
function filled(value: unknown, path: Path, how: { readonly env: Lookup; unresolved(names: readonly string[], path: Path): void }): unknown {
  if (path.length > deepest) return undefined
  if (typeof value === 'string') {
    if (!value.includes('$')) return value
    const { text, unresolved } = interpolate(value, how.env)
    if (unresolved.length > 0) how.unresolved(unresolved, path)
    return text
  }
  if (Array.isArray(value)) return value.map((item, index) => filled(item, [...path, index], how))
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, [...path, key], how)])) : value
}

interface Sources {
  readonly layers: readonly Layer[]
  readonly reader: Reader
  readonly profiles: ReadonlySet<string>
}

function serviceOf(name: string, sources: Sources): readonly Service[] {
  const own = sources.layers.filter((layer) => name in recordAt(layer.value, 'services'))
  const fields = new Map<string, Field[]>()
  for (const layer of own) addFields({ layer, name, reader: sources.reader, seen: new Set(), depth: 0 }, fields)
  const first = own[0]
  if (!first || fields.size === 0) return []
  const plain: Service = { name, at: first.document.place(['services', name]), state: 'active', fields }
  return [{ ...plain, state: weaker(profileState(plain, sources.profiles), scaleState(plain)) }]
}

interface Step {
  readonly layer: Layer
  readonly name: string
  readonly reader: Reader
  readonly seen: Set<string>
  readonly depth: number
}

/** The fields of a service in one layer, those it extends first. */
function addFields(step: Step, fields: Map<string, Field[]>): void {
  const { layer, name } = step
  const key = `${layer.file.path} ${name}`
  const service = recordAt(layer.value, 'services')[name]
  if (step.seen.has(key) || step.depth > deepest || !isRecord(service)) return
  step.seen.add(key)
  extended(step, service, fields)
  const folder = folderOf(layer.file.path)
  for (const [field, value] of Object.entries(service)) {
    if (field === 'extends') continue
    const list = fields.get(field) ?? []
    // A key without a value takes back what earlier layers said (`!reset`).
    if (value === null) fields.delete(field)
    else fields.set(field, [...list, { value, folder, at: (path) => layer.document.place(['services', name, field, ...path]) }])
  }
}

function extended(step: Step, service: Record<string, unknown>, fields: Map<string, Field[]>): void {
  const { layer, name, reader } = step
  const from = service['extends']
  const base = typeof from === 'string' ? from : textAt(from, 'service')
  if (base === undefined) return
  const at = layer.document.place(['services', name, 'extends'])
  const written = textAt(from, 'file')
  const other = written === undefined ? layer.file : reader.file(pathFrom(folderOf(layer.file.path), written), at, written)
  if (!other) return
  const target = (other === layer.file ? [layer] : reader.layer(other)).find((one) => base in recordAt(one.value, 'services'))
  if (target) addFields({ ...step, layer: target, name: base, depth: step.depth + 1 }, fields)
  else reader.diagnostics.set(`extends ${base}`, { code: 'unknown-reference', severity: 'warning', ...at, values: { what: base } })
}

/** A service with profiles starts only when one of them is chosen. */
function profileState(service: Service, chosen: ReadonlySet<string>): State {
  const profiles = (service.fields.get('profiles') ?? []).flatMap((field) => (Array.isArray(field.value) ? field.value : [field.value])).map(String)
  // A merge key may leave the profiles of two layers; the last one holds for the same file, and any of them starts it.
  return profiles.length === 0 || chosen.has('*') || profiles.some((profile) => chosen.has(profile)) ? 'active' : 'inactive'
}

const scaleState = (service: Service): State => (replicasOf(service) === 0 ? 'inactive' : 'active')

/** How many copies run, where the file says so. */
export function replicasOf(service: Service): number | undefined {
  const value = (lastText(service, 'deploy', ['replicas']) ?? lastText(service, 'scale'))?.value
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
}

/** Included files are read on their own; here only their names count, as the estate's own. */
function includedNames(layers: readonly Layer[], reader: Reader): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const layer of layers) {
    for (const [index, one] of listAt(layer.value, 'include').entries()) {
      const written = isRecord(one) ? one['path'] : one
      const paths = (Array.isArray(written) ? written : [written]).filter((path) => typeof path === 'string')
      for (const path of paths) {
        if (/^(https?|oci|git):|\.git(#|$)/.test(path)) continue
        const file = reader.file(pathFrom(folderOf(layer.file.path), path), layer.document.place(['include', index]), path)
        for (const inner of file ? reader.layer(file) : []) {
          const project = textAt(inner.value, 'name') ?? folderName(inner.file.path)
          for (const name of Object.keys(recordAt(inner.value, 'services'))) names.set(name, `compose/${project}/${name}`)
        }
      }
    }
  }
  return names
}

/** Whether a service is built here. */
export const isBuilt = (service: Service): boolean => lastOf(service, 'build') !== undefined
