import { isFilePlace, type KnownSource, type Origin, type ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { isReadFormat } from '#estate/passed-over.ts'
import { saidText } from '#estate/said.ts'
import { reviewDate } from '#knowledge/knowledge.ts'
import { type Folder, folders } from '#knowledge/schema.ts'
import { by } from '#lang/compare.ts'
import { uniqueBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { organisation } from './organisation.ts'
import { leansOnOf } from './reach.ts'
import type { Subject } from './subject.ts'

/** A fact of the knowledge base that was used and is past its review date. */
export interface Aged {
  readonly fact: string
  readonly review: string
  readonly thing: ThingId
  readonly at: readonly Origin[]
}

/** How much was shown, and how old what was used is. */
export interface Coverage {
  readonly filesRead: number
  readonly filesNotUnderstood: number
  readonly workloads: number
  /** Workloads that a declared function is served by. */
  readonly workloadsTied: number
  readonly functions: number
  readonly functionsComplete: number
  /** The oldest date on which something that is used here was stated or read; nothing where no date is known. */
  readonly oldest: string | undefined
  readonly aged: readonly Aged[]
}

export const coverage = once((subject: Subject): Coverage => {
  const { functions, declared } = organisation(subject)
  const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
  const tied = new Set(declared ? functions.filter((one) => one.declared).flatMap((one) => [...leansOnOf(subject)(one.id)]) : [])
  const used = usedFacts(subject)
  return {
    filesRead: subject.inputs.filter((input) => isReadFormat(input.format)).length,
    filesNotUnderstood: subject.inputs.filter((input) => input.format === '').length,
    workloads: workloads.length,
    workloadsTied: workloads.filter((one) => tied.has(one.id)).length,
    functions: functions.length,
    functionsComplete: functions.filter((one) => one.complete?.holds === true).length,
    oldest: oldestDate(
      subject,
      used.map(({ source }) => source.read),
    ),
    aged: used
      .flatMap(({ source, thing }): readonly Aged[] => {
        const review = reviewOf(subject, source.fact)
        return review !== undefined && review < subject.asOf ? [{ fact: source.fact, review, thing, at: [source] }] : []
      })
      .sort(by((one) => `${one.review}\n${one.fact}`)),
  }
})

interface Used {
  readonly source: KnownSource
  readonly thing: ThingId
}

/** Every fact that some claim of the estate rests on, once. */
function usedFacts(subject: Subject): readonly Used[] {
  const all = subject.estate.claims.flatMap((claim) => {
    const thing = claim.claim === 'thing' ? claim.id : claim.from
    return claim.at.flatMap((origin): readonly Used[] => (isFilePlace(origin) ? [] : [{ source: origin, thing }]))
  })
  return uniqueBy(all, ({ source }) => source.fact)
}

function reviewOf({ knowledge }: Subject, fact: string): string | undefined {
  const [folder = '', id = ''] = fact.split('/')
  const entry = (folders as readonly string[]).includes(folder) ? knowledge[folder as Folder].get(id) : undefined
  return entry === undefined ? undefined : reviewDate(entry)
}

/** Dates that the organisation states of its own evidence count as much as the days on which sources were read. */
function oldestDate({ estate }: Subject, read: readonly string[]): string | undefined {
  const stated = [...thingsOfKind(estate, 'function')].flatMap((thing) => [saidText(thing, 'complete-on'), saidText(thing, 'fallback-tested')]).filter((date) => date !== undefined)
  return [...read, ...stated].filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date)).sort()[0]
}
