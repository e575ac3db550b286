import { addMonths, daysBetween } from '#lang/duration.ts'
import type { Interval } from '#lang/interval.ts'

/** When support ends: a date; `open` while no end is announced; `ended` where the day is not known; `unknown`. */
export type SupportEnd = string

/** Where a release stands. `supported` means for more than 24 months, or with no end announced. */
export const lifecycleStatuses = ['ended', 'ends-6', 'ends-12', 'ends-24', 'supported', 'unknown'] as const
export type LifecycleStatus = (typeof lifecycleStatuses)[number]

const isDay = (end: SupportEnd): boolean => /^\d{4}/.test(end)

/** Where a release stands on a day. The last day of support is still supported. */
export function statusOn(asOf: string, end: SupportEnd): LifecycleStatus {
  if (end === 'open') return 'supported'
  if (!isDay(end)) return end === 'ended' ? 'ended' : 'unknown'
  if (end < asOf) return 'ended'
  if (end <= addMonths(asOf, 6)) return 'ends-6'
  if (end <= addMonths(asOf, 12)) return 'ends-12'
  return end <= addMonths(asOf, 24) ? 'ends-24' : 'supported'
}

/** Days in a month, on average over four years. */
const daysPerMonth = 30.4375

/**
 * Months of support that are left, from the low reading to the high. What is not known is anything from 0 to infinity. So is a
 * support without an announced end: its status says that it holds today, and nobody says for how long.
 */
export function monthsLeft(asOf: string, low: SupportEnd, high: SupportEnd): Interval {
  const months = (end: SupportEnd): number => Math.max(0, daysBetween(asOf, end) / daysPerMonth)
  return { low: isDay(low) ? months(low) : 0, high: isDay(high) ? months(high) : high === 'ended' ? 0 : Number.POSITIVE_INFINITY }
}

/** The later of two ends. An unknown end is taken as the later, since a high reading takes it at its best. */
export function laterEnd(one: SupportEnd, other: SupportEnd): SupportEnd {
  if (one === 'unknown' || other === 'unknown') return 'unknown'
  if (one === 'open' || other === 'open') return 'open'
  if (one === 'ended') return other
  return other === 'ended' || one > other ? one : other
}
