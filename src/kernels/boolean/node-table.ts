import { grown } from './grown.ts'

/**
 * Nodes of a decision diagram in flat memory: a unique table with chains, and a memory of results that overwrites. Begins small and doubles.
 *
 * Room that was made for a large function is kept for the next, but only as much of it is used, and wiped, as that one needs.
 *
 * @property nodes four numbers a node: level, high, low, next of its chain
 * @property heads the first node of each chain, 0 for none
 * @property cache four numbers an entry: two keys, a result, nothing; both keys are 0 where it is empty
 * @property stack what operations are in the middle of; they recurse in it and not in the machine's, so that no depth overflows
 */
export interface NodeTable {
  nodes: Int32Array<ArrayBuffer>
  heads: Int32Array<ArrayBuffer>
  cache: Int32Array<ArrayBuffer>
  stack: Int32Array<ArrayBuffer>
  mask: number
  cacheMask: number
  /** Nodes that there are, leaves included. */
  count: number
  /** Nodes that there may be. */
  budget: number
  readonly leaves: number
  readonly size: number
}

/** The level of leaves: behind every variable. */
const lastLevel = 0x7fffffff
/** What is not known yet, where results are numbers from 0 and −1. */
export const open = -2
const largestCache = 1 << 22
/** Enough for a table that holds no more than its own leaves. */
const unbounded = 1 << 26

/** @param size nodes to begin with, a power of two */
export function nodeTable(leaves: number, size = 1024): NodeTable {
  const table: NodeTable = {
    nodes: new Int32Array(size * 4),
    heads: new Int32Array(size),
    cache: new Int32Array(size * 4),
    stack: new Int32Array(1024),
    mask: size - 1,
    cacheMask: size - 1,
    count: leaves,
    budget: unbounded,
    leaves,
    size,
  }
  for (let leaf = 0; leaf < leaves; leaf++) table.nodes[leaf * 4] = lastLevel
  return table
}

/** Empties a table and keeps its room. */
export function forget(table: NodeTable): void {
  table.mask = table.size - 1
  table.cacheMask = table.size - 1
  table.heads.fill(0, 0, table.size)
  table.cache.fill(0, 0, table.size * 4)
  table.count = table.leaves
}

/** The one node of these three, which is made where it is new; −1 where that would be more nodes than are allowed. */
export function uniqueNode(table: NodeTable, level: number, high: number, low: number): number {
  const { nodes, heads } = table
  const key = hash(level, high, low)
  const slot = key & table.mask
  for (let at = heads[slot] as number; at !== 0; ) {
    const base = at << 2
    if (nodes[base] === level && nodes[base + 1] === high && nodes[base + 2] === low) return at
    at = nodes[base + 3] as number
  }
  if (table.count >= table.budget) return -1
  if (table.count > table.mask) widen(table)
  return added(table, key & table.mask, level, high, low)
}

function added(table: NodeTable, slot: number, level: number, high: number, low: number): number {
  const { nodes, heads } = table
  const at = table.count++
  const base = at << 2
  nodes[base] = level
  nodes[base + 1] = high
  nodes[base + 2] = low
  nodes[base + 3] = heads[slot] as number
  heads[slot] = at
  return at
}

/** The result of an operation that was remembered, or `open`. */
export function remembered({ cache, cacheMask }: NodeTable, a: number, b: number): number {
  const slot = (pair(a, b) & cacheMask) << 2
  return cache[slot] === a && cache[slot + 1] === b ? (cache[slot + 2] as number) : open
}

export function remember({ cache, cacheMask }: NodeTable, a: number, b: number, result: number): void {
  const slot = (pair(a, b) & cacheMask) << 2
  cache[slot] = a
  cache[slot + 1] = b
  cache[slot + 2] = result
}

function widen(table: NodeTable): void {
  const before = table.mask + 1
  const mask = before * 2 - 1
  table.mask = mask
  if (table.nodes.length < before * 8) table.nodes = grown(table.nodes)
  if (table.heads.length <= mask) table.heads = new Int32Array(mask + 1)
  else table.heads.fill(0, 0, mask + 1)
  const { nodes, heads } = table
  for (let at = table.leaves; at < table.count; at++) {
    const base = at << 2
    const slot = hash(nodes[base] as number, nodes[base + 1] as number, nodes[base + 2] as number) & mask
    nodes[base + 3] = heads[slot] as number
    heads[slot] = at
  }
  if (table.cacheMask + 1 < largestCache) widenCache(table)
}

/** With one more bit of its hash an entry stays or moves up by half the new size. */
function widenCache(table: NodeTable): void {
  const before = table.cacheMask + 1
  table.cacheMask = before * 2 - 1
  if (table.cache.length < before * 8) table.cache = grown(table.cache)
  else table.cache.fill(0, before * 4, before * 8)
  const { cache, cacheMask } = table
  for (let at = 0; at < before * 4; at += 4) {
    const [a, b] = [cache[at] as number, cache[at + 1] as number]
    const to = (pair(a, b) & cacheMask) << 2
    if (to === at || (a === 0 && b === 0)) continue
    cache.copyWithin(to, at, at + 3)
    cache[at] = 0
    cache[at + 1] = 0
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
