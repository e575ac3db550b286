import type { ThingId } from '#estate/claim.ts'
import type { Step } from '#facts/break-steps.ts'
import { breaker } from '#facts/breaking.ts'
import { type CutSet, cutSetsOf, keyOfSet } from '#facts/cut-sets.ts'
import { roadOf } from '#facts/road.ts'
import { roadsTo } from '#facts/roads-to.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { groupBy } from '#lang/group.ts'
import { lowest } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { type CauseLevel, likelyPoints } from '#scenarios/points.ts'
import { inBoth, named, proofOf, via } from '../proof-of.ts'
import { breakCell } from './break.ts'

/** Which sets of one level are told. */
export interface AskedSets {
  readonly level: CauseLevel
  /** Sets of at most so many, and of at least so many. */
  readonly maxOrder: number
  readonly least: number
  /** Only of these functions; of all where left out. */
  readonly functions?: ReadonlySet<ThingId>
  /** Not more rows than this, those of fewest things first. */
  readonly limit?: number
  /** Sets that are known to be less likely than this in a year are left out. */
  readonly cutOff?: number
  /** Whether a column tells the road to each. */
  readonly roads?: boolean
}

/** One row a set, with the functions it stops; and of which functions there are more sets than were found. */
export function setTable(subject: Subject, { level, maxOrder, least, functions, limit, cutOff = 0, roads = false }: AskedSets): readonly Block[] {
  const likely = likelyPoints(subject, level)
  const chances = new Map(likely.map((one) => [one.source.id, one.perYear]))
  const chanceOf = ({ sources, function: id }: CutSet): number => sources.reduce((product, source) => product * (chances.get(source.id)?.(id) ?? Number.NaN), 1)
  const { sets, unfinished } = cutSetsOf(
    subject,
    likely.map((one) => one.source),
    { maxOrder, least },
  )
  const wanted = sets.filter((one) => functions?.has(one.function) !== false && !(chanceOf(one) < cutOff))
  const rows = [...groupBy(wanted, keyOfSet).values()].map((list) => ({
    list,
    weight: list.filter((one) => one.verdict === 'certain').length * 1000 + list.length,
    order: list[0]?.sources.length ?? 0,
  }))
  const shown = rows.toSorted((a, b) => a.order - b.order || b.weight - a.weight).slice(0, limit)
  const stepsFor = breaker(
    subject,
    likely.map((one) => one.source),
  )
  const columns = ['set', 'chance', 'certain', 'possible', 'harm', ...(roads ? ['via'] : []), 'break']
  const table: Block = {
    kind: 'table',
    id: `cut-sets-${level}`,
    title: least > 1 ? message(`cut-sets.level.${level}`) : message('cut-sets.smallest'),
    columns: columns.map((column) => message(`cut-sets.column.${column}`)),
    rows: shown.map(({ list }) => rowOf(subject, list, { chances: list.map(chanceOf), roads, steps: stepsFor(list) })),
    empty: message(least > 1 ? 'cut-sets.none' : 'cut-sets.none-at-all'),
  }
  const open = unfinished.filter((id) => functions?.has(id) !== false)
  const notes = [
    ...(shown.length < rows.length ? [message('cut-sets.left-out', { count: rows.length - shown.length })] : []),
    ...(open.length === 0 ? [] : [message('cut-sets.unfinished', { functions: open.map((id) => named(subject, id)) })]),
  ]
  return [table, ...notes.map((text): Block => ({ kind: 'text', text, tone: 'unknown' }))]
}

/** An event as readers know it: what is lost; and by what, where that is told apart. */
export function namedEvent(subject: Subject, { scenario, thing }: Source): Message {
  const title = subject.knowledge.scenarios.get(scenario)?.title
  return title === undefined ? named(subject, thing) : message('cut-sets.cause', { scenario: inBoth(title), thing: named(subject, thing) })
}

interface Told {
  readonly chances: readonly number[]
  readonly roads: boolean
  readonly steps: readonly Step[] | undefined
}

function rowOf(subject: Subject, list: readonly CutSet[], { chances, roads, steps }: Told): Row {
  const [certain, possible] = [list.filter((one) => one.verdict === 'certain'), list.filter((one) => one.verdict === 'possible')]
  const first = (certain[0] ?? possible[0]) as CutSet
  return {
    cells: [
      { list: first.sources.map((one) => namedEvent(subject, one)) },
      chanceCell(chances),
      { list: certain.map((one) => named(subject, one.function)) },
      { list: possible.map((one) => named(subject, one.function)) },
      { interval: lowest(list.map((one) => one.hours)), unit: 'hours', tone: certain.length > 0 ? 'warning' : 'unknown' },
      ...(roads ? [{ list: roadsIn(subject, first) }] : []),
      breakCell(subject, steps),
    ],
    proof: proofOf(subject, roadOf(first.function, ...first.via)),
  }
}

/** The chance for the function that is likeliest to stop; unknown where that of any is. */
function chanceCell(chances: readonly number[]): Cell {
  const most = Math.max(...chances)
  return Number.isNaN(most) ? { text: message('cut-sets.chance-unknown'), tone: 'unknown' } : { interval: { low: most, high: most }, unit: 'share-per-year' }
}

/** What lies between the function and each that is lost. */
function roadsIn(subject: Subject, set: CutSet): readonly Message[] {
  return roadsTo(subject, set.function, set.sources).map((road, at) => {
    const steps = via(subject, roadOf(set.function, ...road))
    const thing = named(subject, (set.sources[at] as Source).thing)
    return steps.length === 0 ? message('cut-sets.road-straight', { thing }) : message('cut-sets.road', { thing, steps })
  })
}
