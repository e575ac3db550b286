import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import { lowest } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { type Grade, isInert, isNarrowed, type NamedFramework } from '../grades.ts'
import { inBoth, named } from '../proof-of.ts'
import { levelCell } from './level-cell.ts'
import { isTold, type Progress, progressCell } from './progress.ts'
import type { Standing } from './standing.ts'

/** At most this many things are named of which a criterion is not answered. */
const shown = 4

/** Every criterion: what it leaves open at its lowest, who says so, of how much it is answered, and what would settle the rest. */
export function criterionTable(subject: Subject, { id, framework }: NamedFramework, standings: readonly Standing[]): Block {
  const rows = framework.criteria.map((criterion) =>
    rowOf(
      subject,
      criterion,
      standings.flatMap((one) => one.grades.filter((grade) => grade.criterion === criterion)),
    ),
  )
  return {
    kind: 'table',
    id: `${id}-criteria`,
    title: message('frameworks.criteria', { short: framework.short }),
    columns: ['criterion', 'level', 'says-who', 'answered', 'ask', 'open'].map((column) => message(`frameworks.column.${column}`)),
    rows,
    empty: message('frameworks.no-workload'),
  }
}

function rowOf(subject: Subject, criterion: Criterion, grades: readonly Grade[]): Row {
  const asked = grades.filter((grade) => grade.items.length > 0)
  const items = asked.flatMap((grade) => grade.items)
  const open = [...new Set(asked.flatMap((grade) => grade.open))]
  const progress: Progress = {
    answered: items.length - asked.reduce((sum, grade) => sum + grade.open.length, 0),
    narrowed: items.filter((item) => isNarrowed(criterion, item.rungs)).length,
    of: items.length,
  }
  const nothing = asked.length === 0 ? 'frameworks.nothing-asked' : isInert(criterion) ? 'frameworks.no-points' : undefined
  const level: Cell = nothing === undefined ? levelCell(lowest(asked.map((grade) => grade.interval)), isTold(progress)) : { text: message(nothing) }
  return {
    cells: [
      { text: titleOf(criterion) },
      level,
      saysWho(items),
      progressCell(progress),
      open.length === 0 ? { text: message('frameworks.nothing-to-ask') } : { text: inBoth(criterion.ask) },
      { list: open.slice(0, shown).map((about) => named(subject, about)) },
    ],
    proof: { steps: [], at: [...grades.toSorted((a, b) => a.interval.high - b.interval.high).flatMap((grade) => grade.at)].slice(0, 6) },
  }
}

/** What it is about, and the number or word under which the framework knows it; marked where not all of it could be verified. */
const titleOf = (criterion: Criterion): Message =>
  message('frameworks.criterion', {
    id: criterion.id,
    title: inBoth(criterion.title),
    inert: isInert(criterion) ? 'yes' : 'no',
    verified: criterion.unverified === undefined ? 'yes' : 'no',
  })

/** What of the criteria nobody could check in a source, where there is any such thing. */
export function unverifiedList({ framework }: NamedFramework): readonly Block[] {
  const items = framework.criteria.flatMap((criterion) =>
    criterion.unverified === undefined ? [] : [{ text: message('frameworks.unverified-item', { id: criterion.id, what: inBoth(criterion.unverified) }), proof: noProof }],
  )
  return items.length === 0 ? [] : [{ kind: 'list', title: message('frameworks.unverified', { short: framework.short }), items, empty: message('frameworks.no-workload') }]
}

/** Who answered: what was read, the organisation, both, or nobody. */
function saysWho(items: readonly Grade['items'][number][]): Cell {
  const by = (['read', 'both', 'answered', 'nobody'] as const).filter((who) => items.some((item) => item.by === who))
  return by.length === 1 && by[0] === 'nobody' ? { text: message('frameworks.by.nobody'), tone: 'unknown' } : { list: by.map((who) => message(`frameworks.by.${who}`)) }
}
