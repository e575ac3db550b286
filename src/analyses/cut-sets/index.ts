import type { ThingId } from '#estate/claim.ts'
import { type CutSet, cutSetsOf } from '#facts/cut-sets.ts'
import { organisation } from '#facts/organisation.ts'
import { roadOf } from '#facts/road.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { groupBy } from '#lang/group.ts'
import { lowest } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import { type CauseLevel, cutLevels, pointsOf } from '#scenarios/points.ts'
import type { Analysis } from '../analysis.ts'
import { named, proofOf } from '../proof-of.ts'
import { breakOf } from './break.ts'
import { cutSetMethod } from './method.ts'

/** How many things at most are lost together: three at once is a year of bad luck, and lists of it are long. */
const usualOrder = 2

/** Of more functions than this nobody asks for combinations: they are workloads that nobody grouped. */
const mostFunctions = 200

/** Which combinations stop a function, where none of them does alone. */
export const cutSetsAnalysis: Analysis = {
  id: 'cut-sets',
  answer(subject: Subject): Outcome {
    const { functions } = organisation(subject)
    if (!functions.some((one) => one.declared)) return { status: 'too-little-evidence', reason: message('cut-sets.no-function') }
    const tables = cutLevels.map((level) => tableOf(subject, level, { maxOrder: usualOrder, least: 2 }))
    return { status: 'answered', blocks: [...tables.flat(), { kind: 'text', role: 'method', text: message('cut-sets.method') }, cutSetMethod] }
  },
}

/** The same of one level alone, single losses included, up to any size. */
export function cutSetsAnswer(subject: Subject, level: CauseLevel, maxOrder: number): Outcome {
  const { functions } = organisation(subject)
  if (functions.length === 0 || functions.length > mostFunctions) return { status: 'too-little-evidence', reason: message('cut-sets.no-function') }
  return { status: 'answered', blocks: [...tableOf(subject, level, { maxOrder, least: 1 }), { kind: 'text', role: 'method', text: message('cut-sets.method') }, cutSetMethod] }
}

/** One row a set, with the functions it stops. */
function tableOf(subject: Subject, level: CauseLevel, { maxOrder, least }: { readonly maxOrder: number; readonly least: number }): readonly Block[] {
  const { sets, unfinished } = cutSetsOf(subject, pointsOf(subject, level), maxOrder)
  const groups = groupBy(
    sets.filter((one) => one.things.length >= least),
    (one) => one.things.join('\n'),
  )
  const rows = [...groups.values()].map((list) => ({
    row: rowOf(subject, list),
    weight: list.filter((one) => one.verdict === 'certain').length * 1000 + list.length,
    order: list[0]?.things.length ?? 0,
  }))
  const table: Block = {
    kind: 'table',
    id: `cut-sets-${level}`,
    title: message(`cut-sets.level.${level}`),
    columns: ['set', 'certain', 'possible', 'harm', 'break'].map((column) => message(`cut-sets.column.${column}`)),
    rows: rows.toSorted((a, b) => a.order - b.order || b.weight - a.weight).map((one) => one.row),
    empty: message('cut-sets.none'),
  }
  const rest: readonly Block[] =
    unfinished.length === 0 ? [] : [{ kind: 'text', text: message('cut-sets.unfinished', { functions: unfinished.map((id) => named(subject, id)) }), tone: 'unknown' }]
  return [table, ...rest]
}

function rowOf(subject: Subject, list: readonly CutSet[]): Row {
  const [certain, possible] = [list.filter((one) => one.verdict === 'certain'), list.filter((one) => one.verdict === 'possible')]
  const first = (certain[0] ?? possible[0]) as CutSet
  return {
    cells: [
      { list: first.things.map((id) => named(subject, id)) },
      { list: certain.map((one) => named(subject, one.function)) },
      { list: possible.map((one) => named(subject, one.function)) },
      { interval: lowest(list.map((one) => one.hours)), unit: 'hours', tone: certain.length > 0 ? 'warning' : 'unknown' },
      { text: breakOf(subject, first) },
    ],
    proof: proofOf(subject, roadOf(first.function, ...(first.via as readonly ThingId[]))),
  }
}
