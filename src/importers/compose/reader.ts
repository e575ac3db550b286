import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { interpolate, type Lookup } from './interpolate.ts'

/** A file of the project with its variables filled in. */
export interface Layer {
  readonly file: SourceFile
  readonly document: SourceDocument
  readonly value: Record<string, unknown>
  /** The same with defaults alone, as if no variable were set: what is in it stands in this very file. */
  readonly bare: Record<string, unknown>
}

/** Reads the files of one project, each once, and gathers what is amiss with them. */
export interface Reader {
  readonly diagnostics: Map<string, Diagnostic>
  layers(file: SourceFile): readonly Layer[]
  file(path: string | undefined, at: FilePlace, written: string): SourceFile | undefined
}

/** Variables that every shell sets. */
const ofTheShell = /^(PWD|HOME|USER|UID|GID|HOSTNAME|SHELL|PATH|LANG|TMPDIR)$/

export function newReader(env: Lookup, beside: Beside): Reader {
  const known = new Map<string, readonly Layer[]>()
  const diagnostics = new Map<string, Diagnostic>()
  const tell = (names: readonly string[], at: FilePlace): void => {
    for (const name of names) {
      if (!ofTheShell.test(name) && !diagnostics.has(`variable ${name}`))
        diagnostics.set(`variable ${name}`, { code: 'unresolved', severity: 'note', ...at, values: { what: name } })
    }
  }
  const read = (file: SourceFile): readonly Layer[] => {
    const { documents, diagnostics: faults } = documentsOf(file)
    for (const [index, fault] of faults.entries()) diagnostics.set(`${file.path} fault ${index}`, fault)
    return documents.flatMap((document): readonly Layer[] => {
      const value = filled(document.value, [], { env, unresolved: (names, path) => tell(names, document.place(path)) })
      const bare = filled(document.value, [], { env: () => undefined, unresolved: () => undefined })
      return isRecord(value) && isRecord(bare) ? [{ file, document, value, bare }] : []
    })
  }
  return {
    diagnostics,
    layers: (file) => {
      const layers = known.get(file.path) ?? read(file)
      known.set(file.path, layers)
      return layers
    },
    file: (path, at, written) => {
      const found = path === undefined ? undefined : beside.file(path)
      if (!found) diagnostics.set(`file ${written}`, { code: 'missing-file', severity: 'note', ...at, values: { what: written } })
      return found
    },
  }
}

/** Deeper than any Compose file nests. */
const deepest = 60

/** A copy with variables filled in everywhere but in keys. */
function filled(value: unknown, path: Path, how: { readonly env: Lookup; unresolved(names: readonly string[], path: Path): void }): unknown {
  if (path.length > deepest) return undefined
  if (typeof value === 'string') {
    if (!value.includes('$')) return value
    const { text, unresolved } = interpolate(value, how.env)
    if (unresolved.length > 0) how.unresolved(unresolved, path)
    return text
  }
  if (Array.isArray(value)) return value.map((item, index) => filled(item, [...path, index], how))
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, [...path, key], how)])) : value
}
