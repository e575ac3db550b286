import { assert } from '#lang/assert.ts'

/** The places of values in rising order; equal values stay as they were. */
function orderOf(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
}

/** The rank of each value from 1; equal values share the mean of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = orderOf(values)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++
    for (let at = from; at < to; at++) ranks[order[at] as number] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

/**
 * Which of so many bins each value falls in, by its rank, so that all bins hold the same number give or take one. Equal values stay together in
 * the first bin they reach, as a bin that divides them would be divided by chance.
 */
export function binsOf(values: Float64Array, bins: number): Uint32Array {
  assert(bins >= 1, `${bins} bins`)
  const order = orderOf(values)
  const found = new Uint32Array(values.length)
  for (const [rank, at] of order.entries()) {
    const before = order[rank - 1]
    found[at] = before !== undefined && values[before] === values[at] ? (found[before] as number) : Math.floor((rank * bins) / values.length)
  }
  return found
}
