import { always, type Diagrams, never } from './diagram.ts'
import type { Modular } from './grouped.ts'
import { and, atLeast, xor } from './net-writer.ts'
import type { Region } from './region.ts'

/** Where building writes: the level of each node that is a variable, and the function of each gate. */
export interface Scratch {
  /** See `valuesAtRest`. */
  readonly rest: Uint8Array
  readonly levels: Int32Array
  readonly functions: Int32Array
}

/**
 * The diagram of a region under an order of its variables. The root's opposite is built where the root is true at rest.
 * @returns the function, or −1 when the budget was spent; and how many gates were built until then
 */
export function buildRegion(diagrams: Diagrams, { network, isModule }: Modular, region: Region, order: readonly number[], { rest, levels, functions }: Scratch) {
  const { events, kinds, least, offsets, edges } = network
  for (const [level, node] of order.entries()) levels[node] = level
  const below: number[] = []
  const functionOf = (edge: number): number => {
    const node = edge >> 1
    const sign = edge & 1
    if (node < events) return diagrams.node(levels[node] as number, always, never) ^ sign
    if (isModule[node - events] === 1) return diagrams.node(levels[node] as number, always, never) ^ sign ^ (rest[node - events] as number)
    return (functions[node - events] as number) ^ sign
  }
  let answer: number = never
  for (const [built, gate] of region.gates.entries()) {
    below.length = 0
    for (let at = offsets[gate] as number; at < (offsets[gate + 1] as number); at++) below.push(functionOf(edges[at] as number))
    // The deepest first: what is added then lies above and leaves it as it is.
    below.sort((a, b) => diagrams.level(b) - diagrams.level(a))
    answer = joined(diagrams, kinds[gate] as number, least[gate] as number, below)
    if (answer === -1) return { root: -1, built }
    functions[gate] = answer
  }
  return { root: answer ^ (rest[region.root] as number), built: region.gates.length }
}

function joined(diagrams: Diagrams, kind: number, least: number, below: readonly number[]): number {
  if (kind === atLeast) return thresholdOf(diagrams, least, below)
  const step = kind === and ? diagrams.and : kind === xor ? diagrams.xor : diagrams.or
  let answer = below[0] as number
  for (let at = 1; at < below.length && answer !== -1; at++) answer = step(answer, below[at] as number)
  return answer
}

/** `found[j]`: whether at least j of those seen so far are true. That many and one more imply each other one way, so OR stands for if-then-else. */
function thresholdOf(diagrams: Diagrams, least: number, below: readonly number[]): number {
  const found: number[] = [always, ...new Array<number>(least).fill(never)]
  for (const one of below) {
    for (let j = least; j > 0; j--) {
      const more = diagrams.and(one, found[j - 1] as number)
      if (more === -1) return -1
      const sum = diagrams.or(found[j] as number, more)
      if (sum === -1) return -1
      found[j] = sum
    }
  }
  return found[least] as number
}
