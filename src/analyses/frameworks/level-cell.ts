import type { Cell } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'

/** A level in a table; marked as not known where it is open and nothing is answered or narrowed. */
export const levelCell = (interval: Interval, told: boolean): Cell => ({
  interval,
  unit: 'level',
  ...(!told && interval.low !== interval.high ? { tone: 'unknown' as const } : {}),
})
