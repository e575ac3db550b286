import type { Block, Cell, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { lowest } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import type { NamedFramework } from '../grades.ts'
import { inBoth } from '../proof-of.ts'
import { levelCell } from './level-cell.ts'
import { isTold, progressCell, progressOf } from './progress.ts'
import { levelOf, objectiveShare, type Standing } from './standing.ts'

/** Each objective over all that was held against it: its lowest level, its lowest share of points, and how much of it is answered. */
export function objectiveTable({ id, framework }: NamedFramework, standings: readonly Standing[]): Block {
  const weighted = framework.objectives.some((one) => one.weight !== undefined)
  const rows = framework.objectives.flatMap((objective): readonly Row[] => {
    const own = standings.map((one) => one.grades.filter((grade) => grade.criterion.objective === objective.id)).filter((grades) => grades.length > 0)
    if (own.length === 0) return []
    const progress = progressOf(own.flat())
    const shares = own.flatMap((grades) => objectiveShare(framework, objective.id, grades) ?? [])
    const share: Cell = shares.length === 0 ? { text: message('frameworks.no-points') } : { interval: lowest(shares), unit: 'share' }
    const weight: Cell = objective.weight === undefined ? { text: message('frameworks.no-points') } : { text: message('figure.percent', { value: objective.weight }) }
    return [
      {
        cells: [
          { text: inBoth(objective.title) },
          ...(weighted ? [weight] : []),
          levelCell(lowest(own.map((grades) => levelOf(framework, grades))), isTold(progress)),
          ...(weighted ? [share] : []),
          progressCell(progress),
        ],
        proof: {
          ...noProof,
          at: own
            .flat()
            .flatMap((grade) => grade.at)
            .slice(0, 4),
        },
      },
    ]
  })
  return {
    kind: 'table',
    id: `${id}-objectives`,
    title: message('frameworks.objectives', { short: framework.short }),
    columns: ['objective', ...(weighted ? ['weight'] : []), 'level', ...(weighted ? ['share'] : []), 'answered'].map((column) => message(`frameworks.column.${column}`)),
    rows,
    empty: message('frameworks.no-workload'),
  }
}
