import type { ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { said } from '#estate/said.ts'
import type { Subject } from '#facts/subject.ts'
import { type Group, shareOf, weightedShare } from '#kernels/scores/weighted-share.ts'
import type { Framework } from '#knowledge/schema-frameworks.ts'
import { type Interval, lowest } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { type Grade, gradesOf, isInert, type NamedFramework } from '../grades.ts'

/** How one workload or service stands against one framework. */
export interface Standing {
  readonly about: ThingId
  /** The lowest level that any criterion leaves, at both ends. */
  readonly level: Interval
  /** Share of all points, weighted by objective, within [0, 1]; nothing where the framework has no score. It only ranks what stands on one level. */
  readonly score: Interval | undefined
  readonly grades: readonly Grade[]
}

/** How a thing stands against a framework. Remembered per thing and framework. */
export const standingOf = once((subject: Subject) => {
  const known = new Map<string, Standing>()
  return (about: ThingId, named: NamedFramework): Standing => {
    const key = `${named.id}\n${about}`
    const found = known.get(key) ?? stand(about, named.framework, gradesOf(subject, about, named))
    known.set(key, found)
    return found
  }
})

function stand(about: ThingId, framework: Framework, all: readonly Grade[]): Standing {
  const grades = all.filter((grade) => grade.applies)
  return { about, level: levelOf(framework, grades), score: scoreOf(framework, grades), grades }
}

/** The minimum over criteria, without those that move the score alone. With none at all, everything is open. */
export function levelOf({ levels }: Framework, grades: readonly Grade[]): Interval {
  const deciding = grades.filter((grade) => !isInert(grade.criterion))
  return deciding.length > 0 ? lowest(deciding.map((grade) => grade.interval)) : { low: levels[0]?.level ?? 0, high: levels.at(-1)?.level ?? 0 }
}

/** Σ over objectives of points ÷ most × weight. A criterion that does not apply takes its part of the most along. */
function scoreOf(framework: Framework, grades: readonly Grade[]): Interval | undefined {
  const groups = framework.objectives.flatMap((objective): readonly Group[] => {
    const group = groupOf(framework, objective.id, grades)
    return objective.weight === undefined || group === undefined ? [] : [{ ...group, weight: objective.weight }]
  })
  return weightedShare(groups)
}

function groupOf({ objectives, criteria }: Framework, objective: string, grades: readonly Grade[]): Omit<Group, 'weight'> | undefined {
  const best = (list: readonly { readonly rungs: Framework['criteria'][number]['rungs'] }[]): number => list.reduce((sum, one) => sum + (one.rungs.at(-1)?.points ?? 0), 0)
  const own = grades.filter((grade) => grade.criterion.objective === objective)
  const all = best(criteria.filter((one) => one.objective === objective))
  const applying = best(own.map((grade) => grade.criterion))
  if (all === 0 || applying === 0) return undefined
  const most = objectives.find((one) => one.id === objective)?.most ?? all
  return { most: (most * applying) / all, parts: own.map((grade) => grade.points) }
}

/** The share of an objective's points, at both ends; nothing where it gives none. */
export function objectiveShare(framework: Framework, objective: string, grades: readonly Grade[]): Interval | undefined {
  const group = groupOf(framework, objective, grades)
  return group === undefined ? undefined : shareOf(group)
}

/** The workloads that a published framework speaks of: those in use, but for work that is done by hand. */
export const workloadsAsked = once((subject: Subject): readonly ThingId[] =>
  thingsOfKind(subject.estate, 'workload')
    .filter((one) => one.state === 'active' && said(one, 'handwork')[0]?.value !== true)
    .map((one) => one.id),
)

/** Best first: by what is sure of the level, then by what is possible, then by score. */
export const ranked = (standings: readonly Standing[]): readonly Standing[] =>
  standings.toSorted(
    (a, b) =>
      b.level.low - a.level.low ||
      b.level.high - a.level.high ||
      (b.score?.low ?? 0) - (a.score?.low ?? 0) ||
      (b.score?.high ?? 0) - (a.score?.high ?? 0) ||
      (a.about < b.about ? -1 : 1),
  )
