/** From `low` to `high`, both included. The two are equal when the value is known. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The smallest interval around all of some. None at all is a fault of ours. */
export const around = (values: readonly number[]): Interval => ({ low: Math.min(...values), high: Math.max(...values) })

/** The minimum of intervals, taken at both ends: [min of lows, min of highs]. None at all is a fault of ours. */
export const lowest = (intervals: readonly Interval[]): Interval => ({ low: Math.min(...intervals.map((one) => one.low)), high: Math.min(...intervals.map((one) => one.high)) })
