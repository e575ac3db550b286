import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { pointerOf } from '#lang/pointer.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot, type Source } from './lock-read.ts'
import { neighbour } from './manifest.ts'

/** `packages.lock.json` of NuGet (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies). */
export const nugetLock: LockFormat = {
  recognises: (file) => {
    if (!/^\s*\{\s*"version"\s*:\s*[12]\s*,\s*"dependencies"\s*:\s*\{/.test(headOf(file))) return false
    return (
      packagesIn(documentsOf(file).documents[0]?.value).length > 0 || /"type"\s*:\s*"(?:Direct|Project|Transitive|CentralTransitive)"|"net[\d.a-z-]+"\s*:\s*\{/.test(headOf(file))
    )
  },
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { documents, diagnostics } = documentsOf(file)
  const packages = packagesIn(documents[0]?.value)
  const config = ['nuget.config', 'NuGet.config', 'NuGet.Config'].map((name) => neighbour(file, beside, name)).find((one) => one !== undefined)
  const stated = config === undefined ? [] : feedsIn(config)
  const silent = packages[0]
  const isCleared = config !== undefined && /<packageSources>\s*<clear\s*\/>/.test(config.text())
  const byDefault: readonly Source[] =
    silent === undefined || isCleared ? [] : [{ address: 'https://api.nuget.org/v3/index.json', spot: { pointer: silent.pointer }, basis: 'inferred' }]
  return { family: 'nuget', project: { spot: { pointer: '' } }, packages, sources: [...stated, ...byDefault], diagnostics }
}

/** One package may be listed for several frameworks; each is there once. Parts of the project itself are no packages. */
function packagesIn(lock: unknown): readonly Locked[] {
  const byKey = new Map<string, Locked>()
  for (const [framework, table] of Object.entries(recordAt(lock, 'dependencies'))) {
    for (const [name, entry] of Object.entries(isRecord(table) ? table : {})) {
      const version = textAt(entry, 'resolved')
      if (!isRecord(entry) || entry['type'] === 'Project' || (version === undefined && textAt(entry, 'type') === undefined)) continue
      const key = `${name.toLowerCase()} ${version}`
      if (!byKey.has(key)) byKey.set(key, { name, version, use: 'run', pointer: pointerOf(['dependencies', framework, name]) })
    }
  }
  return [...byKey.values()]
}

/** Feeds of a configuration (https://learn.microsoft.com/nuget/reference/nuget-config-file): `<add key="…" value="https://…" />`. */
function feedsIn(config: SourceFile): readonly Source[] {
  const text = config.text().replace(/<!--.*?(?:-->|$)/gs, (comment) => comment.replace(/[^\n]/g, ' '))
  const from = text.indexOf('<packageSources>')
  const end = text.indexOf('</packageSources>', from)
  if (from < 0) return []
  return [...text.slice(from, end < 0 ? undefined : end).matchAll(/<add\s[^<>]*?\bvalue\s*=\s*"([^"]*)"/g)].map(({ 1: address = '', index }) => ({
    address,
    spot: lineSpot(text.slice(0, from + index).split('\n').length),
    file: config.path,
  }))
}
