import type { ThingId } from '#estate/claim.ts'
import { organisation, weightOf } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { lowest } from '#lang/interval.ts'
import type { Grade } from '../grades.ts'
import { type PillarGrade, pillarGrades } from './grades.ts'

/**
 * Something that, once checked, would narrow what we can say; and by how much. Without a criterion it is the word of somebody that
 * everything was shown.
 */
export interface NextCheck {
  readonly criterion: Criterion | undefined
  readonly workloads: readonly ThingId[]
  /** Rungs of width removed, shared among the unknowns that bind together, weighted by the criticality of the functions. */
  readonly gain: number
  readonly open: readonly ThingId[]
}

/**
 * Unknowns ranked by how much checking each would narrow the results.
 *
 * In a pillar, k unknowns bind together when the low end rests on all of them: settling one of them alone moves nothing. So the
 * width that falls away when all are settled at their best is divided by k, and weighted 8, 4, 2, 1 by criticality. That nobody
 * said whether everything was shown is one unknown, whichever criteria it holds down.
 */
export function nextChecks(subject: Subject, workloads: readonly ThingId[]): readonly NextCheck[] {
  const { functions, profile } = organisation(subject)
  const weights = groupBy(
    functions.flatMap((one) => one.workloads.map((workload) => ({ workload, weight: weightOf(one, profile).high }))),
    (one) => one.workload,
  )
  const found = new Map<string, Tally>()
  for (const workload of workloads) {
    const heaviest = Math.max(1, ...(weights.get(workload) ?? []).map((one) => one.weight))
    for (const pillar of pillarGrades(subject)(workload)) {
      const binding = pillar.grades.filter((grade) => grade.interval.low === pillar.interval.low && grade.interval.high > grade.interval.low)
      const unknowns = unknownsOf(binding)
      const gain = (gainOf(pillar, binding) / Math.max(1, unknowns.length)) * heaviest
      for (const unknown of unknowns) add(found, unknown, workload, gain)
    }
  }
  const checks = [...found.values()].map((one): NextCheck => ({ ...one, workloads: [...one.workloads], open: [...one.open] }))
  return checks.sort((a, b) => b.gain - a.gain || by((check: NextCheck) => check.criterion?.id ?? '')(a, b))
}

interface Unknown {
  readonly criterion: Criterion | undefined
  readonly open: readonly ThingId[]
}

function unknownsOf(binding: readonly Grade[]): readonly Unknown[] {
  const asked = binding.filter((grade) => !grade.answered).map((grade): Unknown => ({ criterion: grade.criterion, open: grade.open }))
  return binding.some((grade) => !grade.complete) ? [...asked, { criterion: undefined, open: [] }] : asked
}

/** How far the low end rises when all that bind turn out as well as they can. */
function gainOf(pillar: PillarGrade, binding: readonly Grade[]): number {
  const settled = pillar.grades.map((grade) => (binding.includes(grade) ? { low: grade.interval.high, high: grade.interval.high } : grade.interval))
  return lowest(settled).low - pillar.interval.low
}

/** A check while it is added up. */
interface Tally {
  readonly criterion: Criterion | undefined
  readonly workloads: Set<ThingId>
  readonly open: Set<ThingId>
  gain: number
}

function add(found: Map<string, Tally>, unknown: Unknown, workload: ThingId, gain: number): void {
  const key = unknown.criterion?.id ?? ''
  const tally = found.get(key) ?? { criterion: unknown.criterion, workloads: new Set(), open: new Set(), gain: 0 }
  found.set(key, tally)
  tally.workloads.add(workload)
  tally.gain += gain
  for (const one of unknown.open) tally.open.add(one)
}
