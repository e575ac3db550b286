import { idOf, keyOf, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { said } from '#estate/said.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import { once } from '#lang/once.ts'
import { criterionFacts } from './criteria.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'

/** Why an answer does not count: nobody vouches for it, its day has passed, no criterion or fact is called so, or the criterion has no such rung. */
export type Refusal = 'nobody-vouches' | 'expired' | 'unknown-criterion' | 'unknown-rung'

/** What the organisation answers to a criterion, of one thing or of the whole. */
export interface Answer {
  /** What is answered: a fact by its name, or one criterion as `<framework>/<criterion>`. */
  readonly key: string
  readonly value: string | number | boolean
  /** In what role somebody answered, and on what evidence; nothing where it is not stated. */
  readonly by: string | undefined
  readonly evidence: string | undefined
  readonly expires: string | undefined
  readonly at: readonly Origin[]
  readonly refused: Refusal | undefined
}

/** An answer that does not count, and of whom it was given. */
export type RefusedAnswer = Answer & { readonly about: ThingId }

/** Every answer that was given, by the thing it was given of. */
export const answersGiven = once(
  (subject: Subject): ReadonlyMap<ThingId, readonly Answer[]> =>
    new Map(
      [...subject.estate.things.keys()].flatMap((id) => {
        const own = answersOf(subject, id)
        return own.length === 0 ? [] : [[id, own] as const]
      }),
    ),
)

/** Every answer that does not count. */
export const refusedAnswers = (subject: Subject): readonly RefusedAnswer[] =>
  [...answersGiven(subject)].flatMap(([about, list]) => list.flatMap((one) => (one.refused === undefined ? [] : [{ ...one, about }])))

/**
 * The answer to a question about something within a workload: what is said of that very thing goes before what is said of the
 * workload, and that before what is said of the organisation as a whole.
 *
 * @param abouts the thing and the workload, the nearer first
 * @param keys what is answered, the more telling first
 * @returns one that counts, where there is any
 */
export function answerOf(subject: Subject, abouts: readonly ThingId[], keys: readonly string[]): Answer | undefined {
  const given = answersGiven(subject)
  if (given.size === 0) return undefined
  const names = [...new Set(abouts.flatMap((id) => callings(subject, id))), idOf('unit-of-organisation', 'self')]
  const stated = names.flatMap((id) => keys.flatMap((key) => (given.get(id) ?? []).filter((one) => one.key === key)))
  return stated.find((one) => one.refused === undefined) ?? stated[0]
}

/** What an answer may call a thing: any of its names, and for a service that stands as a workload the service. */
function callings(subject: Subject, id: ThingId): readonly ThingId[] {
  const service = kindOf(id) === 'workload' && keyOf(id).startsWith('service/') ? keyOf(id).slice('service/'.length) : undefined
  const behind =
    service === undefined ? [] : linksFrom(subject.estate, id, 'needs').flatMap((link) => (keyOf(link.to).replace(/^declared\//, '') === service ? namesOf(subject, link.to) : []))
  return [...namesOf(subject, id), ...behind]
}

function answersOf(subject: Subject, id: ThingId): readonly Answer[] {
  return said(subject.estate.things.get(id), 'answers').flatMap(({ value, claim }) => {
    const text = (name: string): string | undefined => (typeof claim.says?.[name] === 'string' ? claim.says[name] : undefined)
    const about = { by: text('answered-by'), evidence: text('evidence'), expires: text('expires'), at: claim.at }
    return (Array.isArray(value) ? value.map(String) : []).map((one): Answer => {
      const [key = ''] = one.split('=')
      const answer = { key, value: answered(one.slice(key.length + 1)), ...about }
      return { ...answer, refused: refusal(subject, answer) }
    })
  })
}

/** Answers travel as text: booleans and numbers are told by their form. */
function answered(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

function refusal({ knowledge, asOf }: Subject, { key, value, by, evidence, expires }: Omit<Answer, 'refused'>): Refusal | undefined {
  const [framework = '', criterion] = key.split('/')
  const asked = criterion === undefined ? undefined : knowledge.frameworks.get(framework)?.criteria.find((one) => one.id === criterion)
  if (criterion === undefined ? criterionFacts[key] === undefined : asked === undefined) return 'unknown-criterion'
  if (asked !== undefined && rungOf(asked, value) === undefined) return 'unknown-rung'
  if (expires !== undefined && expires < asOf) return 'expired'
  return evidence === undefined && by === undefined ? 'nobody-vouches' : undefined
}

/** Which rung an answer names, counted from 0: by its word, or by its number, where 1 is the lowest. Nothing where the criterion has none such. */
export function rungOf({ rungs }: Criterion, value: string | number | boolean): number | undefined {
  const word = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
  const at = typeof word === 'number' ? word - 1 : rungs.findIndex((rung) => rung.id === word)
  return rungs[at] === undefined ? undefined : at
}
