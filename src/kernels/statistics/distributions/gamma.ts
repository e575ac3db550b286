import { gammaQuantile, gammaShares } from '../special/incomplete-gamma.ts'
import type { Behaviour } from './behaviour.ts'
import { type Asked, type Fit, fitted, isUsable, refused } from './fit.ts'

/** A gamma distribution: mean shape/rate, variance shape/rate². */
export interface Gamma {
  readonly family: 'gamma'
  readonly shape: number
  readonly rate: number
  readonly asked: readonly Asked[]
  /** What was counted, where it came from a count. */
  readonly counted: { readonly events: number; readonly years: number }
}

/** So many events cannot have been counted one by one, and the kernels below were not tried beyond. */
const mostEvents = 100_000

/**
 * What is known of a yearly rate after so many events in so many years, having known nothing before (Jeffreys' prior for a Poisson rate,
 * which is gamma with shape ½): gamma with shape events + ½ and rate years.
 *
 * No event in ten years is not a rate of nought: the mean is 0.05 a year, and 95 % lie below 0.19.
 */
export function fitRate({ events, years }: { readonly events: number; readonly years: number }): Fit {
  if (!isUsable(events) || !isUsable(years)) return refused('not-finite')
  if (!Number.isInteger(events) || events < 0) return refused('not-a-count')
  if (events > mostEvents) return refused('too-many')
  if (years <= 0) return refused('not-positive')
  return fitted({ family: 'gamma', shape: events + 0.5, rate: years, asked: [], counted: { events, years } })
}

export function gammaBehaviour({ shape, rate }: Pick<Gamma, 'shape' | 'rate'>): Behaviour {
  const mean = shape / rate
  const moment = (order: number): number => {
    let product = 1
    for (let at = 0; at < order; at++) product *= (shape + at) / rate
    return product
  }
  return {
    quantile: (u) => gammaQuantile(shape, u) / rate,
    cdf: (x) => gammaShares(shape, x * rate).below,
    above: (x) => gammaShares(shape, x * rate).above,
    meanAbove: (x) => mean * gammaShares(shape + 1, x * rate).above,
    moment,
    mean,
  }
}
