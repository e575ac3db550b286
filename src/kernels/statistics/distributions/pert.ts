import { betaQuantile, betaShares } from '../special/incomplete-beta.ts'
import type { Behaviour } from './behaviour.ts'
import { type Asked, type Fit, fitted, isUsable, refused } from './fit.ts'

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

const usualGamma = 4

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

/** Shapes α = 1 + γ (mode − min)/range and β = 1 + γ (max − mode)/range. */
export function pertBehaviour({ min, mode, max, gamma }: Pert): Behaviour {
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
