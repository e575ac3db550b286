import { emptySet, type Families, families, none } from './families.ts'
import { grown } from './grown.ts'
import type { Model } from './model.ts'

/**
 * The smallest sets of events that make a model true, as families of sets: minimal cut sets. Laid out as `Model`: node 0 is no set at all, node 1
 * the empty set alone; a module's sets hold events and earlier modules.
 */
export interface SmallestSets {
  readonly events: number
  readonly starts: Int32Array
  readonly roots: Int32Array
  readonly variables: Int32Array
  readonly high: Int32Array
  readonly low: Int32Array
}

/** As many nodes as a family may take. */
const mostFamilyNodes = 1 << 24

/**
 * Rauzy's minsol, node by node from below: `minsol(x, H, L) = (x, minsol(H) \ minsol(L), minsol(L))`. Where a model is not coherent this gives the
 * smallest sets of events that may happen and make it true while the others do not: those of its positive hull.
 *
 * @returns nothing when more nodes are wanted than are allowed
 */
export function smallestSets(model: Model, nodes = mostFamilyNodes): SmallestSets | undefined {
  const { events, roots } = model
  const table = families()
  table.allow(nodes)
  const familyOf = new Int32Array(model.variables.length)
  familyOf[1] = emptySet
  const writer = setWriter()
  for (let module = 0; module < roots.length; module++) {
    table.forget()
    if (!workOut(model, module, table, familyOf)) return undefined
    writer.module(table.table(), familyOf[roots[module] as number] as number, variablesAt(model, module))
  }
  return { events, starts: writer.starts(), roots: writer.roots(), ...writer.nodes() }
}

function workOut({ starts, levels, high, low }: Model, module: number, table: Families, familyOf: Int32Array): boolean {
  for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) {
    const [to, from] = [familyOf[high[node] as number] as number, familyOf[low[node] as number] as number]
    const more = from === none ? to : table.without(to, from)
    const made = more === -1 ? -1 : table.node(levels[node] as number, more, from)
    if (made === -1) return false
    familyOf[node] = made
  }
  return true
}

function variablesAt({ starts, levels, variables }: Model, module: number): readonly number[] {
  const found: number[] = []
  for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) found[levels[node] as number] = variables[node] as number
  return found
}

/** Gathers families, leaving behind what their roots do not reach. */
function setWriter() {
  const [starts, roots]: [number[], number[]] = [[2], []]
  let [variables, high, low] = [new Int32Array(256), new Int32Array(256), new Int32Array(256)]
  let count = 2
  let places = new Int32Array(256)
  return {
    module: (table: Int32Array, root: number, variableAt: readonly number[]): void => {
      if (places.length <= root) places = new Int32Array(Math.max(root + 1, places.length * 2))
      else places.fill(0, 0, root + 1)
      places[root] = -1
      for (let at = root; at > 1; at--) {
        if (places[at] === 0) continue
        places[table[at * 4 + 1] as number] = -1
        places[table[at * 4 + 2] as number] = -1
      }
      places[0] = 0
      places[1] = 1
      for (let at = 2; at <= root; at++) {
        if (places[at] === 0) continue
        if (count === high.length) [variables, high, low] = [grown(variables), grown(high), grown(low)]
        places[at] = count
        variables[count] = variableAt[table[at * 4] as number] as number
        high[count] = places[table[at * 4 + 1] as number] as number
        low[count++] = places[table[at * 4 + 2] as number] as number
      }
      starts.push(count)
      roots.push(places[root] as number)
    },
    starts: () => Int32Array.from(starts),
    roots: () => Int32Array.from(roots),
    nodes: () => ({ variables: variables.subarray(0, count), high: high.subarray(0, count), low: low.subarray(0, count) }),
  }
}
