import { exp } from '../../maths/exp.ts'
import { log } from '../../maths/log.ts'
import { normalCdf, normalQuantile } from '../../maths/normal.ts'
import type { Behaviour } from './behaviour.ts'
import { type Asked, type Fit, fitted, isUsable, type Refused, refused } from './fit.ts'

/** X = e^(μ + σZ): mu and sigma belong to the logarithm. */
export interface Lognormal {
  readonly family: 'lognormal'
  readonly mu: number
  readonly sigma: number
  readonly asked: readonly Asked[]
}

/**
 * An interval somebody gave for a number above nought.
 *
 * @property coverage the chance that the number lies within, from 0.1 to 0.999999; equal chances on either side. 0.9 if not given
 */
export interface AskedInterval {
  readonly low: number
  readonly high: number
  readonly coverage?: number
}

const usualCoverage = 0.9
const leastCoverage = 0.1
const mostCoverage = 0.999999

/** An interval over more powers of ten than this is a refusal to answer. */
const widestRatio = 1e12

/** The two quantiles an interval stands for, or what is wrong with it. */
export function askedQuantiles({ low, high, coverage = usualCoverage }: AskedInterval): readonly [Asked, Asked] | Refused {
  if (![low, high, coverage].every(isUsable)) return refused('not-finite')
  if (low <= 0) return refused('not-positive')
  if (coverage < leastCoverage || coverage > mostCoverage) return refused('coverage-out-of-range')
  if (low > high) return refused('low-above-high')
  if (high / low > widestRatio) return refused('too-wide')
  return [
    { share: (1 - coverage) / 2, value: low },
    { share: (1 + coverage) / 2, value: high },
  ]
}

/**
 * The lognormal with the asked interval: μ = (ln low + ln high)/2, σ = ln(high/low)/(2 z).
 *
 * Its upper tail is nobody's answer: see `shareOfMeanAbove`, and ask for a maximum where much of the mean lies there.
 */
export function fitLognormal(interval: AskedInterval): Fit {
  const asked = askedQuantiles(interval)
  if ('status' in asked) return asked
  const [{ value: low }, { value: high, share }] = asked
  if (low === high) return fitted({ family: 'constant', value: low, asked })
  const sigma = log(high / low) / (2 * normalQuantile(share))
  return fitted({ family: 'lognormal', mu: (log(low) + log(high)) / 2, sigma, asked })
}

/** The chance that a lognormal is above x; with σ = 0 it is known. */
export function lognormalAbove({ mu, sigma }: Pick<Lognormal, 'mu' | 'sigma'>, x: number): number {
  if (x <= 0) return 1
  const above = mu - log(x)
  return sigma === 0 ? Number(above > 0) : normalCdf(above / sigma)
}

export function lognormalBehaviour({ mu, sigma }: Pick<Lognormal, 'mu' | 'sigma'>): Behaviour {
  const score = (x: number): number => (x <= 0 ? Number.NEGATIVE_INFINITY : (log(x) - mu) / sigma)
  const moment = (order: number): number => exp(order * mu + (order * order * sigma * sigma) / 2)
  const mean = moment(1)
  return {
    quantile: (u) => (u <= 0 ? 0 : u >= 1 ? Number.POSITIVE_INFINITY : exp(mu + sigma * normalQuantile(u))),
    cdf: (x) => normalCdf(score(x)),
    above: (x) => lognormalAbove({ mu, sigma }, x),
    meanAbove: (x) => mean * normalCdf(sigma - score(x)),
    moment,
    mean,
  }
}
