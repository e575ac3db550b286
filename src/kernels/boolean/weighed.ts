import type { RegionNet } from './region-net.ts'

/** Edges times leaves beyond which weighing anew for every leaf takes too long: then the leaves are weighed once. */
const mostWeighed = 1 << 24

/**
 * The leaves by weight: the root weighs 1, each gate shares its weight out to its children, and a leaf weighs what reaches it. The weightiest comes
 * first, is taken out, and the rest is weighed anew (Minato, Ishiura, Yajima, DAC 1990).
 */
export function weighed(net: RegionNet): readonly number[] {
  const { leaves, gates, offsets, children } = net
  const weights = new Float64Array(leaves + gates)
  /** How many children of each gate are still there, and which nodes are gone. */
  const left = Int32Array.from({ length: gates }, (_, gate) => (offsets[gate + 1] as number) - (offsets[gate] as number))
  const isGone = new Uint8Array(leaves + gates)
  const weigh = (): void => {
    weights.fill(0)
    weights[leaves + gates - 1] = 1
    for (let gate = gates - 1; gate >= 0; gate--) {
      const weight = weights[leaves + gate] as number
      if (weight === 0) continue
      const share = weight / (left[gate] as number)
      for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
        const child = children[at] as number
        if (isGone[child] === 0) weights[child] = (weights[child] as number) + share
      }
    }
  }
  weigh()
  const order = Array.from({ length: leaves }, (_, leaf) => leaf)
  if (children.length * leaves > mostWeighed) return order.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
  for (let place = 0; place < leaves; place++) {
    let heaviest = place
    for (let at = place + 1; at < leaves; at++) if ((weights[order[at] as number] as number) > (weights[order[heaviest] as number] as number)) heaviest = at
    const leaf = order[heaviest] as number
    order.splice(heaviest, 1)
    order.splice(place, 0, leaf)
    isGone[leaf] = 1
    takeOut(net, left, isGone)
    weigh()
  }
  return order
}

/** Counts what is left of each gate, from below; one that has nothing left goes too. */
function takeOut({ leaves, gates, offsets, children }: RegionNet, left: Int32Array, isGone: Uint8Array): void {
  for (let gate = 0; gate < gates; gate++) {
    let count = 0
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) count += 1 - (isGone[children[at] as number] as number)
    left[gate] = count
    if (count === 0) isGone[leaves + gate] = 1
  }
}
