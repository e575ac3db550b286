import type { ThingId } from '#estate/claim.ts'
import type { Interval } from '#lang/interval.ts'

/** What fails when something happens, and how many hours after it. */
export interface Struck {
  readonly thing: ThingId
  readonly hours: Interval
}

/**
 * One thing that may happen to one thing: the basic event of losses. Two functions that lean on the same thing are hit by the same
 * source, so what they have in common is counted once.
 */
export interface Source {
  /** `<scenario>@<thing>` */
  readonly id: string
  readonly scenario: string
  readonly thing: ThingId
  readonly struck: readonly Struck[]
}
