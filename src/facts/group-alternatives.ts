import { kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom, type Thing, thingsOfKind } from '#estate/estate.ts'
import { saidList } from '#estate/said.ts'
import { whoIsNamed } from '#knowledge/names.ts'
import { uniqueBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { isSameGroup } from './party-group.ts'
import { statedGroups } from './redundancy.ts'
import type { Subject } from './subject.ts'
import { knownAs, namesOf } from './twins.ts'

/** An alternative that would fall away with what it stands in for, since one group stands behind both. */
export interface GroupAlternative {
  readonly service: ThingId
  /** The alternative as a register words it, or the other service of a group of alternatives. */
  readonly alternative: ThingId | { readonly name: string }
  /** Who runs the service, and who is behind the alternative. */
  readonly parties: readonly [ThingId, ThingId]
  readonly at: readonly Origin[]
}

/** Every stated alternative that belongs to the provider's own group: those that a register names, and those of which a plan says that either will do. Each once. */
export const groupAlternatives = once((subject: Subject): readonly GroupAlternative[] => {
  const named = thingsOfKind(subject.estate, 'service').flatMap((one) => namedFor(subject, one))
  const grouped = [...statedGroups(subject).keys()].flatMap((group) => withinGroup(subject, group))
  return uniqueBy([...named, ...grouped], ({ service, alternative }) => `${service}\n${typeof alternative === 'string' ? alternative : alternative.name}`)
})

/** A register names alternatives by their makers or as products, in words; those count that are exactly the name of somebody known. */
function namedFor(subject: Subject, service: Thing): readonly GroupAlternative[] {
  const at = service.claims.filter((claim) => claim.says?.['alternatives'] !== undefined).flatMap((claim) => claim.at)
  return saidList(service, 'alternatives').flatMap((name) => {
    const other = whoIsNamed(subject.knowledge, name)
    const own = other === undefined ? undefined : operatorsOf(subject, service.id).find((party) => isSameGroup(subject, party, other))
    return own === undefined || other === undefined ? [] : [{ service: service.id, alternative: { name }, parties: [own, other] as const, at }]
  })
}

function withinGroup(subject: Subject, group: ThingId): readonly GroupAlternative[] {
  const links = linksFrom(subject.estate, group, 'needs').filter((link) => kindOf(link.to) === 'service')
  return links.flatMap((one, at) =>
    links.slice(at + 1).flatMap((other) => {
      const pairs = operatorsOf(subject, one.to).flatMap((own) => operatorsOf(subject, other.to).map((its) => [own, its] as const))
      const parties = pairs.find(([own, its]) => isSameGroup(subject, own, its))
      return parties === undefined ? [] : [{ service: one.to, alternative: other.to, parties, at: one.claims.flatMap((claim) => claim.at) }]
    }),
  )
}

const operatorsOf = (subject: Subject, service: ThingId): readonly ThingId[] => [
  ...new Set(namesOf(subject, service).flatMap((name) => linksFrom(subject.estate, name, 'operated-by').map((link) => knownAs(subject, link.to)))),
]
