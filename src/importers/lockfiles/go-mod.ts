import type { SourceFile } from '#estate/source-file.ts'
import { uniqueBy } from '#lang/group.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot, type Source, type Spot } from './lock-read.ts'

/** `go.mod` (https://go.dev/ref/mod#go-mod-file). Since Go 1.17 it lists every module that is built. */
export const goMod: LockFormat = {
  recognises: (file) => /^module[ \t]+\S+/m.test(headOf(file)) && /^(?:go[ \t]+\d|require\b|replace\b|toolchain\b)/m.test(headOf(file)) && !/^\s*[[{<]/.test(headOf(file)),
  read,
}

function read(file: SourceFile): LockRead {
  const { module, required, replaced, broken } = goModules(file.text())
  const packages = required.flatMap(({ path, version, line }): readonly Locked[] => {
    const other = replaced.get(`${path}@${version}`) ?? replaced.get(path)
    // A module that lies on the own disk is part of the project.
    if (other !== undefined && /^\.{0,2}\//.test(other.path)) return []
    return [{ name: other?.path ?? path, version: other?.version ?? version, use: 'run', ...lineSpot(other?.line ?? line) }]
  })
  return {
    family: 'golang',
    project: { name: module?.path, spot: lineSpot(module?.line ?? 1) },
    packages,
    sources: goSources(packages),
    diagnostics: broken.map((line) => ({ code: 'unreadable', severity: 'error', file: file.path, line, values: { reason: 'unknown' } })),
  }
}

interface Module {
  readonly path: string
  readonly version: string | undefined
  readonly line: number
}

interface GoModules {
  readonly module: Module | undefined
  readonly required: readonly Module[]
  /** By `path@version`, or by path for all its versions. */
  readonly replaced: ReadonlyMap<string, Module>
  /** Lines that are none of the format. */
  readonly broken: readonly number[]
}

/** What a `go.mod` says, verb by verb; several rows of one verb may stand between brackets. */
export function goModules(text: string): GoModules {
  const required: Module[] = []
  const replaced = new Map<string, Module>()
  const broken: number[] = []
  let module: Module | undefined
  let block = ''
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const words = raw
      .replace(/\/\/.*$/, '')
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/^(["`])(.*)\1$/, '$2'))
    if (words[0] === '' || words[0] === ')') {
      if (words[0] === ')') block = ''
      continue
    }
    const verb = block || (words[0] ?? '')
    const rest = block === '' ? words.slice(1) : words
    if (rest[0] === '(' && block === '') block = verb
    else if (!verbs.has(verb) || rest.length === 0) broken.push(at + 1)
    else if (verb === 'module') module = { path: rest[0] ?? '', version: undefined, line: at + 1 }
    else if (verb === 'require') required.push({ path: rest[0] ?? '', version: rest[1], line: at + 1 })
    else if (verb === 'replace') {
      const arrow = rest.indexOf('=>')
      const [path = '', version] = rest.slice(0, Math.max(arrow, 0))
      const [to, toVersion] = rest.slice(arrow + 1)
      if (arrow > 0 && to !== undefined) replaced.set(version === undefined ? path : `${path}@${version}`, { path: to, version: toVersion, line: at + 1 })
      else broken.push(at + 1)
    }
  }
  return { module, required, replaced, broken }
}

const verbs: ReadonlySet<string> = new Set('module go toolchain godebug require exclude replace retract tool ignore'.split(' '))

/**
 * Unless an environment says otherwise, modules are fetched from Go's own proxy and checked against its own list of sums. A module's path
 * begins with the host where its source lies, or where it is told where that is.
 */
export function goSources(packages: readonly Locked[]): readonly Source[] {
  const [first] = packages
  if (first === undefined) return []
  const spotOf = ({ pointer, line }: Spot): Spot => ({ pointer, ...(line === undefined ? {} : { line }) })
  const origins = uniqueBy(packages, (one) => hostOf(one.name)).map((one) => ({ address: `https://${hostOf(one.name)}/`, spot: spotOf(one), basis: 'inferred' as const }))
  const common = ['https://proxy.golang.org/', 'https://sum.golang.org/'].map((address) => ({ address, spot: spotOf(first), basis: 'inferred' as const }))
  return [...common, ...origins]
}

const hostOf = (path: string): string => path.split('/')[0] ?? ''
