import type { Losses } from '#facts/loss-model.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import type { Cells } from './shares.ts'
import { type Swing, swingsOf } from './swings.ts'

/** So many assumptions are shown. */
const most = 12

/** What moves the average year by less than this part of itself is not worth a bar. */
const least = 0.005

/** Which assumptions move the average year most, in the worse reading: a tornado. */
export function tornadoOf(subject: Subject, losses: Losses, cells: Cells, { high: mean }: Interval): Block {
  const width = ({ low, high }: Swing): number => Math.abs(high - low)
  const shown = swingsOf(subject, losses, cells.worst)
    .filter((one) => width(one) >= least * mean)
    .toSorted((a, b) => width(b) - width(a))
    .slice(0, most)
  return {
    kind: 'tornado',
    id: 'loss-inputs',
    title: message('loss.inputs'),
    unit: 'euros',
    usual: mean,
    usualLabel: message('loss.inputs-usual'),
    // Of what is stopped by a most, or overlaps, the factors say too much: no year costs less than nothing.
    bars: shown.map(({ label, basis, proof, low, high }) => ({ label, basis, proof, ifLow: Math.max(0, mean + low), ifHigh: Math.max(0, mean + high) })),
    empty: message('loss.nothing'),
  }
}
