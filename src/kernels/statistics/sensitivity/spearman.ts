import { assert } from '#lang/assert.ts'
import { exp } from '../../maths/exp.ts'
import { log1p } from '../../maths/log.ts'
import { type Estimate, scoreOf } from '../samples/estimate.ts'
import { ranksOf } from './ranks.ts'

/**
 * Spearman's rank correlation: how far one number rises with another, whatever the curve.
 *
 * The interval is Fisher's, with the error of Bonett and Wright (Psychometrika 65, 2000): √((1 + ρ²/2)/(n − 3)) in artanh ρ.
 *
 * @returns nothing from fewer than four pairs, or where one of the two never changes
 */
export function spearman(xs: Float64Array, ys: Float64Array, confidence: number): Estimate | undefined {
  const n = xs.length
  assert(n === ys.length, `${n} values beside ${ys.length}`)
  if (n < 4) return undefined
  const [x, y] = [ranksOf(xs), ranksOf(ys)]
  const middle = (n + 1) / 2
  let [xy, xx, yy] = [0, 0, 0]
  for (let at = 0; at < n; at++) {
    const [a, b] = [(x[at] as number) - middle, (y[at] as number) - middle]
    xy += a * b
    xx += a * a
    yy += b * b
  }
  if (xx === 0 || yy === 0) return undefined
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
  const spread = Math.sqrt((1 + (value * value) / 2) / (n - 3))
  const fisher = (log1p(value) - log1p(-value)) / 2
  const reach = scoreOf(confidence) * spread
  return { value, error: (1 - value * value) * spread, low: tanh(fisher - reach), high: tanh(fisher + reach) }
}

function tanh(x: number): number {
  const e = exp(-2 * Math.abs(x))
  return ((x < 0 ? -1 : 1) * (1 - e)) / (1 + e)
}
