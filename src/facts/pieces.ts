import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { by } from '#lang/compare.ts'
import { once } from '#lang/once.ts'
import { servicesBehind } from './behind.ts'
import { platformsInUse } from './lifecycle.ts'
import { leansOnOf } from './reach.ts'
import type { Subject } from './subject.ts'
import { knownAs, namesOf } from './twins.ts'

/**
 * What a workload or service leans on piece by piece, for questions that are asked of each: the services, under the names by which they
 * are known, the products that it stands on, and hosts and registries outside of which nobody knows what they are. In the order of
 * their ids; remembered per thing.
 */
export const piecesOf = once((subject: Subject) => {
  const known = new Map<ThingId, readonly ThingId[]>()
  return (id: ThingId): readonly ThingId[] => {
    const found = known.get(id) ?? pieces(subject, id)
    known.set(id, found)
    return found
  }
})

function pieces(subject: Subject, id: ThingId): readonly ThingId[] {
  const all = [...leansOnOf(subject)(id)]
  const services = all.filter((one) => kindOf(one) === 'service').map((one) => knownAs(subject, one))
  const platforms = (platformsInUse(subject).get(id) ?? []).map((one) => one.platform)
  return [...new Set([...services, ...platforms, ...all.filter((one) => isStranger(subject, one))])].sort(by((one) => one))
}

/** A name that leads outside, and behind which nobody knows a service. */
function isStranger(subject: Subject, id: ThingId): boolean {
  const kind = kindOf(id)
  if (kind !== 'host' && kind !== 'registry' && kind !== 'module-registry') return false
  const leads = readHost(keyOf(id))?.kind
  if (leads === 'inside' || leads === 'placeholder' || servicesBehind(subject, id).length > 0) return false
  return !linksFrom(subject.estate, id, 'needs', 'same-as').some((link) => link.state === 'active')
}

/** The category of a service or the kind of a platform, as the knowledge base has it; nothing where it does not know the thing. */
export function categoryOf(subject: Subject, id: ThingId): string | undefined {
  const { services, platforms } = subject.knowledge
  for (const name of namesOf(subject, id)) {
    const found = kindOf(name) === 'service' ? services.get(keyOf(name))?.category : kindOf(name) === 'platform' ? platforms.get(keyOf(name))?.kind : undefined
    if (found !== undefined) return found
  }
  return undefined
}
