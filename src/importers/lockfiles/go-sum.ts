import type { Beside, SourceFile } from '#estate/source-file.ts'
import { goModules, goSources } from './go-mod.ts'
import { headOf, type Locked, type LockFormat, type LockRead, lineSpot } from './lock-read.ts'
import { neighbour } from './manifest.ts'

const row = /^(\S+) (v\S+?)(\/go\.mod)? h1:[\w+/]+=*$/

/** `go.sum` (https://go.dev/ref/mod#go-sum-files): the sums of all modules that a build may look at, which are more than those it builds. */
export const goSum: LockFormat = {
  recognises: (file) => {
    const lines = headOf(file).split('\n', 3)
    return lines.length > 0 && row.test((lines[0] ?? '').trimEnd())
  },
  read,
}

/**
 * Modules whose content has a sum were fetched; of others only the requirements were looked at. Where `go.mod` lies beside and does not
 * name one, nothing of it is built.
 */
function read(file: SourceFile, beside: Beside): LockRead {
  const manifest = neighbour(file, beside, 'go.mod')
  const modules = manifest === undefined ? undefined : goModules(manifest.text())
  const built = new Set(modules?.required.map((one) => `${one.path} ${one.version}`))
  const changed = [...(modules?.replaced.values() ?? [])].map((one) => `${one.path} ${one.version}`)
  for (const one of changed) built.add(one)
  const packages: Locked[] = []
  const broken: number[] = []
  for (const [at, raw] of file
    .text()
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (raw.trim() === '') continue
    const [, name, version, isRequirements] = row.exec(raw.trim()) ?? []
    if (name === undefined) broken.push(at + 1)
    else if (isRequirements === undefined) packages.push({ name, version, use: modules === undefined || built.has(`${name} ${version}`) ? 'run' : 'optional', ...lineSpot(at + 1) })
  }
  return {
    family: 'golang',
    project: { name: modules?.module?.path, spot: lineSpot(1) },
    packages,
    sources: goSources(packages.filter((one) => one.use === 'run')),
    diagnostics: broken.map((line) => ({ code: 'unreadable', severity: 'error', file: file.path, line, values: { reason: 'unknown' } })),
  }
}
