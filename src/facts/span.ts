import { log } from '#kernels/maths/log.ts'
import type { Interval } from '#lang/interval.ts'
import { distributionOf } from './uncertain.ts'

/** A quantity above nought as the logarithm of it: normal with mean μ and standard deviation σ. */
export interface Logs {
  readonly mu: number
  readonly sigma: number
}

/** The lognormal of which 90 % lies within an interval. Nothing for nought alone, and for what is no interval. */
export function logsOf({ low, high }: Interval): Logs | undefined {
  const distribution = distributionOf({ low, high })
  if (distribution?.family === 'constant') return { mu: log(distribution.value), sigma: 0 }
  return distribution?.family === 'lognormal' ? { mu: distribution.mu, sigma: distribution.sigma } : undefined
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
