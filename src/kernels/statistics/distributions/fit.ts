import type { Distribution } from './distribution.ts'

/** A quantile as somebody gave it: the share below, and the value. */
export interface Asked {
  readonly share: number
  readonly value: number
}

/**
 * Why an answer makes no distribution.
 *
 * - `not-finite`, `not-positive`: a number that is missing, infinite or of a size that no quantity has, or not above nought where it must be.
 * - `low-above-high`, `mode-outside`, `outside-bounds`: numbers in the wrong order.
 * - `coverage-out-of-range`: an interval said to hold the number less than one time in ten, or all but surely.
 * - `too-wide`: an interval over more than twelve powers of ten says nothing.
 * - `maximum-too-close`: no lognormal has these quantiles and ends so soon; a bounded family does.
 * - `too-few`, `too-many`: of quantiles or of terms. `shares-out-of-order`, `values-out-of-order`: they must rise.
 * - `infeasible`: the curve through the quantiles would run backwards somewhere.
 * - `not-a-count`: a number of events that is not whole or is below nought.
 */
export type Refusal =
  | 'not-finite'
  | 'not-positive'
  | 'low-above-high'
  | 'mode-outside'
  | 'outside-bounds'
  | 'coverage-out-of-range'
  | 'too-wide'
  | 'maximum-too-close'
  | 'too-few'
  | 'too-many'
  | 'shares-out-of-order'
  | 'values-out-of-order'
  | 'infeasible'
  | 'not-a-count'

/** A distribution, or why there is none. */
export type Fit = { readonly status: 'fitted'; readonly distribution: Distribution } | Refused

/** @property near the share below at which the fault lies, where one can be named */
export interface Refused {
  readonly status: 'refused'
  readonly reason: Refusal
  readonly near?: number
}

export const fitted = (distribution: Distribution): Fit => ({ status: 'fitted', distribution })

export const refused = (reason: Refusal): Refused => ({ status: 'refused', reason })

/** Whether a number can be reckoned with: finite, and either nought or between 1e-100 and 1e100 in size, so that products of it neither overflow nor vanish. */
export const isUsable = (x: number): boolean => x === 0 || (Math.abs(x) >= 1e-100 && Math.abs(x) <= 1e100)
