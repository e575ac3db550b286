import { idOf, keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import { by } from '#lang/compare.ts'
import { isAimedHere, isInForce, type LawReach } from './law-reach.ts'
import type { Reach } from './reach.ts'
import { further } from './road.ts'
import type { Subject } from './subject.ts'

/**
 * Access by way of a daughter abroad: a law that reaches whoever is present in its country may be read to reach the parent of a
 * company there. That is contested, and said only where the country does not reach by itself already.
 */
export function subsidiaryReaches(subject: Subject, parties: readonly Reach[], jurisdictions: readonly Reach[]): readonly LawReach[] {
  const there = new Set(jurisdictions.map((one) => one.to))
  const laws = [...subject.knowledge.laws].filter(
    ([, law]) => law.powers.includes('access') && law.reach.includes('present') && isInForce(law, subject.asOf) && isAimedHere(subject, law),
  )
  return parties.flatMap((one) => {
    const holdsData = one.phase !== 'deploy' && one.phase !== 'build' && one.phase !== 'licence'
    if (!holdsData || kindOf(one.road.before?.at ?? 'party:') === 'party') return []
    return daughtersOf(subject, one.to).flatMap(({ id, seat }) => {
      if (there.has(seat)) return []
      const here = laws.filter(([, law]) => law.jurisdiction === keyOf(seat))
      return here.map(
        ([key]): LawReach => ({
          law: idOf('law', key),
          power: 'access',
          grip: 'seated',
          phase: one.phase,
          contested: true,
          road: [id, seat, idOf('law', key)].reduce(further, one.road),
        }),
      )
    })
  })
}

/** Companies that a party holds more than half of or controls, with their seats, in the order of their ids. */
function daughtersOf({ estate }: Subject, party: ThingId): readonly { readonly id: ThingId; readonly seat: ThingId }[] {
  return linksTo(estate, party, 'owned-by', 'controlled-by')
    .filter((link) => link.state === 'active' && (link.role === 'controlled-by' || (saidNumber(link, 'share') ?? 0) > 50))
    .flatMap((link) => linksFrom(estate, link.from, 'seated-in').map((seated) => ({ id: link.from, seat: seated.to })))
    .toSorted(by((one) => one.id))
}
