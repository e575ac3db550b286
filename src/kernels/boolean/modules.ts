import type { Network } from './net-writer.ts'

/**
 * Which gates are modules: none of what stands below them is referred to from elsewhere, so that each may be worked out apart and stand for
 * one event above. The root always is.
 *
 * The linear algorithm of Dutuit and Rauzy (IEEE Transactions on Reliability 45, 1996, 422): one walk, depth first, dates every visit; a gate is a
 * module if all visits to what is below it fall between its own first entry and its leaving.
 *
 * @returns 1 for each gate that is a module; 0 also for those that the root does not reach
 */
export function modulesOf(network: Network): Uint8Array {
  const { events, kinds, offsets, edges, root } = network
  const gates = kinds.length
  const found = new Uint8Array(gates)
  if (root >> 1 < events) return found
  const { first, last, entered, left } = visits(network)
  const earliest = new Int32Array(gates)
  const latest = new Int32Array(gates)
  for (let gate = 0; gate < gates; gate++) {
    if (entered[gate] === 0) continue
    let [low, high] = [0x7fffffff, 0]
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) {
      const child = (edges[at] as number) >> 1
      low = Math.min(low, first[child] as number)
      high = Math.max(high, last[child] as number)
      if (child < events) continue
      low = Math.min(low, earliest[child - events] as number)
      high = Math.max(high, latest[child - events] as number)
    }
    earliest[gate] = low
    latest[gate] = high
    if (low > (entered[gate] as number) && high < (left[gate] as number)) found[gate] = 1
  }
  return found
}

/** The dates of one walk from the root: the first and last visit of each node, and of each gate when it was entered and left (0 if never). */
function visits({ events, kinds, offsets, edges, root }: Network) {
  const gates = kinds.length
  const first = new Int32Array(events + gates)
  const last = new Int32Array(events + gates)
  const entered = new Int32Array(gates)
  const left = new Int32Array(gates)
  const next = new Int32Array(gates)
  const stack = new Int32Array(gates + 1)
  let [date, depth] = [0, -1]
  const visit = (node: number): void => {
    date++
    if (first[node] === 0) {
      first[node] = date
      if (node >= events) {
        entered[node - events] = date
        next[node - events] = offsets[node - events] as number
        stack[++depth] = node - events
      }
    }
    last[node] = date
  }
  visit(root >> 1)
  while (depth >= 0) {
    const gate = stack[depth] as number
    const edge = next[gate] as number
    if (edge < (offsets[gate + 1] as number)) {
      next[gate] = edge + 1
      visit((edges[edge] as number) >> 1)
    } else {
      left[gate] = ++date
      last[events + gate] = date
      depth--
    }
  }
  return { first, last, entered, left }
}
