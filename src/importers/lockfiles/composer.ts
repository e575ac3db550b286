import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { headOf, type Locked, type LockFormat, type LockRead, type Source } from './lock-read.ts'
import { manifestBeside } from './manifest.ts'

/** `composer.lock` (https://getcomposer.org/doc/01-basic-usage.md#commit-your-composer-lock-file-to-version-control). */
export const composerLock: LockFormat = {
  recognises: (file) => {
    if (!/^\s*\{/.test(headOf(file)) || !/"content-hash"\s*:|"_readme"\s*:/.test(headOf(file))) return false
    const value = documentsOf(file).documents[0]?.value
    return isRecord(value) && Array.isArray(value['packages']) && (Array.isArray(value['packages-dev']) || typeof value['content-hash'] === 'string')
  },
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { documents, diagnostics } = documentsOf(file)
  const lock = documents[0]?.value
  const manifest = manifestBeside(file, beside, 'composer.json')
  return {
    family: 'composer',
    project: { name: textAt(manifest, 'name'), version: textAt(manifest, 'version'), spot: { pointer: '' } },
    packages: [...packagesIn(lock, 'packages'), ...packagesIn(lock, 'packages-dev')],
    sources: [...registriesIn(lock), ...repositoriesIn(file, beside, manifest)],
    diagnostics,
  }
}

/** The archive is what is fetched; the repository only where there is none. */
function packagesIn(lock: unknown, section: 'packages' | 'packages-dev'): readonly Locked[] {
  return listAt(lock, section).flatMap((one, at): readonly Locked[] => {
    const name = textAt(one, 'name')
    if (name === undefined) return []
    const licences = listAt(one, 'license').filter((licence) => typeof licence === 'string')
    const isLocal = recordAt(one, 'dist')['type'] === 'path'
    const from = isLocal ? 'file:.' : (textAt(recordAt(one, 'dist'), 'url') ?? textAt(recordAt(one, 'source'), 'url'))
    return [{ name, version: textAt(one, 'version')?.replace(/^v(?=\d)/, ''), use: section === 'packages' ? 'run' : 'build', from, pointer: `/${section}/${at}`, licences }]
  })
}

/** Whoever is told that a package was installed is the registry that named it. */
const registriesIn = (lock: unknown): readonly Source[] =>
  (['packages', 'packages-dev'] as const).flatMap((section) =>
    listAt(lock, section).flatMap((one, at) => {
      const address = textAt(one, 'notification-url')
      return address === undefined ? [] : [{ address, spot: { pointer: `/${section}/${at}` } }]
    }),
  )

/** Repositories of the manifest: a list, or a table by name. */
function repositoriesIn(file: SourceFile, beside: Beside, manifest: unknown): readonly Source[] {
  const path = manifest === undefined ? file.path : file.path.replace(/[^/]*$/, 'composer.json')
  const stated = isRecord(manifest) ? manifest['repositories'] : undefined
  const rows = Array.isArray(stated) ? [...stated.entries()] : Object.entries(isRecord(stated) ? stated : {})
  return rows.flatMap(([key, one]) => {
    const address = recordAt({ one }, 'one')['type'] === 'path' ? undefined : textAt(one, 'url')
    return address === undefined || beside.file(path) === undefined
      ? []
      : [{ address, spot: { pointer: `/repositories/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}` }, file: path }]
  })
}
