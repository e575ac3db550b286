import type { ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { type Answer, answersGiven } from '#facts/answers.ts'
import type { Subject } from '#facts/subject.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import { uniqueBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { gradesOf, type ItemGrade } from './grades.ts'

/** An answer to a criterion that what was read leaves no room for. Both stand; the grade rests on what was read. */
export interface AnswerDifference {
  readonly about: ThingId
  readonly criterion: Criterion
  readonly answer: Answer
  /** The rungs that what was read leaves, by their places in the criterion. */
  readonly read: ItemGrade['rungs']
}

/**
 * Answers to criteria of frameworks that differ from what was read, each once per thing, in the order of the frameworks. Answers to facts
 * are judged by their values (`facts/contradictions`); these by rungs, which only the criterion knows.
 */
export const answerDifferences = once((subject: Subject): readonly AnswerDifference[] => {
  const answered = new Set([...answersGiven(subject).values()].flat().flatMap((one) => (one.refused === undefined ? one.key.split('/').slice(0, -1) : [])))
  const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
  const found = [...subject.knowledge.frameworks]
    .filter(([id]) => answered.has(id))
    .flatMap(([id, framework]) =>
      workloads.flatMap((workload) =>
        gradesOf(subject, workload.id, { id, framework }).flatMap(({ criterion, items }) =>
          items.flatMap(({ about, contradicted, rungs }): readonly AnswerDifference[] =>
            contradicted?.key.includes('/') === true ? [{ about, criterion, answer: contradicted, read: rungs }] : [],
          ),
        ),
      ),
    )
  return uniqueBy(found, (one) => `${one.answer.key}\n${one.about}`)
})
