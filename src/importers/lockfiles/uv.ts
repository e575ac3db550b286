import type { SourceFile } from '#estate/source-file.ts'
import { groupBy } from '#lang/group.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { headOf, type Locked, type LockFormat, type LockRead, type Source } from './lock-read.ts'
import { pythonName } from './python-project.ts'
import { type Edge, usesOf } from './reach.ts'
import { type TomlPart, tomlParts } from './toml-parts.ts'

/** `uv.lock` (https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile). It locks the project itself as well, which shows what leads to what. */
export const uvLock: LockFormat = {
  recognises: (file) => /^\[\[package\]\]/m.test(headOf(file)) && /^source = \{ /m.test(headOf(file)),
  read,
}

function read(file: SourceFile): LockRead {
  const { packages: parts, diagnostics } = tomlParts(file)
  const own = parts.flatMap((part, at) => (isOwn(part) ? [at] : []))
  // A package is there twice where it is another version under another system.
  const byName = groupBy(parts.keys(), (at) => pythonName(textAt(parts[at]?.value, 'name') ?? ''))
  const targets = (list: unknown): readonly Edge[] =>
    (Array.isArray(list) ? list : []).flatMap((one) => (byName.get(pythonName(textAt(one, 'name') ?? '')) ?? []).map((to) => ({ to })))
  const tables = (at: number, key: string): readonly Edge[] => Object.values(recordAt(parts[at]?.value, key)).flatMap(targets)
  const roots = (key: string): readonly number[] => own.flatMap((at) => tables(at, key).map((edge) => edge.to))
  // Extras of others are asked for by name where they are wanted, and count as needed; those of the project are for whoever wants them.
  const edgesOf = (at: number): readonly Edge[] => [...targets(parts[at]?.value['dependencies']), ...(isOwn(parts[at]) ? [] : tables(at, 'optional-dependencies'))]
  const uses = usesOf(parts.length, edgesOf, { run: own, optional: roots('optional-dependencies'), build: [...roots('dev-dependencies'), ...roots('dependency-groups')] })
  const packages = parts.flatMap((part, at): readonly Locked[] => (isOwn(part) ? [] : lockedOf(part, uses[at] ?? 'run')))
  const project = parts.find((part) => /^\.?$/.test(textAt(recordAt(part.value, 'source'), 'editable') ?? textAt(recordAt(part.value, 'source'), 'virtual') ?? '-'))
  return {
    family: 'pypi',
    project: { name: textAt(project?.value, 'name'), version: textAt(project?.value, 'version'), spot: project === undefined ? { pointer: '', line: 1 } : spotOf(project) },
    packages,
    sources: parts.flatMap(filesOf),
    diagnostics,
  }
}

const isOwn = (part: TomlPart | undefined): boolean => ['editable', 'virtual', 'directory'].some((key) => textAt(recordAt(part?.value, 'source'), key) !== undefined)

const spotOf = ({ pointer, line }: TomlPart) => ({ pointer, ...(line === undefined ? {} : { line }) })

function lockedOf(part: TomlPart, use: Locked['use']): readonly Locked[] {
  const name = textAt(part.value, 'name')
  const source = recordAt(part.value, 'source')
  const from = textAt(source, 'registry') ?? textAt(source, 'git') ?? textAt(source, 'url')
  return name === undefined ? [] : [{ name, version: textAt(part.value, 'version'), use, from, ...spotOf(part) }]
}

/** An index may keep its files elsewhere: the first of a package tells where. */
function filesOf(part: TomlPart): readonly Source[] {
  const files = [part.value['sdist'], ...listAt(part.value, 'wheels')].flatMap((one) => (isRecord(one) ? (textAt(one, 'url') ?? []) : []))
  return files.slice(0, 1).map((address) => ({ address, spot: spotOf(part) }))
}
