import { idOf, type Origin, type ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { said } from '#estate/said.ts'
import type { Subject } from './subject.ts'

/** What the organisation answers to a criterion's fact, for one workload or for the whole. */
export interface Answer {
  readonly value: string | number | boolean
  readonly at: readonly Origin[]
  /** Why it does not count, where it does not: nobody vouches for it, or its day has passed. */
  readonly refused: 'nobody-vouches' | 'expired' | undefined
}

/** An answer that does not count, and of whom it was given. */
export type RefusedAnswer = Answer & { readonly about: ThingId; readonly fact: string }

/** Every answer that does not count. */
export const refusedAnswers = (subject: Subject): readonly RefusedAnswer[] =>
  [...thingsOfKind(subject.estate, 'workload'), ...thingsOfKind(subject.estate, 'unit-of-organisation')].flatMap((thing) =>
    answersOf(subject, thing.id).flatMap((one) => (one.refused === undefined ? [] : [{ ...one, about: thing.id }])),
  )

/** The answer for a workload, from what is said of it, or else of the organisation as a whole. */
export function answerOf(subject: Subject, workload: ThingId, fact: string): Answer | undefined {
  const stated = [workload, idOf('unit-of-organisation', 'self')].flatMap((id) => answersOn(subject, id, fact))
  return stated.find((one) => one.refused === undefined) ?? stated[0]
}

const answersOn = (subject: Subject, id: ThingId, fact: string): readonly Answer[] => answersOf(subject, id).filter((one) => one.fact === fact)

function answersOf({ estate, asOf }: Subject, id: ThingId): readonly (Answer & { readonly fact: string })[] {
  return said(estate.things.get(id), 'answers').flatMap(({ value, claim }) => {
    const expires = claim.says?.['expires']
    const vouched = claim.says?.['evidence'] !== undefined || claim.says?.['answered-by'] !== undefined
    const refused = typeof expires === 'string' && expires < asOf ? ('expired' as const) : vouched ? undefined : ('nobody-vouches' as const)
    return (Array.isArray(value) ? value.map(String) : []).map((text) => {
      const [fact = ''] = text.split('=')
      return { fact, value: answered(text.slice(fact.length + 1)), at: claim.at, refused }
    })
  })
}

/** Answers travel as text: booleans and numbers are told by their form. */
function answered(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
