import { organisation } from '#facts/organisation.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { groupBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import { allSources } from '#scenarios/sources.ts'
import type { Analysis } from '../analysis.ts'
import { inBoth, named, proofOf } from '../proof-of.ts'
import { gravest, stopsOf } from './stops.ts'
import { consequenceBlocks } from './supposed.ts'

/** What may happen, to what, how often, and what that would stop. The gravest is shown in full. */
export const whatIfAnalysis: Analysis = {
  id: 'what-if',
  answer(subject: Subject): Outcome {
    if (organisation(subject).functions.length === 0) return { status: 'too-little-evidence', reason: message('single-points.no-function') }
    const outages = allSources(subject).filter((one) => subject.knowledge.scenarios.get(one.scenario)?.effect === 'outage')
    if (outages.length === 0) return { status: 'too-little-evidence', reason: message('what-if.no-scenario') }
    const all = outages.map((source) => ({ source, ...stopsOf(subject, source) }))
    const groups = [...groupBy(all, (one) => one.source.scenario)].map(([id, list]) => ({ id, list: list.toSorted(gravest) }))
    const ordered = groups.toSorted((a, b) => gravest(a.list[0] as Judged, b.list[0] as Judged))
    return {
      status: 'answered',
      blocks: [
        {
          kind: 'table',
          id: 'what-if-scenarios',
          title: message('what-if.scenarios'),
          columns: ['scenario', 'things', 'any', 'worst', 'certain', 'first'].map((column) => message(`what-if.column.${column}`)),
          rows: ordered.map(({ id, list }) => rowOf(subject, id, list)),
          empty: message('what-if.no-scenario'),
        },
        ...inFull(subject, ordered[0]?.list[0]),
        { kind: 'text', role: 'note', text: message('what-if.more') },
        { kind: 'text', role: 'method', text: message('what-if.method') },
      ],
    }
  },
}

type Judged = ReturnType<typeof stopsOf> & { readonly source: Source }

function rowOf(subject: Subject, id: string, list: readonly Judged[]): Row {
  const scenario = subject.knowledge.scenarios.get(id)
  const [worst] = list as readonly [Judged]
  const perYear = scenario?.perYear ?? { low: 0, high: 0 }
  return {
    cells: [
      { text: scenario ? inBoth(scenario.title) : message('what-if.none') },
      { text: message('what-if.things-count', { count: list.length }) },
      { interval: { low: perYear.low * list.length, high: perYear.high * list.length }, unit: 'per-year' },
      { text: named(subject, worst.source.thing) },
      { interval: worst.stops, unit: 'functions', tone: worst.stops.low > 0 ? 'warning' : worst.stops.high > 0 ? 'unknown' : 'plain' },
      worst.first === undefined ? { text: message('what-if.none') } : { interval: worst.first.hours, unit: 'hours' },
    ],
    proof: proofOf(subject, worst.first?.road),
  }
}

function inFull(subject: Subject, worst: Judged | undefined): readonly Block[] {
  const scenario = worst === undefined ? undefined : subject.knowledge.scenarios.get(worst.source.scenario)
  if (worst === undefined || scenario === undefined) return []
  return [
    { kind: 'text', text: message('what-if.gravest', { scenario: inBoth(scenario.title), thing: named(subject, worst.source.thing) }), proof: proofOf(subject, worst.first?.road) },
    ...consequenceBlocks(subject, [worst.source]),
  ]
}
