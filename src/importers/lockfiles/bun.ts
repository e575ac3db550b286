import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { pointerOf } from '#lang/pointer.ts'
import { jsonWithCommas } from './json-with-commas.ts'
import { headOf, type Locked, type LockFormat, type LockRead } from './lock-read.ts'
import { askedIn } from './manifest.ts'
import { npmConfig, npmSources } from './npm-config.ts'
import { type Edge, type Roots, usesOf } from './reach.ts'

/** `bun.lock`, the text form (https://bun.com/docs/pm/lockfile): JSON in which commas may stand before a closing bracket. */
export const bunLock: LockFormat = {
  recognises: (file) => /^\s*\{\s*"lockfileVersion"\s*:\s*\d+\s*,/.test(headOf(file)) && /"workspaces"\s*:\s*\{/.test(headOf(file)),
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { value, diagnostics } = jsonWithCommas(file)
  const workspaces = recordAt(value, 'workspaces')
  const own = recordAt(workspaces, '')
  const config = npmConfig(file, beside)
  const entries = Object.entries(recordAt(value, 'packages')).flatMap(([key, row]) =>
    Array.isArray(row) && typeof row[0] === 'string' ? [{ key, row: row as readonly unknown[], id: row[0] }] : [],
  )
  const keys = new Map(entries.map(({ key }, at) => [key, at]))
  const uses = usesOf(entries.length, (at) => edgesOf(entries[at], keys), rootsOf(workspaces, keys))
  const packages = entries.flatMap(({ key, row, id }, at): readonly Locked[] => {
    const [, name = '', version = ''] = /^(@?[^@]+)@(.*)$/s.exec(id) ?? []
    if (/^(?:workspace|link|root):/.test(version) || name === '') return []
    const isAddress = version.includes(':')
    const from = isAddress ? version : typeof row[1] === 'string' && row[1] !== '' ? row[1] : undefined
    return [{ name, version: isAddress ? undefined : version, use: uses[at] ?? 'run', pointer: pointerOf(['packages', key]), from }]
  })
  return {
    family: 'npm',
    project: { name: textAt(own, 'name'), spot: { pointer: '' } },
    packages,
    sources: npmSources(
      config,
      packages.find((one) => one.from === undefined),
    ),
    diagnostics: [...diagnostics, ...config.diagnostics],
  }
}

interface Entry {
  readonly key: string
  readonly row: readonly unknown[]
}

/** A package below another (`a/b`) goes before one of the same name at the top. */
function edgesOf(entry: Entry | undefined, keys: ReadonlyMap<string, number>): readonly Edge[] {
  const info = entry?.row.find(isRecord)
  if (!entry || !info) return []
  return (['dependencies', 'optionalDependencies', 'peerDependencies'] as const).flatMap((kind) =>
    Object.keys(recordAt(info, kind)).flatMap((name) => {
      const to = keys.get(`${entry.key}/${name}`) ?? keys.get(name)
      return to === undefined ? [] : [{ to, optional: kind === 'optionalDependencies' }]
    }),
  )
}

function rootsOf(workspaces: Record<string, unknown>, keys: ReadonlyMap<string, number>): Roots {
  const asked = Object.values(workspaces).map(askedIn)
  const found = (kind: keyof Roots): readonly number[] => asked.flatMap((one) => [...one[kind].keys()].flatMap((name) => keys.get(name) ?? []))
  return { run: found('run'), optional: found('optional'), build: found('build') }
}
