import { groupBy, uniqueBy } from '#lang/group.ts'
import { type Claim, idOf, kindOf, type ThingId } from './claim.ts'
import type { Estate, Thing } from './estate.ts'
import { linksFrom, linksTo, thingsOfKind } from './estate.ts'
import { said, saidList } from './said.ts'
import { isStatedUnit } from './stated-units.ts'

/** Group keys by which units without a declared workload are put together, the strongest first. */
const groupKeys = [
  'label:app.kubernetes.io/part-of',
  'project',
  'namespace',
  'label:application',
  'label:app.kubernetes.io/instance',
  'label:app.kubernetes.io/name',
  'label:app',
  'label:k8s-app',
  'module',
  'domain',
  'name',
  'purl',
  'build',
]

/** Namespaces and modules that say nothing about what belongs together. */
const mute = /^(namespace=(default|-)?|module=(root)?|project=-?)$/

/**
 * Which unit belongs to which workload: what the organisation declares first (`match` in deltaplan.yaml), then the field's
 * own labels. A unit in which nothing runs makes no workload: it goes where the units go that it is part of, selects or stands before
 * (`unit=` among its groups), or joins a workload that its own labels name; the bill or the recipe of something that is not shown stands for it. Units without any of these go
 * with what they need or what needs them, or stand together as `ungrouped`. Where nothing is declared, each workload stands as its own function, so that there is something to answer about.
 *
 * @param selections links from units to those they select (`selections.ts`), which are where they belong
 * @param services workloads that others run (`service-workloads.ts`)
 */
export function workloadClaims(estate: Estate, selections: readonly Claim[] = [], services: readonly Claim[] = []): readonly Claim[] {
  const declared = declaredOf(thingsOfKind(estate, 'workload'))
  const units = thingsOfKind(estate, 'unit').filter((unit) => !isStatedUnit(unit.id) && isDescribed(unit))
  const selected = groupBy(
    selections.flatMap((claim) => (claim.claim === 'link' ? [claim] : [])),
    (link) => link.from,
  )
  const grouping: Grouping = { estate, declared, selected, founded: new Set(units.filter(runs).flatMap((unit) => keysOf(unit).slice(0, 1))) }
  const claims = units.flatMap((unit) => membership(unit, grouping))
  const hasFunctions = thingsOfKind(estate, 'function').length > 0
  return hasFunctions ? claims : [...claims, ...ownFunctions(estate, [...claims, ...services])]
}

/** Whether somebody says what a unit is. One that others only mention, or only add a word to, is not there for all we know. */
export const isDescribed = (unit: Thing): boolean => unit.claims.some((claim) => claim.name !== undefined || claim.says?.['groups'] !== undefined)

/** Whether something runs under a unit's name. Left out, it does. */
export const runs = (unit: Thing): boolean => said(unit, 'runs').every((one) => one.value !== false)

interface Grouping {
  readonly estate: Estate
  readonly declared: Declared
  readonly selected: ReadonlyMap<ThingId, readonly { readonly to: ThingId }[]>
  /** Group keys of the units in which something runs. */
  readonly founded: ReadonlySet<string>
}

function membership(unit: Thing, grouping: Grouping): readonly Claim[] {
  const at = unit.claims[0]?.at ?? []
  const owners = declaredFor(unit, grouping)
  if (owners.length > 0) {
    return owners.map((thing) => ({ claim: 'link', from: unit.id, to: thing.id, role: 'part-of', state: unit.state, basis: 'declared', at: thing.claims[0]?.at ?? at }))
  }
  return inferredFor(unit, grouping).flatMap(({ id, name }): readonly Claim[] => [
    ...(grouping.estate.things.get(id)?.basis === 'declared' ? [] : [{ claim: 'thing', id, name, state: unit.state, basis: 'inferred', at } as const]),
    { claim: 'link', from: unit.id, to: id, role: 'part-of', state: unit.state, basis: 'inferred', at },
  ])
}

/** What the organisation declares to belong to which workload: whole texts are looked up, the few others are tried one by one. */
interface Declared {
  readonly things: readonly Thing[]
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly open: readonly (readonly [wanted: string, at: number])[]
}

function declaredOf(things: readonly Thing[]): Declared {
  const wanted = things.flatMap((thing, at) => saidList(thing, 'match').map((text) => [text, at] as const))
  const isOpen = ([text]: readonly [string, number]): boolean => text.endsWith('*') || text.startsWith('purl=')
  const exact = groupBy(
    wanted.filter((one) => !isOpen(one)),
    ([text]) => text,
  )
  return { things, exact: new Map([...exact].map(([text, list]) => [text, list.map(([, at]) => at)])), open: wanted.filter(isOpen) }
}

function declaredFor(unit: Thing, { declared }: Grouping): readonly Thing[] {
  if (declared.exact.size + declared.open.length === 0) return []
  const groups = saidList(unit, 'groups')
  const found = new Set([...groups, `unit=${unit.id}`].flatMap((group) => declared.exact.get(group) ?? []))
  for (const [wanted, at] of declared.open) if (!found.has(at) && groups.some((group) => fits(group, wanted))) found.add(at)
  return [...found].sort((a, b) => a - b).flatMap((at) => declared.things[at] ?? [])
}

interface Named {
  readonly id: ThingId
  readonly name: string
}

function inferredFor(unit: Thing, grouping: Grouping): readonly Named[] {
  const [key] = keysOf(unit)
  if (runs(unit)) {
    const same = key === undefined || ofBill.test(key) ? runningSame(unit, grouping) : []
    if (same.length > 0) return same
    return key === undefined ? besideOf(unit, grouping) : [workloadOf(key)]
  }
  const around = aroundOf(unit, grouping, [unit.id])
  return around.length > 0 ? around : [workloadOf(ownKey(unit, grouping))]
}

/** The key of a unit in which nothing runs: that of a workload which its labels name, or what it is a bill or a recipe of. */
const ownKey = (unit: Thing, { founded }: Grouping): string | undefined => keysOf(unit).find((key) => founded.has(key)) ?? keysOf(unit).find((key) => ofRecipe.test(key))

/** Groups by which a bill of materials names what it is of; a recipe is also told by the file that it stands in. */
const ofBill = /^(name|purl)=/
const ofRecipe = /^(name|purl|build)=/

/** A bill of materials of an image goes with what runs that image. */
function runningSame(unit: Thing, grouping: Grouping): readonly Named[] {
  const images = linksFrom(grouping.estate, unit.id, 'image').map((link) => link.to)
  const others = images.flatMap((image) => linksTo(grouping.estate, image, 'image').map((link) => grouping.estate.things.get(link.from)))
  const placed = others.filter((other) => other !== undefined && other.id !== unit.id && !ofBill.test(keysOf(other)[0] ?? ''))
  return uniqueBy(
    placed.flatMap((other) => workloadsOf(other, grouping)),
    (one) => one.id,
  )
}

/** How far a unit without a group looks for units that have one. */
const hops = 3

/** A unit that no label puts anywhere goes with the nearest units that it needs, or else with those that need it; or it stands alone. */
function besideOf(unit: Thing, grouping: Grouping): readonly Named[] {
  const { estate } = grouping
  const ways = [(id: ThingId) => linksFrom(estate, id, 'needs').map((link) => link.to), (id: ThingId) => linksTo(estate, id, 'needs').map((link) => link.from)]
  for (const way of ways) {
    const seen = new Set<ThingId>([unit.id])
    for (let ring: readonly ThingId[] = [unit.id], hop = 0; hop < hops; hop++) {
      ring = [...new Set(ring.flatMap(way))].filter((id) => kindOf(id) === 'unit' && !isStatedUnit(id) && !seen.has(id))
      for (const id of ring) seen.add(id)
      const found = ring.flatMap((id) => workloadsOf(estate.things.get(id), grouping))
      if (found.length > 0) return uniqueBy(found, (one) => one.id)
    }
  }
  return [workloadOf(undefined)]
}

/** The workloads that a unit is put in by the organisation's word or its own labels. */
function workloadsOf(unit: Thing | undefined, grouping: Grouping): readonly Named[] {
  if (unit === undefined || !isDescribed(unit) || !runs(unit)) return []
  const owners = declaredFor(unit, grouping)
  if (owners.length > 0) return owners.map((thing) => ({ id: thing.id, name: thing.name }))
  return keysOf(unit).slice(0, 1).map(workloadOf)
}

/** At most so many units are asked one after the other where a unit belongs: no honest chain of them is longer. */
const furthest = 6

/** The workloads of the units that one is part of, selects or stands before, and of those around them. @param road from the unit that asks down to this one */
function aroundOf(unit: Thing, grouping: Grouping, road: readonly ThingId[]): readonly Named[] {
  const holders = [...linksFrom(grouping.estate, unit.id, 'part-of'), ...(grouping.selected.get(unit.id) ?? [])].map((link) => link.to)
  const before = saidList(unit, 'groups').flatMap((group) => (group.startsWith('unit=') ? [group.slice('unit='.length) as ThingId] : []))
  const found = [...holders, ...before].flatMap((id): readonly Named[] => {
    const other = grouping.estate.things.get(id)
    if (other?.kind !== 'unit' || road.includes(id) || road.length > furthest) return []
    const owners = declaredFor(other, grouping)
    if (owners.length > 0) return owners.map((thing) => ({ id: thing.id, name: thing.name }))
    if (isDescribed(other) && runs(other)) return [workloadOf(keysOf(other)[0])]
    const around = aroundOf(other, grouping, [...road, id])
    const own = ownKey(other, grouping)
    return around.length > 0 || own === undefined ? around : [workloadOf(own)]
  })
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

/** The group keys of a unit that say something, the strongest first. */
function keysOf(unit: Thing): readonly string[] {
  const groups = saidList(unit, 'groups')
  return groupKeys.flatMap((wanted) => groups.find((group) => group.startsWith(`${wanted}=`) && !mute.test(group)) ?? [])
}

const workloadOf = (key: string | undefined): Named =>
  key === undefined ? { id: idOf('workload', 'ungrouped'), name: 'ungrouped' } : { id: idOf('workload', key.replace('=', '/')), name: key.slice(key.indexOf('=') + 1) }

/** A declared purl stands for all its versions; everything else has to be the same text, or end in a `*`. */
function fits(group: string, wanted: string): boolean {
  if (wanted.endsWith('*')) return group.startsWith(wanted.slice(0, -1))
  return group === wanted || (wanted.startsWith('purl=') && group.startsWith(`${wanted}@`))
}

function ownFunctions(estate: Estate, claims: readonly Claim[]): readonly Claim[] {
  const workloads = new Map<ThingId, Claim>()
  for (const thing of thingsOfKind(estate, 'workload')) {
    const claim = thing.claims.find((one) => one.name !== undefined) ?? thing.claims[0]
    if (claim) workloads.set(thing.id, claim)
  }
  for (const claim of claims) if (claim.claim === 'thing' && !workloads.has(claim.id)) workloads.set(claim.id, claim)
  return [...workloads].flatMap(([id, claim]): readonly Claim[] => {
    const own = idOf('function', id.slice('workload:'.length))
    const name = claim.claim === 'thing' ? claim.name : undefined
    return [
      { claim: 'thing', id: own, state: claim.state, basis: 'inferred', at: claim.at, ...(name === undefined ? {} : { name }) },
      { claim: 'link', from: id, to: own, role: 'serves', state: claim.state, basis: 'inferred', at: claim.at },
    ]
  })
}
