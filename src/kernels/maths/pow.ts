import { exp } from './exp.ts'
import { type TwoPartLog, twoPartLog } from './log.ts'
import { lostInProduct } from './lost-in-product.ts'

const log: TwoPartLog = { high: 0, low: 0 }

/**
 * x^y for x ≥ 0, built from + − × ÷ alone. Within 1e−15 relative: the logarithm is carried in two parts, since y · ln x may be
 * hundreds and its error would come back as many times.
 *
 * @returns 1 for y = 0; NaN for x < 0
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (!(x >= 0) || Number.isNaN(y)) return Number.NaN
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY
  if (x === Number.POSITIVE_INFINITY) return y > 0 ? x : 0
  twoPartLog(x, log)
  const product = y * log.high
  if (!(product < 800 && product > -800 && y < 1e150 && y > -1e150)) return exp(product)
  return exp(product) * (1 + (lostInProduct(y, log.high, product) + y * log.low))
}
