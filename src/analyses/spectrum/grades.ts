import type { Origin, ThingId } from '#estate/claim.ts'
import { answerOf } from '#facts/answers.ts'
import { completeWorkloads } from '#facts/completeness.ts'
import { criterionFacts } from '#facts/criteria.ts'
import type { CriterionItem } from '#facts/criterion.ts'
import type { Subject } from '#facts/subject.ts'
import { type Pillar, pillars } from '#findings/block.ts'
import type { Criterion, Ladder } from '#knowledge/schema.ts'
import { around, type Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { celRule } from '#policy/cel.ts'

/** One criterion of one workload: the rungs still possible, and what they rest on. */
export interface Grade {
  readonly criterion: Criterion
  readonly interval: Interval
  /** Whether all that was shown is answered. What nobody showed us is another matter: see `complete`. */
  readonly answered: boolean
  /** Whether somebody said that everything was shown. Without it the low end stays at the lowest rung. */
  readonly complete: boolean
  /** What is not known, where something is not. */
  readonly open: readonly ThingId[]
  readonly at: readonly Origin[]
}

/** A pillar of one workload, function, unit or team: the minimum over its criteria, taken at both ends. */
export interface PillarGrade {
  readonly pillar: Pillar
  readonly interval: Interval
  /** The highest rung that its criteria could ever show. */
  readonly cap: number
  readonly grades: readonly Grade[]
}

/** The pillars of a workload. A criterion that does not apply drops out, and so does a pillar without criteria. */
export const pillarGrades = once((subject: Subject) => {
  const ladder = subject.knowledge.frameworks.get('deltaplan-ladder')
  const known = new Map<ThingId, readonly PillarGrade[]>()
  return (workload: ThingId): readonly PillarGrade[] => {
    const found = known.get(workload) ?? (ladder ? gradesOf(subject, workload, ladder) : [])
    known.set(workload, found)
    return found
  }
})

function gradesOf(subject: Subject, workload: ThingId, ladder: Ladder): readonly PillarGrade[] {
  const grades = ladder.criteria.flatMap((criterion): readonly Grade[] => {
    const items = criterionFacts[criterion.fact]?.(subject, workload) ?? []
    return items.length === 0 ? [] : [gradeOf(subject, workload, criterion, items)]
  })
  return pillars.flatMap((pillar) => {
    const own = grades.filter((grade) => grade.criterion.pillar === pillar)
    return own.length === 0 ? [] : [gradeOfPillar(pillar, own)]
  })
}

/** A pillar stands on its lowest criterion. */
export const gradeOfPillar = (pillar: Pillar, grades: readonly Grade[]): PillarGrade => ({
  pillar,
  interval: lowest(grades.map((grade) => grade.interval)),
  cap: Math.min(...grades.map((grade) => Math.max(...everyLevel(grade.criterion)))),
  grades,
})

/** The minimum of intervals: [min of lows, min of highs]. */
export const lowest = (intervals: readonly Interval[]): Interval => ({ low: Math.min(...intervals.map((one) => one.low)), high: Math.min(...intervals.map((one) => one.high)) })

function gradeOf(subject: Subject, workload: ThingId, criterion: Criterion, items: readonly CriterionItem[]): Grade {
  const complete = completeWorkloads(subject).has(workload)
  const answer = answerOf(subject, workload, criterion.fact)
  const stated = answer?.refused === undefined ? answer : undefined
  // What the organisation answers fills in what nobody could read; it never goes before what was read.
  const settled = items.map((item): CriterionItem => (item.values === 'unknown' && stated ? { ...item, values: [stated.value], at: [...stated.at, ...item.at] } : item))
  const intervals = settled.map((item) => around(item.values === 'unknown' ? everyLevel(criterion) : item.values.map((value) => levelOf(criterion, value))))
  const open = settled.filter((_, at) => (intervals[at]?.low ?? 0) !== (intervals[at]?.high ?? 0))
  const shown = lowest(intervals)
  return {
    criterion,
    interval: complete ? shown : { low: Math.min(shown.low, ...everyLevel(criterion)), high: shown.high },
    answered: open.length === 0,
    complete,
    open: open.map((item) => item.about),
    at: settled.flatMap((item) => item.at).slice(0, 6),
  }
}

/** The highest rung whose rule holds; none holding is the ground. */
function levelOf(criterion: Criterion, value: string | number | boolean): number {
  const rungs = criterion.rungs.toSorted((a, b) => b.level - a.level)
  return rungs.find((rung) => celRule(rung.when)({ value }) === true)?.level ?? 0
}

/** While nothing is known, every rung of the criterion is possible. */
const everyLevel = (criterion: Criterion): readonly number[] => criterion.rungs.map((rung) => rung.level)
