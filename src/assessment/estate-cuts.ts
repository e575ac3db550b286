import { cutLevelNames, cutSetsAnswer } from '#analyses/index.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message, plain } from '#lang/message.ts'

/**
 * Which smallest sets of things stop a function of the estate.
 *
 * @param level whom or what is lost, as `supplier` or `place`
 */
export function estateCuts(subject: Subject, level: string, maxOrder: number): Outcome {
  const known = cutLevelNames.find((one) => one === level)
  if (known === undefined) return { status: 'too-little-evidence', reason: message('cut-sets.unknown-level', { level, known: cutLevelNames.map(plain) }) }
  return cutSetsAnswer(subject, known, maxOrder)
}
