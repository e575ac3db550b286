import type { ThingId } from '#estate/claim.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { message } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { type Cells, cutBy } from './shares.ts'
import { euros } from './words.ts'

/** So many checks are named. */
const most = 5

/** A check names at most so many functions. */
const mostFunctions = 3

/** What is not known and moves the average year most: where the two readings of one thing lie farthest apart. */
export function checkList(subject: Subject, cells: Cells): Block {
  const gaps = cutBy(cells, (cell) => cell.source.thing)
    .map((one) => ({ thing: one.key, worth: one.euros.high - one.euros.low }))
    .filter((one) => one.worth > 0)
    .toSorted((a, b) => b.worth - a.worth)
  return {
    kind: 'list',
    title: message('loss.checks'),
    items: gaps.slice(0, most).map(({ thing, worth }) => {
      const functions = functionsAt(cells, thing)
      const shown = functions.slice(0, mostFunctions).map((id) => named(subject, id))
      const more = functions.length - shown.length
      return {
        text: message('loss.check', {
          thing: named(subject, thing),
          functions: more > 0 ? [...shown, message('loss.rest', { count: more })] : shown,
          worth: euros({ low: worth, high: worth }),
        }),
        proof: noProof,
      }
    }),
    empty: message('loss.checks-none'),
  }
}

/** What the loss of a thing costs in the worse reading, the dearest first. */
function functionsAt(cells: Cells, thing: ThingId): readonly ThingId[] {
  const own = { best: [], worst: cells.worst.filter((one) => one.source.thing === thing) }
  return cutBy(own, (cell) => cell.item)
    .filter((one) => one.euros.high > 0)
    .map((one) => one.key)
}
