import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Simulate } from './loss/run.ts'

/** What an analysis may be handed for work that takes long; without it, it does the same work here and now. */
export interface Engines {
  readonly simulate?: Simulate | undefined
  /** Told now and then which share of the answer is done, within [0, 1]. */
  readonly told?: (share: number) => void
}

/** Answers one question from facts, in blocks. It never throws on what the world is like, and knows no other analysis. */
export interface Analysis {
  /** The folder's name: a noun of what a reader sees. The question itself stands in the catalogues under `question.<id>`. */
  readonly id: string
  answer(subject: Subject, engines?: Engines): Outcome | Promise<Outcome>
}
