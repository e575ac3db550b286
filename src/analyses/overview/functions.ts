import { isFilePlace } from '#estate/claim.ts'
import { said, saidNumber, saidText } from '#estate/said.ts'
import { type BusinessFunction, organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { message, plain } from '#lang/message.ts'
import { named } from '../proof-of.ts'

/** What each declared function tolerates, in the organisation's own words: the ground on which all else is judged. */
export function functionTable(subject: Subject): Block {
  return {
    kind: 'table',
    id: 'overview-functions',
    title: message('overview.functions'),
    columns: ['function', 'criticality', 'mtpd', 'rto', 'rpo', 'fallback', 'who'].map((column) => message(`overview.column.${column}`)),
    rows: organisation(subject).functions.map((one) => rowOf(subject, one)),
    empty: message('overview.nothing'),
  }
}

function rowOf(subject: Subject, one: BusinessFunction): Row {
  const thing = subject.estate.things.get(one.id)
  const [level, ...others] = one.criticality
  return {
    cells: [
      { text: named(subject, one.id) },
      level !== undefined && others.length === 0 ? { text: message(`criticality.${level}`) } : notStated,
      hoursCell(one.mtpdKnown ? one.mtpdHours.low : undefined),
      hoursCell(saidNumber(thing, 'rto-hours')),
      lossCell(saidNumber(thing, 'rpo-hours')),
      fallbackCell(subject, one),
      one.owner === undefined ? { text: message('overview.no-owner'), tone: 'unknown' } : { text: plain(one.owner) },
    ],
    proof: { steps: [], at: (thing?.claims ?? []).flatMap((claim) => claim.at.filter(isFilePlace)).slice(0, 2) },
  }
}

const notStated: Cell = { text: message('overview.not-stated'), tone: 'unknown' }

const hoursCell = (hours: number | undefined): Cell => (hours === undefined ? notStated : { interval: { low: hours, high: hours }, unit: 'hours' })

/** How much work may be lost, in hours of it. */
const lossCell = (hours: number | undefined): Cell => (hours === 0 ? { text: message('overview.no-loss') } : hoursCell(hours))

/** How long manual work carries a function; a fallback that was never tried carries it for nothing up to that. */
function fallbackCell({ estate }: Subject, one: BusinessFunction): Cell {
  const thing = estate.things.get(one.id)
  const tested = saidText(thing, 'fallback-tested')
  if (said(thing, 'fallback').length === 0 && one.fallbackHours.high === 0) return { text: message('overview.no-fallback'), tone: 'unknown' }
  if (tested === undefined) return { text: message('overview.fallback-untested', { hours: one.fallbackHours.high }), tone: 'unknown' }
  return { text: message('overview.fallback-tested', { hours: one.fallbackHours.high, date: { date: tested } }) }
}
