import { assert } from '#lang/assert.ts'
import { type Estimate, estimateOf } from '../samples/estimate.ts'
import { binsOf } from './ranks.ts'

/** Sums kept for each bin, so that leaving out a part of the sample is a subtraction. */
interface Sums {
  readonly count: Float64Array
  readonly sum: Float64Array
  readonly squares: Float64Array
}

/** The sample is left out in so many parts, one after another. */
const parts = 20

/**
 * The share of an output's variance that goes away on average once this input is known: Var(E[Y|X])/Var(Y), Sobol's first-order index.
 *
 * By equally filled bins. Chance alone makes bin means differ, so the variance within bins is taken as an unbiased estimate of what is left:
 * 1 − [SSW/(n − bins)]/[SST/(n − 1)] (Kelley's ε², 1935), which may fall slightly below 0 for an input that does nothing. What varies with
 * the input inside a bin counts as not explained: with a straight line, 1/bins² of it. The error is a jackknife over twenty parts.
 *
 * @returns nothing where there are fewer than two values a bin, or the output never changes
 */
export function firstOrderShare(input: Float64Array, output: Float64Array, { bins, confidence }: { readonly bins: number; readonly confidence: number }): Estimate | undefined {
  const n = input.length
  assert(n === output.length, `${n} inputs for ${output.length} outputs`)
  if (n < Math.max(2 * bins, 2 * parts)) return undefined
  const bin = binsOf(input, bins)
  const centre = output.reduce((sum, value) => sum + value, 0) / n
  const each = Array.from({ length: parts }, () => sumsOf(bins))
  for (let at = 0; at < n; at++) {
    const { count, sum, squares } = each[at % parts] as Sums
    const [one, value] = [bin[at] as number, (output[at] as number) - centre]
    count[one] = (count[one] as number) + 1
    sum[one] = (sum[one] as number) + value
    squares[one] = (squares[one] as number) + value * value
  }
  const value = explained(each)
  if (value === undefined) return undefined
  const without = each.map((left) => explained(each.filter((one) => one !== left)) ?? value)
  const mean = without.reduce((sum, one) => sum + one, 0) / parts
  const variance = (without.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) * (parts - 1)) / parts
  return estimateOf({ value, error: Math.sqrt(variance), confidence })
}

const sumsOf = (bins: number): Sums => ({ count: new Float64Array(bins), sum: new Float64Array(bins), squares: new Float64Array(bins) })

function explained(each: readonly Sums[]): number | undefined {
  const bins = each[0]?.count.length ?? 0
  const total = (of: (sums: Sums) => Float64Array, bin: number): number => each.reduce((all, sums) => all + (of(sums)[bin] as number), 0)
  let [n, sum, squares, within, filled] = [0, 0, 0, 0, 0]
  for (let bin = 0; bin < bins; bin++) {
    const count = total((sums) => sums.count, bin)
    if (count === 0) continue
    const [binSum, binSquares] = [total((sums) => sums.sum, bin), total((sums) => sums.squares, bin)]
    filled++
    n += count
    sum += binSum
    squares += binSquares
    within += binSquares - (binSum * binSum) / count
  }
  const all = squares - (sum * sum) / n
  if (!(all > 0) || n <= filled) return undefined
  return 1 - within / (n - filled) / (all / (n - 1))
}
