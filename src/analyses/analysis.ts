import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'

/** Answers one question from facts, in blocks. It never throws on what the world is like, and knows no other analysis. */
export interface Analysis {
  /** The folder's name: a noun of what a reader sees. The question itself stands in the catalogues under `question.<id>`. */
  readonly id: string
  answer(subject: Subject): Outcome | Promise<Outcome>
}
