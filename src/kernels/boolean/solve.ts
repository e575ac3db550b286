import { buildRegion, type Scratch } from './build-region.ts'
import type { Circuit } from './circuit.ts'
import { type Diagrams, diagrams } from './diagram.ts'
import { grouped, type Modular } from './grouped.ts'
import { type Model, type ModelWriter, modelWriter } from './model.ts'
import { type Network, xor, yes } from './net-writer.ts'
import { networkOf, parentCounts } from './network.ts'
import { type OrderName, orderNames, orderOf } from './orders.ts'
import { type Region, regionsOf, valuesAtRest } from './region.ts'
import { topologicalOrder } from './topological-order.ts'

/** What a circuit came to. `too-large`: no order that was tried keeps within the nodes that were allowed. */
export type Solved =
  | { readonly status: 'solved'; readonly model: Model }
  | { readonly status: 'cyclic'; readonly cycle: readonly number[] }
  | { readonly status: 'too-large'; readonly nodes: number }

/** Sixteen bytes each and as much again for what is remembered: 2²⁴ nodes are about half a GiB. */
export const mostNodes = 1 << 24

/** Nodes allowed in the first round, and by how much more in each that follows. */
const firstNodes = 1 << 12
const factor = 8

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
  const parents = parentCounts(modular.network)
  const table = diagrams()
  const moduleOf = new Map<number, number>()
  for (const region of regionsOf(modular)) {
    const built = tried(table, modular, region, { scratch, parents, nodes })
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
  readonly parents: Int32Array
  readonly nodes: number
}

interface Built {
  readonly root: number
  readonly order: readonly number[]
  readonly name: string
}

/** The diagram of a region under the first order that keeps within the budget of its round. After each round the half that got furthest goes on, and at least two. */
function tried(table: Diagrams, modular: Modular, region: Region, { scratch, parents, nodes }: Setting): Built | undefined {
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
  const orders = new Map<OrderName, readonly number[]>()
  let names: readonly OrderName[] = orderNames
  for (let budget = Math.min(firstNodes, nodes); ; budget = Math.min(budget * factor, nodes)) {
    const far = new Map<OrderName, number>()
    for (const name of names) {
      const order = orders.get(name) ?? orderOf(modular, region, parents, name)
      orders.set(name, order)
      const { root, built } = attempt(order, budget)
      if (root !== -1) return { root, order, name }
      far.set(name, built)
    }
    if (budget === nodes) return undefined
    names = names.toSorted((a, b) => (far.get(b) ?? 0) - (far.get(a) ?? 0)).slice(0, Math.max(2, names.length >> 1))
  }
}

function isMonotone({ kinds, edges, root }: Network): boolean {
  return (root & 1) === 0 && edges.every((edge) => (edge & 1) === 0) && !kinds.includes(xor)
}
