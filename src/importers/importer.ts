import type { Fragment } from '#estate/fragment.ts'
import type { Beside, Settings, SourceFile } from '#estate/source-file.ts'

/** Reads one format. The whole of what its author must know, together with `estate/claim.ts`. */
export interface Importer {
  /** The folder's name. */
  readonly id: string
  /** What people call the format. */
  readonly title: string
  /** Where the format is defined. */
  readonly spec: string
  /** Set where such a file speaks about the evidence and is none itself: it may then vouch for the rest without changing it. */
  readonly vouches?: true
  /** Whether the content is of this format, cheaply. The name counts only where the format, or the organisation in its settings, gives it meaning. */
  recognises(file: SourceFile, settings?: Settings): boolean
  /** What the file says. Whatever the content, answers with claims and diagnostics, and never throws. */
  read(file: SourceFile, beside: Beside): Fragment
}
