import type { FilePlace, ThingId } from '#estate/claim.ts'
import { idOf } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { secretIn } from '#redaction/secret.ts'
import { folderOf, pathFrom } from '../paths.ts'
import { secretFound } from '../settings.ts'
import { type EnvEntry, readEnvFile } from './env-file.ts'
import type { Lookup } from './interpolate.ts'
import { layersOf } from './layers.ts'
import { servicesIn } from './project-services.ts'
import { type Layer, newReader, type Reader } from './reader.ts'
import type { Service } from './service.ts'

/** A part of a project beside its services, in one layer. */
export interface Section {
  readonly value: Record<string, unknown>
  /** The same without the variables of the project: what is in it stands in this file. */
  readonly bare: Record<string, unknown>
  at(path: Path): FilePlace
}

/** A Compose project: all layers of one file, read together. */
export interface Project {
  readonly name: string
  readonly services: readonly Service[]
  /** Sections beside the services (`models`, `volumes`, …), one of each layer that has it. */
  section(name: string): readonly Section[]
  /** Keys at the top of all layers. */
  readonly keys: readonly { readonly name: string; readonly at: FilePlace }[]
  /** Names that included files bring in, with the unit each is read as. */
  readonly included: ReadonlyMap<string, ThingId>
  readonly lookup: Lookup
  readonly diagnostics: readonly Diagnostic[]
}

/** The id of a service as a unit. */
export const unitId = (project: string, service: string): ThingId => idOf('unit', `compose/${project}/${service}`)

/** The name of a project without one of its own: its folder, and `-` for the root. */
const folderName = (path: string): string => folderOf(path) || '-'

/**
 * Reads a file with its layers, and what it extends and includes.
 *
 * @returns nothing when the file is itself a layer of another, which is read with that one
 */
export function readProject(file: SourceFile, beside: Beside): Project | undefined {
  const dotEnv = beside.file(pathFrom(folderOf(file.path), '.env') ?? '.env')
  const entries = dotEnv ? readEnvFile(dotEnv.text(), () => undefined) : []
  const env = lookupIn(entries)
  const files = layersOf(file, beside, env)
  if (!files) return undefined
  const reader = newReader(env, beside)
  const layers = files.flatMap((layer) => reader.layers(layer))
  const given = layers.map((layer) => textAt(layer.value, 'name')).findLast((name) => name !== undefined)
  const profiles = new Set([...beside.settings.composeProfiles, ...(env('COMPOSE_PROFILES') ?? '').split(',').filter((profile) => profile !== '')])
  const services = servicesIn({ layers, reader, profiles })
  const included = includedNames(layers, reader)
  return {
    name: given ?? env('COMPOSE_PROJECT_NAME') ?? folderName(file.path),
    services,
    section: (name) => layers.flatMap((layer) => sectionOf(layer, name)),
    keys: layers.flatMap((layer) => Object.keys(layer.value).map((key) => ({ name: key, at: layer.document.place([key]) }))),
    included,
    lookup: env,
    diagnostics: [...reader.diagnostics.values(), ...(dotEnv ? secretsInEnv(dotEnv.path, entries) : [])],
  }
}

function sectionOf(layer: Layer, name: string): readonly Section[] {
  const value = layer.value[name]
  return isRecord(value) ? [{ value, bare: recordAt(layer.bare, name), at: (path) => layer.document.place([name, ...path]) }] : []
}

/** The variables of the project: `.env` beside the file. What stands in the shell is not known. */
function lookupIn(entries: readonly EnvEntry[]): Lookup {
  const values = new Map(entries.flatMap((entry) => (entry.value === undefined ? [] : [[entry.name, entry.value] as const])))
  return (name) => values.get(name)
}

/** A secret that is filled in from `.env` lies there, whoever uses it. */
function secretsInEnv(file: string, entries: readonly EnvEntry[]): readonly Diagnostic[] {
  return entries.flatMap(({ name, value, line }) => {
    const secret = value === undefined ? undefined : secretIn(name, value)
    return secret === undefined ? [] : [secretFound({ file, pointer: `/line/${line}`, line }, secret)]
  })
}

/** Included files are read on their own; here only their names count, as the estate's own. */
function includedNames(layers: readonly Layer[], reader: Reader): ReadonlyMap<string, ThingId> {
  const written = layers.flatMap((layer) =>
    listAt(layer.value, 'include').flatMap((one, index) => {
      const paths = isRecord(one) ? one['path'] : one
      return (Array.isArray(paths) ? paths : [paths]).flatMap((path) => (typeof path === 'string' ? [{ path, layer, index }] : []))
    }),
  )
  const local = written.filter(({ path }) => !/^(https?|oci|git|ssh):|^git@|\.git(#|$)/.test(path))
  const files = local.flatMap(({ path, layer, index }) => reader.file(pathFrom(folderOf(layer.file.path), path), layer.document.place(['include', index]), path) ?? [])
  const inner = files.flatMap((file) => reader.layers(file))
  return new Map(
    inner.flatMap((layer) => {
      const project = textAt(layer.value, 'name') ?? folderName(layer.file.path)
      return Object.keys(recordAt(layer.value, 'services')).map((name) => [name, unitId(project, name)] as const)
    }),
  )
}
