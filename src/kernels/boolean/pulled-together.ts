import type { RegionNet } from './region-net.ts'

/** More rounds change little. */
const rounds = 30

/**
 * Pulls the variables of a gate towards each other: each gate stands at the middle of its children and of itself, each node moves to the middle
 * of the gates it belongs to, all are numbered anew, and so on. Of all rounds the order with the least sum of spans is kept.
 *
 * The method is FORCE (Aloul, Markov, Sakallah, GLSVLSI 2003), with the gates themselves among the nodes.
 *
 * @param start the order to begin with
 */
export function pulledTogether(net: RegionNet, start: readonly number[]): readonly number[] {
  const { leaves, gates } = net
  const places = new Float64Array(leaves + gates)
  for (const [place, leaf] of start.entries()) places[leaf] = place
  settleGates(net, places)
  const [sums, times] = [new Float64Array(places.length), new Float64Array(places.length)]
  const ranked = Array.from(places, (_, node) => node)
  let [best, leastSpan] = [start, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    pull(net, places, sums, times)
    ranked.sort((a, b) => (places[a] as number) - (places[b] as number) || a - b)
    for (let place = 0; place < ranked.length; place++) places[ranked[place] as number] = place
    const span = spanOf(net, places)
    if (span >= leastSpan) continue
    leastSpan = span
    best = ranked.filter((node) => node < leaves)
  }
  return best
}

function settleGates({ leaves, gates, offsets, children }: RegionNet, places: Float64Array): void {
  for (let gate = 0; gate < gates; gate++) {
    const [from, to] = [offsets[gate] as number, offsets[gate + 1] as number]
    let sum = 0
    for (let at = from; at < to; at++) sum += places[children[at] as number] as number
    places[leaves + gate] = sum / (to - from)
  }
}

function pull({ leaves, gates, offsets, children }: RegionNet, places: Float64Array, sums: Float64Array, times: Float64Array): void {
  sums.fill(0)
  times.fill(0)
  for (let gate = 0; gate < gates; gate++) {
    const [from, to] = [offsets[gate] as number, offsets[gate + 1] as number]
    let middle = places[leaves + gate] as number
    for (let at = from; at < to; at++) middle += places[children[at] as number] as number
    middle /= to - from + 1
    for (let at = from - 1; at < to; at++) {
      const node = at < from ? leaves + gate : (children[at] as number)
      sums[node] = (sums[node] as number) + middle
      times[node] = (times[node] as number) + 1
    }
  }
  for (let node = 0; node < places.length; node++) places[node] = (sums[node] as number) / (times[node] as number)
}

function spanOf({ leaves, gates, offsets, children }: RegionNet, places: Float64Array): number {
  let span = 0
  for (let gate = 0; gate < gates; gate++) {
    let low = places[leaves + gate] as number
    let high = low
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
      const place = places[children[at] as number] as number
      if (place < low) low = place
      if (place > high) high = place
    }
    span += high - low
  }
  return span
}
