import { boundsOf } from '#kernels/boolean/bounds.ts'
import type { Circuit } from '#kernels/boolean/circuit.ts'
import { fussellVesely } from '#kernels/boolean/fussell-vesely.ts'
import { importances } from '#kernels/boolean/importance.ts'
import { listSets } from '#kernels/boolean/list-sets.ts'
import type { Model } from '#kernels/boolean/model.ts'
import { evaluator } from '#kernels/boolean/probability.ts'
import { rareEvent } from '#kernels/boolean/rare-event.ts'
import { setCounts } from '#kernels/boolean/set-counts.ts'
import { shortSets } from '#kernels/boolean/short-sets.ts'
import { type SmallestSets, smallestSets } from '#kernels/boolean/smallest-sets.ts'
import { solve } from '#kernels/boolean/solve.ts'
import { probabilityWithin } from '#kernels/boolean/unknown.ts'
import type { Interval } from '#lang/interval.ts'
import { lowerBound } from './cuts-lower-bound.ts'

/** What is wanted beside the count and the probability. */
export interface CutsWanted {
  readonly maxOrder?: number
  readonly limit?: number
  readonly cutOff?: number
  readonly importance?: boolean
  /** How many nodes a diagram may take before it is given up; left out, as many as half a minute allows. */
  readonly nodes?: number
}

/** A failure model as the kernels take it: a circuit, the probability of each event (NaN where unknown), and names of nodes. */
export interface Logic {
  readonly circuit: Circuit
  readonly probabilities: Float64Array
  readonly names: readonly (string | undefined)[]
}

/** A whole number; in decimal digits where it is beyond 2⁵³, up to which JSON's numbers are exact. */
export type Whole = number | string

/**
 * The figures of one top.
 *
 * @property products how many minimal cut sets there are, those of the positive hull where the model is not coherent; null when the model is too large to count them
 * @property byOrder how many of one event, of two, and so on: the first entry is order 1. Where `products` is null, only up to the order that was searched
 * @property probability a number, or [low, high]: the two ends when some probability is unknown (all of these 0, all of these 1), or proved bounds when the model is too large
 * @property exact whether the figures are exact: no bounds, no search that was cut short
 * @property coherent whether nothing that happens can undo the top
 * @property cyclic gates that lead back to each other, of which the figures are those of the least fixed point
 * @property cutSets only where asked for, those of fewest events first
 * @property leftOut whether there are more cut sets that fit what was asked for
 */
export interface Cuts {
  readonly top: string
  readonly products: Whole | null
  readonly byOrder: readonly Whole[]
  readonly probability: number | readonly [number, number]
  readonly exact: boolean
  readonly coherent?: boolean
  readonly cyclic?: readonly string[]
  readonly rareEvent?: { readonly sum: number; readonly error: number }
  readonly cutSets?: readonly CutSet[]
  readonly leftOut?: boolean
  readonly importance?: readonly EventImportance[]
}

export interface CutSet {
  readonly order: number
  readonly probability: number | null
  readonly events: readonly string[]
}

/** See `importances` and `fussellVesely`. What is not defined or not known is null; `reduction` is null where it is infinite. */
export interface EventImportance {
  readonly event: string
  readonly probability: number
  readonly birnbaum: number
  readonly criticality: number | null
  readonly fussellVesely: number | null
  readonly diagnosis: number | null
  readonly achievement: number | null
  readonly reduction: number | null
}

/** As many cut sets are listed where nobody says how many. */
const mostListed = 100_000
/** Up to this order a model that is too large is searched where nobody says how far. */
const orderSearched = 2

/** The figures of one node of a failure model. */
export function cutsBelow(logic: Logic, top: string, node: number, wanted: CutsWanted): Cuts {
  const solved = solve(logic.circuit, node, wanted.nodes)
  const cyclic = solved.status === 'cyclic' ? { cyclic: solved.cycle.map((gate) => logic.names[logic.circuit.events + gate] ?? `gate ${gate}`) } : {}
  if (solved.status !== 'solved') return { ...searched(logic, top, node, wanted), ...cyclic }
  const { model } = solved
  const sets = smallestSets(model, wanted.nodes)
  const probability = probabilityWithin(model, logic.probabilities)
  const known = probability.low === probability.high ? probability.low : undefined
  if (sets === undefined) {
    const short = searched(logic, top, node, wanted)
    return { ...short, probability: ends(probability), coherent: model.isCoherent }
  }
  const counts = setCounts(sets)
  const total = (counts as readonly (number | bigint)[]).reduce<bigint>((sum, one) => sum + BigInt(one), 0n)
  return {
    top,
    products: written(total),
    byOrder: counts.slice(1).map((one) => written(BigInt(one))),
    probability: ends(probability),
    exact: true,
    coherent: model.isCoherent,
    ...(known === undefined || isUnknownAmong(model, logic) ? {} : { rareEvent: rareEvent(sets, logic.probabilities, known) }),
    ...listed(logic, sets, wanted),
    ...(wanted.importance === true && !isUnknownAmong(model, logic) ? { importance: importanceOf(logic, model, sets) } : {}),
  }
}

const ends = ({ low, high }: Interval): number | readonly [number, number] => (low === high ? low : [low, high])

const written = (number: bigint): Whole => (number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(number) : String(number))

const isUnknownAmong = ({ variables, events }: Model, { probabilities }: Logic): boolean =>
  variables.some((variable, node) => node > 1 && variable < events && Number.isNaN(probabilities[variable]))

function listed({ names, probabilities }: Logic, sets: SmallestSets, { maxOrder, limit, cutOff }: CutsWanted): Pick<Cuts, 'cutSets' | 'leftOut'> {
  if (maxOrder === undefined && limit === undefined) return {}
  const certain = probabilities.map((p) => (Number.isNaN(p) ? 1 : p))
  const found = listSets(sets, { limit: limit ?? mostListed, probabilities: certain, ...(maxOrder === undefined ? {} : { maxOrder }), ...(cutOff === undefined ? {} : { cutOff }) })
  return { cutSets: found.sets.map((set) => cutSet(set, names, probabilities)), leftOut: found.isCut }
}

function cutSet(set: readonly number[], names: Logic['names'], probabilities: Float64Array): CutSet {
  const probability = set.reduce((product, event) => product * (probabilities[event] as number), 1)
  return { order: set.length, probability: Number.isNaN(probability) ? null : probability, events: set.map((event) => names[event] ?? '') }
}

function importanceOf({ names, probabilities }: Logic, model: Model, sets: SmallestSets): readonly EventImportance[] {
  const evaluation = evaluator(model)(probabilities)
  const shares = fussellVesely(model, sets, probabilities)
  const all = importances(model, evaluation)
  const defined = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null)
  const events = [...new Set(model.variables.subarray(2))].filter((variable) => variable < model.events)
  return events
    .sort((a, b) => a - b)
    .map((event) => ({
      event: names[event] ?? '',
      probability: probabilities[event] as number,
      birnbaum: all.birnbaum[event] as number,
      criticality: defined(all.criticality[event]),
      fussellVesely: defined(shares[event]),
      diagnosis: defined(all.diagnosis[event]),
      achievement: defined(all.achievement[event]),
      reduction: defined(all.reduction[event]),
    }))
}

/** Where no diagram can be had: the cut sets of few events, found by trying, and proved bounds. */
function searched({ circuit, probabilities, names }: Logic, top: string, node: number, wanted: CutsWanted): Cuts {
  const maxOrder = wanted.maxOrder ?? orderSearched
  const found = shortSets(circuit, node, { maxOrder, limit: mostListed })
  const high = boundsOf(circuit, node, probabilities)
  const bounds = found === undefined ? { low: 0, high: 1 } : { low: Math.max(high?.low ?? 0, lowerBound(found.sets, probabilities)), high: high?.high ?? 1 }
  const sets = (found?.sets ?? []).filter((set) => wanted.cutOff === undefined || set.reduce((product, event) => product * (probabilities[event] as number), 1) >= wanted.cutOff)
  const kept = sets.slice(0, wanted.limit ?? mostListed)
  const byOrder = found?.isComplete ? Array.from({ length: maxOrder }, (_, at) => found.sets.filter((set) => set.length === at + 1).length) : []
  const list = wanted.maxOrder === undefined && wanted.limit === undefined ? {} : { cutSets: kept.map((set) => cutSet(set, names, probabilities)), leftOut: true }
  return { top, products: null, byOrder, probability: ends(bounds), exact: false, ...list }
}
