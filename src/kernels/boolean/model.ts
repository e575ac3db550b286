import { grown } from './grown.ts'

/**
 * A function worked out: the diagrams of its modules, inner ones first, the last one for the whole.
 *
 * Nodes 0 and 1 are "false" and "true". The nodes of module `m` stand at `starts[m]` up to `starts[m + 1]`, each after what it leads to. Its variable
 * is an event, or `events + m` for an earlier module. No edge is negated. When nothing has happened, every variable is false.
 */
export interface Model {
  readonly events: number
  readonly starts: Int32Array
  readonly roots: Int32Array
  readonly variables: Int32Array
  /** Where a node's variable stands in the order of its module. */
  readonly levels: Int32Array
  readonly high: Int32Array
  readonly low: Int32Array
  /** Whether nothing that happens can undo the whole: no NOT, no parity was left in the circuit. */
  readonly isCoherent: boolean
  /** The order that each module was built under, by its name; empty where one was enough. */
  readonly orders: readonly string[]
}

export interface ModelWriter {
  /**
   * Takes over a diagram.
   *
   * @param table see `Diagrams.table`
   * @param variableAt the variable at each level
   */
  module(table: Int32Array, root: number, variableAt: readonly number[], order: string): void
  /** A module that answers as one variable does, or as its opposite. */
  single(variable: number, isNegated: boolean): void
  constant(value: boolean): void
  model(isCoherent: boolean): Model
}

/** Gathers diagrams into a model, leaving behind what their roots do not reach. */
export function modelWriter(events: number): ModelWriter {
  const [starts, roots, orders]: [number[], number[], string[]] = [[2], [], []]
  let [variables, levels, high, low] = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)]
  let count = 2
  let places = new Int32Array(256)
  const put = (variable: number, level: number, to: number, from: number): number => {
    if (count === high.length) [variables, levels, high, low] = [grown(variables), grown(levels), grown(high), grown(low)]
    variables[count] = variable
    levels[count] = level
    high[count] = to
    low[count] = from
    return count++
  }
  const end = (root: number, order: string): void => {
    starts.push(count)
    roots.push(root)
    orders.push(order)
  }

  /** Functions are numbered as in the table, negated ones apart, so that a node that is used both ways comes out twice. */
  const module = (table: Int32Array, root: number, variableAt: readonly number[], order: string): void => {
    const last = (root >> 1) * 2 + 2
    if (places.length < last) places = new Int32Array(Math.max(last, places.length * 2))
    else places.fill(0, 0, last)
    if (root > 1) places[root] = -1
    for (let f = last - 1; f > 1; f--) {
      if (places[f] === 0) continue
      const base = (f >> 1) << 2
      const [to, from] = [(table[base + 1] as number) ^ (f & 1), (table[base + 2] as number) ^ (f & 1)]
      places[to] = -1
      places[from] = -1
    }
    places[0] = 1
    places[1] = 0
    for (let f = 2; f < last; f++) {
      if (places[f] === 0) continue
      const base = (f >> 1) << 2
      const level = table[base] as number
      places[f] = put(variableAt[level] as number, level, places[(table[base + 1] as number) ^ (f & 1)] as number, places[(table[base + 2] as number) ^ (f & 1)] as number)
    }
    end(places[root] as number, order)
  }

  return {
    module,
    single: (variable, isNegated) => end(put(variable, 0, isNegated ? 0 : 1, isNegated ? 1 : 0), ''),
    constant: (value) => end(value ? 1 : 0, ''),
    model: (isCoherent) => ({
      events,
      starts: Int32Array.from(starts),
      roots: Int32Array.from(roots),
      variables: variables.subarray(0, count),
      levels: levels.subarray(0, count),
      high: high.subarray(0, count),
      low: low.subarray(0, count),
      isCoherent,
      orders,
    }),
  }
}
