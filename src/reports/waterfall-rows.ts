import type { Block } from '#findings/block.ts'
import type { Proof } from '#findings/evidence.ts'
import type { Interval } from '#lang/interval.ts'
import type { Message } from '#lang/message.ts'

export type Waterfall = Extract<Block, { readonly kind: 'waterfall' }>

/** One bar: what it is, how much, and where it lies along the whole. */
export interface WaterfallRow {
  readonly label: Message
  readonly interval: Interval
  readonly proof?: Proof
  readonly isTotal: boolean
  readonly bar: WaterfallBar
}

/** Places along the whole, as shares within [0, 1]: certain from `start` to `certain`, possible from there to `end`. */
export interface WaterfallBar {
  readonly start: number
  readonly certain: number
  readonly end: number
  /** It goes on beyond what is drawn: how far is not known. */
  readonly open: boolean
}

/**
 * The parts as bars, each beginning where the one before ends at its most, and the total under them from nought. So the bars end where the
 * total ends, unless the parts cannot all be at their most at once.
 */
export function waterfallRows({ parts, total, totalLabel }: Waterfall): readonly WaterfallRow[] {
  const all = [...parts.map((part) => part.interval), total]
  const known = all.flatMap(({ low, high }) => [low, high]).filter((value) => Number.isFinite(value) && value > 0)
  const beyond = Math.max(...known, 0) / 4
  const drawn = all.map((interval) => drawnOf(interval, beyond))
  const starts = [0]
  for (const at of parts.keys()) starts.push((starts[at] ?? 0) + (drawn[at]?.high ?? 0))
  const whole = Math.max(starts.at(-1) ?? 0, drawn.at(-1)?.high ?? 0)
  const barOf = (at: number, start: number): WaterfallBar => {
    const { low, high } = drawn[at] ?? { low: 0, high: 0 }
    const along = (value: number): number => (whole > 0 ? value / whole : 0)
    return { start: along(start), certain: along(start + low), end: along(start + high), open: all[at]?.high === Number.POSITIVE_INFINITY }
  }
  return [
    ...parts.map((part, at) => ({ ...part, isTotal: false, bar: barOf(at, starts[at] ?? 0) })),
    { label: totalLabel, interval: total, isTotal: true, bar: barOf(parts.length, 0) },
  ]
}

/** An interval as far as it can be drawn. One without a high end goes on a little beyond its low one; what is unknown has no length. */
function drawnOf({ low, high }: Interval, beyond: number): Interval {
  const from = Number.isFinite(low) ? Math.max(0, low) : 0
  if (Number.isNaN(low) || Number.isNaN(high) || low === Number.POSITIVE_INFINITY) return { low: 0, high: 0 }
  return { low: from, high: high === Number.POSITIVE_INFINITY ? from + beyond : Math.max(from, high) }
}

/** Whether the parts at their most come to more than the total can: then they are not all at their most at once. */
export function partsExceedTotal({ parts, total }: Waterfall): boolean {
  const [least, most] = [parts.reduce((sum, part) => sum + part.interval.low, 0), parts.reduce((sum, part) => sum + part.interval.high, 0)]
  return most > 1.01 * total.high || 1.01 * least < total.low
}
