import type { Beside, SourceFile } from '#estate/source-file.ts'
import { folderOf, pathFrom } from '../paths.ts'
import type { Lookup } from './interpolate.ts'

/** The names Compose looks for by itself, in its order, and those of the layer it adds. */
const defaults: readonly string[] = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const overrides: readonly string[] = ['compose.override.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'docker-compose.override.yaml']

/**
 * The files that are read together with one, itself first: those `COMPOSE_FILE` in `.env` names, or the override beside a file
 * with a default name.
 *
 * @returns nothing when the file is a layer behind another one, which is read with that
 */
export function layersOf(file: SourceFile, beside: Beside, env: Lookup): readonly SourceFile[] | undefined {
  const folder = folderOf(file.path)
  const find = (name: string): SourceFile | undefined => {
    const path = pathFrom(folder, name)
    return path === undefined ? undefined : path === file.path ? file : beside.file(path)
  }
  const named = (env('COMPOSE_FILE') ?? '').split(env('COMPOSE_PATH_SEPARATOR') ?? /[:;]/).flatMap((name) => (name.trim() === '' ? [] : (find(name) ?? [])))
  if (named.includes(file)) return named[0] === file ? named : undefined
  const base = defaults.map(find).find((one) => one !== undefined)
  const override = overrides.map(find).find((one) => one !== undefined)
  if (base && override === file) return undefined
  return base === file && override && named.length === 0 ? [file, override] : [file]
}
