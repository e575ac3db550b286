import { exp } from '../../maths/exp.ts'
import { log } from '../../maths/log.ts'
import type { Histogram } from './histogram.ts'

/** The share of a sample that lies above each of some rising values. Between two values the share of the lower one holds: a staircase. */
export interface ExceedanceCurve {
  readonly values: Float64Array
  readonly shares: Float64Array
}

/** The whole curve: one point for each different value. The last share is 0, since nothing in the sample was larger. @param sorted rising */
export function exceedanceOf(sorted: Float64Array): ExceedanceCurve {
  const n = sorted.length
  const lasts = Array.from(sorted.keys()).filter((at) => at + 1 === n || sorted[at] !== sorted[at + 1])
  return { values: Float64Array.from(lasts, (at) => sorted[at] as number), shares: Float64Array.from(lasts, (at) => (n - at - 1) / n) }
}

/** The curve at the edges of the bins, where a histogram knows it exactly as the share of values in bins above. Not a number where all bins are empty. */
export function exceedanceOfHistogram({ edges, counts }: Histogram): ExceedanceCurve {
  const shares = new Float64Array(edges.length)
  let above = 0
  for (let at = counts.length - 1; at >= 0; at--) {
    above += counts[at] as number
    shares[at] = above
  }
  return { values: edges, shares: shares.map((share) => share / above) }
}

/**
 * At most so many points of a curve, none of them moved or made up.
 *
 * The first and the last stay. Half of the others are spread evenly over the share, and half over its logarithm, so that neither the
 * common nor the rare is a straight line.
 *
 * @param most at least 2
 */
export function thinned(curve: ExceedanceCurve, most: number): ExceedanceCurve {
  const { values, shares } = curve
  if (values.length <= most) return curve
  const last = values.length - 1
  const chosen = new Set([0, last])
  const top = shares[0] as number
  const rarest = shares.findLast((share) => share > 0) ?? top
  const wanted = most - 2
  const half = Math.floor(wanted / 2)
  for (let at = 1; at <= wanted; at++) {
    const share = at <= half ? (top * at) / (half + 1) : top * exp((log(rarest / top) * (at - half)) / (wanted - half))
    chosen.add(lastAbove(shares, share))
  }
  const kept = Uint32Array.from(chosen).sort()
  return { values: Float64Array.from(kept, (at) => values[at] as number), shares: Float64Array.from(kept, (at) => shares[at] as number) }
}

/** The last point whose share is at least the wanted one; shares fall. Rounding of the wanted share is forgiven. */
function lastAbove(shares: Float64Array, wanted: number): number {
  let [low, high] = [0, shares.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((shares[middle] as number) >= wanted * (1 - 1e-12)) low = middle
    else high = middle
  }
  return low
}
