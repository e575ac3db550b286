import type { Origin, ThingId } from '#estate/claim.ts'
import type { Subject } from './subject.ts'

/**
 * What a fact says of one thing a workload consists of: every value that is still possible. `unknown` leaves all rungs open,
 * and is never read as good.
 */
export interface CriterionItem {
  readonly about: ThingId
  readonly values: readonly (string | number | boolean)[] | 'unknown'
  readonly at: readonly Origin[]
}

/** A fact that a criterion of the ladder names. None at all means that the criterion does not apply to this workload. */
export type CriterionFact = (subject: Subject, workload: ThingId) => readonly CriterionItem[]
