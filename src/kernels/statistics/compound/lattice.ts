import type { Behaviour } from '../distributions/behaviour.ts'

/** Amounts on whole multiples of a step: `chances[j]` belongs to j · step. */
export interface Lattice {
  readonly step: number
  readonly length: number
}

/**
 * The chances of an amount on a lattice, its mean kept: what lies between two points is shared between them in such a way that its mean stays
 * (Gerber 1982; local moment matching of order one). So every sum of such amounts keeps its mean, and its quantiles are off by a term in step² only.
 *
 * What lies beyond the last point is left out, with its chance: it does not change sums before it.
 *
 * @param behaviour of an amount that is not negative
 */
export function latticeOf(behaviour: Pick<Behaviour, 'cdf' | 'above' | 'meanAbove'>, { step, length }: Lattice): Float64Array {
  const chances = new Float64Array(length)
  const below = behaviour.cdf(0)
  chances[0] = below
  let [above, meanAbove] = [1 - below, behaviour.meanAbove(0)]
  for (let at = 0; at < length; at++) {
    const end = (at + 1) * step
    const [nextAbove, nextMean] = [behaviour.above(end), behaviour.meanAbove(end)]
    const chance = Math.max(0, above - nextAbove)
    const upper = Math.min(chance, Math.max(0, (meanAbove - nextMean) / step - at * chance))
    chances[at] = (chances[at] as number) + chance - upper
    if (at + 1 < length) chances[at + 1] = upper
    above = nextAbove
    meanAbove = nextMean
  }
  return chances
}

/**
 * The chances on a lattice of an amount of which only the quantile function is known, such as one with several causes or with a cap.
 *
 * Taken at the middle of `points` equal shares, each value shared between the points of the lattice on either side, so that the mean of what was
 * taken stays. A heavy tail is cut at share 1 − 1/(2·points).
 */
export function latticeOfQuantile(quantile: (u: number) => number, { step, length, points }: Lattice & { readonly points: number }): Float64Array {
  const chances = new Float64Array(length)
  const share = 1 / points
  for (let point = 0; point < points; point++) {
    const place = Math.max(0, quantile((point + 0.5) * share) / step)
    const at = Math.floor(place)
    const upper = place - at
    if (at < length) chances[at] = (chances[at] as number) + share * (1 - upper)
    if (at + 1 < length) chances[at + 1] = (chances[at + 1] as number) + share * upper
  }
  return chances
}

/** What a lattice of sums answers. */
export interface LatticeMeasures {
  /** The chance of more than x, for x of at least 0; not a number beyond the lattice. The error is of order step² where amounts are smooth. */
  exceedance(x: number): number
  /** The sum below which the share u lies; infinite where that is beyond the lattice. */
  quantile(u: number): number
  /** The mean of the worst 1 − u; infinite where the lattice ends before. */
  tailMean(u: number): number
}

/**
 * Quantiles and tail means of sums on a lattice.
 *
 * The chance of a point counts half below it and half above, save at nought, where the sum of no amounts is itself a lump: without that, every
 * quantile would be half a step too low. Between points straight lines. E[(S − x)⁺] is the mean less what lies below, so that the part of the
 * tail beyond the lattice is in the tail mean without having been seen.
 *
 * @param sums the chances of the sums, 0 first
 * @param nothing the chance that there is no amount at all
 * @param mean the true mean of the sum
 */
export function latticeMeasures(sums: Float64Array, { step, nothing, mean }: { readonly step: number; readonly nothing: number; readonly mean: number }): LatticeMeasures {
  const { below, upTo, meanUpTo } = cumulated(sums, nothing)
  const last = sums.length - 1
  const cdf = (x: number): number => {
    const at = Math.floor(x / step)
    if (at < 0) return 0
    if (at >= last) return Number.NaN
    return (below[at] as number) + (x / step - at) * ((below[at + 1] as number) - (below[at] as number))
  }
  const quantile = (u: number): number => {
    if (u <= nothing) return 0
    if (u > (below[last] as number)) return Number.POSITIVE_INFINITY
    let [low, high] = [0, last]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((below[middle] as number) < u) low = middle
      else high = middle
    }
    const [from, to] = [below[low] as number, below[high] as number]
    return step * (low + (to > from ? (u - from) / (to - from) : 1))
  }
  const tailMean = (u: number): number => {
    const from = quantile(u)
    if (from === Number.POSITIVE_INFINITY) return from
    const at = Math.floor(from / step)
    const excess = mean - step * (meanUpTo[at] as number) - from * (1 - (upTo[at] as number))
    return from + excess / (1 - u)
  }
  return { exceedance: (x) => 1 - cdf(x), quantile, tailMean }
}

/** At each point: the chance of less, half of the point itself counted; of no more; and what no more contributes to the mean, in steps. */
function cumulated(sums: Float64Array, nothing: number): { readonly below: Float64Array; readonly upTo: Float64Array; readonly meanUpTo: Float64Array } {
  const [below, upTo, meanUpTo] = [new Float64Array(sums.length), new Float64Array(sums.length), new Float64Array(sums.length)]
  let [chance, part] = [0, 0]
  for (const [at, here] of sums.entries()) {
    below[at] = at === 0 ? nothing : chance + here / 2
    chance += here
    part += here * at
    upTo[at] = chance
    meanUpTo[at] = part
  }
  return { below, upTo, meanUpTo }
}
