import { organisation } from '#facts/organisation.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { message, plain } from '#lang/message.ts'
import { failureMethod } from '../failure-method.ts'
import { inBoth, named, proofOf } from '../proof-of.ts'
import { scenarioBlocks } from './scenario-blocks.ts'
import { gravest, stopsOf } from './stops.ts'

/** A scenario at each thing it can happen to, by itself: what that would stop. */
export function eachAnswer(subject: Subject, one: { readonly id: string; readonly scenario: Scenario }, sources: readonly Source[]): Outcome {
  const rows = sources.map((source) => ({ source, ...stopsOf(subject, source) })).toSorted(gravest)
  return {
    status: 'answered',
    blocks: [
      { kind: 'text', role: 'headline', text: message('what-if.each-headline', { scenario: inBoth(one.scenario.title), count: sources.length }) },
      ...scenarioBlocks(subject.knowledge, one),
      {
        kind: 'table',
        id: 'what-if-each',
        title: message('what-if.each'),
        columns: ['thing', 'certain', 'first'].map((column) => message(`what-if.column.${column}`)),
        rows: rows.map(({ source, stops, first }) => ({
          cells: [
            { text: named(subject, source.thing) },
            { interval: stops, unit: 'functions', tone: stops.low > 0 ? 'warning' : stops.high > 0 ? 'unknown' : 'plain' },
            first === undefined ? { text: message('what-if.none') } : { interval: first.hours, unit: 'hours' },
          ],
          proof: proofOf(subject, first?.road),
        })),
        empty: message(organisation(subject).functions.length === 0 ? 'single-points.no-function' : 'what-if.nothing'),
        primary: true,
      },
      { kind: 'text', role: 'note', text: message('what-if.each-more', { scenario: plain(one.id) }) },
      { kind: 'text', role: 'method', text: message('what-if.method') },
      failureMethod,
    ],
  }
}
