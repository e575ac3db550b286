import { idOf, type Origin, type ThingId } from '#estate/claim.ts'
import { said } from '#estate/said.ts'
import type { Subject } from './subject.ts'

/** What the organisation answers to a criterion's fact, for one workload or for the whole. */
export interface Answer {
  readonly value: string | number | boolean
  readonly at: readonly Origin[]
  /** Why it does not count, where it does not: nobody vouches for it, or its day has passed. */
  readonly refused: 'nobody-vouches' | 'expired' | undefined
}

/** The answer for a workload, from what is said of it, or else of the organisation as a whole. */
export function answerOf(subject: Subject, workload: ThingId, fact: string): Answer | undefined {
  const stated = [workload, idOf('unit-of-organisation', 'self')].flatMap((id) => answersOn(subject, id, fact))
  return stated.find((one) => one.refused === undefined) ?? stated[0]
}

function answersOn({ estate, asOf }: Subject, id: ThingId, fact: string): readonly Answer[] {
  return said(estate.things.get(id), 'answers').flatMap(({ value, claim }): readonly Answer[] => {
    const text = (Array.isArray(value) ? value.map(String) : []).find((one) => one.startsWith(`${fact}=`))
    if (text === undefined) return []
    const expires = claim.says?.['expires']
    const vouched = claim.says?.['evidence'] !== undefined || claim.says?.['answered-by'] !== undefined
    const refused = typeof expires === 'string' && expires < asOf ? 'expired' : vouched ? undefined : 'nobody-vouches'
    return [{ value: answered(text.slice(fact.length + 1)), at: claim.at, refused }]
  })
}

/** Answers travel as text: booleans and numbers are told by their form. */
function answered(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
