import type { Circuit } from '#kernels/boolean/circuit.ts'
import { circuitOf } from '#kernels/boolean/circuit.ts'
import { withCommonCauses } from '#kernels/boolean/common-cause.ts'
import { type FaultTrees, readOpenPsa } from '#kernels/boolean/open-psa/read-open-psa.ts'
import type { OpenPsaDiagnostic } from '#kernels/boolean/open-psa/told.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { nearestOf } from '#lang/nearest.ts'
import { type Cuts, type CutsWanted, cutsBelow, type Logic } from './cuts-below.ts'

/** What is asked of a failure model. */
export interface CutsRequest extends CutsWanted {
  /** An Open-PSA document. */
  readonly text: string
  /** The gate that is asked about; left out, every gate that no other refers to. */
  readonly top?: string
}

/** Figures for each top, or why there are none. What was wrong with the document stands beside them in either case. */
export type CutsAnswer =
  | { readonly status: 'answered'; readonly tops: readonly Cuts[]; readonly diagnostics: readonly OpenPsaDiagnostic[] }
  | { readonly status: 'failed'; readonly reason: Message; readonly diagnostics: readonly OpenPsaDiagnostic[] }

/** The smallest sets of events that make the tops of a failure model happen, and how likely the tops are. */
export function cuts({ text, top, ...wanted }: CutsRequest): CutsAnswer {
  const { model, diagnostics } = readOpenPsa(text)
  const failed = (reason: Message): CutsAnswer => ({ status: 'failed', reason, diagnostics })
  if (model === undefined) return failed(message('cuts.no-model'))
  const logic = logicOf(model)
  if (logic === undefined) return failed(message('cuts.no-model'))
  const named = logic.names.flatMap((name, at) => (at >= logic.circuit.events && name !== undefined ? [{ name, node: at }] : []))
  const added = logic.circuit.events - model.events.length
  const chosen = top === undefined ? named.filter(({ node }) => model.tops.includes(node - added)) : named.filter(({ name }) => name === top)
  if (chosen.length > 0) return { status: 'answered', tops: chosen.map(({ name, node }) => cutsBelow(logic, name, node, wanted)), diagnostics }
  if (top === undefined) return failed(message('cuts.no-top'))
  const near = nearestOf(
    top,
    named.map(({ name }) => name),
    3,
  )
  return failed(message('cuts.unknown-top', { top, known: (near.length > 0 ? near : named.slice(0, 10).map(({ name }) => name)).map(plain) }))
}

/** The circuit of a model with its common causes in it, and a name for each node that has one. A joint event is named by its members in brackets. */
export function logicOf(model: FaultTrees): Logic | undefined {
  const { events, gates, probabilities, joint } = withCommonCauses(model.events.length, model.gates, model.probabilities, model.groups)
  const { circuit } = circuitOf(events, gates)
  if (circuit === undefined) return undefined
  const jointNames = joint.map((members) => `[${members.map((member) => model.events[member]).join(' ')}]`)
  return { circuit: circuit as Circuit, probabilities, names: [...model.events, ...jointNames, ...model.gateNames] }
}
