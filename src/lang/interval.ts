/** From `low` to `high`, both included. The two are equal when the value is known. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The smallest interval around all of some. None at all is a fault of ours. */
export const around = (values: readonly number[]): Interval => ({ low: least(values), high: greatest(values) })

/** The minimum of intervals, taken at both ends: [min of lows, min of highs]. None at all is a fault of ours. */
export const lowest = (intervals: readonly Interval[]): Interval => ({ low: least(intervals.map((one) => one.low)), high: least(intervals.map((one) => one.high)) })

/** Of any number of values: lists of a hundred thousand are too long to be arguments. */
const least = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)
const greatest = (values: readonly number[]): number => values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY)
