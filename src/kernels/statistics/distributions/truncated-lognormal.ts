import { exp } from '../../maths/exp.ts'
import { log } from '../../maths/log.ts'
import { normalCdf, normalDensity, normalQuantile } from '../../maths/normal.ts'
import { millsRatio } from '../special/mills.ts'
import type { Behaviour } from './behaviour.ts'
import { type Asked, type Fit, fitted, isUsable, refused } from './fit.ts'
import { type AskedInterval, askedQuantiles } from './lognormal.ts'

/**
 * A lognormal of which only the part below `maximum` is left.
 *
 * @property mu of the logarithm before cutting; not the logarithm of the median afterwards
 * @property kept the share of the uncut lognormal that lies below the maximum
 */
export interface TruncatedLognormal {
  readonly family: 'truncated-lognormal'
  readonly mu: number
  readonly sigma: number
  readonly maximum: number
  readonly kept: number
  readonly asked: readonly Asked[]
}

/** Less than this of a lognormal is no longer its shape but a power law up against a wall. */
const leastKept = 0.01

/**
 * The lognormal cut at a plausible maximum that still has the asked quantiles: cutting first and leaving μ and σ as they were would move
 * both of them down, to where nobody put them.
 *
 * With p the share kept, σ = ln(high/low)/(z(u₂p) − z(u₁p)) and μ = ln high − σ z(u₂p) give the quantiles, and ln maximum = μ + σ z(p)
 * fixes p: the reach z(p) − z(u₂p) over z(u₂p) − z(u₁p) rises with p, so halving finds it.
 *
 * @returns `maximum-too-close` where less than a hundredth of the lognormal would be left: at 90 %, when ln(maximum/high) is below about 2 % of ln(high/low)
 */
export function fitTruncatedLognormal(interval: AskedInterval & { readonly maximum: number }): Fit {
  const { maximum } = interval
  const quantiles = askedQuantiles(interval)
  if ('status' in quantiles) return quantiles
  if (!isUsable(maximum)) return refused('not-finite')
  const [{ value: low, share: lowShare }, { value: high, share: highShare }] = quantiles
  if (maximum < high) return refused('low-above-high')
  if (maximum / low > 1e15) return refused('too-wide')
  const asked = [...quantiles, { share: 1, value: maximum }]
  if (low === high) return fitted({ family: 'constant', value: low, asked })
  const width = (p: number): number => normalQuantile(highShare * p) - normalQuantile(lowShare * p)
  const reach = (p: number): number => (normalQuantile(p) - normalQuantile(highShare * p)) / width(p)
  const wanted = log(maximum / high) / log(high / low)
  if (reach(leastKept) > wanted) return refused('maximum-too-close')
  const kept = halved(leastKept, (p) => reach(p) < wanted)
  const sigma = log(high / low) / width(kept)
  return fitted({ family: 'truncated-lognormal', mu: log(high) - sigma * normalQuantile(highShare * kept), sigma, maximum, kept, asked })
}

/** The last place up to 1 where something that holds at `from` and then fails still holds. */
function halved(from: number, holds: (p: number) => boolean): number {
  let [low, high] = [from, 1]
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** E[Xʲ; X ≤ x] of the uncut lognormal is xʲ φ(z) M(jσ − z) with Mills' ratio M: the form in which large parts do not meet. */
export function truncatedLognormalBehaviour({ mu, sigma, maximum, kept }: TruncatedLognormal): Behaviour {
  const score = (x: number): number => (x <= 0 ? Number.NEGATIVE_INFINITY : (log(x) - mu) / sigma)
  const top = score(maximum)
  const upTo = (order: number, x: number): number => {
    if (x <= 0) return 0
    const [z, power] = [score(x), exp(order * log(x))]
    return (power * normalDensity(z) * millsRatio(order * sigma - z)) / kept
  }
  const mean = upTo(1, maximum)
  return {
    quantile: (u) => (u <= 0 ? 0 : u >= 1 ? maximum : Math.min(maximum, exp(mu + sigma * normalQuantile(u * kept)))),
    cdf: (x) => (x >= maximum ? 1 : normalCdf(score(x)) / kept),
    above: (x) => (x >= maximum ? 0 : Math.max(0, top > 0 ? normalCdf(-score(x)) - normalCdf(-top) : normalCdf(top) - normalCdf(score(x))) / kept),
    meanAbove: (x) => (x >= maximum ? 0 : Math.max(0, mean - upTo(1, x))),
    moment: (order) => upTo(order, maximum),
    mean,
  }
}
