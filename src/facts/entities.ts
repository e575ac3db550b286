import { kindOf, type Origin, type Phase, type Role, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { leaningGraph } from './leaning.ts'
import type { Subject } from './subject.ts'
import { knownAs } from './twins.ts'

/** A party that runs or supports something that a thing leans on, or does part of that work for another. */
export interface Entity {
  readonly party: ThingId
  readonly standing: 'contractor' | 'subcontractor'
  /** What it does something for, in the order of their ids. */
  readonly things: readonly ThingId[]
  readonly at: readonly Origin[]
}

/** Ways in which a party owes us something itself, and the way in which it does part of it for another. */
const owing: readonly Role[] = ['operated-by', 'supported-by', 'provider', 'external-service']
const below: Role = 'subcontracts-to'

/** When a party matters as one, all along the way to it. Who only delivers software or holds a registry is seen through what it delivers. */
const whileInUse: readonly Phase[] = ['run', 'support', 'monitor', 'recover']

/** The contractors and sub-contractors behind a workload or service, under the names by which they are known, in the order of those. Remembered per thing. */
export const entitiesOf = once((subject: Subject) => {
  const known = new Map<ThingId, readonly Entity[]>()
  return (id: ThingId): readonly Entity[] => {
    const found = known.get(id) ?? behind(subject, id)
    known.set(id, found)
    return found
  }
})

interface Tie {
  readonly party: ThingId
  readonly thing: ThingId
  readonly role: Role
  readonly at: readonly Origin[]
}

function behind(subject: Subject, id: ThingId): readonly Entity[] {
  const ties = thingsInUse(subject, id).flatMap((thing) => [...doing(subject, thing), ...agreed(subject, thing)])
  const groups = groupBy(
    ties.map((tie) => ({ ...tie, party: knownAs(subject, tie.party) })),
    (tie) => tie.party,
  )
  return [...groups].map(([party, list]) => entityOf(party, list)).sort(by((one) => one.party))
}

/** What a thing leans on while it is in use, itself included, up to whoever stands behind that. */
function thingsInUse(subject: Subject, id: ThingId): readonly ThingId[] {
  const met = new Set<ThingId>([id])
  for (const thing of met) {
    if (kindOf(thing) === 'party') continue
    for (const edge of leaningGraph(subject).from.get(thing) ?? []) if (whileInUse.includes(edge.phase)) met.add(edge.to)
  }
  return [...met].filter((thing) => kindOf(thing) !== 'party')
}

const entityOf = (party: ThingId, ties: readonly Tie[]): Entity => ({
  party,
  standing: ties.every((tie) => tie.role === below) ? 'subcontractor' : 'contractor',
  things: [...new Set(ties.map((tie) => tie.thing))].sort(by((thing) => thing)),
  at: ties.flatMap((tie) => tie.at).slice(0, 3),
})

/** What a thing's own links say. */
function doing(subject: Subject, thing: ThingId): readonly Tie[] {
  return (leaningGraph(subject).from.get(thing) ?? []).flatMap((edge) =>
    kindOf(edge.to) === 'party' && whileInUse.includes(edge.phase) && (owing.includes(edge.role) || edge.role === below)
      ? [{ party: edge.to, thing, role: edge.role, at: edge.link.claims.flatMap((claim) => claim.at) }]
      : [],
  )
}

/** Who is bound by an agreement that covers the thing. */
function agreed({ estate }: Subject, thing: ThingId): readonly Tie[] {
  return linksFrom(estate, thing, 'covered-by')
    .filter((cover) => cover.state === 'active')
    .flatMap((cover) =>
      linksFrom(estate, cover.to, ...owing, below)
        .filter((link) => link.state === 'active' && kindOf(link.to) === 'party')
        .map((link) => ({ party: link.to, thing, role: link.role, at: link.claims.flatMap((claim) => claim.at) })),
    )
}
