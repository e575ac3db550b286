import type { Interval } from '#lang/interval.ts'

/** A group of figures that together count for some weight. */
export interface Group {
  /** How much the group counts against the others; above nought. */
  readonly weight: number
  /** The sum that counts as all of it; above nought. The figures may add up to more. */
  readonly most: number
  readonly parts: readonly Interval[]
}

/** The sum of a group's parts over its most, taken at both ends and kept within [0, 1]. */
export const shareOf = ({ most, parts }: Omit<Group, 'weight'>): Interval => ({ low: clamped(unclamped(most, parts, 'low')), high: clamped(unclamped(most, parts, 'high')) })

/**
 * The weighted mean of the groups' shares, at both ends: Σ weight × (Σ parts / most) ÷ Σ weight.
 *
 * Only the whole is kept within [0, 1], not each group: where a group's parts can add up to slightly more than its most, the excess
 * counts for the others, as in a sheet that adds everything up and cuts the total.
 *
 * @returns nothing without a group
 */
export function weightedShare(groups: readonly Group[]): Interval | undefined {
  const weights = groups.reduce((sum, group) => sum + group.weight, 0)
  if (weights <= 0) return undefined
  const end = (side: keyof Interval): number => clamped(groups.reduce((sum, { weight, most, parts }) => sum + weight * unclamped(most, parts, side), 0) / weights)
  return { low: end('low'), high: end('high') }
}

const unclamped = (most: number, parts: readonly Interval[], side: keyof Interval): number => parts.reduce((sum, part) => sum + part[side], 0) / most

const clamped = (share: number): number => Math.min(1, Math.max(0, share))
