import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { pointerOf } from '#lang/pointer.ts'
import { headOf, type Locked, type LockFormat, type LockRead, type Use } from './lock-read.ts'
import { manifestBeside } from './manifest.ts'
import { npmConfig, npmSources } from './npm-config.ts'

/** `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3 (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). */
export const npmLock: LockFormat = {
  recognises: (file) => {
    if (!/^\s*\{/.test(headOf(file)) || !/"lockfileVersion"\s*:\s*\d/.test(headOf(file))) return false
    const value = documentsOf(file).documents[0]?.value
    return isRecord(value) && typeof value['lockfileVersion'] === 'number' && (isRecord(value['packages']) || isRecord(value['dependencies'])) && !isRecord(value['workspaces'])
  },
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { documents, diagnostics } = documentsOf(file)
  const lock = documents[0]?.value
  const own = recordAt(recordAt(lock, 'packages'), '')
  const manifest = manifestBeside(file, beside, 'package.json')
  const config = npmConfig(file, beside)
  // Version 2 holds both forms for the sake of old tools; they say the same.
  const packages = isRecord(lock) && isRecord(lock['packages']) ? flat(recordAt(lock, 'packages')) : nested(recordAt(lock, 'dependencies'))
  // Only what is neither told apart nor comes inside another package is fetched from wherever npm fetches.
  const silent = packages.find((one) => one.from === undefined && !one.isBundled)
  return {
    family: 'npm',
    project: { name: textAt(lock, 'name') ?? textAt(own, 'name') ?? textAt(manifest, 'name'), version: textAt(lock, 'version'), spot: { pointer: '' } },
    packages,
    sources: npmSources(config, silent),
    diagnostics: [...diagnostics, ...config.diagnostics],
  }
}

interface NpmLocked extends Locked {
  readonly isBundled: boolean
}

/** Since version 2: a table by the folder that each package lies in. Those outside `node_modules` are the project's own parts. */
function flat(table: Readonly<Record<string, unknown>>): readonly NpmLocked[] {
  const packages: NpmLocked[] = []
  for (const [path, entry] of Object.entries(table)) {
    const cut = path.lastIndexOf('node_modules/')
    if (cut < 0 || !isRecord(entry) || entry['link'] === true) continue
    packages.push(lockedOf(textAt(entry, 'name') ?? path.slice(cut + 'node_modules/'.length), entry, pointerOf(['packages', path])))
  }
  return packages
}

/** In version 1: a tree, each package with those that lie below it. */
function nested(tree: Readonly<Record<string, unknown>>, pointer = '/dependencies'): readonly NpmLocked[] {
  const packages: NpmLocked[] = []
  const open = [{ tree, pointer }]
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const [name, entry] of Object.entries(here.tree)) {
      if (!isRecord(entry)) continue
      const at = here.pointer + pointerOf([name])
      packages.push(lockedOf(name, entry, at))
      if (isRecord(entry['dependencies'])) open.push({ tree: entry['dependencies'], pointer: `${at}/dependencies` })
    }
  }
  return packages
}

function lockedOf(name: string, entry: Record<string, unknown>, pointer: string): NpmLocked {
  const version = textAt(entry, 'version')
  const licence = textAt(entry, 'license')
  // Version 1 writes an address or another package's name where others write the version.
  const alias = /^npm:(@?[^@]+)@(.+)$/.exec(version ?? '')
  const isAddress = version !== undefined && /:|^\./.test(version) && !alias
  const from = textAt(entry, 'resolved') ?? (isAddress ? version : undefined)
  return {
    name: alias?.[1] ?? name,
    version: alias?.[2] ?? (isAddress ? undefined : version),
    pointer,
    use: useOf(entry),
    isBundled: entry['inBundle'] === true || entry['bundled'] === true,
    ...(from === undefined ? {} : { from }),
    ...(licence === undefined ? {} : { licences: [licence] }),
  }
}

/** `optional` is what only optional dependencies lead to; `devOptional`, what they and the tools of developers do. */
function useOf(entry: Record<string, unknown>): Use {
  if (entry['dev'] === true || entry['devOptional'] === true) return 'build'
  return entry['optional'] === true ? 'optional' : 'run'
}
