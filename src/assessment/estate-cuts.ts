import { causeLevelNames, cutSetsAnswer } from '#analyses/index.ts'
import { named } from '#analyses/proof-of.ts'
import type { ThingId } from '#estate/claim.ts'
import { limitOf } from '#facts/breach-chance.ts'
import { type EstateTrees, faultTreesOf } from '#facts/fault-trees.ts'
import { type BusinessFunction, organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { writeOpenPsa } from '#kernels/boolean/open-psa/write-open-psa.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { nearestOf } from '#lang/nearest.ts'
import { likelyPoints } from '#scenarios/points.ts'
import { namesFor } from './called.ts'
import { logicOf } from './cuts.ts'
import { type Cuts, type CutsWanted, cutsBelow } from './cuts-below.ts'
import { functionBlocks } from './estate-cuts-blocks.ts'

/** What is asked of an estate. */
export interface EstateCutsRequest extends CutsWanted {
  /** Whom or what is lost, as `supplier` or `place`. */
  readonly level: string
  /** The function that is asked about, by its id or its name; all where left out. */
  readonly top?: string
  /** Taken for the chance of events of which nobody knows one; left out, such a chance may be anything. */
  readonly assumed?: number
}

/** The figures of one function: those of its fault tree, and what it may bear. */
export interface FunctionCuts extends Cuts {
  readonly function: ThingId
  /** Hours for which it may stand still in the worst reading; nought where nobody stated any. */
  readonly limitHours: number
}

/** Figures of each function that something stops, and all of it for a person. */
export interface EstateCuts {
  readonly outcome: Outcome
  readonly tops: readonly FunctionCuts[]
}

/** Of an estate: how many things at most are lost together, where nobody says. */
const usualOrder = 2

/** Which smallest sets of things stop a function of the estate, and how likely it is that it stands still for too long. */
export function estateCuts(subject: Subject, { level, top, assumed, ...wanted }: EstateCutsRequest): EstateCuts {
  const known = levelCalled(level)
  if (known === undefined) return { outcome: noLevel(level), tops: [] }
  const functions = top === undefined ? organisation(subject).functions : functionsCalled(subject, top)
  if (functions.length === 0 && top !== undefined) return { outcome: noFunction(subject, top), tops: [] }
  const asked = new Set(functions.map((one) => one.id))
  const { limit, cutOff } = wanted
  const listed = cutSetsAnswer(subject, {
    level: known,
    maxOrder: wanted.maxOrder ?? usualOrder,
    ...(top === undefined ? {} : { functions: asked }),
    ...(limit === undefined ? {} : { limit }),
    ...(cutOff === undefined ? {} : { cutOff }),
  })
  if (listed.status !== 'answered') return { outcome: listed, tops: [] }
  const model = withAssumed(faultTreesOf(subject, likelyPoints(subject, known)), assumed)
  const tops = figuresOf(model, functions, wanted)
  const blocks = functionBlocks(subject, { level: known, model, tops, functions, assumed, isImportanceWanted: wanted.importance === true })
  return { outcome: { status: 'answered', blocks: [...blocks.before, ...listed.blocks.slice(0, -2), ...blocks.behind, ...listed.blocks.slice(-2)] }, tops }
}

function withAssumed(model: EstateTrees, assumed: number | undefined): EstateTrees {
  if (assumed === undefined) return model
  return { ...model, trees: { ...model.trees, probabilities: model.trees.probabilities.map((p) => (Number.isNaN(p) ? assumed : p)) } }
}

function figuresOf({ trees, functions }: EstateTrees, wanted: readonly BusinessFunction[], how: CutsWanted): readonly FunctionCuts[] {
  const logic = logicOf(trees)
  if (logic === undefined) return []
  return wanted.flatMap((one): readonly FunctionCuts[] => {
    const at = functions.indexOf(one.id)
    const node = trees.tops[at]
    if (node === undefined) return []
    return [{ function: one.id, limitHours: limitOf(one), ...cutsBelow(logic, trees.gateNames[node - trees.events.length] ?? one.id, node, how) }]
  })
}

function functionsCalled(subject: Subject, top: string): readonly BusinessFunction[] {
  const wanted = top.toLowerCase().replace(/^stops_/, '')
  return organisation(subject).functions.filter((one) => namesFor(subject, one.id).includes(wanted))
}

function noFunction(subject: Subject, top: string): Outcome {
  const names = organisation(subject).functions.map((one) => one.name)
  const near = nearestOf(top, names, 3)
  return { status: 'too-little-evidence', reason: message('cut-sets.unknown-function', { top, known: (near.length > 0 ? near : names.slice(0, 40)).map(plain) }) }
}

/** The failure logic of an estate as a document, and what a reader of it has to be told. */
export interface EstateModel {
  readonly text: string
  /** Events of which nobody knows how likely they are, and how many there are in all. */
  readonly unknown: number
  readonly events: number
  /** Functions that are not in it: nothing stops them, or their logic is too large. */
  readonly unstopped: readonly Message[]
  readonly tooLarge: readonly Message[]
}

/**
 * The failure logic of the estate as fault trees in the Open-PSA format, for programs of others; or why there are none.
 *
 * @param assumed written as the probability of events of which nobody knows one; left out, they have none
 */
export function estateModel(subject: Subject, level: string, assumed?: number): EstateModel | { readonly outcome: Outcome } {
  const known = levelCalled(level)
  if (known === undefined) return { outcome: noLevel(level) }
  const { trees, labels, unstopped, tooLarge } = faultTreesOf(subject, likelyPoints(subject, known))
  const names = (ids: readonly ThingId[]): readonly Message[] => ids.map((id) => named(subject, id))
  return {
    text: writeOpenPsa(trees, { treeName: 'estate', labels, ...(assumed === undefined ? {} : { assumed }) }),
    unknown: trees.probabilities.filter(Number.isNaN).length,
    events: trees.events.length,
    unstopped: names(unstopped),
    tooLarge: names(tooLarge),
  }
}

/** What is said of a model beside it. */
export const modelNotes = ({ unknown, events, unstopped, tooLarge }: EstateModel, assumed: number | undefined): readonly Message[] => [
  ...(unknown === 0 ? [] : [message(assumed === undefined ? 'cut-sets.model-unknown' : 'cut-sets.model-assumed', { unknown, events, assumed: String(assumed ?? '') })]),
  ...(unstopped.length === 0 ? [] : [message('cut-sets.model-unstopped', { count: unstopped.length, functions: unstopped })]),
  ...(tooLarge.length === 0 ? [] : [message('cut-sets.model-too-large', { functions: tooLarge })]),
]

const levelCalled = (level: string) => causeLevelNames.find((one) => one === level)
const noLevel = (level: string): Outcome => ({ status: 'too-little-evidence', reason: message('cut-sets.unknown-level', { level, known: causeLevelNames.map(plain) }) })
