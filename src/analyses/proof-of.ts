import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, nameOf } from '#estate/estate.ts'
import { saidText } from '#estate/said.ts'
import { isServiceWorkload } from '#estate/stated-needs.ts'
import { stepsAlong } from '#facts/proof.ts'
import { idsOf, type Road } from '#facts/road.ts'
import type { Subject } from '#facts/subject.ts'
import type { Proof } from '#findings/evidence.ts'
import { inWords } from '#knowledge/knowledge.ts'
import { type Message, message, plain } from '#lang/message.ts'

/** The road along some things as a proof. */
export const proofOf = (subject: Subject, road: Road | undefined): Proof => ({ ...(road ? stepsAlong(subject, road) : { steps: [] }), at: [] })

/** A thing as readers know it: a law or a country by its title in their language, a known party by its legal name, anything else by its name. */
export function named(subject: Subject, id: ThingId): Message {
  const key = id.slice(id.indexOf(':') + 1)
  const kind = id.slice(0, id.indexOf(':'))
  if (key === 'ungrouped') return message('name.ungrouped')
  const person = individual(subject, id)
  if (person !== undefined) return person
  const title = kind === 'law' ? subject.knowledge.laws.get(key)?.title : kind === 'jurisdiction' ? subject.knowledge.jurisdictions.get(key)?.title : undefined
  if (title === undefined) return ofType(subject, id) ?? plain((kind === 'party' ? subject.knowledge.parties.get(key)?.title : undefined) ?? nameOf(subject.estate, id))
  return inBoth(title)
}

/** Somebody in business in their own name, whom a register tells of by a number alone. */
function individual({ estate }: Subject, id: ThingId): Message | undefined {
  const number = kindOf(id) === 'party' && saidText(estate.things.get(id), 'type') === 'individual' ? /(\d+)$/.exec(id)?.[1] : undefined
  return number === undefined ? undefined : message('name.individual', { number })
}

/** A service, or the workload that stands for it, as a register knows it: by its type and its reference, as long as nobody calls it something else. */
function ofType({ estate }: Subject, id: ThingId): Message | undefined {
  const service = isServiceWorkload(id) ? linksFrom(estate, id, 'needs')[0]?.to : kindOf(id) === 'service' ? id : undefined
  const thing = service === undefined ? undefined : estate.things.get(service)
  const type = saidText(thing, 'service-type')
  const reference = /^.+ \(([^()]+)\)$/.exec(thing?.name ?? '')?.[1]
  const isOwnName = thing?.claims.some((claim) => claim.says?.['service-type'] !== undefined && claim.name === thing.name)
  if (type === undefined || reference === undefined || isOwnName !== true || !/^S(?:0[1-9]|1\d)$/.test(type)) return undefined
  return message('name.of-type', { type: message(`service-type.${type}`), reference })
}

/** The same in both languages, as plain texts, for sentences of the knowledge base that name it. */
export function titled(subject: Subject, id: ThingId): { readonly en: string; readonly nl: string } {
  const name = named(subject, id)
  if ('plain' in name) return { en: name.plain, nl: name.plain }
  const { en, nl } = name.values ?? {}
  return { en: String(en ?? nameOf(subject.estate, id)), nl: String(nl ?? nameOf(subject.estate, id)) }
}

/** A text of the knowledge base that may stand there in both languages. */
export const inBoth = (text: string | { readonly en: string; readonly nl: string }): Message =>
  typeof text === 'string' ? plain(text) : message('name.both', { en: inWords(text, 'en'), nl: inWords(text, 'nl') })

/** At most this many steps of a road are told in one line; its proof tells all. */
const stepsTold = 4

/** Parts that a reader of one line can do without, where anything else is on the road. */
const inward: readonly string[] = ['unit', 'image', 'host', 'registry', 'package']

/** What lies between the two ends of a road, for one line. A name that only leads on to its twin is left out: the twin says it again. */
export function via(subject: Subject, road: Road): readonly Message[] {
  const ids = idsOf(road)
  const between = ids.slice(1, -1).filter((id, at) => !linksFrom(subject.estate, id, 'same-as').some((link) => link.to === ids[at + 2]))
  const telling = between.filter((id) => !inward.includes(kindOf(id)))
  const steps = (telling.length > 0 ? telling : between).map((id) => named(subject, id))
  if (steps.length <= stepsTold) return steps
  return [...steps.slice(0, stepsTold - 2), message('name.steps-between', { count: steps.length - stepsTold + 1 }), ...steps.slice(-1)]
}
