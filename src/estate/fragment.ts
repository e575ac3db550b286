import type { Claim } from './claim.ts'
import type { Contents } from './contents.ts'
import type { Diagnostic } from './diagnostic.ts'

/** What one file says: its claims, and what was wrong with it. */
export interface Fragment {
  readonly claims: readonly Claim[]
  /** Packages that are listed in bulk. */
  readonly contents?: readonly Contents[]
  readonly diagnostics: readonly Diagnostic[]
}

export const emptyFragment: Fragment = { claims: [], diagnostics: [] }
