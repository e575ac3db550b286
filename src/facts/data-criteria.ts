import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { isOurs } from './diagnostics.ts'
import { exposureOf } from './exposure.ts'
import { unitsOf } from './leaning.ts'
import { piecesOf } from './pieces.ts'
import { leansOnOf } from './reach.ts'
import { shieldOf } from './shield.ts'
import { sideOf, soilOf } from './soil.ts'
import type { Subject } from './subject.ts'
import { partsOf, placesOf } from './workload-parts.ts'

/** Where data lies, asked of each service and of the workload's own parts. */
export const locationCriteria: Readonly<Record<string, CriterionFact>> = { 'data.location': location }

/** Who holds the keys of a workload, and where its diagnostic data comes to lie. */
export const dataCriteria: Readonly<Record<string, CriterionFact>> = {
  'data.keys': keys,
  'support.jurisdiction': diagnostics,
}

/**
 * On which side of the EU's border each service runs, the workload's own parts run, and each dataset lies. A product that is only
 * installed lies where the parts do. Silence of a file leaves it open.
 */
function location(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const services = piecesOf(subject)(id).filter((one) => kindOf(one) !== 'platform')
  const datasets = linksFrom(subject.estate, id, 'holds').map((link) => link.to)
  const each = [...services, ...datasets].map((about): CriterionItem => {
    const soil = soilOf(subject, about)
    const side = sideOf(subject, soil.jurisdictions, 'eu')
    return { about, values: side === undefined ? 'unknown' : [side], at: soil.at }
  })
  const units = unitsOf(subject, id)
  if (units.length === 0) return each
  const own = [id, ...units].map((one) => soilOf(subject, one))
  const side = sideOf(subject, [...new Set(own.flatMap((one) => one.jurisdictions))], 'eu')
  // Of several parts some may lie where nobody says: then all of them being inside is only the best that may be.
  const silent = soilOf(subject, id).jurisdictions.length === 0 && units.some((unit) => soilOf(subject, unit).jurisdictions.length === 0)
  const values = side === undefined ? ('unknown' as const) : silent ? [side, ...(side === 'mixed' ? [] : ['mixed'])] : [side]
  return [...each, { about: id, values, at: own.flatMap((one) => one.at).slice(0, 3) }]
}

/**
 * Who holds the keys to what a workload holds: the customer alone, where a mitigation of access says so on evidence or the keys lie in a
 * product of its own; the provider, where it can read the data; a key service of somebody else leaves who can override open.
 */
function keys(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const { estate } = subject
  const shield = shieldOf(subject, id)
  if (shield) return [{ about: id, values: ['customer'], at: shield.claims.flatMap((claim) => claim.at) }]
  const readers = linksFrom(estate, id, 'holds').flatMap((held) => linksFrom(estate, held.to, 'readable-by'))
  if (readers.length > 0) return readers.map((link): CriterionItem => ({ about: link.from, values: ['provider'], at: link.claims.flatMap((claim) => claim.at) }))
  const stores = [id, ...partsOf(subject)(id).map((part) => part.id)].flatMap((part) => linksFrom(estate, part, 'key-management').filter((link) => link.state === 'active'))
  if (stores.length === 0) return [{ about: id, values: 'unknown', at: placesOf(subject, id) }]
  return stores.map(
    (link): CriterionItem => ({ about: link.to, values: [kindOf(link.to) === 'platform' ? 'own-product' : 'key-service'], at: link.claims.flatMap((claim) => claim.at) }),
  )
}

/** Whether logs, traces and bundles stay under the law of the EEA, for each destination. Without a destination nobody said where they go. */
function diagnostics(subject: Subject, id: ThingId): readonly CriterionItem[] {
  const units = [...leansOnOf(subject)(id)].filter((one) => kindOf(one) === 'unit')
  const links = [id, ...units].flatMap((one) => linksFrom(subject.estate, one, 'reports-to')).filter((link) => link.state === 'active' && !isOurs(subject, link.to))
  if (links.length === 0) return [{ about: id, values: 'unknown', at: placesOf(subject, id) }]
  return links.map((link): CriterionItem => {
    const at = link.claims.flatMap((claim) => claim.at)
    if (kindOf(link.to) === 'jurisdiction') return { about: link.to, values: [sideOf(subject, [link.to.slice('jurisdiction:'.length)], 'eea') ?? 'outside'], at }
    const reached = exposureOf(subject)(link.to).jurisdictions.filter((one) => one.phase === 'run' || one.phase === 'monitor')
    const side = (sure: boolean): string | undefined =>
      sideOf(
        subject,
        reached.filter((one) => !sure || !one.contested).map((one) => one.to.slice('jurisdiction:'.length)),
        'eea',
      )
    const found = [...new Set([side(true), side(false)].flatMap((one) => one ?? []))]
    return { about: link.to, values: found.length === 0 ? 'unknown' : found, at }
  })
}
