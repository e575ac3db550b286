import type { ThingId } from '#estate/claim.ts'
import { entitiesOf } from '#facts/entities.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { NamedFramework } from '../grades.ts'
import { named } from '../proof-of.ts'
import { itemRows } from './item-rows.ts'
import { levelCell } from './level-cell.ts'
import { isTold, progressCell } from './progress.ts'
import type { Standing } from './standing.ts'

/** Each contractor and sub-contractor, where a framework asks anything of them; the lowest first. */
export function entityTable(subject: Subject, { id, framework }: NamedFramework, standings: readonly Standing[]): readonly Block[] {
  if (!framework.criteria.some((one) => one.per === 'entity')) return []
  const contractors = new Set<ThingId>(standings.flatMap((one) => entitiesOf(subject)(one.about).flatMap((entity) => (entity.standing === 'contractor' ? [entity.party] : []))))
  const rows = itemRows(standings, 'entity')
    .toSorted((a, b) => a.level.high - b.level.high || a.level.low - b.level.low || b.workloads.length - a.workloads.length || (a.about < b.about ? -1 : 1))
    .map(
      (item): Row => ({
        cells: [
          { text: named(subject, item.about) },
          { text: message(`frameworks.standing.${contractors.has(item.about) ? 'contractor' : 'subcontractor'}`) },
          levelCell(item.level, isTold(item.progress)),
          progressCell(item.progress),
          { list: item.workloads.map((workload) => named(subject, workload)) },
        ],
        proof: { steps: [], at: item.grades.flatMap((grade) => grade.at).slice(0, 6) },
      }),
    )
  return [
    {
      kind: 'table',
      id: `${id}-entities`,
      title: message('frameworks.entities', { short: framework.short }),
      columns: ['party', 'standing', 'level', 'answered', 'for'].map((column) => message(`frameworks.column.${column}`)),
      rows,
      empty: message('frameworks.no-entity'),
    },
  ]
}
