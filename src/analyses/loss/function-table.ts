import { kindOf, type ThingId } from '#estate/claim.ts'
import { nameOf } from '#estate/estate.ts'
import { isPriced } from '#facts/cost-curve.ts'
import type { Losses } from '#facts/loss-model.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { chanceOfBreach } from '#kernels/loss/measures.ts'
import type { Interval } from '#lang/interval.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { offCell, ofItem } from './chance.ts'
import { type Runs, readings } from './run.ts'
import { between, type Cells, cutBy, hoursBy } from './shares.ts'

/** Each function, and each contract and dataset that bears a loss: what a year costs, how long it stops, and whether for too long. */
export function functionTable(subject: Subject, losses: Losses, runs: Runs, cells: Cells): Block {
  const money = new Map(cutBy(cells, (cell) => cell.item).map((one) => [one.key, one.euros]))
  const hours = { best: hoursBy(losses, runs.best), worst: hoursBy(losses, runs.worst) }
  const functions = new Map(organisation(subject).functions.map((one) => [one.id, one]))
  const rows = runs.worst.models.of.items.map((id, at) => {
    const one = functions.get(id)
    const euros = money.get(id) ?? { low: 0, high: 0 }
    const stopped = between(hours.best.get(id), hours.worst.get(id))
    const breach = between(...readings.map((reading) => chanceOfBreach(runs[reading].hours, at).value))
    const none: Cell = { text: plain('') }
    const row: Row = {
      cells: [
        { text: nameIn(subject, id) },
        ...(one === undefined || isPriced(subject, one)
          ? ([{ interval: euros, unit: 'euros' }, offCell(ofItem(runs.worst, id).mean)] as const)
          : ([{ text: message('loss.not-priced'), tone: 'unknown' }, none] as const)),
        one === undefined ? none : { interval: stopped, unit: 'hours' },
        one === undefined ? none : one.mtpdKnown ? { interval: breach, unit: 'share-per-year' } : { text: message('loss.breach-unknown'), tone: 'unknown' },
      ],
      proof: noProof,
    }
    return { row, euros, stopped }
  })
  return {
    kind: 'table',
    id: 'loss-functions',
    title: message('loss.functions'),
    columns: ['function', 'mean', 'off', 'hours', 'breach'].map((column) => message(`loss.column.${column}`)),
    rows: rows.toSorted((a, b) => dearer(a, b)).map((one) => one.row),
    empty: message('loss.nothing'),
  }
}

interface Weighed {
  readonly euros: Interval
  readonly stopped: Interval
}

const dearer = (a: Weighed, b: Weighed): number => b.euros.high - a.euros.high || b.stopped.high - a.stopped.high

function nameIn(subject: Subject, id: ThingId): Message {
  if (kindOf(id) === 'contract') return message('loss.contracts', { name: nameOf(subject.estate, id) })
  return kindOf(id) === 'dataset' ? message('loss.datasets', { name: nameOf(subject.estate, id) }) : named(subject, id)
}
