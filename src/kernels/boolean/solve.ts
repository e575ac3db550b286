import { buildRegion, type Scratch } from './build-region.ts'
import type { Circuit } from './circuit.ts'
import { type Diagrams, diagrams } from './diagram.ts'
import { grouped, type Modular } from './grouped.ts'
import { type Model, type ModelWriter, modelWriter } from './model.ts'
import { type Network, xor, yes } from './net-writer.ts'
import { networkOf } from './network.ts'
import { type OrderName, orderNames, orderOf } from './orders.ts'
import { type Region, regionsOf, valuesAtRest } from './region.ts'
import { regionNet } from './region-net.ts'
import { topologicalOrder } from './topological-order.ts'

/** What a circuit came to. `too-large`: no order that was tried keeps within the nodes that were allowed. */
export type Solved =
  | { readonly status: 'solved'; readonly model: Model }
  | { readonly status: 'cyclic'; readonly cycle: readonly number[] }
  | { readonly status: 'too-large'; readonly nodes: number }

/** Twenty bytes each, and 64 MiB for what is remembered: some 240 MiB. Trying that much, and giving up, takes about half a minute. */
const mostNodes = 1 << 23

/** Nodes allowed in each round, and the orders that are tried in it: first two that cost next to nothing, then all, then those that got furthest. */
const rounds: readonly { readonly nodes: number; readonly orders: readonly OrderName[] | number }[] = [
  { nodes: 1 << 12, orders: ['overlap-first', 'broad'] },
  { nodes: 1 << 15, orders: orderNames },
  { nodes: 1 << 18, orders: 4 },
  { nodes: 1 << 21, orders: 3 },
  { nodes: mostNodes, orders: 1 },
  // Only for who allows more: how far an order gets says little of so large a diagram, and this one has the fewest nodes of all that were tried.
  { nodes: Number.POSITIVE_INFINITY, orders: ['overlap-first'] },
]

/**
 * Works out the function of one node.
 *
 * @param top an event or a gate, numbered as in `Circuit`
 * @param nodes how many nodes one diagram may take, garbage included
 */
export function solve(circuit: Circuit, top: number, nodes = mostNodes): Solved {
  const { order, cycle } = topologicalOrder(circuit, [top])
  if (cycle) return { status: 'cyclic', cycle }
  const modular = grouped(networkOf(circuit, top, order))
  const writer = modelWriter(circuit.events)
  return writeModules(modular, writer, nodes) ? { status: 'solved', model: writer.model(isMonotone(modular.network)) } : { status: 'too-large', nodes }
}

function writeModules(modular: Modular, writer: ModelWriter, nodes: number): boolean {
  const { events, kinds, root } = modular.network
  if (root < 0) {
    writer.constant(root === yes)
    return true
  }
  const rest = valuesAtRest(modular)
  const scratch = { rest, levels: new Int32Array(events + kinds.length), functions: new Int32Array(kinds.length) }
  const numbers = new Int32Array(events + kinds.length)
  const table = diagrams()
  const moduleOf = new Map<number, number>()
  for (const region of regionsOf(modular)) {
    const built = tried(table, modular, region, { scratch, numbers, nodes })
    if (!built) return false
    const variableAt = built.order.map((node) => (node < events ? node : events + (moduleOf.get(node) as number)))
    writer.module(table.table(), built.root, variableAt, built.name)
    moduleOf.set(events + region.root, moduleOf.size)
  }
  const node = root >> 1
  if (node < events) writer.single(node, (root & 1) === 1)
  else if ((rest[node - events] as number) !== (root & 1)) writer.single(events + moduleOf.size - 1, true)
  return true
}

interface Setting {
  readonly scratch: Scratch
  /** Room for the numbers that nodes have within a region. */
  readonly numbers: Int32Array
  readonly nodes: number
}

interface Built {
  readonly root: number
  readonly order: readonly number[]
  readonly name: string
}

/** The diagram of a region under the first order that keeps within the nodes of its round. How far an order got says how good it is: all build the same gates one after the other. */
function tried(table: Diagrams, modular: Modular, region: Region, { scratch, numbers, nodes }: Setting): Built | undefined {
  const attempt = (order: readonly number[], budget: number) => {
    table.forget()
    table.allow(budget)
    return buildRegion(table, modular, region, order, scratch)
  }
  // The variables of a single gate are independent: any order will do.
  if (region.gates.length === 1) {
    const { root } = attempt(region.leaves, nodes)
    return root === -1 ? undefined : { root, order: region.leaves, name: '' }
  }
  const net = regionNet(modular, region, numbers)
  const orders = new Map<OrderName, readonly number[]>()
  let far = new Map<OrderName, number>()
  for (const round of rounds) {
    const names = typeof round.orders === 'number' ? furthest(far).slice(0, round.orders) : round.orders
    const budget = Math.min(round.nodes, nodes)
    far = new Map()
    for (const name of names) {
      const order = orders.get(name) ?? orderOf(net, name).map((leaf) => region.leaves[leaf] as number)
      orders.set(name, order)
      const { root, built } = attempt(order, budget)
      if (root !== -1) return { root, order, name }
      far.set(name, built)
    }
    if (budget === nodes) return undefined
  }
  return undefined
}

/** Those that built most gates first; of two that got as far, the more promising. */
const furthest = (far: ReadonlyMap<OrderName, number>): readonly OrderName[] =>
  [...far.keys()].sort((a, b) => (far.get(b) ?? 0) - (far.get(a) ?? 0) || orderNames.indexOf(a) - orderNames.indexOf(b))

function isMonotone({ kinds, edges, root }: Network): boolean {
  if (root < 0) return true
  return (root & 1) === 0 && edges.every((edge) => (edge & 1) === 0) && !kinds.includes(xor)
}
