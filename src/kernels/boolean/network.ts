import { type Circuit, gateKinds } from './circuit.ts'
import { and, atLeast, type NetWriter, type Network, netWriter, no, or, xor, yes } from './net-writer.ts'

/** More passes than this change next to nothing; each is linear. */
const mostPasses = 4

/**
 * The network below one node: constants carried through, equal gates merged, and gates of one kind with a single parent of that kind taken
 * up by it.
 *
 * @param order the gates below the node, children first
 */
export function networkOf(circuit: Circuit, top: number, order: Int32Array): Network {
  let network = translated(circuit, top, order)
  for (let pass = 0; pass < mostPasses; pass++) {
    const [before, gates] = [network.edges.length, network.kinds.length]
    network = merged(network)
    if (network.edges.length === before && network.kinds.length === gates) break
  }
  return network
}

function translated({ events, kinds, least, most, offsets, children }: Circuit, top: number, order: Int32Array): Network {
  const writer = netWriter(events)
  const edgeOf = new Int32Array(kinds.length)
  const list: number[] = []
  for (const gate of order) {
    list.length = 0
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
      const child = children[at] as number
      list.push(child < events ? 2 * child : (edgeOf[child - events] as number))
    }
    const [from, to] = [least[gate] as number, most[gate] as number]
    edgeOf[gate] = written(writer, list, gateKinds[kinds[gate] as number] as (typeof gateKinds)[number], from, to)
  }
  return writer.network(top < events ? 2 * top : (edgeOf[top - events] as number))
}

function written(writer: NetWriter, list: readonly number[], kind: (typeof gateKinds)[number], from: number, to: number): number {
  switch (kind) {
    case 'and':
      return writer.gate(and, 0, list)
    case 'nand':
      return writer.gate(and, 0, list) ^ 1
    case 'or':
      return writer.gate(or, 0, list)
    case 'nor':
      return writer.gate(or, 0, list) ^ 1
    case 'xor':
      return writer.gate(xor, 0, list)
    case 'iff':
      return writer.gate(xor, 0, list) ^ 1
    case 'not':
      return (list[0] as number) ^ 1
    case 'imply':
      return writer.gate(or, 0, [(list[0] as number) ^ 1, list[1] as number])
    case 'at-least':
      return writer.gate(atLeast, from, list)
    case 'cardinality':
      return writer.gate(and, 0, [writer.gate(atLeast, from, list), writer.gate(atLeast, to + 1, list) ^ 1])
    case 'constant':
      return from === 1 ? yes : no
  }
}

/** How often each node is referred to from gates that the root reaches, the root's own node once. */
export function parentCounts({ events, kinds, offsets, edges, root }: Network): Int32Array {
  const counts = new Int32Array(events + kinds.length)
  if (root >= 0) counts[root >> 1] = 1
  for (let gate = kinds.length - 1; gate >= 0; gate--) {
    if (counts[events + gate] === 0) continue
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
      const child = (edges[at] as number) >> 1
      counts[child] = (counts[child] as number) + 1
    }
  }
  return counts
}

/** One pass over the gates that the root reaches: each takes up its children of its own kind that nobody else refers to. */
function merged(network: Network): Network {
  const { events, kinds, least, offsets, edges, root } = network
  if (root < 0) return network
  const counts = parentCounts(network)
  const writer = netWriter(events)
  const edgeOf = new Int32Array(kinds.length)
  const list: number[] = []
  for (let gate = 0; gate < kinds.length; gate++) {
    if (counts[events + gate] === 0) continue
    const kind = kinds[gate] as number
    list.length = 0
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
      const edge = edges[at] as number
      const child = edge >> 1
      if (child < events) list.push(edge)
      else {
        const now = (edgeOf[child - events] as number) ^ (edge & 1)
        if (counts[child] !== 1 || !writer.takeUp(kind, now, list)) list.push(now)
      }
    }
    edgeOf[gate] = writer.gate(kind, least[gate] as number, list)
  }
  return writer.network(root >> 1 < events ? root : (edgeOf[(root >> 1) - events] as number) ^ (root & 1))
}
