import { grown } from './grown.ts'
import { forget, type NodeTable, nodeTable, open, remember, remembered, uniqueNode } from './node-table.ts'

/** Families of sets over one table. A family is a number; −1 says that the budget is spent. */
export interface Families {
  forget(): void
  allow(nodes: number): void
  /** The sets of `low`, and those of `high` with the variable added. */
  node(level: number, high: number, low: number): number
  /** The sets of `a` that contain no set of `b`. No set of `b` may contain another. */
  without(a: number, b: number): number
  count(): number
  /** See `NodeTable`. Nodes come after what they lead to. */
  table(): Int32Array
}

/** The family without a set, and the family of the empty set alone. */
export const [none, emptySet] = [0, 1] as const

/** Numbers in a frame of the stack: two keys, level, low half of the first, what is taken away last, stage, result of the high half. */
const frame = 7
/** What is waited for: A1 \ B1, then that \ B0, then A0 \ B0. */
const [inner, outer, lower] = [0, 1, 2] as const

/**
 * Zero-suppressed decision diagrams (Minato 1993) with the one operation that smallest sets need, Rauzy's "without" (Reliability Engineering and
 * System Safety 40, 1993, 203): `(x, A1, A0) \ (x, B1, B0) = (x, (A1 \ B1) \ B0, A0 \ B0)`.
 */
export function families(): Families {
  const table = nodeTable(2)
  return {
    forget: () => forget(table),
    allow: (most) => {
      table.budget = most
    },
    node: (level, high, low) => (high === none ? low : uniqueNode(table, level, high, low)),
    without: (a, b) => without(table, a, b),
    count: () => table.count,
    table: () => table.nodes,
  }
}

/** Each step has up to three parts, done one after the other; a frame remembers which. */
function without(table: NodeTable, from: number, less: number): number {
  let [a, b, top] = [from, less, 0]
  for (;;) {
    // Variables that no set of `a` holds: only the sets of `b` without them can be contained.
    const level = table.nodes[a << 2] as number
    while (b > emptySet && a > emptySet && (table.nodes[b << 2] as number) < level) b = table.nodes[(b << 2) + 2] as number
    let result: number = settled(a, b)
    if (result === open) result = remembered(table, a, b)
    if (result === open) {
      if (top + frame > table.stack.length) table.stack = grown(table.stack)
      const isBoth = push(table, top, a, b)
      a = table.nodes[(a << 2) + 1] as number
      if (isBoth) b = table.nodes[(b << 2) + 1] as number
      top += frame
      continue
    }
    for (;;) {
      if (top === 0) return result
      const { stack } = table
      const at = top - frame
      const stage = stack[at + 5] as number
      if (stage !== lower) {
        stack[at + 5] = stage + 1
        if (stage === outer) stack[at + 6] = result
        a = stage === outer ? (stack[at + 3] as number) : result
        b = stack[at + 4] as number
        break
      }
      const high = stack[at + 6] as number
      if (high !== none) result = uniqueNode(table, stack[at + 2] as number, high, result)
      if (result === -1) return -1
      remember(table, stack[at] as number, stack[at + 1] as number, result)
      top = at
    }
  }
}

function settled(a: number, b: number): number {
  if (a === none || b === none) return a
  if (b === emptySet || a === b) return none
  return a === emptySet ? emptySet : open
}

/** @returns whether both families have the variable on top */
function push({ nodes, stack }: NodeTable, top: number, a: number, b: number): boolean {
  const level = nodes[a << 2] as number
  const isBoth = nodes[b << 2] === level
  stack[top] = a
  stack[top + 1] = b
  stack[top + 2] = level
  stack[top + 3] = nodes[(a << 2) + 2] as number
  stack[top + 4] = isBoth ? (nodes[(b << 2) + 2] as number) : b
  stack[top + 5] = isBoth ? inner : outer
  return isBoth
}
