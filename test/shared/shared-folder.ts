import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Material that is handed to the team and not part of the project: real files by others, and keys of what a reader finds in them. */
export const shared = join(import.meta.dirname, '..', '..', '..', 'shared')
export const isShared = existsSync(join(shared, 'corpus'))

/** What a suite over that material is called, so that its absence is seen in the list of tests. */
export const named = (title: string): string => (isShared ? title : `${title} (skipped: there is no ../shared)`)

/** Every file below some folders of the corpus, by path. */
export function corpusFiles(...folders: readonly string[]): readonly string[] {
  if (!isShared) return []
  const walk = (path: string): readonly string[] =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .flatMap((name) => walk(join(path, name)))
      : [path]
  return folders.flatMap((folder) => walk(join(shared, 'corpus', folder)))
}
