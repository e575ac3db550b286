import type { ThingId } from '#estate/claim.ts'
import { groupBy } from '#lang/group.ts'
import { type Interval, lowest } from '#lang/interval.ts'
import { type Grade, type ItemGrade, isInert, isNarrowed, levelsOf } from '../grades.ts'
import type { Progress } from './progress.ts'
import type { Standing } from './standing.ts'

/** One thing within workloads as its criteria see it: a party, a service, a product. */
export interface ItemRow {
  readonly about: ThingId
  /** The lowest level that any criterion which was asked of it leaves. */
  readonly level: Interval
  readonly progress: Progress
  readonly workloads: readonly ThingId[]
  readonly grades: readonly ItemGrade[]
}

/** Every thing that criteria of one sort were asked of, over all workloads, in the order of their ids. One that is asked after by several workloads counts once per criterion, at its lowest. */
export function itemRows(standings: readonly Standing[], per: Grade['criterion']['per']): readonly ItemRow[] {
  const all = standings.flatMap((one) =>
    one.grades
      .filter((grade) => grade.criterion.per === per && !isInert(grade.criterion))
      .flatMap(({ criterion, items }) => items.map((item) => ({ workload: one.about, criterion, item }))),
  )
  return [...groupBy(all, ({ item }) => item.about)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([about, list]): ItemRow => {
      const criteria = [...groupBy(list, ({ criterion }) => criterion.id).values()]
      const levels = criteria.map((same) => lowest(same.map(({ criterion, item }) => levelsOf(criterion, item.rungs))))
      const isSettled = (at: number): boolean => levels[at]?.low === levels[at]?.high
      return {
        about,
        level: lowest(levels),
        progress: {
          answered: criteria.filter((_, at) => isSettled(at)).length,
          narrowed: criteria.filter((same, at) => !isSettled(at) && same.every(({ criterion, item }) => isNarrowed(criterion, item.rungs))).length,
          of: criteria.length,
        },
        workloads: [...new Set(list.map(({ workload }) => workload))],
        grades: list.map(({ item }) => item),
      }
    })
}
