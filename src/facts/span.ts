import { log } from '#kernels/maths/log.ts'
import { behaviourOf } from '#kernels/statistics/distributions/distribution.ts'
import type { Interval } from '#lang/interval.ts'
import { distributionOf, type Uncertain } from './uncertain.ts'

/** A quantity above nought as the logarithm of it: normal with mean μ and standard deviation σ. */
export interface Logs {
  readonly mu: number
  readonly sigma: number
}

/** The lognormal that an uncertain number is, or that has its mean and variance. Nothing for nought alone, for what is no interval, and where there is no variance. */
export function logsOf(number: Uncertain): Logs | undefined {
  const distribution = distributionOf(number)
  if (distribution === undefined) return undefined
  if (distribution.family === 'lognormal') return { mu: distribution.mu, sigma: distribution.sigma }
  if (distribution.family === 'constant') return { mu: log(distribution.value), sigma: 0 }
  const { mean, moment } = behaviourOf(distribution)
  return logsLike(mean, moment(2))
}

/** The lognormal of a mean and a second moment. A product of such has the mean and the variance of the product. */
function logsLike(mean: number, second: number): Logs | undefined {
  const variance = log(second / (mean * mean))
  return Number.isFinite(variance) ? { mu: log(mean) - variance / 2, sigma: Math.sqrt(Math.max(0, variance)) } : undefined
}

/** The product of quantities that have nothing to do with one another. */
export const product = (parts: readonly Logs[]): Logs => ({
  mu: parts.reduce((sum, one) => sum + one.mu, 0),
  sigma: Math.sqrt(parts.reduce((sum, one) => sum + one.sigma * one.sigma, 0)),
})

/** An interval written as `<low> <high>`, with whatever stands behind it. Nothing when it is none. */
export function intervalIn(text: string | undefined): Interval | undefined {
  const [low, high] = (text ?? '').split(' ').map(Number)
  return low === undefined || high === undefined || !(low >= 0) || !(high >= low) || text === '' ? undefined : { low, high }
}
