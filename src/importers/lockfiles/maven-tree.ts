import type { SourceFile } from '#estate/source-file.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot, type Source } from './lock-read.ts'

const word = '[\\w.{}$-]+'
const rootRow = new RegExp(`^(${word}):(${word}):(${word}):(${word})$`)
const childRow = new RegExp(`^[|\\\\+ -]*[+\\\\]- (${word}):(${word}):(${word}):(?:(${word}):)?(${word}):(compile|runtime|provided|test|system|import)(?: .*)?$`)

/** What `mvn dependency:tree` prints (https://maven.apache.org/plugins/maven-dependency-plugin/tree-mojo.html): what a project asks for, and all that this brings along. */
export const mavenTree: LockFormat = {
  recognises: (file) => {
    if (!/[+\\]- [\w.-]+:[\w.-]+:/.test(headOf(file))) return false
    const { modules, packages } = rowsOf(file.text())
    return modules.length > 0 && packages.length > 0
  },
  read,
}

/** A text of several projects is told by the first of them; none of them is a package. */
function read(file: SourceFile): LockRead {
  const { modules, packages, sources } = rowsOf(file.text())
  const [first] = modules
  const own = new Set(modules.map((one) => one.name))
  return {
    family: 'maven',
    project: { name: first?.name, version: first?.version, spot: lineSpot(first?.line ?? 1) },
    packages: packages.filter((one) => !own.has(one.name)),
    sources,
    diagnostics: [],
  }
}

interface Rows {
  readonly modules: readonly { readonly name: string; readonly version: string; readonly line: number }[]
  readonly packages: readonly Locked[]
  readonly sources: readonly Source[]
}

/** Rows of the tree, with or without the prefix of a log, and what the log says was fetched meanwhile. */
function rowsOf(text: string): Rows {
  const modules: { readonly name: string; readonly version: string; readonly line: number }[] = []
  const packages = new Map<string, Locked>()
  const sources: Source[] = []
  for (const [at, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const row = raw.replace(/^\[INFO\] /, '').trimEnd()
    if (row.length > longest) continue
    const [, group = '', artifact = '', , , version = '', scope = ''] = childRow.exec(row) ?? []
    const root = rootRow.exec(row)
    const fetched = /^Download(?:ing|ed) from [\w.-]+: (https?:\/\/\S+)/.exec(row)?.[1]
    if (group !== '') {
      const name = `${group}/${artifact}`
      const use = scope === 'test' || scope === 'provided' ? 'build' : 'run'
      const before = packages.get(`${name} ${version}`)
      if (!before || (before.use === 'build' && use === 'run')) packages.set(`${name} ${version}`, { name, version, use, ...lineSpot(at + 1) })
    } else if (root) modules.push({ name: `${root[1]}/${root[2]}`, version: root[4] ?? '', line: at + 1 })
    else if (fetched !== undefined) sources.push({ address: fetched, spot: lineSpot(at + 1) })
  }
  return { modules, packages: [...packages.values()], sources }
}

/** No coordinates are longer. */
const longest = 1000
