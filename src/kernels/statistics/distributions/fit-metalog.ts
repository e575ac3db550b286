import { exp } from '../../maths/exp.ts'
import { leastSquares } from '../special/least-squares.ts'
import { type Asked, type Fit, fitted, isUsable, type Refused, refused } from './fit.ts'
import { type MetalogCurve, metalogCurve, metalogOf, metalogTerms } from './metalog.ts'

/**
 * @property asked shares and values, both rising
 * @property terms how many; as many as quantiles if not given, at most 10. With fewer, the curve passes as near as it can
 * @property lower below which no value lies; none if not given, and `upper` likewise
 */
export interface AskedCurve {
  readonly asked: readonly Asked[]
  readonly terms?: number
  readonly lower?: number
  readonly upper?: number
}

const fewestTerms = 3
/** More terms than this follow the noise of an answer, and their equations lose digits. */
const mostTerms = 10

/**
 * The metalog through given quantiles (Keelin 2016, least squares in M where there are more quantiles than terms).
 *
 * @returns `infeasible` with the share near which it is worst where the curve does not rise everywhere: then no distribution of so many
 * terms has these quantiles, and one of them is probably a slip
 */
export function fitMetalog({ asked, terms = Math.min(asked.length, mostTerms), lower, upper }: AskedCurve): Fit {
  const fault = faultIn({ asked, terms, ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) })
  if (fault) return fault
  const transformed = asked.map(({ value }) => metalogOf(value, { lower, upper }))
  if (transformed.includes(undefined)) return refused('outside-bounds')
  const coefficients = leastSquares(
    asked.map(({ share }) => metalogTerms(share, terms)),
    transformed.map((value) => value ?? 0),
  )
  if (!coefficients) return refused('infeasible')
  const near = whereItFalls(metalogCurve(coefficients), Math.max(...coefficients.map(Math.abs)))
  return near === undefined ? fitted({ family: 'metalog', coefficients, lower, upper, asked }) : { ...refused('infeasible'), near }
}

function faultIn({ asked, terms = asked.length, lower, upper }: AskedCurve): Refused | undefined {
  const numbers = [...asked.flatMap(({ share, value }) => [share, value]), lower ?? 0, upper ?? 1, terms]
  if (!numbers.every(isUsable)) return refused('not-finite')
  if (lower !== undefined && upper !== undefined && lower >= upper) return refused('low-above-high')
  if (!Number.isInteger(terms)) return refused('not-a-count')
  if (terms < fewestTerms || asked.length < terms) return refused('too-few')
  if (terms > mostTerms) return refused('too-many')
  for (const [at, { share, value }] of asked.entries()) {
    const before = asked[at - 1]
    if (share <= 0 || share >= 1 || (before && share <= before.share)) return { ...refused('shares-out-of-order'), near: share }
    if (before && value <= before.value) return { ...refused('values-out-of-order'), near: share }
  }
  return undefined
}

/** From share 1e-17 to 1 − 1e-17, and steps finer than any bend of ten terms. */
const farthest = 40
const step = 0.04
const points = 2001

/**
 * The share where the curve falls most steeply, or nothing where it rises everywhere.
 *
 * Looks at the slope on a grid of logits, and goes down into each hollow between three points of it. A fall of less than 1e-12 of the
 * coefficients is rounding.
 */
function whereItFalls(curve: MetalogCurve, size: number): number | undefined {
  let worst = { t: 0, slope: -1e-12 * size }
  let found = false
  let [before, here] = [Number.POSITIVE_INFINITY, curve.slope(-farthest)]
  for (let at = 0; at < points; at++) {
    const t = -farthest + at * step
    const after = curve.slope(t + step)
    const lowest = here <= before && here <= after ? bottomOf(curve, t) : { t, slope: here }
    before = here
    here = after
    if (lowest.slope >= worst.slope) continue
    worst = lowest
    found = true
  }
  return found ? 1 / (1 + exp(-worst.t)) : undefined
}

function bottomOf({ slope }: MetalogCurve, around: number): { readonly t: number; readonly slope: number } {
  let [low, high] = [around - step, around + step]
  for (let round = 0; round < 40; round++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (slope(a) < slope(b)) high = b
    else low = a
  }
  return { t: low, slope: slope(low) }
}
