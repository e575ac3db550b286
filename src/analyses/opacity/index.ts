import { thingsOfKind } from '#estate/estate.ts'
import { type Opaque, type OpaqueWay, opacity, opaqueWays } from '#facts/opacity.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Measure, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { groupBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { named } from '../proof-of.ts'

/** What nobody can look into: closed source, no list of contents, names that move, nobody behind it, no place. */
export const opacityAnalysis: Analysis = {
  id: 'opacity',
  answer(subject: Subject): Outcome {
    const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
    if (workloads.length === 0) return { status: 'too-little-evidence', reason: message('opacity.no-workload') }
    const found = opacity(subject)
    return {
      status: 'answered',
      blocks: [
        { kind: 'measures', title: message('opacity.measures'), measures: opaqueWays.map((way) => measureOf(way, found, workloads.length)) },
        tableOf(subject, found),
        { kind: 'text', role: 'method', text: message('opacity.method') },
      ],
    }
  },
}

/** Workloads that show this way of being opaque: from those that surely do to those of which nobody says that they do not. */
function measureOf(way: OpaqueWay, found: readonly Opaque[], of: number): Measure {
  const own = found.filter((one) => one.way === way)
  const count = (list: readonly Opaque[]): number => new Set(list.map((one) => one.workload)).size
  const interval = { low: count(own.filter((one) => one.certain)), high: count(own) }
  return {
    label: message(`opacity.way.${way}`),
    interval,
    unit: 'workloads',
    of,
    basis: 'inferred',
    proof: { steps: [], at: own.flatMap((one) => one.at).slice(0, 4) },
    ...(interval.low > 0 ? { tone: 'warning' as const } : interval.high > 0 ? { tone: 'unknown' as const } : {}),
  }
}

/** One row per opaque thing, with the workloads that hold it. */
function tableOf(subject: Subject, found: readonly Opaque[]): Block {
  const groups = [...groupBy(found, (one) => `${opaqueWays.indexOf(one.way)}\n${one.thing}`).values()]
  const rows = groups
    .toSorted((a, b) => order(a[0]) - order(b[0]) || b.length - a.length)
    .flatMap((list): readonly Row[] => {
      const [first] = list
      if (!first) return []
      return [
        {
          cells: [
            { text: named(subject, first.thing) },
            { text: message(`opacity.what.${first.way}`), tone: first.certain ? 'warning' : 'unknown' },
            { list: [...new Set(list.map((one) => one.workload))].map((id) => named(subject, id)) },
          ],
          proof: { steps: [], at: list.flatMap((one) => one.at).slice(0, 6) },
        },
      ]
    })
  return {
    kind: 'table',
    id: 'opacity-things',
    title: message('opacity.things'),
    columns: ['thing', 'way', 'workloads'].map((column) => message(`opacity.column.${column}`)),
    rows,
    empty: message('opacity.none'),
  }
}

const order = (one: Opaque | undefined): number => (one === undefined ? 0 : opaqueWays.indexOf(one.way) * 2 + (one.certain ? 0 : 1))
