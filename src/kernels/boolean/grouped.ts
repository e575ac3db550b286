import { modulesOf } from './modules.ts'
import { type Network, or } from './net-writer.ts'
import { parentCounts } from './network.ts'

/** A network whose modules are as small as they can be made. */
export interface Modular {
  readonly network: Network
  /** 1 for each gate that is a module. */
  readonly isModule: Uint8Array
}

/**
 * Makes modules where children of an AND or OR belong to nobody else: what two of them share, or what they alone use, moves into a gate of
 * the same kind of its own. A diagram then has one variable where it had many.
 *
 * Children of a module are split by what they share (each node is walked once, since it lies in one innermost module). At any other gate only
 * those children are taken that are an event or a module with no other parent.
 */
export function grouped(network: Network): Modular {
  const { events, kinds, least, offsets, edges, root } = network
  const isModule = modulesOf(network)
  const parents = parentCounts(network)
  const owner = new Int32Array(events + kinds.length).fill(-1)
  const made: { kinds: number[]; least: number[]; offsets: number[]; edges: number[]; isModule: number[] } = { kinds: [], least: [], offsets: [0], edges: [], isModule: [] }
  const nowOf = new Int32Array(kinds.length)
  const moved = (edge: number): number => (edge >> 1 < events ? edge : 2 * (events + (nowOf[(edge >> 1) - events] as number)) + (edge & 1))
  const put = (kind: number, k: number, list: readonly number[], module: number): number => {
    for (const edge of list) made.edges.push(edge)
    made.kinds.push(kind)
    made.least.push(k)
    made.offsets.push(made.edges.length)
    made.isModule.push(module)
    return 2 * (events + made.kinds.length - 1)
  }
  for (let gate = 0; gate < kinds.length; gate++) {
    if (parents[events + gate] === 0) continue
    const kind = kinds[gate] as number
    const list = edges.slice(offsets[gate], offsets[gate + 1])
    const parts = kind > or ? undefined : isModule[gate] === 1 ? partsOfModule(network, isModule, owner, list) : ownLeaves(network, isModule, parents, list)
    const now: number[] = []
    if (parts === undefined) for (const edge of list) now.push(moved(edge))
    else for (const part of parts) now.push(part.length === 1 ? moved(part[0] as number) : put(kind, 0, part.map(moved), 1))
    nowOf[gate] = put(kind, least[gate] as number, now, isModule[gate] as number) / 2 - events
  }
  return {
    network: { events, kinds: made.kinds, least: made.least, offsets: made.offsets, edges: made.edges, root: root < 0 ? root : moved(root) },
    isModule: Uint8Array.from(made.isModule),
  }
}

/** The children of a module by what they share below; nothing where all hang together or none do. */
function partsOfModule({ events, offsets, edges }: Network, isModule: Uint8Array, owner: Int32Array, list: readonly number[]): readonly (readonly number[])[] | undefined {
  const up = list.map((_, at) => at)
  const headOf = (at: number): number => {
    let head = at
    while (up[head] !== head) {
      up[head] = up[up[head] as number] as number
      head = up[head] as number
    }
    return head
  }
  const stack: number[] = []
  let joined = 0
  for (const [at, edge] of list.entries()) {
    stack.push(edge >> 1)
    while (stack.length > 0) {
      const node = stack.pop() as number
      const before = owner[node] as number
      if (before === -1) {
        owner[node] = at
        if (node < events || isModule[node - events] === 1) continue
        for (let child = offsets[node - events] as number; child < (offsets[node - events + 1] as number); child++) stack.push((edges[child] as number) >> 1)
        continue
      }
      const [one, other] = [headOf(before), headOf(at)]
      if (one === other) continue
      up[other] = one
      joined++
    }
  }
  if (joined === 0 || joined === list.length - 1) return undefined
  const parts = new Map<number, number[]>()
  for (const [at, edge] of list.entries()) {
    const part = parts.get(headOf(at))
    if (part) part.push(edge)
    else parts.set(headOf(at), [edge])
  }
  return [...parts.values()]
}

/** The children with the events and modules apart that have no other parent, where there are two or more of them among others. */
function ownLeaves({ events }: Network, isModule: Uint8Array, parents: Int32Array, list: readonly number[]): readonly (readonly number[])[] | undefined {
  const isOwn = (edge: number): boolean => parents[edge >> 1] === 1 && (edge >> 1 < events || isModule[(edge >> 1) - events] === 1)
  const own = list.filter(isOwn)
  return own.length < 2 || own.length === list.length ? undefined : [own, ...list.filter((edge) => !isOwn(edge)).map((edge) => [edge])]
}
