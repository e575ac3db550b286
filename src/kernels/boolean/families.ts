import { grown } from './grown.ts'

/** Families of sets over flat tables. A family is a number; −1 says that the budget is spent. */
export interface Families {
  forget(): void
  allow(nodes: number): void
  /** The sets of `low`, and those of `high` with the variable added. */
  node(level: number, high: number, low: number): number
  /** The sets of `a` that contain no set of `b`. No set of `b` may contain another. */
  without(a: number, b: number): number
  count(): number
  /** Four numbers a node: level, high, low, next of its chain. Nodes come after what they lead to. */
  table(): Int32Array
}

/** The family without a set, and the family of the empty set alone. */
export const [none, emptySet] = [0, 1] as const

const lastLevel = 0x7fffffff
const frame = 7
const [inner, outer, lower] = [0, 1, 2] as const
const largestCache = 1 << 22

/**
 * Zero-suppressed decision diagrams (Minato 1993) with the one operation that smallest sets need, Rauzy's "without" (Reliability Engineering and
 * System Safety 40, 1993, 203): `(x, A1, A0) \ (x, B1, B0) = (x, (A1 \ B1) \ B0, A0 \ B0)`.
 *
 * Tables and stack are as in `diagrams`.
 */
export function families(size = 1024): Families {
  let nodes = new Int32Array(size * 4)
  let heads = new Int32Array(size)
  let cache = new Int32Array(size * 4)
  let stack = new Int32Array(64 * frame)
  let mask = size - 1
  let cacheMask = size - 1
  let count = 2
  let budget = 1 << 26
  nodes[0] = lastLevel
  nodes[4] = lastLevel

  const widen = (): void => {
    const before = mask + 1
    mask = mask * 2 + 1
    if (nodes.length < (mask + 1) * 4) nodes = grown(nodes)
    if (heads.length <= mask) heads = new Int32Array(mask + 1)
    else heads.fill(0, 0, mask + 1)
    for (let at = 2; at < before; at++) {
      const base = at << 2
      const slot = hash(nodes[base] as number, nodes[base + 1] as number, nodes[base + 2] as number) & mask
      nodes[base + 3] = heads[slot] as number
      heads[slot] = at
    }
    if (cacheMask + 1 < largestCache) widenCache()
  }
  const widenCache = (): void => {
    const before = cacheMask + 1
    cacheMask = cacheMask * 2 + 1
    if (cache.length < before * 8) cache = grown(cache)
    else cache.fill(0, before * 4, before * 8)
    for (let at = 0; at < before * 4; at += 4) {
      const a = cache[at] as number
      const to = (pair(a, cache[at + 1] as number) & cacheMask) << 2
      if (to === at || a === 0) continue
      cache.copyWithin(to, at, at + 3)
      cache[at] = 0
    }
  }

  const node = (level: number, high: number, low: number): number => {
    if (high === none) return low
    const key = hash(level, high, low)
    let slot = key & mask
    for (let at = heads[slot] as number; at !== 0; ) {
      const base = at << 2
      if (nodes[base] === level && nodes[base + 1] === high && nodes[base + 2] === low) return at
      at = nodes[base + 3] as number
    }
    if (count >= budget) return -1
    if (count > mask) {
      widen()
      slot = key & mask
    }
    const base = count << 2
    nodes[base] = level
    nodes[base + 1] = high
    nodes[base + 2] = low
    nodes[base + 3] = heads[slot] as number
    heads[slot] = count
    return count++
  }

  /** Each step has up to three parts, done one after the other; a frame remembers which. */
  const without = (from: number, less: number): number => {
    let [a, b, top] = [from, less, 0]
    for (;;) {
      while (b > emptySet && a > emptySet && (nodes[b << 2] as number) < (nodes[a << 2] as number)) b = nodes[(b << 2) + 2] as number
      let result = -2
      if (a === none || b === none) result = a
      else if (b === emptySet || a === b) result = none
      else if (a === emptySet) result = emptySet
      else {
        const slot = (pair(a, b) & cacheMask) << 2
        if (cache[slot] === a && cache[slot + 1] === b) result = cache[slot + 2] as number
        else {
          if (top + frame > stack.length) stack = grown(stack)
          const level = nodes[a << 2] as number
          const isBoth = nodes[b << 2] === level
          stack[top] = a
          stack[top + 1] = b
          stack[top + 2] = level
          stack[top + 3] = nodes[(a << 2) + 2] as number
          stack[top + 4] = isBoth ? (nodes[(b << 2) + 2] as number) : b
          stack[top + 5] = isBoth ? inner : outer
          a = nodes[(a << 2) + 1] as number
          if (isBoth) b = nodes[(b << 2) + 1] as number
          top += frame
          continue
        }
      }
      for (;;) {
        if (top === 0) return result
        const at = top - frame
        const stage = stack[at + 5] as number
        if (stage === inner) {
          stack[at + 5] = outer
          a = result
          b = stack[at + 4] as number
          break
        }
        if (stage === outer) {
          stack[at + 5] = lower
          stack[at + 6] = result
          a = stack[at + 3] as number
          b = stack[at + 4] as number
          break
        }
        result = node(stack[at + 2] as number, stack[at + 6] as number, result)
        if (result === -1) return -1
        const [keyA, keyB] = [stack[at] as number, stack[at + 1] as number]
        const slot = (pair(keyA, keyB) & cacheMask) << 2
        cache[slot] = keyA
        cache[slot + 1] = keyB
        cache[slot + 2] = result
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
      count = 2
    },
    allow: (most) => {
      budget = most
    },
    node,
    without,
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
