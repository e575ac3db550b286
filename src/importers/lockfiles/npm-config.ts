import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { secretIn } from '#redaction/secret.ts'
import { folderOf, pathFrom } from '../paths.ts'
import { secretFound } from '../settings.ts'
import { lineSpot, type Source, type Spot } from './lock-read.ts'

/** What `.npmrc` beside a lock file says of where packages are fetched. npm, pnpm and bun read it. */
export interface NpmConfig {
  readonly sources: readonly Source[]
  /** Whether it names a registry for all packages that are not told apart. */
  readonly hasRegistry: boolean
  readonly diagnostics: readonly Diagnostic[]
}

export function npmConfig(file: SourceFile, beside: Beside): NpmConfig {
  const config = beside.file(pathFrom(folderOf(file.path), '.npmrc') ?? '.npmrc')
  const rows = config === undefined ? [] : rowsOf(config.text())
  const sources = rows.flatMap(({ name, value, line }): readonly Source[] =>
    name === 'registry' || /^@[^:]+:registry$/.test(name) ? [{ address: value, spot: lineSpot(line), file: config?.path ?? '' }] : [],
  )
  const diagnostics = rows.flatMap(({ name, value, line }) => {
    const secret = /:_auth(?:Token)?$|^_auth(?:Token)?$|:_password$/.test(name) && !/^\$\{.*\}$/.test(value) && value !== '' ? 'token' : secretIn(name, value)
    return secret === undefined ? [] : [secretFound({ file: config?.path ?? '', ...lineSpot(line) }, secret)]
  })
  return { sources, hasRegistry: rows.some((row) => row.name === 'registry'), diagnostics }
}

/**
 * Where packages are fetched besides what is said of each: what the configuration names; or else, once there is a package of which nothing
 * is said, the registry that all these tools ask by default.
 */
export function npmSources(config: NpmConfig, silent: Spot | undefined): readonly Source[] {
  if (silent === undefined || config.hasRegistry) return config.sources
  const { pointer, line } = silent
  return [...config.sources, { address: 'https://registry.npmjs.org/', spot: { pointer, ...(line === undefined ? {} : { line }) }, basis: 'inferred' }]
}

function rowsOf(text: string): readonly { readonly name: string; readonly value: string; readonly line: number }[] {
  return text.split(/\r\n|\n|\r/).flatMap((row, at) => {
    const [, name = '', value = ''] = /^\s*([^;#\s=][^\s=]*)\s*=\s*(.*?)\s*$/.exec(row.slice(0, 2000)) ?? []
    return name === '' ? [] : [{ name, value: value.replace(/^(["'])(.*)\1$/, '$2'), line: at + 1 }]
  })
}
