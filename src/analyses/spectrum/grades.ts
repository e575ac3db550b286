import type { ThingId } from '#estate/claim.ts'
import type { Subject } from '#facts/subject.ts'
import { type Pillar, pillars } from '#findings/block.ts'
import { type Interval, lowest } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { capOf, type Grade, gradesOf } from '../grades.ts'

/** The framework whose objectives are the four pillars. */
const ladderId = 'deltaplan-ladder'

/** A pillar of one workload, function, unit or team: the minimum over its criteria, taken at both ends. */
export interface PillarGrade {
  readonly pillar: Pillar
  readonly interval: Interval
  /** The highest rung that its criteria could ever show. */
  readonly cap: number
  readonly grades: readonly Grade[]
}

/** The pillars of a workload. A criterion that nothing was found to apply to drops out, and so does a pillar without criteria. */
export const pillarGrades = once((subject: Subject) => {
  const framework = subject.knowledge.frameworks.get(ladderId)
  const known = new Map<ThingId, readonly PillarGrade[]>()
  return (workload: ThingId): readonly PillarGrade[] => {
    const found = known.get(workload) ?? (framework ? pillarsOf(gradesOf(subject, workload, { id: ladderId, framework })) : [])
    known.set(workload, found)
    return found
  }
})

function pillarsOf(grades: readonly Grade[]): readonly PillarGrade[] {
  const found = grades.filter((grade) => grade.items.length > 0)
  return pillars.flatMap((pillar) => {
    const own = found.filter((grade) => grade.criterion.objective === pillar)
    return own.length === 0 ? [] : [gradeOfPillar(pillar, own)]
  })
}

/** A pillar stands on its lowest criterion. */
export const gradeOfPillar = (pillar: Pillar, grades: readonly Grade[]): PillarGrade => ({
  pillar,
  interval: lowest(grades.map((grade) => grade.interval)),
  cap: Math.min(...grades.map((grade) => capOf(grade.criterion))),
  grades,
})
