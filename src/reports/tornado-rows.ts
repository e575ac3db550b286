import type { Block } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'

export type Tornado = Extract<Block, { readonly kind: 'tornado' }>

/** Where a bar lies along what is drawn, as shares within [0, 1]: from the figure as it is to where the low end, and the high end, takes it. */
export interface TornadoTrack {
  readonly usual: number
  readonly ifLow: Interval
  readonly ifHigh: Interval
}

/** All bars on one scale, which holds the figure as it is and every end. */
export function tornadoTracks({ bars, usual }: Tornado): readonly TornadoTrack[] {
  const ends = bars.flatMap((bar) => [bar.ifLow, bar.ifHigh])
  const [from, to] = [Math.min(usual, ...ends), Math.max(usual, ...ends)]
  const along = (value: number): number => (to > from ? (value - from) / (to - from) : 0)
  const between = (value: number): Interval => ({ low: Math.min(along(value), along(usual)), high: Math.max(along(value), along(usual)) })
  return bars.map((bar) => ({ usual: along(usual), ifLow: between(bar.ifLow), ifHigh: between(bar.ifHigh) }))
}
