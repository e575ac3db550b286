import type { Modular } from './grouped.ts'
import { atLeast, or, xor } from './net-writer.ts'

/** What stands below one module, down to the events and the smaller modules that it is made of. */
export interface Region {
  /** The module's own gate. */
  readonly root: number
  /** Gates, children first, the root last. */
  readonly gates: readonly number[]
  /** Events and modules, as nodes, in the order in which a walk meets them. */
  readonly leaves: readonly number[]
}

/** The regions of all modules, inner ones first. */
export function regionsOf({ network, isModule }: Modular): readonly Region[] {
  const { events, kinds, offsets, edges } = network
  const seen = new Int32Array(events + kinds.length).fill(-1)
  const regions: Region[] = []
  for (let root = 0; root < kinds.length; root++) {
    if (isModule[root] !== 1) continue
    const [gates, leaves]: [number[], number[]] = [[root], []]
    for (let at = 0; at < gates.length; at++) {
      const gate = gates[at] as number
      for (let edge = offsets[gate] as number; edge < (offsets[gate + 1] as number); edge++) {
        const child = (edges[edge] as number) >> 1
        if (seen[child] === root) continue
        seen[child] = root
        if (child < events || isModule[child - events] === 1) leaves.push(child)
        else gates.push(child - events)
      }
    }
    regions.push({ root, gates: gates.length > 1 ? gates.sort((a, b) => a - b) : gates, leaves })
  }
  return regions
}

/**
 * What each gate answers when no event has happened. A module that is true then is used by its opposite, so that "nothing has happened" is
 * false for every variable of every diagram, as smallest sets ask.
 */
export function valuesAtRest({ network }: Modular): Uint8Array {
  const { events, kinds, least, offsets, edges } = network
  const values = new Uint8Array(kinds.length)
  for (let gate = 0; gate < kinds.length; gate++) {
    const [from, to] = [offsets[gate] as number, offsets[gate + 1] as number]
    let sum = 0
    for (let at = from; at < to; at++) {
      const edge = edges[at] as number
      sum += (edge >> 1 < events ? 0 : (values[(edge >> 1) - events] as number)) ^ (edge & 1)
    }
    const kind = kinds[gate] as number
    values[gate] = Number(kind === xor ? (sum & 1) === 1 : sum >= (kind === or ? 1 : kind === atLeast ? (least[gate] as number) : to - from))
  }
  return values
}
