import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { lowest } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import { blockOf, type NamedFramework } from '../grades.ts'
import { inBoth, named } from '../proof-of.ts'
import { type ItemRow, itemRows } from './item-rows.ts'
import { levelCell } from './level-cell.ts'
import type { Standing } from './standing.ts'

/** Each technical block with the services and products in it, where a framework has blocks. */
export function blockTable(subject: Subject, { id, framework }: NamedFramework, standings: readonly Standing[]): readonly Block[] {
  if (framework.blocks.length === 0) return []
  const items = itemRows(standings, 'block')
  const placed = new Map(items.map((item) => [item.about, blockOf(subject, framework, item.about)?.id]))
  const within = (name: string | undefined): readonly ItemRow[] => items.filter((item) => placed.get(item.about) === name)
  const rows = [...framework.blocks, undefined].flatMap((block): readonly Row[] => {
    const own = within(block?.id)
    if (own.length === 0) return []
    const answered = own.reduce((sum, item) => sum + item.answered, 0)
    const title = block === undefined ? message('frameworks.unplaced') : block.critical ? message('frameworks.critical-block', { title: inBoth(block.title) }) : inBoth(block.title)
    return [
      {
        cells: [
          { text: title },
          levelCell(lowest(own.map((item) => item.level)), answered),
          { text: message('frameworks.of', { count: answered, of: own.reduce((sum, item) => sum + item.of, 0) }) },
          { list: own.map((item) => named(subject, item.about)) },
        ],
        proof: { steps: [], at: own.flatMap((item) => item.grades.flatMap((grade) => grade.at)).slice(0, 6) },
      },
    ]
  })
  return [
    {
      kind: 'table',
      id: `${id}-blocks`,
      title: message('frameworks.blocks', { short: framework.short }),
      columns: ['block', 'level', 'answered', 'pieces'].map((column) => message(`frameworks.column.${column}`)),
      rows,
      empty: message('frameworks.no-piece'),
    },
  ]
}
