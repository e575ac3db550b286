import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Estate } from '#estate/estate.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'

/** One file that was looked at. `format` is the importer that read it, empty when none understood it, or `passed-over` when none has to. */
export interface Input {
  readonly file: string
  readonly sha256: string
  readonly format: string
}

/** What facts are computed of. `asOf` is an ISO date: "today" is never read inside. Facts are remembered per subject. */
export interface Subject {
  readonly estate: Estate
  readonly knowledge: Knowledge
  readonly asOf: string
  /** Over how many years losses are simulated, rounded up to whole blocks; left out, as many as a report needs. */
  readonly years?: number | undefined
  readonly inputs: readonly Input[]
  /** Names the evidence as a whole: changes when a file other than the organisation's own word is added, left out or changed. */
  readonly evidenceDigest: string
  readonly diagnostics: readonly Diagnostic[]
}
