import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Dependency } from '#facts/dependencies.ts'
import type { Input } from '#facts/subject.ts'
import type { Threshold } from '#facts/thresholds.ts'
import type { WorkloadSummary } from '#facts/workload-summaries.ts'
import type { Outcome } from '#findings/outcome.ts'

/** The version of the assessment's form. The schema in docs/reference follows it. */
export const schemaVersion = '1'

/** The result document that every view reads. Sorted by code point; free of any display language and of absolute paths. */
export interface Assessment {
  readonly schemaVersion: string
  readonly engine: { readonly name: 'deltaplan'; readonly version: string }
  readonly knowledge: { readonly digest: string; readonly entries: number }
  readonly asOf: string
  readonly seed: number
  readonly options: Readonly<Record<string, string | number | boolean>>
  readonly inputs: readonly Input[]
  /** What `complete.inputs` in deltaplan.yaml has to say for the evidence that was read here. */
  readonly evidenceDigest: string
  readonly diagnostics: readonly Diagnostic[]
  readonly dependencies: readonly Dependency[]
  readonly workloads: readonly WorkloadSummary[]
  /** Limits that were set, and how they stand. */
  readonly thresholds: readonly Threshold[]
  readonly outcomes: readonly { readonly id: string; readonly outcome: Outcome }[]
}
