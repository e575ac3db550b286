import { linksFrom } from '#estate/estate.ts'
import { saidList } from '#estate/said.ts'
import { singlePoints } from './single-points.ts'
import type { Subject } from './subject.ts'

/** A limit that the organisation or the one who called set, and what was found. */
export interface Threshold {
  readonly name: string
  readonly limit: number
  readonly value: number
  readonly passed: boolean
}

/** What limits may be set on. */
const figures: Readonly<Record<string, (subject: Subject) => number>> = {
  'single-points': (subject) => new Set(singlePoints(subject).flatMap((one) => (one.verdict === 'certain' && !one.home && one.level !== 'component' ? [one.thing] : []))).size,
  'unknown-suppliers': (subject) =>
    [...subject.estate.things.values()].filter((one) => one.kind === 'party' && linksFrom(subject.estate, one.id, 'seated-in', 'same-as').length === 0).length,
  unreadable: (subject) => subject.diagnostics.filter((one) => one.code === 'unreadable').length,
  secrets: (subject) => subject.diagnostics.filter((one) => one.code === 'secret').length,
}

export const thresholdNames = Object.keys(figures)

/**
 * How the limits stand. Each is written `name=number`, in `thresholds:` of deltaplan.yaml or with `--fail-on`. A limit nobody
 * knows, or without a number in plain digits, fails: a gate never opens through a slip of the pen.
 */
export function thresholds(subject: Subject, wanted: readonly string[]): readonly Threshold[] {
  const declared = saidList(subject.estate.things.get('unit-of-organisation:self'), 'thresholds')
  return [...declared, ...wanted].map((text) => {
    const [name = '', number = ''] = text.split('=').map((part) => part.trim())
    const limit = /^\d{1,15}(\.\d+)?$/.test(number) ? Number(number) : Number.NaN
    const value = figures[name]?.(subject) ?? Number.NaN
    return { name, limit, value, passed: value <= limit }
  })
}
