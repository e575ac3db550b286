import type { State } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Path } from '#lang/pointer.ts'
import type { Configuration } from './configuration.ts'
import type { Provider } from './provider.ts'

/** One instance of a resource, whichever form of file it was read from. */
export interface Resource {
  /** The whole address, with modules and index: `module.net["a"].aws_subnet.one[0]`. */
  readonly address: string
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly provider: Provider
  readonly values: Readonly<Record<string, unknown>>
  /** Of the same form as `values`: `true` where Terraform marks a value as sensitive. */
  readonly hidden: unknown
  readonly state: State
  /** What a plan does with it, as written: `create`, `delete+create`. */
  readonly action?: string
  /** Addresses of what it depends on, as the file gives them; relative to its module in old states. */
  readonly dependsOn: readonly string[]
  readonly at: Path
  readonly valuesAt: Path
  /** Whether pointers go on below `valuesAt` as the values do; old states keep them under flat names. */
  readonly flat: boolean
}

/** Everything one file says, in one form for all versions. */
export interface Reading {
  /** What keeps addresses of two estates apart: the state's lineage, and the file's path where there is none. */
  readonly scope: string
  readonly resources: readonly Resource[]
  readonly configuration?: Configuration
  /** Outputs, variables, what the configuration repeats: searched for secrets, and otherwise not read. */
  readonly searched: readonly { readonly values: Readonly<Record<string, unknown>>; readonly at: Path }[]
  readonly backend?: { readonly type: string; readonly values: Readonly<Record<string, unknown>>; readonly at: Path }
  readonly diagnostics: readonly Diagnostic[]
}
