import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { folderOf, pathFrom } from '../paths.ts'

/** The file by a name in the same folder as another. */
export const neighbour = (file: SourceFile, beside: Beside, name: string): SourceFile | undefined => beside.file(pathFrom(folderOf(file.path), name) ?? name)

/** A manifest in JSON beside a lock file: `package.json`, `composer.json`. Nothing where none lies there, or none can be read. */
export function manifestBeside(file: SourceFile, beside: Beside, name: string): Record<string, unknown> | undefined {
  const manifest = neighbour(file, beside, name)
  const value = manifest === undefined ? undefined : documentsOf(manifest).documents[0]?.value
  return isRecord(value) ? value : undefined
}

/** What a `package.json` asks for, by what it asks it for: rows of name and range. */
export interface Asked {
  readonly run: ReadonlyMap<string, string>
  readonly optional: ReadonlyMap<string, string>
  readonly build: ReadonlyMap<string, string>
}

export const askedIn = (manifest: unknown): Asked => ({
  run: new Map([...rangesIn(manifest, 'peerDependencies'), ...rangesIn(manifest, 'dependencies')]),
  optional: rangesIn(manifest, 'optionalDependencies'),
  build: rangesIn(manifest, 'devDependencies'),
})

const rangesIn = (manifest: unknown, key: string): ReadonlyMap<string, string> =>
  new Map(Object.keys(recordAt(manifest, key)).flatMap((name) => [[name, textAt(recordAt(manifest, key), name) ?? ''] as const]))
