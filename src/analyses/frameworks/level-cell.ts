import type { Cell } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'

/** A level in a table; marked as not known where nothing is answered and it is still open. */
export const levelCell = (interval: Interval, answered: number): Cell => ({
  interval,
  unit: 'level',
  ...(answered === 0 && interval.low !== interval.high ? { tone: 'unknown' as const } : {}),
})
