import type { ThingId } from '#estate/claim.ts'
import { once } from '#lang/once.ts'
import { ownersOf } from './ownership.ts'
import type { Subject } from './subject.ts'
import { knownAs } from './twins.ts'

/**
 * A party and everyone above it who controls it, or may: more than half of the shares, or a share that nobody states. Known names only.
 * Whoever surely holds no more than half is not of its group: a pension fund with shares in two competitors makes no group of them.
 */
const groupOf = once((subject: Subject) => {
  const known = new Map<ThingId, readonly ThingId[]>()
  return (party: ThingId): readonly ThingId[] => {
    const own = knownAs(subject, party)
    const found = known.get(own) ?? [own, ...ownersOf(subject)(own).flatMap((owner) => (owner.controls || owner.sharePercent.high > 50 ? [owner.party] : []))]
    known.set(own, found)
    return found
  }
})

/** Whether two parties are one, or have an owner in common that controls both or may. */
export const isSameGroup = (subject: Subject, a: ThingId, b: ThingId): boolean => groupOf(subject)(a).some((one) => groupOf(subject)(b).includes(one))
