import { betaQuantile, betaShares } from '../special/incomplete-beta.ts'
import { rootOf } from '../special/root.ts'
import type { Behaviour } from './behaviour.ts'
import { type Asked, type Fit, fitted, isUsable, refused } from './fit.ts'
import type { AskedInterval } from './lognormal.ts'

/** A beta distribution on [min, max] with the given mode. */
export interface Pert {
  readonly family: 'pert'
  readonly min: number
  readonly mode: number
  readonly max: number
  /** How much the mode weighs against the ends, at least 0; 4 is the usual, 0 is uniform. */
  readonly gamma: number
  readonly asked: readonly Asked[]
}

export const usualGamma = 4

/** More than this and the curve is a spike that no answer means. */
const largestGamma = 1000

/**
 * A PERT distribution from its least, most likely and greatest value (Malcolm et al. 1959; the weight of the mode after Vose 2000).
 *
 * Ends where its maximum is, so it is not for losses whose worst case nobody knows.
 */
export function fitPert({ min, mode, max, gamma = usualGamma }: { readonly min: number; readonly mode: number; readonly max: number; readonly gamma?: number }): Fit {
  if (![min, mode, max, gamma].every(isUsable)) return refused('not-finite')
  if (min > max) return refused('low-above-high')
  if (mode < min || mode > max) return refused('mode-outside')
  if (gamma < 0) return refused('not-positive')
  if (gamma > largestGamma) return refused('outside-bounds')
  const asked = [
    { share: 0, value: min },
    { share: 1, value: max },
  ]
  return fitted(min === max ? { family: 'constant', value: min, asked } : { family: 'pert', min, mode, max, gamma, asked })
}

/**
 * The PERT with the asked interval, equal chances on either side, and the likeliest value within it. Where it would begin below nought it begins there, and only
 * the likeliest value and the upper end are kept.
 */
export function fitPertInterval({ low, likely, high, coverage = 0.9 }: AskedInterval & { readonly likely: number }): Fit {
  if (![low, likely, high, coverage].every(isUsable)) return refused('not-finite')
  if (low < 0) return refused('not-positive')
  if (low > high) return refused('low-above-high')
  if (likely < low || likely > high) return refused('mode-outside')
  if (low === high) return fitPert({ min: low, mode: low, max: high })
  const [below, above] = [(1 - coverage) / 2, (1 + coverage) / 2]
  /** By where the mode lies between the ends, from 0 to 1: quantiles of the curve on [0, 1]. */
  const unit = (place: number, share: number): number => betaQuantile({ a: 1 + usualGamma * place, b: 1 + usualGamma * (1 - place) }, share)
  const placeWhere = (rising: (place: number) => number): number => rootOf((place) => ({ value: rising(place), slope: 0 }), { low: 0, high: 1 })
  const wanted = (likely - low) / (high - low)
  const place = placeWhere((at) => (at - unit(at, below)) / (unit(at, above) - unit(at, below)) - wanted)
  const range = (high - low) / (unit(place, above) - unit(place, below))
  const min = low - unit(place, below) * range
  const asked = [
    { share: below, value: low },
    { share: above, value: high },
  ]
  if (min >= 0) return fitted({ family: 'pert', min, mode: Math.min(Math.max(likely, min), min + range), max: min + range, gamma: usualGamma, asked })
  const fromNought = placeWhere((at) => at / unit(at, above) - likely / high)
  return fitted({ family: 'pert', min: 0, mode: likely, max: Math.max(likely, high / unit(fromNought, above)), gamma: usualGamma, asked: asked.slice(1) })
}

/** Shapes α = 1 + γ (mode − min)/range and β = 1 + γ (max − mode)/range. */
export function pertBehaviour({ min, mode, max, gamma }: Pick<Pert, 'min' | 'mode' | 'max' | 'gamma'>): Behaviour {
  const range = max - min
  const shape = { a: 1 + (gamma * (mode - min)) / range, b: 1 + (gamma * (max - mode)) / range }
  const total = shape.a + shape.b
  const mean = (min + gamma * mode + max) / (gamma + 2)
  const share = (x: number): number => (x - min) / range
  /** E[(min + range·B)ʲ] by the binomial theorem, the moments of B built up on the way. */
  const moment = (order: number): number => {
    let sum = 0
    let [beta, ways, powerOfRange] = [1, 1, 1]
    for (let k = 0; k <= order; k++) {
      let powerOfMin = 1
      for (let at = k; at < order; at++) powerOfMin *= min
      sum += ways * beta * powerOfRange * powerOfMin
      beta *= (shape.a + k) / (total + k)
      ways *= (order - k) / (k + 1)
      powerOfRange *= range
    }
    return sum
  }
  return {
    quantile: (u) => (u >= 1 ? max : min + range * betaQuantile(shape, u)),
    cdf: (x) => betaShares(shape, share(x)).below,
    above: (x) => betaShares(shape, share(x)).above,
    meanAbove: (x) => min * betaShares(shape, share(x)).above + range * (shape.a / total) * betaShares({ a: shape.a + 1, b: shape.b }, share(x)).above,
    moment,
    mean,
  }
}
