import { cutLevelNames, cutSetsAnswer } from '#analyses/index.ts'
import { faultTreesOf } from '#facts/fault-trees.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { writeOpenPsa } from '#kernels/boolean/open-psa/write-open-psa.ts'
import { message, plain } from '#lang/message.ts'
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

/** The failure logic of the estate as fault trees in the Open-PSA format, for programs of others; or why there are none. */
export function estateModel(subject: Subject, level: string): { readonly text: string } | { readonly outcome: Outcome } {
  const known = levelCalled(level)
  return known === undefined ? { outcome: noLevel(level) } : { text: writeOpenPsa(faultTreesOf(subject, likelyPoints(subject, known)), 'estate') }
}

const levelCalled = (level: string) => cutLevelNames.find((one) => one === level)
const noLevel = (level: string): Outcome => ({ status: 'too-little-evidence', reason: message('cut-sets.unknown-level', { level, known: cutLevelNames.map(plain) }) })
