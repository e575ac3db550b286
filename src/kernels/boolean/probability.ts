import type { Model } from './model.ts'

/** Probabilities of a model: of every node, and of the whole. Kept and overwritten by the next question, so that asking makes no garbage. */
export interface Evaluation {
  /** Of each variable: events as given, then modules. */
  readonly variables: Float64Array
  /** Of the opposite of each variable. No difference from 1 where that would lose the digits of a small chance. */
  readonly opposites: Float64Array
  /** Of each node of the model. */
  readonly nodes: Float64Array
  /** Of the whole. */
  readonly top: number
}

/**
 * Asks a model for probabilities, as often as one likes, without building it again: one pass over its nodes, children first,
 * `P(node) = p · P(high) + (1 − p) · P(low)` (Rauzy 1993). Exact, up to rounding: sums of products of positive numbers, so that small chances keep
 * their digits.
 */
export function evaluator(model: Model): (probabilities: ArrayLike<number>) => Evaluation {
  const { events, starts, roots, variables, isCoherent } = model
  const nodes = new Float64Array(variables.length)
  const ofVariable = new Float64Array(events + roots.length)
  const opposites = new Float64Array(events + roots.length)
  // A negated module may be needed to all its digits; without NOT its opposite only ever adds to what is larger.
  const negated = isCoherent ? undefined : new Float64Array(variables.length)
  nodes[1] = 1
  if (negated) negated[0] = 1
  return (probabilities) => {
    for (let event = 0; event < events; event++) {
      const p = probabilities[event] as number
      ofVariable[event] = p
      opposites[event] = 1 - p
    }
    for (let module = 0; module < roots.length; module++) {
      const [from, to, root] = [starts[module] as number, starts[module + 1] as number, roots[module] as number]
      passUp(model, nodes, ofVariable, opposites, from, to)
      if (negated) passUp(model, negated, ofVariable, opposites, from, to)
      ofVariable[events + module] = nodes[root] as number
      opposites[events + module] = negated ? (negated[root] as number) : 1 - (nodes[root] as number)
    }
    return { variables: ofVariable, opposites, nodes, top: ofVariable[events + roots.length - 1] as number }
  }
}

function passUp({ variables, high, low }: Model, nodes: Float64Array, ofVariable: Float64Array, opposites: Float64Array, from: number, to: number): void {
  for (let node = from; node < to; node++) {
    const variable = variables[node] as number
    nodes[node] = (ofVariable[variable] as number) * (nodes[high[node] as number] as number) + (opposites[variable] as number) * (nodes[low[node] as number] as number)
  }
}

/**
 * ∂P/∂p of every event, all in one pass, parents first (Dutuit and Rauzy, Reliability Engineering and System Safety 72, 2001, 213).
 *
 * @param evaluation what `evaluator` answered last
 * @returns Birnbaum's measure of each event; nought where the model does not hold it
 */
export function birnbaum({ events, starts, roots, variables, high, low }: Model, { variables: ofVariable, opposites, nodes }: Evaluation): Float64Array {
  const weights = new Float64Array(variables.length)
  const measures = new Float64Array(events + roots.length)
  measures[events + roots.length - 1] = 1
  for (let module = roots.length - 1; module >= 0; module--) {
    const root = roots[module] as number
    weights[root] = measures[events + module] as number
    for (let node = (starts[module + 1] as number) - 1; node >= (starts[module] as number); node--) {
      const weight = weights[node] as number
      if (weight === 0) continue
      const [variable, to, from] = [variables[node] as number, high[node] as number, low[node] as number]
      measures[variable] = (measures[variable] as number) + weight * ((nodes[to] as number) - (nodes[from] as number))
      weights[to] = (weights[to] as number) + weight * (ofVariable[variable] as number)
      weights[from] = (weights[from] as number) + weight * (opposites[variable] as number)
    }
  }
  return measures.slice(0, events)
}
