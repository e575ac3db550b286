import { once } from '#lang/once.ts'
import type { NeedsGraph } from '../graph/failure-times.ts'
import { type Circuit, circuitOf, type Gate } from './circuit.ts'

/** A circuit that tells whether some node fails in time, and its top. */
export interface TimedCircuit {
  readonly circuit: Circuit
  readonly top: number
  /** Of each two gates: the node of the graph that they are about. The second of them tells of its needs alone. */
  readonly nodes: Int32Array
}

/** More states than this are not written down. */
const mostStates = 1 << 20

/**
 * The circuit of "this node fails within so much time", over nodes that may be lost at time 0.
 *
 * Its gates are pairs of a node and the time that is left for it: a node fails within t when it is lost itself, or when as many of its needs as it takes
 * fail within t less the delay of each. So delays along a road add up as they do in `failing`, and an edge that comes too late is not there.
 *
 * @param events for each node the event that loses it, −1 where nothing does
 * @param count how many events there are
 * @param within hours; infinite where any delay but an infinite one counts
 * @returns nothing when there are too many pairs
 */
export function circuitOfNeeds(
  graph: NeedsGraph,
  node: number,
  within: number,
  { events, count }: { readonly events: Int32Array; readonly count: number },
): TimedCircuit | undefined {
  const needs = needsOf(graph)
  const states = new Map<string, number>()
  const gates: Gate[] = []
  const todo: { readonly node: number; readonly left: number }[] = []
  const stateOf = (at: number, left: number): number => {
    const key = `${at} ${left}`
    const known = states.get(key)
    if (known !== undefined) return known
    const state = states.size
    states.set(key, state)
    todo.push({ node: at, left })
    return state
  }
  // Two gates a state: what is lost by its needs, and that or by itself.
  const whole = (state: number): number => count + 2 * state
  const top = whole(stateOf(node, within))
  for (const { node: at, left } of todo) {
    if (states.size > mostStates) return undefined
    const children: number[] = []
    for (let edge = needs.offsets[at] as number; edge < (needs.offsets[at + 1] as number); edge++) {
      const delay = needs.delay[edge] as number
      if (delay <= left && delay !== Number.POSITIVE_INFINITY) children.push(whole(stateOf(needs.need[edge] as number, left - delay)))
    }
    const own = events[at] as number
    const state = states.get(`${at} ${left}`) as number
    const byNeeds = whole(state) + 1
    gates[2 * state] = { kind: 'or', children: own < 0 ? [byNeeds] : [own, byNeeds] }
    gates[2 * state + 1] = gateOf(children, graph.threshold[at] as number)
  }
  const { circuit } = circuitOf(count, gates)
  return circuit && { circuit, top, nodes: Int32Array.from(todo, (state) => state.node) }
}

function gateOf(children: readonly number[], threshold: number): Gate {
  if (children.length < threshold) return { kind: 'constant', children: [], least: 0 }
  return threshold === 1 ? { kind: 'or', children } : { kind: 'at-least', children, least: threshold }
}

/** The needs of each node with their delays: the graph read backwards, once for all nodes that are asked about. */
const needsOf = once(({ offsets, dependants, delay }: NeedsGraph) => {
  const nodes = offsets.length - 1
  const starts = new Int32Array(nodes + 1)
  for (const node of dependants) starts[node + 1] = (starts[node + 1] as number) + 1
  for (let node = 0; node < nodes; node++) starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number)
  const fill = starts.slice(0, nodes)
  const need = new Int32Array(dependants.length)
  const delays = new Float64Array(dependants.length)
  for (let from = 0; from < nodes; from++) {
    for (let edge = offsets[from] as number; edge < (offsets[from + 1] as number); edge++) {
      const to = dependants[edge] as number
      const place = fill[to] as number
      fill[to] = place + 1
      need[place] = from
      delays[place] = delay[edge] as number
    }
  }
  return { offsets: starts, need, delay: delays }
})
