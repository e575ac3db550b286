import type { Modular } from './grouped.ts'
import type { Region } from './region.ts'

/** A region with nodes of its own numbers: leaves first, in the order of the region, then gates, children first, the root last. */
export interface RegionNet {
  readonly leaves: number
  readonly gates: number
  /** The children of node `n` stand at `offsets[n − leaves]` up to `offsets[n − leaves + 1]`. */
  readonly offsets: Int32Array
  readonly children: Int32Array
  /** How often each node is referred to. */
  readonly parents: Int32Array
}

export function regionNet({ network, isModule }: Modular, region: Region, numbers: Int32Array): RegionNet {
  const { events, offsets: from, edges } = network
  const [leaves, gates] = [region.leaves.length, region.gates.length]
  for (const [at, leaf] of region.leaves.entries()) numbers[leaf] = at
  for (const [at, gate] of region.gates.entries()) if (isModule[gate] !== 1 || gate === region.root) numbers[events + gate] = leaves + at
  const offsets = new Int32Array(gates + 1)
  for (const [at, gate] of region.gates.entries()) offsets[at + 1] = (offsets[at] as number) + (from[gate + 1] as number) - (from[gate] as number)
  const children = new Int32Array(offsets[gates] as number)
  const parents = new Int32Array(leaves + gates)
  let count = 0
  for (const gate of region.gates) {
    for (let at = from[gate] as number; at < (from[gate + 1] as number); at++) {
      const child = numbers[(edges[at] as number) >> 1] as number
      children[count++] = child
      parents[child] = (parents[child] as number) + 1
    }
  }
  return { leaves, gates, offsets, children, parents }
}
