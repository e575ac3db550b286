import { type Basis, firmer, isFilePlace, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo, thingsOfKind } from '#estate/estate.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { exposureOf } from './exposure.ts'
import { unitsOf } from './leaning.ts'
import { idsOf } from './road.ts'
import type { Subject } from './subject.ts'

/** Where logs, traces, crash reports or support bundles of some workloads go. */
export interface DiagnosticsDestination {
  readonly to: ThingId
  readonly workloads: readonly ThingId[]
  readonly basis: Basis
  /** Who runs the destination itself, and the countries whose law surely reaches it; both empty where nobody knows. */
  readonly parties: readonly ThingId[]
  readonly jurisdictions: readonly ThingId[]
  readonly at: readonly Origin[]
}

/** By destination, read from agents and exporters in the artifacts and from what teams say of themselves. */
export const diagnosticsDestinations = once((subject: Subject): readonly DiagnosticsDestination[] => {
  const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
  const rows = workloads.flatMap((one) =>
    [one.id, ...unitsOf(subject, one.id)].flatMap((id) =>
      linksFrom(subject.estate, id, 'reports-to')
        .filter((link) => link.state === 'active' && !isOurs(subject, link.to))
        .map((link) => ({ workload: one.id, link })),
    ),
  )
  return [...groupBy(rows, ({ link }) => link.to)].sort(by(([to]) => to)).map(([to, list]) => ({
    to,
    workloads: [...new Set(list.map(({ workload }) => workload))],
    basis: list.map(({ link }) => link.basis).reduce(firmer),
    parties: exposureOf(subject)(to)
      .parties.filter(
        (one) =>
          linksFrom(subject.estate, one.to, 'same-as').length === 0 &&
          !idsOf(one.road)
            .slice(1, -1)
            .some((step) => isKnownParty(subject, step)),
      )
      .map((one) => one.to),
    jurisdictions: jurisdictionsOf(subject, to),
    at: list.flatMap(({ link }) => link.claims.flatMap((claim) => claim.at)),
  }))
})

/** A destination may be stated as a country outright. */
function jurisdictionsOf(subject: Subject, to: ThingId): readonly ThingId[] {
  const reached = exposureOf(subject)(to).jurisdictions.filter((one) => !one.contested && (one.phase === 'run' || one.phase === 'monitor'))
  return [...new Set([...(kindOf(to) === 'jurisdiction' ? [to] : []), ...reached.map((one) => one.to)])]
}

/** An owner stands behind another party of the road; a twin under another name does not count as one. */
const isKnownParty = (subject: Subject, id: ThingId): boolean => kindOf(id) === 'party' && linksFrom(subject.estate, id, 'same-as').length === 0

/** A unit of the estate that collects for others is no destination: what it sends on is. */
export const isOurs = (subject: Subject, id: ThingId): boolean =>
  kindOf(id) === 'unit' && linksTo(subject.estate, id, 'part-of').length + linksFrom(subject.estate, id, 'part-of').length > 0

/** Places in files that prove a destination. */
export const provenAt = (one: DiagnosticsDestination): readonly Origin[] => one.at.filter(isFilePlace)
