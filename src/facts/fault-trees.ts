import { keyOf, type ThingId } from '#estate/claim.ts'
import type { Circuit, Gate } from '#kernels/boolean/circuit.ts'
import { gateKinds } from '#kernels/boolean/circuit.ts'
import { circuitOfNeeds } from '#kernels/boolean/circuit-of-needs.ts'
import { leastFixedPoint } from '#kernels/boolean/least-fixed-point.ts'
import type { FaultTrees } from '#kernels/boolean/open-psa/read-open-psa.ts'
import { needsRows } from './failure-logic.ts'
import { withSources } from './harm.ts'
import { organisation } from './organisation.ts'
import type { Source } from './source.ts'
import type { Subject } from './subject.ts'

/** A source and how likely it is in a year; not a number where nobody knows. */
export interface LikelySource {
  readonly source: Source
  readonly perYear: number
}

/**
 * The failure logic as fault trees, one for each function: it stops within its tolerable time, in the worst reading. Rings are untied as their least fixed point, so
 * that programs which know no rings can read them. Functions whose logic is too large are left out.
 */
export function faultTreesOf(subject: Subject, likely: readonly LikelySource[]): FaultTrees {
  const rows = needsRows(subject)
  const graph = withSources(
    rows,
    likely.map((one) => one.source),
    'low',
  )
  const events = new Int32Array(rows.ids.length + likely.length).fill(-1)
  for (const [at] of likely.entries()) events[rows.ids.length + at] = at
  const gates: Gate[] = []
  const names: (string | undefined)[] = []
  const tops: number[] = []
  for (const one of organisation(subject).functions) {
    const node = rows.at.get(one.id)
    const timed = node === undefined ? undefined : circuitOfNeeds(graph, node, one.mtpdHours.high, { events, count: likely.length })
    const untied = timed && leastFixedPoint(timed.circuit)
    if (timed === undefined || untied === undefined) continue
    const first = gates.length
    const top = (untied.nodeOf[timed.top - likely.length] as number) - likely.length
    for (const [at, gate] of gatesOf(untied.circuit).entries()) {
      gates.push({ ...gate, children: gate.children.map((child) => (child < likely.length ? child : child + first)) })
      names.push(at === top ? nameOf(one.id) : undefined)
    }
    tops.push(likely.length + first + top)
  }
  return { events: likely.map((one) => one.source.thing), probabilities: Float64Array.from(likely, (one) => one.perYear), gates, gateNames: names, tops, groups: [] }
}

/** A name that every program accepts: letters, digits and low lines. */
const nameOf = (id: ThingId): string => `stops_${keyOf(id).replaceAll(/\W/g, '_')}`

const gatesOf = ({ gates, kinds, least, most, offsets, children }: Circuit): readonly Gate[] =>
  Array.from({ length: gates }, (_, gate) => ({
    kind: gateKinds[kinds[gate] as number] as Gate['kind'],
    children: [...children.subarray(offsets[gate], offsets[gate + 1])],
    least: least[gate] as number,
    most: most[gate] as number,
  }))
