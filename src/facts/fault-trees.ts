import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { nameOf } from '#estate/estate.ts'
import type { Circuit, Gate } from '#kernels/boolean/circuit.ts'
import { gateKinds } from '#kernels/boolean/circuit.ts'
import { circuitOfNeeds } from '#kernels/boolean/circuit-of-needs.ts'
import { leastFixedPoint } from '#kernels/boolean/least-fixed-point.ts'
import type { FaultTrees } from '#kernels/boolean/open-psa/read-open-psa.ts'
import { gatesBelow, simplified } from '#kernels/boolean/simplified.ts'
import { barePlan } from './failure-logic.ts'
import { withSources } from './harm.ts'
import { organisation } from './organisation.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** A source, and how likely it is in a year that it makes a function stand still for longer than it may; not a number where nobody knows. */
export interface LikelySource {
  readonly source: Source
  readonly perYear: (id: ThingId) => number
  /** The same where stated alternatives carry the function and none takes over; not a number where that cannot be. */
  readonly notTakenOver: (id: ThingId) => number
}

/** The failure logic as fault trees, one for each function that something stops. */
export interface EstateTrees {
  readonly trees: FaultTrees
  /** In full, for people: events first, then gates. A gate that stands for no thing has none. */
  readonly labels: readonly (string | undefined)[]
  /** Of each event: what is lost, and which function it belongs to; and whether it is that no alternative takes over. */
  readonly events: readonly { readonly source: Source; readonly function: ThingId; readonly isNotTakenOver: boolean }[]
  /** The functions of the tops, in their order. */
  readonly functions: readonly ThingId[]
  /** Functions that nothing stops, whatever of it comes together. */
  readonly unstopped: readonly ThingId[]
  /** Functions whose logic is too large to be written down. */
  readonly tooLarge: readonly ThingId[]
}

/**
 * The failure logic as fault trees: a function stands still for longer than it may, in the worst reading. When a loss makes itself felt and how long it lasts is part of
 * its chance, so the trees know no time: every road counts but those that are cut. Since that chance differs by function, each function has events of its own.
 * Where stated alternatives carry a function, that none of them takes over is an event beside the tree, which knows them as taking over at once.
 * Rings are untied as their least fixed point, so that programs which know no rings can read them.
 */
export function faultTreesOf(subject: Subject, points: readonly LikelySource[]): EstateTrees {
  const likely = [...points.map((one): Event => ({ ...one, isNotTakenOver: false })), ...points.map(notTaken)]
  const rows = barePlan(subject)
  const graph = withSources(
    rows,
    likely.map((one) => one.source),
    'low',
  )
  const events = new Int32Array(rows.ids.length + likely.length).fill(-1)
  for (const [at] of likely.entries()) events[rows.ids.length + at] = at
  const [found, unstopped, tooLarge]: [Tree[], ThingId[], ThingId[]] = [[], [], []]
  for (const { id } of organisation(subject).functions) {
    const node = rows.at.get(id)
    const timed = node === undefined ? undefined : circuitOfNeeds(graph, node, Number.POSITIVE_INFINITY, { events, count: likely.length })
    const untied = timed && leastFixedPoint(timed.circuit)
    if (node !== undefined && (timed === undefined || untied === undefined)) tooLarge.push(id)
    const simple = untied && simplified(likely.length, gatesOf(untied.circuit))
    const at = (gate: number) => simple?.nodeOf[(untied?.nodeOf[gate] as number) - likely.length]
    const top = timed && at(timed.top - likely.length)
    const beside = points.flatMap((one, event) => (one.notTakenOver(id) > 0 ? [points.length + event] : []))
    if (typeof top !== 'number' && beside.length === 0) {
      if (!tooLarge.includes(id)) unstopped.push(id)
      continue
    }
    const things = new Map<number, About>()
    for (const [gate, of] of [...(timed?.nodes ?? [])].flatMap((it) => [it, it]).entries()) {
      const [simpler, thing] = [at(gate), rows.ids[of]]
      if (typeof simpler === 'number' && thing !== undefined && !things.has(simpler)) things.set(simpler, { thing, isNeeds: gate % 2 === 1 })
    }
    const gates = simple?.gates ?? []
    if (beside.length === 0) found.push({ id, top: top as number, gates, things })
    else found.push({ id, top: likely.length + gates.length, gates: [...gates, { kind: 'or', children: [...(typeof top === 'number' ? [top] : []), ...beside] }], things })
  }
  return { ...written(subject, likely, found), unstopped, tooLarge }
}

/** What may happen to a function: that something is lost, or that it is and no alternative takes over. */
interface Event {
  readonly source: Source
  readonly perYear: (id: ThingId) => number
  readonly isNotTakenOver: boolean
}

/** Strikes nothing in the tree: it stands beside it. */
const notTaken = ({ source, notTakenOver }: LikelySource): Event => ({ source: { ...source, struck: [] }, perYear: notTakenOver, isNotTakenOver: true })

interface Tree {
  readonly id: ThingId
  /** An event or a gate, numbered as the sources are and the gates behind them. */
  readonly top: number
  readonly gates: readonly Gate[]
  readonly things: ReadonlyMap<number, About>
}

/** What a gate stands for: the loss of a thing, or of as much of what it needs as it takes. */
interface About {
  readonly thing: ThingId
  readonly isNeeds: boolean
}

/** All trees in one model. */
function written(subject: Subject, likely: readonly Event[], found: readonly Tree[]): Omit<EstateTrees, 'unstopped' | 'tooLarge'> {
  const used = found.map(({ gates, top }) => {
    const below = gatesBelow(likely.length, gates, top)
    const read = [top, ...below.flatMap((node) => (gates[node - likely.length] as Gate).children)]
    return { below, events: [...new Set(read.filter((node) => node < likely.length))].sort((a, b) => a - b) }
  })
  const events = found.flatMap(({ id }, tree) => (used[tree]?.events ?? []).map((event) => ({ ...(likely[event] as Event), function: id })))
  const gates: Gate[] = []
  const [names, labels, tops]: [(string | undefined)[], (string | undefined)[], number[]] = [[], [], []]
  let firstEvent = 0
  for (const [tree, { id, top, gates: own, things }] of found.entries()) {
    const { below, events: read } = used[tree] as (typeof used)[number]
    const places = new Map([...read.map((event, at) => [event, firstEvent + at] as const), ...below.map((node, at) => [node, events.length + gates.length + at] as const)])
    for (const node of below) {
      const { children, ...gate } = own[node - likely.length] as Gate
      const about = things.get(node)
      const isTop = node === top
      gates.push({ ...gate, children: children.map((child) => places.get(child) as number) })
      names.push(isTop ? `stops_${keyOf(id)}` : about && `${about.thing}${about.isNeeds ? '-needs' : ''}_${keyOf(id)}`)
      labels.push(isTop ? nameOf(subject.estate, id) : about && `${labelOf(subject, about.thing)}${about.isNeeds ? ' (what it needs)' : ''} · ${nameOf(subject.estate, id)}`)
    }
    // A top that is an event itself is written as a gate over it.
    if (top < likely.length) {
      gates.push({ kind: 'or', children: [places.get(top) as number] })
      names.push(`stops_${keyOf(id)}`)
      labels.push(nameOf(subject.estate, id))
    }
    tops.push(events.length + gates.length - 1)
    firstEvent += read.length
  }
  const trees: FaultTrees = {
    events: events.map(
      ({ source, isNotTakenOver, function: id }) => `${source.id.slice(0, source.id.indexOf('@'))}-${keyOf(source.thing)}${isNotTakenOver ? '_not-taken-over' : ''}_${keyOf(id)}`,
    ),
    probabilities: Float64Array.from(events, (one) => one.perYear(one.function)),
    gates,
    gateNames: names,
    tops,
    groups: [],
  }
  const eventLabels = events.map(
    ({ source, isNotTakenOver, function: id }) =>
      `${scenarioLabel(subject, source)}${labelOf(subject, source.thing)}${isNotTakenOver ? ' (no alternative takes over)' : ''} · ${nameOf(subject.estate, id)}`,
  )
  return { trees, labels: [...eventLabels, ...labels], events, functions: found.map((one) => one.id) }
}

const labelOf = ({ estate, knowledge }: Subject, id: ThingId): string => (kindOf(id) === 'party' ? knowledge.parties.get(keyOf(id))?.title : undefined) ?? nameOf(estate, id)

function scenarioLabel({ knowledge }: Subject, { scenario }: Source): string {
  const title = knowledge.scenarios.get(scenario)?.title
  return title === undefined ? '' : `${typeof title === 'string' ? title : title.en}: `
}

const gatesOf = ({ gates, kinds, least, most, offsets, children }: Circuit): readonly Gate[] =>
  Array.from({ length: gates }, (_, gate) => ({
    kind: gateKinds[kinds[gate] as number] as Gate['kind'],
    children: [...children.subarray(offsets[gate], offsets[gate + 1])],
    least: least[gate] as number,
    most: most[gate] as number,
  }))
