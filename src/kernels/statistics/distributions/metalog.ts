import { exp } from '../../maths/exp.ts'
import { log, log1p } from '../../maths/log.ts'
import { halfLineIntegral } from '../special/half-line.ts'
import { rootOf } from '../special/root.ts'
import type { Behaviour } from './behaviour.ts'
import type { Asked } from './fit.ts'

/**
 * A curve through quantiles: the logistic distribution with its place and its scale made polynomials of the share (Keelin, The Metalog
 * Distributions, Decision Analysis 13, 2016). With t = ln(u/(1 − u)) and c = u − ½, M(u) = place(c) + scale(c)·t.
 *
 * The value is M itself without bounds, lower + eᴹ, upper − e⁻ᴹ, or lower + (upper − lower)/(1 + e⁻ᴹ) with both.
 *
 * @property coefficients in Keelin's order: 1, t, c·t, c, c², c²·t, c³, c³·t, …
 */
export interface Metalog {
  readonly family: 'metalog'
  readonly coefficients: readonly number[]
  readonly lower: number | undefined
  readonly upper: number | undefined
  readonly asked: readonly Asked[]
}

/** Which polynomial, 0 for the place and 1 for the scale, and which power of c, a coefficient belongs to. */
const termOf = (index: number): readonly [0 | 1, number] => {
  if (index === 0) return [0, 0]
  if (index < 3) return [1, index - 1]
  if (index === 3) return [0, 1]
  return index % 2 === 0 ? [0, index / 2] : [1, (index - 1) / 2]
}

/** The terms of M at one share, for fitting. */
export function metalogTerms(share: number, count: number): readonly number[] {
  const [t, c] = [log(share / (1 - share)), share - 0.5]
  return Array.from({ length: count }, (_, index) => {
    const [which, power] = termOf(index)
    let term = which === 0 ? 1 : t
    for (let at = 0; at < power; at++) term *= c
    return term
  })
}

/** Beyond this the share is 0 or 1 to the last bit. */
const farthestLogit = 745

/** M and its slope, by the logit t of the share: the ends of the curve have digits there that the share has lost. */
export interface MetalogCurve {
  value(t: number): number
  slope(t: number): number
  /** The scale at share 0 and at share 1: how heavy the tails are. */
  readonly tails: readonly [number, number]
}

export function metalogCurve(coefficients: readonly number[]): MetalogCurve {
  const polynomials: [number[], number[]] = [[], []]
  for (const [index, coefficient] of coefficients.entries()) {
    const [which, power] = termOf(index)
    polynomials[which][power] = coefficient
  }
  const [place, scale] = polynomials
  const centred = (t: number): number => {
    const e = exp(-Math.abs(t))
    return (t < 0 ? -0.5 : 0.5) * ((1 - e) / (1 + e))
  }
  return {
    value: (t) => {
      const c = centred(t)
      return horner(place, c) + horner(scale, c) * t
    },
    slope: (t) => {
      const c = centred(t)
      const e = exp(-Math.abs(t))
      return horner(scale, c) + ((hornerSlope(place, c) + hornerSlope(scale, c) * t) * e) / ((1 + e) * (1 + e))
    },
    tails: [horner(scale, -0.5), horner(scale, 0.5)],
  }
}

function horner(terms: readonly number[], c: number): number {
  let sum = 0
  for (let power = terms.length - 1; power >= 0; power--) sum = sum * c + (terms[power] as number)
  return sum
}

function hornerSlope(terms: readonly number[], c: number): number {
  let sum = 0
  for (let power = terms.length - 1; power >= 1; power--) sum = sum * c + power * (terms[power] as number)
  return sum
}

/** M for a value, and nothing for a value outside the bounds. */
export function metalogOf(value: number, { lower, upper }: Pick<Metalog, 'lower' | 'upper'>): number | undefined {
  if ((lower !== undefined && value <= lower) || (upper !== undefined && value >= upper)) return undefined
  if (lower !== undefined && upper !== undefined) return log((value - lower) / (upper - value))
  if (lower !== undefined) return log(value - lower)
  return upper === undefined ? value : -log(upper - value)
}

/** The value for an M, times e^`logScale`: taken together, so that a huge value with a tiny weight does not overflow on the way. */
function scaledValue({ lower, upper }: Pick<Metalog, 'lower' | 'upper'>, m: number, logScale: number): number {
  const scale = exp(logScale)
  if (lower !== undefined && upper !== undefined) return scale * (lower + (upper - lower) / (1 + exp(-m)))
  if (lower !== undefined) return lower * scale + exp(m + logScale)
  return upper === undefined ? m * scale : upper * scale - exp(-m + logScale)
}

/** Means are integrals over t, by `halfLineIntegral` to about 1e-11; a tail of scale 1/j or more on an unbounded exponential side has no j-th moment. */
export function metalogBehaviour(metalog: Pick<Metalog, 'coefficients' | 'lower' | 'upper'>): Behaviour {
  const { lower, upper } = metalog
  const curve = metalogCurve(metalog.coefficients)
  const ends = { low: lower ?? Number.NEGATIVE_INFINITY, high: upper ?? Number.POSITIVE_INFINITY }
  const logitOf = (x: number): number => {
    const m = metalogOf(x, metalog)
    if (m === undefined) return lower !== undefined && x <= lower ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    if (m <= curve.value(-farthestLogit)) return Number.NEGATIVE_INFINITY
    if (m >= curve.value(farthestLogit)) return Number.POSITIVE_INFINITY
    return rootOf((t) => ({ value: curve.value(t) - m, slope: curve.slope(t) }), { low: -farthestLogit, high: farthestLogit })
  }
  /** xʲ du/dt at logit t. */
  const part = (t: number, order: number): number => {
    const size = Math.abs(t)
    const value = scaledValue(metalog, curve.value(t), (-size - 2 * log1p(exp(-size))) / order)
    let power = value
    for (let at = 1; at < order; at++) power *= value
    return power
  }
  const beyond = (from: number, side: 1 | -1, order: number): number => halfLineIntegral((t) => part(from + side * t, order))
  const moment = (order: number): number => {
    if (upper === undefined && lower !== undefined && order * curve.tails[1] >= 1) return Number.POSITIVE_INFINITY
    if (lower === undefined && upper !== undefined && order * curve.tails[0] >= 1) return order % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    return beyond(0, -1, order) + beyond(0, 1, order)
  }
  const mean = moment(1)
  const logistic = (t: number): number => (t < 0 ? exp(t) / (1 + exp(t)) : 1 / (1 + exp(-t)))
  return {
    quantile: (u) => (u <= 0 ? ends.low : u >= 1 ? ends.high : scaledValue(metalog, curve.value(log(u / (1 - u))), 0)),
    cdf: (x) => logistic(logitOf(x)),
    above: (x) => logistic(-logitOf(x)),
    meanAbove: (x) => {
      const t = logitOf(x)
      if (t === Number.NEGATIVE_INFINITY || !Number.isFinite(mean)) return t === Number.POSITIVE_INFINITY ? 0 : mean
      if (t === Number.POSITIVE_INFINITY) return 0
      return t >= 0 ? beyond(t, 1, 1) : mean - beyond(t, -1, 1)
    },
    moment,
    mean,
  }
}
