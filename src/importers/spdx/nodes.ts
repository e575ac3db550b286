import { isRecord } from '#lang/json.ts'
import type { Graph, Level } from './graph.ts'

/** A reference that was met, and is looked for until the whole file is read. */
interface Sought {
  readonly id: string
  readonly pointer: string
  isFound: boolean
}

/** The numbers that the elements of a file go by. Its parts have the first ones; whatever else relationships speak of comes after them. */
export interface Nodes {
  readonly numbers: Map<string, number>
  readonly count: number
  /** What is no part and was met in a relationship, by its number less `count`. */
  readonly sought: Sought[]
}

/** Numbers the parts of a file. @param twice told of an id that an earlier part has already: that one keeps it */
export function numberParts(ids: readonly unknown[], twice: (at: number, id: string) => void): Nodes {
  const numbers = new Map<string, number>()
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at]
    if (typeof id !== 'string' || id === '') continue
    if (numbers.has(id)) twice(at, id)
    else numbers.set(id, at)
  }
  return { numbers, count: ids.length, sought: [] }
}

/** The number of an element that a relationship names, and a new one for what is no part. */
export function numberOf(nodes: Nodes, id: string, pointer: string): number {
  const known = nodes.numbers.get(id)
  if (known !== undefined) return known
  const number = nodes.count + nodes.sought.length
  nodes.numbers.set(id, number)
  nodes.sought.push({ id, pointer, isFound: false })
  return number
}

/** Notes that an element which is no part is there. @returns its number, if a relationship speaks of it */
export function found(nodes: Nodes, id: unknown): number | undefined {
  const number = typeof id === 'string' ? nodes.numbers.get(id) : undefined
  const sought = number === undefined ? undefined : nodes.sought[number - nodes.count]
  if (sought === undefined) return undefined
  sought.isFound = true
  return number
}

/** References that lead nowhere, each where it was met first. */
export const dangling = (nodes: Nodes): readonly { readonly what: string; readonly pointer: string }[] =>
  nodes.sought.flatMap(({ id, pointer, isFound }) => (isFound ? [] : [{ what: id, pointer }]))

/** Edges as they are gathered. */
export interface Edges {
  readonly from: number[]
  readonly to: number[]
  readonly level: Level[]
}

export const noEdges = (): Edges => ({ from: [], to: [], level: [] })

/** Adds an edge. What is said to need itself says nothing. */
export function addEdge(edges: Edges, from: number, { to, level }: { readonly to: number; readonly level: Level }): void {
  if (from === to) return
  edges.from.push(from)
  edges.to.push(to)
  edges.level.push(level)
}

/** The objects of a list, or of what stands where a list should; `odd` is told of everything else. */
export function recordsIn(list: unknown, odd: (at: number | undefined, found: unknown, expected: 'array' | 'object') => void): readonly Record<string, unknown>[] {
  if (list === undefined || list === null) return []
  if (!Array.isArray(list)) {
    odd(undefined, list, 'array')
    return []
  }
  if (list.every(isRecord)) return list
  for (const [at, one] of list.entries()) if (!isRecord(one)) odd(at, one, 'object')
  return list.map((one: unknown) => (isRecord(one) ? one : {}))
}

export const graphOf = (nodes: Nodes, edges: Edges, kinds: Pick<Graph, 'isImage' | 'isMaking'>): Graph => ({ nodes: nodes.count + nodes.sought.length, ...edges, ...kinds })
