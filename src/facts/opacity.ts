import { isFilePlace, keyOf, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo, thingsOfKind } from '#estate/estate.ts'
import { floats, readImageReference } from '#estate/identifiers/image-reference.ts'
import { saidText } from '#estate/said.ts'
import { by } from '#lang/compare.ts'
import { uniqueBy } from '#lang/group.ts'
import { once } from '#lang/once.ts'
import { servicesBehind } from './behind.ts'
import { unitsOf } from './leaning.ts'
import { isOpenSource } from './open-source.ts'
import type { Subject } from './subject.ts'
import { knownAs } from './twins.ts'
import { partsOf, placesOf } from './workload-parts.ts'

/** Ways in which nobody can look into something: from the most telling to the least. */
export const opaqueWays = ['closed-source', 'no-sbom', 'floating-tag', 'unknown-supplier', 'unknown-place'] as const
export type OpaqueWay = (typeof opaqueWays)[number]

/** Something that cannot be looked into. `certain` is false where nobody says whether it can. */
export interface Opaque {
  readonly workload: ThingId
  readonly way: OpaqueWay
  readonly thing: ThingId
  readonly certain: boolean
  readonly at: readonly Origin[]
}

/** Everything opaque in the workloads that are in use, once per workload, way and thing. */
export const opacity = once((subject: Subject): readonly Opaque[] => {
  const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
  const found = workloads.flatMap((one) => {
    const parts = partsOf(subject)(one.id).map((part) => part.id)
    const services = [...new Set(parts.flatMap((id) => servicesOf(subject, id)))]
    return [
      ...[...parts.filter((id) => kindOf(id) === 'platform'), ...known(subject, services)].flatMap((id) => closed(subject, one.id, id)),
      ...parts.filter((id) => kindOf(id) === 'image').flatMap((id) => [...withoutBill(subject, one.id, id), ...floating(subject, one.id, id)]),
      ...services.flatMap((id) => nobodyBehind(subject, one.id, id)),
      ...nowhere(subject, one.id, services),
    ]
  })
  return uniqueBy(found, (one) => `${one.workload}\n${one.way}\n${one.thing}`).sort(by((one) => `${one.workload}\n${opaqueWays.indexOf(one.way)}\n${one.thing}`))
})

/** What others run for a part, or what it calls: services, hosts and registries, active ones alone. */
const servicesOf = (subject: Subject, id: ThingId): readonly ThingId[] =>
  linksFrom(subject.estate, id)
    .filter((link) => link.state === 'active' && ['service', 'host', 'registry'].includes(kindOf(link.to)) && link.role !== 'hints-at')
    .map((link) => link.to)

/** The services among some things, under the names by which they are known, so that two names of one count once. */
const known = (subject: Subject, ids: readonly ThingId[]): readonly ThingId[] => [...new Set(ids.flatMap((id) => (kindOf(id) === 'service' ? [knownAs(subject, id)] : [])))]

const found = (subject: Subject, workload: ThingId, way: OpaqueWay, thing: ThingId, certain = true): readonly Opaque[] => [
  { workload, way, thing, certain, at: placesOf(subject, thing).filter(isFilePlace) },
]

function closed(subject: Subject, workload: ThingId, id: ThingId): readonly Opaque[] {
  const open = isOpenSource(subject, id)
  return open === true ? [] : found(subject, workload, 'closed-source', id, open === false)
}

/** An image of which no file lists the contents. */
function withoutBill(subject: Subject, workload: ThingId, id: ThingId): readonly Opaque[] {
  const twins = [id, ...linksFrom(subject.estate, id, 'same-as').map((link) => link.to), ...linksTo(subject.estate, id, 'same-as').map((link) => link.from)]
  const listed = twins.some((one) => subject.estate.contentsOf.has(one) || linksFrom(subject.estate, one, 'contains').some((link) => kindOf(link.to) === 'package'))
  return listed ? [] : found(subject, workload, 'no-sbom', id)
}

function floating(subject: Subject, workload: ThingId, id: ThingId): readonly Opaque[] {
  const image = readImageReference(keyOf(id))
  const digest = saidText(subject.estate.things.get(id), 'digest') ?? image?.digest
  return image && floats({ ...image, ...(digest === undefined ? {} : { digest }) }) ? found(subject, workload, 'floating-tag', id) : []
}

/** A service, host or registry behind which no party stands, or only one whose seat nobody knows. Behind a name at which the estate itself answers stands nobody else. */
function nobodyBehind(subject: Subject, workload: ThingId, id: ThingId): readonly Opaque[] {
  if (kindOf(id) === 'host' && linksFrom(subject.estate, id, 'needs').some((link) => kindOf(link.to) === 'unit')) return []
  const entry = subject.knowledge.services.get(keyOf(id))
  // A technology that the estate itself may run has no party of its own.
  if (kindOf(id) === 'service' && entry !== undefined && entry.operator === undefined) return []
  return isSomebodyBehind(subject, id, new Set()) ? [] : found(subject, workload, 'unknown-supplier', id)
}

function isSomebodyBehind(subject: Subject, id: ThingId, seen: Set<ThingId>): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  if (kindOf(id) === 'party' && linksFrom(subject.estate, id, 'seated-in').length > 0) return true
  const behind = [...servicesBehind(subject, id), ...linksFrom(subject.estate, id, 'operated-by', 'same-as').map((link) => link.to)]
  return behind.some((one) => isSomebodyBehind(subject, one, seen))
}

/** A workload of which neither a part nor a service says where it runs. */
function nowhere(subject: Subject, workload: ThingId, services: readonly ThingId[]): readonly Opaque[] {
  const units = unitsOf(subject, workload)
  const placed = [workload, ...units, ...services].some((id) =>
    linksFrom(subject.estate, id, 'region', 'runs-in', 'location-country').some((link) => link.state === 'active' && kindOf(link.to) !== 'host'),
  )
  return placed || units.length + services.length === 0 ? [] : found(subject, workload, 'unknown-place', workload)
}
