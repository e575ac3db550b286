import type { ThingId } from '#estate/claim.ts'
import { organisation, weightOf } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Criterion } from '#knowledge/schema.ts'
import { by } from '#lang/compare.ts'
import { type Grade, lowest, type PillarGrade, pillarGrades } from './grades.ts'

/** Something that, once checked, would narrow what we can say; and by how much. */
export interface NextCheck {
  readonly criterion: Criterion
  readonly workloads: readonly ThingId[]
  /** Rungs of width removed, shared among the unknowns that bind together, weighted by the criticality of the functions. */
  readonly gain: number
  readonly open: readonly ThingId[]
}

/**
 * Unknowns ranked by how much checking each would narrow the results.
 *
 * In a pillar, k unknowns bind together when the low end rests on all of them: settling one of them alone moves nothing. So the
 * width that falls away when all are settled at their best is divided by k, and weighted 8, 4, 2, 1 by criticality.
 */
export function nextChecks(subject: Subject, workloads: readonly ThingId[]): readonly NextCheck[] {
  const { functions, profile } = organisation(subject)
  const found = new Map<string, NextCheck>()
  for (const workload of workloads) {
    const weights = functions.filter((one) => one.workloads.includes(workload)).map((one) => weightOf(one, profile).high)
    for (const pillar of pillarGrades(subject)(workload)) {
      const binding = bindingOf(pillar)
      for (const grade of binding) add(found, grade, workload, (gainOf(pillar, binding) / binding.length) * Math.max(1, ...weights))
    }
  }
  return [...found.values()].sort((a, b) => b.gain - a.gain || by((check: NextCheck) => check.criterion.id)(a, b))
}

/** The unknowns that hold the low end down. */
const bindingOf = (pillar: PillarGrade): readonly Grade[] => pillar.grades.filter((grade) => !grade.answered && grade.interval.low === pillar.interval.low)

/** How far the low end rises when all that bind turn out as well as they can. */
function gainOf(pillar: PillarGrade, binding: readonly Grade[]): number {
  const settled = pillar.grades.map((grade) => (binding.includes(grade) ? { low: grade.interval.high, high: grade.interval.high } : grade.interval))
  return lowest(settled).low - pillar.interval.low
}

function add(found: Map<string, NextCheck>, grade: Grade, workload: ThingId, gain: number): void {
  const known = found.get(grade.criterion.id)
  found.set(grade.criterion.id, {
    criterion: grade.criterion,
    workloads: [...(known?.workloads ?? []), workload],
    gain: (known?.gain ?? 0) + gain,
    open: [...new Set([...(known?.open ?? []), ...grade.open])],
  })
}
