import { grown } from './grown.ts'

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
  /** Four numbers a node: level, high, low, next of its chain. High edges are never negated. Nodes come after what they lead to. */
  table(): Int32Array
}

/** The constant functions. Node 0 is the one leaf, "true". */
export const [always, never] = [0, 1] as const

const lastLevel = 0x7fffffff
const [opAnd, opOr, opXor] = [0, 1, 2] as const
/** Marks an operation within the second key of the cache, above the bits of a function. */
const opShift = 28
/** Numbers in a frame of the stack: two keys, level, low halves of both, operation, sign and stage, result of the high half. */
const frame = 8
const largestCache = 1 << 22

/**
 * Reduced ordered binary decision diagrams (Bryant 1986) with negated edges, over flat tables: one unique table with chains, one cache of
 * operations that overwrites.
 *
 * Operations keep their own stack, so the number of variables overflows nothing. Monotone functions never carry a negated edge except to
 * "false", so what has no NOT pays nothing for it. The tables begin small and double.
 *
 * @param size nodes to begin with, a power of two
 */
export function diagrams(size = 1024): Diagrams {
  let nodes = new Int32Array(size * 4)
  let heads = new Int32Array(size)
  let cache = new Int32Array(size * 4)
  let stack = new Int32Array(64 * frame)
  // Room that was made for a large function is kept for the next, but only as much of it is used, and wiped, as that one needs.
  let mask = size - 1
  let cacheMask = size - 1
  let count = 1
  let budget = 1 << 26
  nodes[0] = lastLevel

  const widen = (): void => {
    const before = mask + 1
    mask = mask * 2 + 1
    if (nodes.length < (mask + 1) * 4) nodes = grown(nodes)
    if (heads.length <= mask) heads = new Int32Array(mask + 1)
    else heads.fill(0, 0, mask + 1)
    for (let at = 1; at < before; at++) {
      const base = at << 2
      const slot = hash(nodes[base] as number, nodes[base + 1] as number, nodes[base + 2] as number) & mask
      nodes[base + 3] = heads[slot] as number
      heads[slot] = at
    }
    if (cacheMask + 1 < largestCache) widenCache()
  }
  /** With one more bit of its hash an entry stays or moves up by half the new size. */
  const widenCache = (): void => {
    const before = cacheMask + 1
    cacheMask = cacheMask * 2 + 1
    if (cache.length < before * 8) cache = grown(cache)
    else cache.fill(0, before * 4, before * 8)
    for (let at = 0; at < before * 4; at += 4) {
      const [a, b] = [cache[at] as number, cache[at + 1] as number]
      const to = (pair(a, b) & cacheMask) << 2
      if (to === at || (a === 0 && b === 0)) continue
      cache.copyWithin(to, at, at + 3)
      cache[at] = 0
      cache[at + 1] = 0
    }
  }

  const node = (level: number, high: number, low: number): number => {
    if (high === low) return high
    const sign = high & 1
    const [h, l] = [high ^ sign, low ^ sign]
    const key = hash(level, h, l)
    let slot = key & mask
    for (let at = heads[slot] as number; at !== 0; ) {
      const base = at << 2
      if (nodes[base] === level && nodes[base + 1] === h && nodes[base + 2] === l) return (at << 1) | sign
      at = nodes[base + 3] as number
    }
    if (count >= budget) return -1
    if (count > mask) {
      widen()
      slot = key & mask
    }
    const base = count << 2
    nodes[base] = level
    nodes[base + 1] = h
    nodes[base + 2] = l
    nodes[base + 3] = heads[slot] as number
    heads[slot] = count
    return (count++ << 1) | sign
  }

  /** The two halves of each step are done one after the other; a frame remembers where we were. */
  const apply = (operation: number, one: number, other: number): number => {
    let [op, a, b, top] = [operation, one, other, 0]
    for (;;) {
      let result = -2
      let sign = 0
      if (op === opXor) {
        sign = (a ^ b) & 1
        a &= ~1
        b &= ~1
        if (a === b) result = never
        else if (a === always) result = b ^ 1
        else if (b === always) result = a ^ 1
      } else {
        if ((a & b & 1) === 1) {
          // De Morgan: of two negated functions neither is kept negated, so that each pair is worked out once.
          a ^= 1
          b ^= 1
          op ^= 1
          sign = 1
        } else if (op === opOr && ((a | b) & 1) === 1) {
          a ^= 1
          b ^= 1
          op = opAnd
          sign = 1
        }
        if (a === b) result = a
        else if ((a ^ b) === 1) result = op === opAnd ? never : always
        else if (op === opAnd) {
          if (a === always) result = b
          else if (b === always) result = a
          else if (a === never || b === never) result = never
        } else if (a === never) result = b
        else if (b === never) result = a
        else if (a === always || b === always) result = always
      }
      if (result === -2) {
        if (a > b) [a, b] = [b, a]
        const tagged = b | (op << opShift)
        const slot = (pair(a, tagged) & cacheMask) << 2
        if (cache[slot] === a && cache[slot + 1] === tagged) result = (cache[slot + 2] as number) ^ sign
        else {
          if (top + frame > stack.length) stack = grown(stack)
          const [baseA, baseB, signA, signB] = [(a >> 1) << 2, (b >> 1) << 2, a & 1, b & 1]
          const [levelA, levelB] = [nodes[baseA] as number, nodes[baseB] as number]
          const level = levelA < levelB ? levelA : levelB
          stack[top] = a
          stack[top + 1] = tagged
          stack[top + 2] = level
          stack[top + 3] = levelA === level ? (nodes[baseA + 2] as number) ^ signA : a
          stack[top + 4] = levelB === level ? (nodes[baseB + 2] as number) ^ signB : b
          stack[top + 5] = op
          stack[top + 6] = sign
          stack[top + 7] = -1
          if (levelA === level) a = (nodes[baseA + 1] as number) ^ signA
          if (levelB === level) b = (nodes[baseB + 1] as number) ^ signB
          top += frame
          continue
        }
      } else result ^= sign
      for (;;) {
        if (top === 0) return result
        const at = top - frame
        if (stack[at + 7] === -1) {
          stack[at + 7] = result
          a = stack[at + 3] as number
          b = stack[at + 4] as number
          op = stack[at + 5] as number
          break
        }
        const made = node(stack[at + 2] as number, stack[at + 7] as number, result)
        if (made === -1) return -1
        const [keyA, keyB] = [stack[at] as number, stack[at + 1] as number]
        const slot = (pair(keyA, keyB) & cacheMask) << 2
        cache[slot] = keyA
        cache[slot + 1] = keyB
        cache[slot + 2] = made
        result = made ^ (stack[at + 6] as number)
        top = at
      }
    }
  }

  return {
    forget: () => {
      mask = size - 1
      cacheMask = size - 1
      heads.fill(0, 0, size)
      cache.fill(0, 0, size * 4)
      count = 1
    },
    allow: (most) => {
      budget = most
    },
    node,
    and: (a, b) => apply(opAnd, a, b),
    or: (a, b) => apply(opOr, a, b),
    xor: (a, b) => apply(opXor, a, b),
    level: (f) => nodes[(f >> 1) << 2] as number,
    count: () => count,
    table: () => nodes,
  }
}

const hash = (level: number, high: number, low: number): number => {
  const mixed = Math.imul(level, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) ^ Math.imul(low, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

const pair = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
