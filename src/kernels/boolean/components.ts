import type { Circuit } from './circuit.ts'
import { grown } from './grown.ts'

/** Gates in parts, what a part leans on before it. A part is one gate, or a ring: gates that all lead back to each other. */
export interface Components {
  readonly order: Int32Array
  /** Where each part ends in the order. */
  readonly ends: Int32Array
  readonly isRing: Uint8Array
}

/**
 * The strongly connected components of a circuit (Tarjan 1972), with a stack of its own.
 *
 * @param tops only what lies below these nodes; left out, all gates
 */
export function components({ events, gates, offsets, children }: Pick<Circuit, 'events' | 'gates' | 'offsets' | 'children'>, tops?: readonly number[]): Components {
  const order = new Int32Array(gates)
  const [index, low, next] = [new Int32Array(gates), new Int32Array(gates), new Int32Array(gates)]
  const isOpen = new Uint8Array(gates)
  const [walk, open] = [new Int32Array(gates), new Int32Array(gates)]
  let [ends, isRing] = [new Int32Array(64), new Int32Array(64)]
  let [date, depth, opened, done, parts] = [0, -1, 0, 0, 0]
  const enter = (gate: number): void => {
    index[gate] = ++date
    low[gate] = date
    next[gate] = offsets[gate] as number
    walk[++depth] = gate
    open[opened++] = gate
    isOpen[gate] = 1
  }
  const close = (gate: number, leansOnItself: boolean): void => {
    const first = done
    for (let member = -1; member !== gate; ) {
      member = open[--opened] as number
      isOpen[member] = 0
      done++
    }
    // Those entered last lie deepest, and come first.
    for (let at = 0; at < done - first; at++) order[first + at] = open[opened + done - first - 1 - at] as number
    if (parts === ends.length) [ends, isRing] = [grown(ends), grown(isRing)]
    ends[parts] = done
    isRing[parts++] = Number(done - first > 1 || leansOnItself)
  }
  const roots = tops === undefined ? Array.from({ length: gates }, (_, gate) => gate) : tops.filter((top) => top >= events).map((top) => top - events)
  for (const root of roots) {
    if (index[root] !== 0) continue
    enter(root)
    while (depth >= 0) {
      const gate = walk[depth] as number
      const edge = next[gate] as number
      if (edge < (offsets[gate + 1] as number)) {
        next[gate] = edge + 1
        const child = (children[edge] as number) - events
        if (child < 0) continue
        if (index[child] === 0) enter(child)
        else if (isOpen[child] === 1) low[gate] = Math.min(low[gate] as number, index[child] as number)
        continue
      }
      depth--
      if (depth >= 0) low[walk[depth] as number] = Math.min(low[walk[depth] as number] as number, low[gate] as number)
      if (low[gate] === index[gate]) close(gate, children.subarray(offsets[gate], offsets[gate + 1]).includes(events + gate))
    }
  }
  return { order: order.subarray(0, done), ends: ends.subarray(0, parts), isRing: Uint8Array.from(isRing.subarray(0, parts)) }
}
