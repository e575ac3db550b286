import { always, type Diagrams, diagrams, never } from './diagram.ts'
import type { Model } from './model.ts'
import { evaluator } from './probability.ts'
import type { SmallestSets } from './smallest-sets.ts'

/**
 * Fussell and Vesely's measure of each event by its definition: P(some minimal cut set with the event happens) / P(whole), exact. Not to be mixed up
 * with `criticality`, which some programs print under this name, nor with sums over cut sets.
 *
 * For each variable the sets that hold it are taken from the family and turned back into a function, whose probability is asked. An event within a
 * module counts as often there as the module does above. Where a function wants more nodes than are allowed, the measure is NaN: not known.
 *
 * Of a model that is not coherent the sets are those of its positive hull.
 */
export function fussellVesely(model: Model, sets: SmallestSets, probabilities: ArrayLike<number>, nodes = 1 << 18): Float64Array {
  const { top, variables } = evaluator(model)(probabilities)
  const { events, starts, roots } = sets
  const values = variables.slice()
  const asked = Array.from(roots, (root, module) => {
    const levels = levelsOf(model, module)
    const ask = sharesOf(sets, { from: starts[module] as number, to: starts[module + 1] as number, root, levels }, nodes)
    // What counts of a module is that some set of it happens, which is more than the module itself where something can undo it.
    if (!model.isCoherent) values[events + module] = ask(undefined, values)
    return { levels, ask }
  })
  const share = new Float64Array(events + roots.length)
  share[events + roots.length - 1] = 1
  for (let module = roots.length - 1; module >= 0; module--) {
    const above = share[events + module] as number
    const { levels, ask } = asked[module] as (typeof asked)[number]
    for (const variable of levels.keys()) share[variable] = above * ask(variable, values) * (variable < events ? (values[variable] as number) : 1)
  }
  return share.slice(0, events).map((one) => one / top)
}

/** The level of each variable of a module. */
function levelsOf({ starts, levels, variables }: Model, module: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) found.set(variables[node] as number, levels[node] as number)
  return found
}

interface Part {
  readonly from: number
  readonly to: number
  readonly root: number
  readonly levels: ReadonlyMap<number, number>
}

/**
 * For one module: the probability of "some set with this variable happens, the variable itself taken as true"; without a variable, of "some set happens".
 * Two functions a node, from below: of
 * all its sets, which is made once, and of those with the variable.
 */
function sharesOf({ variables, high, low }: SmallestSets, { from, to, root, levels }: Part, nodes: number): (variable: number | undefined, values: Float64Array) => number {
  const table = diagrams()
  const all = new Int32Array(to - from + 2)
  const place = (node: number): number => (node < 2 ? node : node - from + 2)
  let isMade = false
  /** `x, some set of high or low` and `not x, some set of low`. */
  const joined = (level: number, more: number, less: number): number => {
    if (more === -1 || less === -1) return -1
    const either = table.or(more, less)
    return either === -1 ? -1 : table.node(level, either, less)
  }
  const make = (): void => {
    table.forget()
    table.allow(nodes)
    all[0] = never
    all[1] = always
    for (let node = from; node < to; node++) {
      all[place(node)] = joined(levels.get(variables[node] as number) as number, all[place(high[node] as number)] as number, all[place(low[node] as number)] as number)
    }
    isMade = true
  }
  const those = new Int32Array(to - from + 2)
  return (variable, values) => {
    if (!isMade || table.count() > nodes) make()
    if (variable === undefined) return (all[place(root)] as number) === -1 ? Number.NaN : probabilityOf(table, all[place(root)] as number, levels, values)
    table.allow(table.count() + nodes)
    those.fill(never, 0, 2)
    const deepest = levels.get(variable) as number
    for (let node = from; node < to; node++) {
      const level = levels.get(variables[node] as number) as number
      if (level > deepest) those[place(node)] = never
      else if (level === deepest) those[place(node)] = all[place(high[node] as number)] as number
      else those[place(node)] = joined(level, those[place(high[node] as number)] as number, those[place(low[node] as number)] as number)
    }
    const found = those[place(root)] as number
    return found === -1 ? Number.NaN : probabilityOf(table, found, levels, values)
  }
}

/** The probability of a function without negated edges, from its root down to its leaf in the order of the table. */
function probabilityOf(table: Diagrams, root: number, levels: ReadonlyMap<number, number>, values: Float64Array): number {
  const nodes = table.table()
  const byLevel: number[] = []
  for (const [variable, level] of levels) byLevel[level] = values[variable] as number
  const found = new Float64Array((root >> 1) + 1)
  found[0] = 1
  const chanceAt = (f: number): number => ((f & 1) === 0 ? (found[f >> 1] as number) : 1 - (found[f >> 1] as number))
  for (let at = 1; at < found.length; at++) {
    const p = byLevel[nodes[at * 4] as number] as number
    found[at] = p * chanceAt(nodes[at * 4 + 1] as number) + (1 - p) * chanceAt(nodes[at * 4 + 2] as number)
  }
  return chanceAt(root)
}
