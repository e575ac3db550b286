import { grown } from './grown.ts'
import { forget, type NodeTable, nodeTable, open, remember, remembered, uniqueNode } from './node-table.ts'

/** What the diagrams of one table may be asked. A function is a number: twice its node, plus 1 where it is negated; −1 says that the budget is spent. */
export interface Diagrams {
  /** Forgets every function and keeps the room. */
  forget(): void
  /** How many nodes there may be from now on. */
  allow(nodes: number): void
  node(level: number, high: number, low: number): number
  and(a: number, b: number): number
  or(a: number, b: number): number
  xor(a: number, b: number): number
  /** Where the first variable of a function stands in the order; of constants, behind all. */
  level(f: number): number
  /** Nodes made so far. */
  count(): number
  /** See `NodeTable`. High edges are never negated. Nodes come after what they lead to. */
  table(): Int32Array
}

/** The constant functions. Node 0 is the one leaf, "true". */
export const [always, never] = [0, 1] as const

const [opAnd, opOr, opXor] = [0, 1, 2] as const
/** Marks an operation within the second key of the memory, above the bits of a function. */
const opShift = 28
/** Numbers in a frame of the stack: two keys, level, high halves of both, low halves of both, operation, sign, result of the high half (−1 until then). */
const frame = 10

/**
 * Reduced ordered binary decision diagrams (Bryant 1986) with negated edges.
 *
 * Monotone functions never carry a negated edge except to "false", so what has no NOT pays nothing for it.
 */
export function diagrams(): Diagrams {
  const table = nodeTable(1)
  return {
    forget: () => forget(table),
    allow: (most) => {
      table.budget = most
    },
    node: (level, high, low) => node(table, level, high, low),
    and: (a, b) => apply(table, opAnd, a, b),
    or: (a, b) => apply(table, opOr, a, b),
    xor: (a, b) => apply(table, opXor, a, b),
    level: (f) => table.nodes[(f >> 1) << 2] as number,
    count: () => table.count,
    table: () => table.nodes,
  }
}

function node(table: NodeTable, level: number, high: number, low: number): number {
  if (high === low) return high
  const sign = high & 1
  const made = uniqueNode(table, level, high ^ sign, low ^ sign)
  return made === -1 ? -1 : (made << 1) | sign
}

/** The two halves of each step are done one after the other; a frame remembers where we were. */
function apply(table: NodeTable, operation: number, one: number, other: number): number {
  let [op, a, b, top] = [operation, one, other, 0]
  for (;;) {
    let sign = 0
    if (op === opXor) {
      sign = (a ^ b) & 1
      a &= ~1
      b &= ~1
    } else if ((a & b & 1) === 1 || (op === opOr && ((a | b) & 1) === 1)) {
      // De Morgan: two negated functions are not kept so, and of an OR neither is, so that each pair is worked out once.
      op ^= 1
      a ^= 1
      b ^= 1
      sign = 1
    }
    let result = settled(op, a, b)
    if (result === open) {
      if (a > b) [a, b] = [b, a]
      result = remembered(table, a, b | (op << opShift))
    }
    if (result === open) {
      if (top + frame > table.stack.length) table.stack = grown(table.stack)
      push(table, top, op, sign, a, b)
      a = table.stack[top + 3] as number
      b = table.stack[top + 4] as number
      top += frame
      continue
    }
    result ^= sign
    for (;;) {
      if (top === 0) return result
      const { stack } = table
      const at = top - frame
      if (stack[at + 9] === -1) {
        stack[at + 9] = result
        a = stack[at + 5] as number
        b = stack[at + 6] as number
        op = stack[at + 7] as number
        break
      }
      const made = node(table, stack[at + 2] as number, stack[at + 9] as number, result)
      if (made === -1) return -1
      remember(table, stack[at] as number, stack[at + 1] as number, made)
      result = made ^ (stack[at + 8] as number)
      top = at
    }
  }
}

/** What needs no look at the table. */
function settled(op: number, a: number, b: number): number {
  if (op === opXor) return a === b ? never : a === always ? b ^ 1 : b === always ? a ^ 1 : open
  if (a === b) return a
  if ((a ^ b) === 1) return op === opAnd ? never : always
  const [neutral, absorbing] = op === opAnd ? [always, never] : [never, always]
  if (a === neutral) return b
  if (b === neutral) return a
  return a === absorbing || b === absorbing ? absorbing : open
}

function push({ nodes, stack }: NodeTable, top: number, op: number, sign: number, a: number, b: number): void {
  const [baseA, baseB, signA, signB] = [(a >> 1) << 2, (b >> 1) << 2, a & 1, b & 1]
  const [levelA, levelB] = [nodes[baseA] as number, nodes[baseB] as number]
  const level = Math.min(levelA, levelB)
  const [isA, isB] = [levelA === level, levelB === level]
  stack[top] = a
  stack[top + 1] = b | (op << opShift)
  stack[top + 2] = level
  stack[top + 3] = isA ? (nodes[baseA + 1] as number) ^ signA : a
  stack[top + 4] = isB ? (nodes[baseB + 1] as number) ^ signB : b
  stack[top + 5] = isA ? (nodes[baseA + 2] as number) ^ signA : a
  stack[top + 6] = isB ? (nodes[baseB + 2] as number) ^ signB : b
  stack[top + 7] = op
  stack[top + 8] = sign
  stack[top + 9] = -1
}
