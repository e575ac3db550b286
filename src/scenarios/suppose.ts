import { assemble } from '#estate/assemble.ts'
import { type Claim, idOf, type KnownSource, type ThingId } from '#estate/claim.ts'
import type { Subject } from '#facts/subject.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'

/** A party that comes under an owner nobody named, seated in a jurisdiction. */
export interface Takeover {
  readonly party: ThingId
  readonly jurisdiction: string
  readonly scenario: { readonly id: string; readonly scenario: Scenario }
}

/** The subject as it would be after a takeover: the same claims, and a few that are supposed. */
export function afterTakeover(subject: Subject, { party, jurisdiction, scenario: { id, scenario } }: Takeover): Subject {
  const owner = idOf('party', `supposed/owner-in-${jurisdiction}`)
  const at: readonly KnownSource[] = scenario.sources.map(({ url, read, level }) => ({ fact: `scenarios/${id}`, url, read, verified: level !== 'unverified' }))
  const about = { state: 'active', basis: 'supposed', at } as const
  const title = subject.knowledge.jurisdictions.get(jurisdiction)?.title ?? jurisdiction
  const claims: readonly Claim[] = [
    { claim: 'thing', id: owner, name: `● ${typeof title === 'string' ? title : title.en}`, ...about },
    { claim: 'link', from: owner, to: idOf('jurisdiction', jurisdiction), role: 'seated-in', ...about },
    { claim: 'link', from: party, to: owner, role: 'owned-by', says: { share: 100 }, ...about },
  ]
  return { ...subject, estate: assemble([subject.estate, { claims }]) }
}
