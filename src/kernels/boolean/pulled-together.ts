import type { Modular } from './grouped.ts'
import type { Region } from './region.ts'

/** More rounds change little. */
const rounds = 40

/**
 * Pulls the variables of a gate towards each other: each gate stands at the middle of its children and of itself, each node moves to the middle
 * of the gates it belongs to, all are numbered anew, and so on. Of all rounds the order with the least sum of spans is kept.
 *
 * The method is FORCE (Aloul, Markov, Sakallah, GLSVLSI 2003), with the gates themselves among the nodes.
 *
 * @param start the order to begin with
 */
export function pulledTogether({ network, isModule }: Modular, region: Region, start: readonly number[]): readonly number[] {
  const { events, offsets, edges } = network
  const root = events + region.root
  const isLeaf = (node: number): boolean => node < events || (isModule[node - events] === 1 && node !== root)
  const nodes = [...start, ...region.gates.map((gate) => events + gate)]
  const nearby = new Map(nodes.map((node, at) => [node, at]))
  const [places, sums, times] = [new Float64Array(nodes.length), new Float64Array(nodes.length), new Float64Array(nodes.length)]
  /** Of each gate itself and its children, as places in `nodes`. */
  const bundles = region.gates.map((gate) => {
    const bundle = [nearby.get(events + gate) as number]
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) bundle.push(nearby.get((edges[at] as number) >> 1) as number)
    return Int32Array.from(bundle)
  })
  for (let at = 0; at < start.length; at++) places[at] = at
  for (const bundle of bundles) places[bundle[0] as number] = bundle.subarray(1).reduce((sum, at) => sum + (places[at] as number), 0) / (bundle.length - 1)
  const ranked = Int32Array.from(nodes, (_, at) => at)
  let [best, leastSpan] = [start, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds; round++) {
    pull(bundles, places, sums, times)
    ranked.sort((a, b) => (places[a] as number) - (places[b] as number) || a - b)
    for (const [place, at] of ranked.entries()) places[at] = place
    const span = spanOf(bundles, places)
    if (span >= leastSpan) continue
    leastSpan = span
    best = Array.from(ranked, (at) => nodes[at] as number).filter(isLeaf)
  }
  return best
}

function pull(bundles: readonly Int32Array[], places: Float64Array, sums: Float64Array, times: Float64Array): void {
  sums.fill(0)
  times.fill(0)
  for (const bundle of bundles) {
    let middle = 0
    for (const at of bundle) middle += places[at] as number
    middle /= bundle.length
    for (const at of bundle) {
      sums[at] = (sums[at] as number) + middle
      times[at] = (times[at] as number) + 1
    }
  }
  for (let at = 0; at < places.length; at++) places[at] = (sums[at] as number) / (times[at] as number)
}

function spanOf(bundles: readonly Int32Array[], places: Float64Array): number {
  let span = 0
  for (const bundle of bundles) {
    let [low, high] = [Number.POSITIVE_INFINITY, 0]
    for (const at of bundle) {
      low = Math.min(low, places[at] as number)
      high = Math.max(high, places[at] as number)
    }
    span += high - low
  }
  return span
}
