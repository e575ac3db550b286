import { kindOf } from '#estate/claim.ts'
import { type Consequence, consequencesOf } from '#facts/consequences.ts'
import { organisation, verdictOf } from '#facts/organisation.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Interval } from '#lang/interval.ts'

/** How many functions one source stops within their tolerable time, surely and possibly; and the first that comes to harm. */
export function stopsOf(subject: Subject, source: Source): { readonly stops: Interval; readonly first: Consequence | undefined } {
  const functions = new Map(organisation(subject).functions.map((one) => [one.id, one]))
  const failed = consequencesOf(subject, [source]).filter((one) => kindOf(one.thing) === 'function')
  const verdicts = failed.flatMap((one) => {
    const known = functions.get(one.thing)
    return known === undefined ? [] : [verdictOf(known, one.hours)]
  })
  const certain = verdicts.filter((one) => one === 'certain').length
  return { stops: { low: certain, high: certain + verdicts.filter((one) => one === 'possible').length }, first: failed[0] }
}

/** The gravest first: what surely stops most, then what may. */
export const gravest = (a: { readonly stops: Interval }, b: { readonly stops: Interval }): number => b.stops.low - a.stops.low || b.stops.high - a.stops.high
