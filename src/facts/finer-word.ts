import { isFilePlace, kindOf, type ThingId } from '#estate/claim.ts'
import type { Link } from '#estate/estate.ts'
import { statedNeeds } from '#estate/stated-needs.ts'
import { once } from '#lang/once.ts'
import type { Subject } from './subject.ts'

/**
 * Whether the organisation says elsewhere, and more finely, how a function leans on a service. A register can only say that it does: it
 * knows no alternatives and no phase of its own. Where a plan leads the same function to the same service by way of workloads, its word
 * holds. A file that states both means both.
 */
export const isSaidFiner = once((subject: Subject): ((link: Link) => boolean) => {
  const plans = new Map<ThingId, Plan>()
  return (link) => {
    if (kindOf(link.from) !== 'function' || kindOf(link.to) !== 'service' || link.basis !== 'declared') return false
    const plan = plans.get(link.from) ?? planOf(subject, link.from)
    plans.set(link.from, plan)
    return plan.reached.has(link.to) && !filesOf(link).some((file) => plan.files.has(file))
  }
})

interface Plan {
  readonly reached: ReadonlySet<ThingId>
  readonly files: ReadonlySet<string>
}

function planOf({ estate }: Subject, id: ThingId): Plan {
  const { reached, links } = statedNeeds(estate, id)
  return { reached, files: new Set(links.flatMap(filesOf)) }
}

const filesOf = (link: Link): readonly string[] => link.claims.flatMap((claim) => claim.at.flatMap((place) => (isFilePlace(place) ? [place.file] : [])))
