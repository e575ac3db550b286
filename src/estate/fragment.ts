import type { Claim } from './claim.ts'
import type { Diagnostic } from './diagnostic.ts'

/** What one file says: its claims, and what was wrong with it. */
export interface Fragment {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

export const emptyFragment: Fragment = { claims: [], diagnostics: [] }
