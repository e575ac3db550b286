import { type Basis, type Claim, idOf, type Phase, type Says, type State, type ThingId } from './claim.ts'

/** One package that a file lists in a thing. `key` is its purl in one spelling, or a name of the file's own. */
export interface Listed {
  readonly key: string
  readonly name: string
  readonly pointer: string
  readonly line?: number
  readonly says?: Says
}

/**
 * All packages that one file lists in one thing, in one claim. A bill of materials may list a million of which nobody asks more than
 * that they are there; those that mean something are told apart later (`packageClaims`).
 */
export interface Contents {
  readonly of: ThingId
  readonly state: State
  readonly basis: Basis
  readonly phase?: Phase
  readonly file: string
  readonly packages: readonly Listed[]
}

/**
 * Whether somebody asks for a listed package. It is put to each of millions, so whoever lists may leave out of `says` all but the CPE,
 * and nothing else may be asked after.
 */
export type Wanted = (listed: Pick<Listed, 'key' | 'name' | 'says'>) => boolean

/** What makes two listings the same: who lists what in what, and how. */
export const textOfContents = (one: Contents): string => `${one.of}\n${one.state}\n${one.basis}\n${one.phase ?? ''}\n${one.file}`

/** The same listings with those packages alone that are asked for: that others are listed is all that is remembered of them. */
export const contentsWith = (contents: readonly Contents[], isAskedFor: Wanted): readonly Contents[] =>
  contents.map((one) => ({ ...one, packages: one.packages.filter(isAskedFor) }))

/** Claims of their own for the listed packages that are asked for: that each is there, and that the thing holds it. */
export function packageClaims(contents: readonly Contents[], isAskedFor: Wanted): readonly Claim[] {
  const claims: Claim[] = []
  for (const one of contents) {
    for (const listed of one.packages) {
      if (!isAskedFor(listed)) continue
      const { key, name, pointer, line, says } = listed
      const id = idOf('package', key)
      const common = { state: one.state, basis: one.basis, at: [{ file: one.file, pointer, ...(line === undefined ? {} : { line }) }] } as const
      claims.push({ claim: 'thing', id, name, ...(says === undefined ? {} : { says }), ...common })
      claims.push({ claim: 'link', from: one.of, to: id, role: 'contains', ...(one.phase === undefined ? {} : { phase: one.phase }), ...common })
    }
  }
  return claims
}
