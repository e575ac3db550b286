import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Grade, NamedFramework } from '../grades.ts'
import { inBoth, named } from '../proof-of.ts'
import { levelCell } from './level-cell.ts'
import { isTold, progressCell, progressOf } from './progress.ts'
import type { Standing } from './standing.ts'

/** At most this many criteria are named as those that hold a workload down. */
const shown = 3

/** Each workload with its level, its score, and what holds it down. The level goes first; the score only ranks within one. */
export function standingTable(subject: Subject, { id, framework }: NamedFramework, standings: readonly Standing[]): Block {
  const scored = standings.some((one) => one.score !== undefined)
  const rows = standings.map((one): Row => {
    const progress = progressOf(one.grades)
    const binding = holdingDown(one)
    return {
      cells: [
        { text: named(subject, one.about) },
        levelCell(one.level, isTold(progress)),
        ...(scored ? [one.score === undefined ? { text: message('frameworks.no-points') } : { interval: one.score, unit: 'share' as const }] : []),
        progressCell(progress),
        { list: binding.slice(0, shown).map((grade) => inBoth(grade.criterion.title)) },
      ],
      proof: { steps: [], at: binding.flatMap((grade) => grade.at).slice(0, 6) },
    }
  })
  return {
    kind: 'table',
    id: `${id}-workloads`,
    title: message('frameworks.workloads', { short: framework.short }),
    columns: ['workload', 'level', ...(scored ? ['score'] : []), 'answered', 'binding'].map((column) => message(`frameworks.column.${column}`)),
    rows,
    empty: message('frameworks.no-workload'),
  }
}

/** The criteria that keep the level from being higher even at its best: what was found, not what is missing. None where everything is still possible. */
function holdingDown({ level, grades }: Standing): readonly Grade[] {
  const top = Math.max(...grades.map((grade) => grade.interval.high))
  return level.high === top ? [] : grades.filter((grade) => grade.items.length > 0 && grade.interval.high === level.high)
}
