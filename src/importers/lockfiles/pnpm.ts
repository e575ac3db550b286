import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { headOf, type Locked, type LockFormat, type LockRead, type Use } from './lock-read.ts'
import { manifestBeside } from './manifest.ts'
import { npmConfig, npmSources } from './npm-config.ts'
import { type Edge, type Roots, usesOf } from './reach.ts'

/** `pnpm-lock.yaml`, versions 5 to 9 (https://github.com/pnpm/spec/tree/master/lockfile). */
export const pnpmLock: LockFormat = {
  recognises: (file) =>
    /^lockfileVersion: *['"]?\d/m.test(headOf(file)) && /^(?:settings|importers|packages|dependencies|devDependencies|specifiers|snapshots):/m.test(file.text()),
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { documents, diagnostics } = documentsOf(file)
  const manifest = manifestBeside(file, beside, 'package.json')
  const config = npmConfig(file, beside)
  const packages = documents.flatMap(packagesIn)
  return {
    family: 'npm',
    project: { name: textAt(manifest, 'name'), version: textAt(manifest, 'version'), spot: { pointer: documents.length > 1 ? '/0' : '', line: 1 } },
    packages,
    sources: npmSources(
      config,
      packages.find((one) => one.from === undefined),
    ),
    diagnostics: [...diagnostics, ...config.diagnostics],
  }
}

function packagesIn(document: SourceDocument): readonly Locked[] {
  const packages = recordAt(document.value, 'packages')
  const uses = usesIn(document.value)
  return Object.entries(packages).flatMap(([key, value]): readonly Locked[] => {
    const entry = isRecord(value) ? value : {}
    const { name, version } = namedBy(key, entry)
    const { pointer, line } = document.place(['packages', key])
    const from = addressOf(entry, key)
    return name === '' ? [] : [{ name, version, use: statedUse(entry) ?? uses.get(key) ?? 'run', from, pointer, ...(line === undefined ? {} : { line }) }]
  })
}

/**
 * The name and version in a key: `/a/1.0.0` and `/a/1.0.0_b@2.0.0` (version 5), `/a@1.0.0(b@2.0.0)` (6), `a@1.0.0` (9). Of a package from
 * elsewhere the key is its address, and the entry names it.
 */
function namedBy(key: string, entry: Record<string, unknown>): { readonly name: string; readonly version: string | undefined } {
  const plain = withoutPeers(key).replace(/^\//, '')
  const parts = /^(@[^/@]+\/[^/@]+|[^/@]+)[@/]([^/].*)$/.exec(plain)
  const found = parts?.[2]
  const isAddress = found === undefined || /[:/]/.test(found)
  const own = textAt(entry, 'name') ?? (parts?.[1]?.includes(':') ? undefined : parts?.[1])
  return { name: own ?? '', version: textAt(entry, 'version') ?? (isAddress ? undefined : found.replace(/_.*$/, '')) }
}

/** A key without the peers it was resolved with. */
const withoutPeers = (key: string): string => (key.includes('(') ? key.slice(0, key.indexOf('(')) : key)

function addressOf(entry: Record<string, unknown>, key: string): string | undefined {
  const resolution = recordAt(entry, 'resolution')
  const stated = textAt(resolution, 'tarball') ?? textAt(resolution, 'repo') ?? textAt(resolution, 'registry')
  if (stated !== undefined) return stated
  if (textAt(resolution, 'directory') !== undefined) return 'file:.'
  return /^(?:github|gitlab|bitbucket)\.(?:com|org)\//.test(key) ? `https://${key}` : undefined
}

/** Up to version 6 each entry says itself what it is for. */
function statedUse(entry: Record<string, unknown>): Use | undefined {
  if (entry['dev'] === true) return 'build'
  if (entry['optional'] === true) return 'optional'
  return entry['dev'] === false ? 'run' : undefined
}

/** Since version 9 that follows from who leads to it. */
function usesIn(lock: unknown): ReadonlyMap<string, Use> {
  const snapshots = Object.entries(recordAt(lock, 'snapshots'))
  if (snapshots.length === 0) return new Map()
  const keys = new Map(snapshots.map(([key], at) => [key, at]))
  const edgesOf = (at: number): readonly Edge[] => {
    const entry = snapshots[at]?.[1]
    return (['dependencies', 'optionalDependencies'] as const).flatMap((kind) =>
      targetsIn(recordAt(entry, kind), keys).map((to) => ({ to, optional: kind === 'optionalDependencies' })),
    )
  }
  const uses = usesOf(snapshots.length, edgesOf, rootsOf(lock, keys))
  const byPackage = new Map<string, Use>()
  // One package may be there several times, with other peers: what the program needs goes first.
  for (const wanted of ['build', 'optional', 'run'] as const) for (const [at, [key]] of snapshots.entries()) if (uses[at] === wanted) byPackage.set(withoutPeers(key), wanted)
  return byPackage
}

function rootsOf(lock: unknown, keys: ReadonlyMap<string, number>): Roots {
  const importers = Object.values(recordAt(lock, 'importers'))
  const under = (kind: string): readonly number[] => (importers.length === 0 ? [lock] : importers).flatMap((one) => targetsIn(recordAt(one, kind), keys))
  return { run: under('dependencies'), optional: under('optionalDependencies'), build: under('devDependencies') }
}

/** The snapshots that a table of name and version leads to. An alias has the whole key of the other package for its version. */
function targetsIn(table: Record<string, unknown>, keys: ReadonlyMap<string, number>): readonly number[] {
  return Object.entries(table).flatMap(([name, value]) => {
    const version = typeof value === 'string' ? value : textAt(value, 'version')
    return version === undefined ? [] : (keys.get(`${name}@${version}`) ?? keys.get(version) ?? [])
  })
}
