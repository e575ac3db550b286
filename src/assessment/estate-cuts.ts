import { causeLevelNames, cutSetsAnswer } from '#analyses/index.ts'
import { named } from '#analyses/proof-of.ts'
import type { ThingId } from '#estate/claim.ts'
import { faultTreesOf } from '#facts/fault-trees.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { writeOpenPsa } from '#kernels/boolean/open-psa/write-open-psa.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { likelyPoints } from '#scenarios/points.ts'

/**
 * Which smallest sets of things stop a function of the estate.
 *
 * @param level whom or what is lost, as `supplier` or `place`
 */
export function estateCuts(subject: Subject, level: string, maxOrder: number): Outcome {
  const known = levelCalled(level)
  return known === undefined ? noLevel(level) : cutSetsAnswer(subject, known, maxOrder)
}

/** The failure logic of an estate as a document, and what a reader of it has to be told. */
export interface EstateModel {
  readonly text: string
  /** Events of which nobody knows how likely they are, and how many there are in all. */
  readonly unknown: number
  readonly events: number
  /** Functions that are not in it: nothing stops them, or their logic is too large. */
  readonly unstopped: readonly Message[]
  readonly tooLarge: readonly Message[]
}

/**
 * The failure logic of the estate as fault trees in the Open-PSA format, for programs of others; or why there are none.
 *
 * @param assumed written as the probability of events of which nobody knows one; left out, they have none
 */
export function estateModel(subject: Subject, level: string, assumed?: number): EstateModel | { readonly outcome: Outcome } {
  const known = levelCalled(level)
  if (known === undefined) return { outcome: noLevel(level) }
  const { trees, labels, unstopped, tooLarge } = faultTreesOf(subject, likelyPoints(subject, known))
  const names = (ids: readonly ThingId[]): readonly Message[] => ids.map((id) => named(subject, id))
  return {
    text: writeOpenPsa(trees, { treeName: 'estate', labels, ...(assumed === undefined ? {} : { assumed }) }),
    unknown: trees.probabilities.filter(Number.isNaN).length,
    events: trees.events.length,
    unstopped: names(unstopped),
    tooLarge: names(tooLarge),
  }
}

const levelCalled = (level: string) => causeLevelNames.find((one) => one === level)
const noLevel = (level: string): Outcome => ({ status: 'too-little-evidence', reason: message('cut-sets.unknown-level', { level, known: causeLevelNames.map(plain) }) })
