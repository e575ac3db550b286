import type { Region } from './region.ts'
import type { Walk } from './walked.ts'

/** Gates times leaves beyond which weighing anew for every leaf takes too long: then the leaves are weighed once. */
const mostWeighed = 1 << 21

/**
 * The leaves by weight: the root weighs 1, each gate shares its weight out to its children, and a leaf weighs what reaches it. The weightiest comes
 * first, is taken out, and the rest is weighed anew (Minato, Ishiura, Yajima, DAC 1990).
 */
export function weighed({ root, isLeaf, children }: Walk, region: Region): readonly number[] {
  const events = root - region.root
  const gates = region.gates.map((gate) => events + gate)
  const left = new Map(gates.map((gate) => [gate, children(gate)]))
  const weights = new Map<number, number>()
  const weigh = (): void => {
    weights.clear()
    weights.set(root, 1)
    for (let at = gates.length - 1; at >= 0; at--) {
      const gate = gates[at] as number
      const list = left.get(gate) as number[]
      const share = (weights.get(gate) ?? 0) / list.length
      for (const child of list) weights.set(child, (weights.get(child) ?? 0) + share)
    }
  }
  weigh()
  if (gates.length * region.leaves.length > mostWeighed) return region.leaves.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
  const parents = parentsOf(left)
  const order: number[] = []
  const waiting = new Set(region.leaves)
  while (waiting.size > 0) {
    let [heaviest, most] = [-1, -1]
    for (const leaf of waiting) if ((weights.get(leaf) ?? 0) > most) [heaviest, most] = [leaf, weights.get(leaf) ?? 0]
    order.push(heaviest)
    waiting.delete(heaviest)
    takeOut(heaviest, left, parents)
    weigh()
  }
  return order.filter(isLeaf)
}

function parentsOf(left: ReadonlyMap<number, readonly number[]>): ReadonlyMap<number, readonly number[]> {
  const parents = new Map<number, number[]>()
  for (const [gate, list] of left) for (const child of list) parents.set(child, [...(parents.get(child) ?? []), gate])
  return parents
}

/** Takes a node from its parents; a parent that has nothing left goes with it. */
function takeOut(node: number, left: ReadonlyMap<number, number[]>, parents: ReadonlyMap<number, readonly number[]>): void {
  const gone = [node]
  for (let child = gone.pop(); child !== undefined; child = gone.pop()) {
    for (const gate of parents.get(child) ?? []) {
      const list = left.get(gate) as number[]
      const at = list.indexOf(child)
      if (at === -1) continue
      list.splice(at, 1)
      if (list.length === 0) gone.push(gate)
    }
  }
}
