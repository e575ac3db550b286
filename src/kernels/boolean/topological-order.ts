import type { Circuit } from './circuit.ts'

/** Gates in an order in which children come before parents, or a cycle: gates each of which has the next as a child, the last the first. */
export type TopologicalOrder = { readonly order: Int32Array; readonly cycle?: undefined } | { readonly order?: undefined; readonly cycle: readonly number[] }

/**
 * Orders the gates below some tops, or all gates. Depth first with a stack of its own, so that no depth overflows.
 *
 * @param tops nodes; left out, every gate
 */
export function topologicalOrder({ events, gates, offsets, children }: Circuit, tops?: readonly number[]): TopologicalOrder {
  /** The next edge of a gate to follow, plus one; 0 before the gate is met, −1 once it is done. */
  const next = new Int32Array(gates)
  const stack = new Int32Array(gates)
  const order = new Int32Array(gates)
  let done = 0
  const roots = tops ?? Array.from({ length: gates }, (_, gate) => events + gate)
  for (const root of roots) {
    if (root < events || next[root - events] !== 0) continue
    let depth = 0
    stack[0] = root - events
    next[root - events] = (offsets[root - events] as number) + 1
    while (depth >= 0) {
      const gate = stack[depth] as number
      const edge = (next[gate] as number) - 1
      if (edge === offsets[gate + 1]) {
        next[gate] = -1
        order[done++] = gate
        depth--
        continue
      }
      next[gate] = edge + 2
      const child = (children[edge] as number) - events
      if (child < 0 || next[child] === -1) continue
      if (next[child] !== 0) return { cycle: Array.from(stack.subarray(stack.indexOf(child), depth + 1)) }
      stack[++depth] = child
      next[child] = (offsets[child] as number) + 1
    }
  }
  return { order: order.subarray(0, done) }
}
