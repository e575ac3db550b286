import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { opacity } from './opacity.ts'
import { isOpenSource } from './open-source.ts'
import { isInside } from './outside-holdings.ts'
import { piecesOf } from './pieces.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'
import { partsOf, placesOf } from './workload-parts.ts'

/** Facts of the software of each service and product. */
export const softwareCriteria: Readonly<Record<string, CriterionFact>> = { 'software.open-source': openSource, 'software.origin': origin }

/** Whether somebody lists what is inside a workload. */
export const billCriteria: Readonly<Record<string, CriterionFact>> = { 'software.sbom': bills }

/** Whether the source of each service and product is published. */
function openSource(subject: Subject, id: ThingId): readonly CriterionItem[] {
  return piecesOf(subject)(id).map((about) => {
    const open = namesOf(subject, about)
      .map((name) => isOpenSource(subject, name))
      .find((one) => one !== undefined)
    return { about, values: open === undefined ? 'unknown' : [open], at: placesOf(subject, about) }
  })
}

/** Where the software of each service and product comes from: who makes it, in or outside the EEA, and whether its source is open. */
function origin(subject: Subject, id: ThingId): readonly CriterionItem[] {
  return piecesOf(subject)(id).map((about) => {
    const makers = namesOf(subject, about).flatMap((name) => linksFrom(subject.estate, name, 'published-by', 'operated-by').map((link) => link.to))
    const vendors = namesOf(subject, about).flatMap((name) => (kindOf(name) === 'platform' ? (subject.knowledge.platforms.get(keyOf(name))?.vendor ?? []) : []))
    const sides = [...makers, ...vendors.map((vendor) => `party:${vendor}` as const)].map((party) => isInside(subject, party, 'eea'))
    const open = namesOf(subject, about).some((name) => isOpenSource(subject, name) === true)
    const closed = namesOf(subject, about).some((name) => isOpenSource(subject, name) === false)
    const known = sides.length > 0 && !sides.includes(undefined) && (open || closed)
    const side = sides.every((one) => one === true) ? 'inside' : 'outside'
    return { about, values: known ? [`${side}-${open ? 'open' : 'closed'}`] : 'unknown', at: placesOf(subject, about) }
  })
}

/** Whether some file lists what is in each image. That none was shown does not say that there is none. */
function bills(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const bare = new Set(opacity(subject).flatMap((one) => (one.workload === id && one.way === 'no-sbom' ? [one.thing] : [])))
  const images = partsOf(subject)(id).filter((part) => kindOf(part.id) === 'image')
  return images.map((part) => ({ about: part.id, values: bare.has(part.id) ? 'unknown' : [true], at: placesOf(subject, part.id) }))
}
