import { entitiesOf } from '#facts/entities.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { lowest } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import { blockOf, type NamedFramework } from '../grades.ts'
import { inBoth, named } from '../proof-of.ts'
import { type ItemRow, itemRows } from './item-rows.ts'
import { levelCell } from './level-cell.ts'
import { isTold, progressCell, together } from './progress.ts'
import type { Standing } from './standing.ts'

/** Each technical block with the services and products in it, and with the contractors and sub-contractors behind those, where a framework has blocks. */
export function blockTable(subject: Subject, { id, framework }: NamedFramework, standings: readonly Standing[]): readonly Block[] {
  if (framework.blocks.length === 0) return []
  const pieces = itemRows(standings, 'block')
  const parties = new Map(itemRows(standings, 'entity').map((one) => [one.about, one]))
  const placed = new Map(pieces.map((piece) => [piece.about, blockOf(subject, framework, piece.about)?.id]))
  const rows = [...framework.blocks, undefined].flatMap((block): readonly Row[] => {
    const own = pieces.filter((piece) => placed.get(piece.about) === block?.id)
    if (own.length === 0) return []
    const behind = partiesBehind(subject, own, parties)
    const title = block === undefined ? message('frameworks.unplaced') : block.critical ? message('frameworks.critical-block', { title: inBoth(block.title) }) : inBoth(block.title)
    return [
      {
        cells: [
          { text: title },
          levelOf(own),
          progressCell(together(own.map((piece) => piece.progress))),
          { list: own.map((piece) => named(subject, piece.about)) },
          levelOf(behind),
          { list: behind.map((party) => named(subject, party.about)) },
        ],
        proof: { steps: [], at: own.flatMap((piece) => piece.grades.flatMap((grade) => grade.at)).slice(0, 6) },
      },
    ]
  })
  return [
    {
      kind: 'table',
      id: `${id}-blocks`,
      title: message('frameworks.blocks', { short: framework.short }),
      columns: ['block', 'level', 'answered', 'pieces', 'level-behind', 'behind'].map((column) => message(`frameworks.column.${column}`)),
      rows,
      empty: message('frameworks.no-piece'),
    },
  ]
}

/** Everybody who runs or supports what is in a block, or works for such a party, the lowest first. */
function partiesBehind(subject: Subject, pieces: readonly ItemRow[], parties: ReadonlyMap<ItemRow['about'], ItemRow>): readonly ItemRow[] {
  const found = new Set(pieces.flatMap((piece) => entitiesOf(subject)(piece.about).flatMap((entity) => parties.get(entity.party) ?? [])))
  return [...found].sort((a, b) => a.level.high - b.level.high || a.level.low - b.level.low || (a.about < b.about ? -1 : 1))
}

const levelOf = (rows: readonly ItemRow[]): Cell =>
  rows.length === 0 ? { text: message('frameworks.no-points') } : levelCell(lowest(rows.map((one) => one.level)), isTold(together(rows.map((one) => one.progress))))
