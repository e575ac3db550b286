import type { Gate } from './circuit.ts'

/** What a node came to: a node of the simpler gates, or what it always is. */
export type Simple = number | boolean

/** Fewer gates that say the same. */
export interface Simplified {
  readonly gates: readonly Gate[]
  /** For each gate handed in, what it came to; gates are numbered behind the events, as before. */
  readonly nodeOf: readonly Simple[]
}

/**
 * Takes constants, gates over one child and gates that say what another says out of a monotone circuit (AND, OR, at-least, constants).
 *
 * @param gates each behind those that it reads
 */
export function simplified(events: number, gates: readonly Gate[]): Simplified {
  const made: Gate[] = []
  const known = new Map<string, number>()
  const nodeOf: Simple[] = []
  const put = (gate: Gate): number => {
    const key = `${gate.kind} ${gate.least ?? ''} ${gate.children.join(' ')}`
    const before = known.get(key)
    if (before !== undefined) return before
    const node = events + made.push(gate) - 1
    known.set(key, node)
    return node
  }
  /** What counts twice where children are counted is told apart by a gate of its own. */
  const apart = (children: readonly number[]): readonly number[] =>
    children.map((child, at) => (children.indexOf(child) < at ? events + made.push({ kind: 'or', children: [child] }) - 1 : child))
  const among = (children: readonly Simple[], least: number): Simple => {
    const left = least - children.filter((child) => child === true).length
    const open = children.filter((child) => typeof child === 'number')
    if (left <= 0) return true
    if (left > open.length) return false
    const distinct = [...new Set(open)].sort((a, b) => a - b)
    if (left !== 1 && left !== open.length) return put({ kind: 'at-least', least: left, children: apart(open) })
    return distinct.length === 1 ? (distinct[0] as number) : put({ kind: left === 1 ? 'or' : 'and', children: distinct })
  }
  for (const { kind, children, least = 0 } of gates) {
    const read = children.map((child): Simple => (child < events ? child : (nodeOf[child - events] as Simple)))
    nodeOf.push(kind === 'constant' ? least === 1 : among(read, kind === 'or' ? 1 : kind === 'and' ? read.length : least))
  }
  return { gates: made, nodeOf }
}

/** The gates that a node reads, each behind those that it reads itself; nothing of the rest. */
export function gatesBelow(events: number, gates: readonly Gate[], top: number): readonly number[] {
  const wanted = new Set([top])
  for (const node of wanted) if (node >= events) for (const child of (gates[node - events] as Gate).children) wanted.add(child)
  return [...wanted].filter((node) => node >= events).sort((a, b) => a - b)
}
