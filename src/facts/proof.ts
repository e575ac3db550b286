import type { Basis, Origin, Role, State, ThingId } from '#estate/claim.ts'
import { nameOf } from '#estate/estate.ts'
import { leaningGraph } from './leaning.ts'
import type { Subject } from './subject.ts'

/** One step of a road through the estate, with the places that prove it. The same form as a proof's step in findings. */
export interface RoadStep {
  readonly from: { readonly id: ThingId; readonly name: string }
  readonly to: { readonly id: ThingId; readonly name: string }
  readonly role: Role
  readonly basis: Basis
  readonly state: State
  readonly at: readonly Origin[]
}

/** At most this many places prove one step. */
const placesShown = 3

/** The road along some things, as steps. A step without a link, such as from a jurisdiction to its law, is known from the law itself. */
export function roadAlong(subject: Subject, ids: readonly ThingId[]): readonly RoadStep[] {
  return ids.slice(1).flatMap((to, index): readonly RoadStep[] => {
    const from = ids[index] as ThingId
    const leaning = leaningGraph(subject)
      .from.get(from)
      ?.find((one) => one.to === to)
    if (!leaning) return [lawStep(subject, from, to)]
    const { link } = leaning
    const at = link.claims.filter((claim) => claim.state === link.state).flatMap((claim) => claim.at)
    return [
      {
        from: { id: from, name: nameOf(subject.estate, from) },
        to: { id: to, name: nameOf(subject.estate, to) },
        role: link.role,
        basis: link.basis,
        state: link.state,
        at: at.slice(0, placesShown),
      },
    ]
  })
}

function lawStep(subject: Subject, from: ThingId, to: ThingId): RoadStep {
  const key = to.slice(to.indexOf(':') + 1)
  const law = subject.knowledge.laws.get(key)
  const source = law?.sources[0]
  const at = source ? [{ fact: `laws/${key}`, url: source.url, read: source.read, verified: source.level !== 'unverified' }] : []
  return { from: { id: from, name: nameOf(subject.estate, from) }, to: { id: to, name: key }, role: 'controlled-by', basis: 'known', state: 'active', at }
}
