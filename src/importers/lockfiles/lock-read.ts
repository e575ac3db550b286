import type { Basis, State } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'

/** What a package is needed for: by the program itself, to build or test it, or only where somebody asks for an extra. */
export type Use = 'run' | 'build' | 'optional'

/** Where something stands in the lock file. */
export interface Spot {
  readonly pointer: string
  readonly line?: number
}

/** One package as a lock file lists it. */
export interface Locked extends Spot {
  /** As its family writes it: `@scope/name`, `group/artifact`, `github.com/owner/name`. */
  readonly name: string
  /** Left out where the file pins none. */
  readonly version?: string | undefined
  readonly use: Use
  /** Where it is fetched, as the file writes it. Left out where the file does not say. */
  readonly from?: string | undefined
  readonly licences?: readonly string[]
}

/** Where packages are fetched apart from what is said of each: an index, a registry, a repository. */
export interface Source {
  readonly address: string
  readonly spot: Spot
  /** The neighbour that says so; the lock file itself where it is left out. */
  readonly file?: string
  readonly state?: State
  /** `inferred` where the format has a default, and nothing says otherwise. */
  readonly basis?: Basis
}

/** The project whose packages are listed, as far as the file or the manifest beside it names it. */
export interface Project {
  readonly name?: string | undefined
  readonly version?: string | undefined
  readonly spot: Spot
}

/** What one lock file says, in the words that all families share. */
export interface LockRead {
  /** The type of its packages in a purl: `npm`, `pypi`. */
  readonly family: string
  readonly project: Project
  readonly packages: readonly Locked[]
  readonly sources: readonly Source[]
  readonly diagnostics: readonly Diagnostic[]
}

/** One kind of lock file. */
export interface LockFormat {
  /** Whether the content is of this kind. Asked of many a text, so it looks at little. */
  recognises(file: SourceFile): boolean
  read(file: SourceFile, beside: Beside): LockRead
}

/** The place of a line in a plain text. */
export const lineSpot = (line: number): Spot => ({ pointer: `/line/${line}`, line })

/** The part of a text in which a file says what it is. */
export const headOf = (file: SourceFile): string => file.text().slice(0, 4000)
