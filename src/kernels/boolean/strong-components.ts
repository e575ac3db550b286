import type { Circuit } from './circuit.ts'

/** Gates that read one another in a ring, and every other gate by itself; children before those that read them. Tarjan 1972, with a stack of its own. */
export function strongComponents({ events, gates, offsets, children }: Circuit): readonly (readonly number[])[] {
  const found: number[][] = []
  const index = new Int32Array(gates).fill(-1)
  const lowest = new Int32Array(gates)
  const isOpen = new Uint8Array(gates)
  const next = Int32Array.from(offsets.subarray(0, gates))
  const open: number[] = []
  const road: number[] = []
  let count = 0
  const enter = (gate: number): void => {
    index[gate] = lowest[gate] = count++
    isOpen[gate] = 1
    open.push(gate)
    road.push(gate)
  }
  const lower = (gate: number, to: number): void => {
    if (to < (lowest[gate] as number)) lowest[gate] = to
  }
  for (let start = 0; start < gates; start++) {
    if (index[start] !== -1) continue
    enter(start)
    while (road.length > 0) {
      const gate = road.at(-1) as number
      const at = next[gate] as number
      if (at < (offsets[gate + 1] as number)) {
        next[gate] = at + 1
        const child = (children[at] as number) - events
        if (child < 0) continue
        if (index[child] === -1) enter(child)
        else if (isOpen[child] === 1) lower(gate, index[child] as number)
        continue
      }
      road.pop()
      if (road.length > 0) lower(road.at(-1) as number, lowest[gate] as number)
      if (lowest[gate] !== index[gate]) continue
      const members: number[] = []
      for (let member = -1; member !== gate; ) {
        member = open.pop() as number
        isOpen[member] = 0
        members.push(member)
      }
      found.push(members.sort((a, b) => a - b))
    }
  }
  return found
}
