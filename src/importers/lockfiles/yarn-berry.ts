import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { headOf, type Locked, type LockFormat, type LockRead, type Source } from './lock-read.ts'
import { askedIn, manifestBeside, neighbour } from './manifest.ts'
import { type Edge, type Roots, usesOf } from './reach.ts'

/** `yarn.lock` since Yarn 2 (https://yarnpkg.com/configuration/yarnrc), which is YAML. */
export const yarnBerryLock: LockFormat = {
  recognises: (file) => /^__metadata:\s*$/m.test(headOf(file)),
  read,
}

interface Entry {
  readonly key: string
  readonly value: Record<string, unknown>
  /** What it was resolved to: `name@npm:1.0.0`, `name@workspace:.`. */
  readonly name: string
  readonly reference: string
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { documents, diagnostics } = documentsOf(file)
  const [document] = documents
  const entries = document === undefined ? [] : entriesIn(document)
  const own = entries.find((one) => one.reference === 'workspace:.')
  const manifest = manifestBeside(file, beside, 'package.json')
  const byKey = new Map(entries.flatMap(({ key }, at) => key.split(/,\s*/).map((one) => [one, at] as const)))
  const uses = usesOf(entries.length, (at) => edgesOf(entries[at], byKey), rootsOf({ entries, own, manifest }, byKey))
  const packages = entries.flatMap((one, at): readonly Locked[] => lockedOf(one, uses[at] ?? 'run', document))
  return {
    family: 'npm',
    project: { name: textAt(manifest, 'name') ?? own?.name, version: textAt(manifest, 'version'), spot: { pointer: '', line: 1 } },
    packages,
    sources: sourcesOf(file, beside, packages),
    diagnostics,
  }
}

const entriesIn = (document: SourceDocument): readonly Entry[] =>
  Object.entries(isRecord(document.value) ? document.value : {}).flatMap(([key, value]) => {
    const [, name = '', reference = ''] = /^(@?[^@]+)@(.*)$/s.exec(textAt(value, 'resolution') ?? '') ?? []
    return key === '__metadata' || !isRecord(value) || name === '' ? [] : [{ key, value, name, reference }]
  })

/** Parts of the project itself, and folders that it is linked to, are no packages. */
function lockedOf({ key, value, name, reference }: Entry, use: Locked['use'], document: SourceDocument | undefined): readonly Locked[] {
  if (/^(?:workspace|link|portal|virtual):/.test(reference)) return []
  const { pointer = '', line } = document?.place([key]) ?? {}
  const archive = /::(?:.*&)?__archiveUrl=([^&]+)/.exec(reference)?.[1]
  const from = archive === undefined ? (/^(?:https?|git|ssh|git\+\w+):|^git@/.test(reference) ? reference : undefined) : decoded(archive)
  return [{ name, version: textAt(value, 'version'), use, from, pointer, ...(line === undefined ? {} : { line }) }]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a percent sign that encodes nothing
  }
}

function edgesOf(entry: Entry | undefined, byKey: ReadonlyMap<string, number>): readonly Edge[] {
  const meta = recordAt(entry?.value, 'dependenciesMeta')
  return Object.entries(recordAt(entry?.value, 'dependencies')).flatMap(([name, range]) => {
    const to = byKey.get(`${name}@${range}`) ?? byKey.get(`${name}@npm:${range}`)
    return to === undefined ? [] : [{ to, optional: recordAt(meta, name)['optional'] === true }]
  })
}

/** A lock file of this kind puts what a part of the project needs to run and to be built together; its manifest tells them apart. */
function rootsOf(
  { entries, own, manifest }: { readonly entries: readonly Entry[]; readonly own: Entry | undefined; readonly manifest: unknown },
  byKey: ReadonlyMap<string, number>,
): Roots {
  const asked = askedIn(manifest)
  const found = (kind: keyof Roots): readonly number[] => [...asked[kind]].flatMap(([name, range]) => byKey.get(`${name}@${range}`) ?? byKey.get(`${name}@npm:${range}`) ?? [])
  const others = entries.flatMap((one, at) => (one.reference.startsWith('workspace:') && one !== own ? [at] : []))
  return { run: [...found('run'), ...others], optional: found('optional'), build: found('build') }
}

/** The registry is named in `.yarnrc.yml`, or it is Yarn's own. */
function sourcesOf(file: SourceFile, beside: Beside, packages: readonly Locked[]): readonly Source[] {
  const config = neighbour(file, beside, '.yarnrc.yml')
  const document = config === undefined ? undefined : documentsOf(config).documents[0]
  const named = (path: readonly string[]): readonly Source[] => {
    const table = path.slice(0, -1).reduce<unknown>((value, step) => recordAt(value, step), document?.value)
    const address = textAt(table, path.at(-1) ?? '')
    const { pointer = '', line } = document?.place(path) ?? {}
    return address === undefined ? [] : [{ address, spot: { pointer, ...(line === undefined ? {} : { line }) }, file: config?.path ?? file.path }]
  }
  const scopes = Object.keys(recordAt(document?.value, 'npmScopes')).flatMap((scope) => named(['npmScopes', scope, 'npmRegistryServer']))
  const own = named(['npmRegistryServer'])
  const silent = packages.find((one) => one.from === undefined)
  if (silent === undefined || own.length > 0) return [...own, ...scopes]
  const { pointer, line } = silent
  return [...scopes, { address: 'https://registry.yarnpkg.com/', spot: { pointer, ...(line === undefined ? {} : { line }) }, basis: 'inferred' }]
}
