import type { Claim } from '#estate/claim.ts'
import { idOf, weaker } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { hostClaims } from './hosts.ts'
import { unitId } from './identity.ts'
import { inTreeDrivers } from './in-tree-drivers.ts'
import { textsAt } from './object.ts'
import { linkFrom, needs, placeOf, type Unit } from './unit.ts'
import type { Spot } from './walk.ts'
import { below, type Way } from './way.ts'

/** What the keys of a pod beside its containers say: on which nodes it runs, on which storage, over which name servers. */
export function partClaims(unit: Unit, spot: Spot): readonly Claim[] {
  const { key, value, way } = spot
  if (key === 'nodeSelector') return Object.entries(textsAt(value)).flatMap(([name, text]) => nodeSign(unit, { key: name, values: [text] }, spot, below(way, name)))
  if (key === 'nodeAffinity') return affinityClaims(unit, spot)
  if (key === 'tolerations') return itemsOf(value, way).flatMap(({ item, at }) => tolerationClaims(unit, item, spot, at))
  if (key === 'storageClassName') return typeof value === 'string' ? storageClassClaims(unit, value, spot) : []
  if (key === 'volumes') return itemsOf(value, way).flatMap(({ item, at }) => volumeClaims(unit, item, spot, at))
  if (key === 'dnsConfig') return listAt(value, 'nameservers').flatMap((server) => addressClaims(unit, server, spot))
  return []
}

const itemsOf = (value: unknown, way: Way): readonly { readonly item: unknown; readonly at: Way }[] =>
  (Array.isArray(value) ? value : []).map((item: unknown, index) => ({ item, at: below(way, index) }))

/** Labels that every node bears. */
const ordinary = /^((beta\.)?kubernetes\.io\/(os|arch|hostname)|node-role\.kubernetes\.io\/.*)$/
/** Of a long list of values only so many are told. */
const mostValues = 8

function nodeSign(unit: Unit, label: { readonly key: string; readonly values: readonly string[] }, spot: Spot, at: Way): readonly Claim[] {
  if (ordinary.test(label.key)) return []
  const how = { state: weaker(unit.state, spot.state), at: placeOf(unit, at) }
  const sign = { on: 'node-selector', text: label.key } as const
  return label.values.length === 0 ? [signClaim(unit.id, sign, how)] : label.values.slice(0, mostValues).map((value) => signClaim(unit.id, sign, { ...how, value }))
}

/** Terms that must hold and terms that would be liked alike; what is to be avoided says nothing of where it runs. */
function affinityClaims(unit: Unit, spot: Spot): readonly Claim[] {
  const required = listAt(recordAt(spot.value, 'requiredDuringSchedulingIgnoredDuringExecution'), 'nodeSelectorTerms')
  const preferred = listAt(spot.value, 'preferredDuringSchedulingIgnoredDuringExecution').map((one) => recordAt(one, 'preference'))
  return [...required, ...preferred].flatMap((term) =>
    listAt(term, 'matchExpressions').flatMap((one) => {
      const key = textAt(one, 'key')
      const operator = textAt(one, 'operator') ?? 'In'
      if (key === undefined || !/^(In|Exists)$/.test(operator)) return []
      return nodeSign(unit, { key, values: operator === 'In' ? listAt(one, 'values').filter((text) => typeof text === 'string') : [] }, spot, spot.way)
    }),
  )
}

function tolerationClaims(unit: Unit, toleration: unknown, spot: Spot, at: Way): readonly Claim[] {
  const key = textAt(toleration, 'key')
  if (key === undefined || /^node(-role)?\.(kubernetes\.io|cloudprovider)|^CriticalAddonsOnly$/.test(key)) return []
  const value = textAt(toleration, 'value')
  return [signClaim(unit.id, { on: 'toleration-key', text: key }, { state: weaker(unit.state, spot.state), at: placeOf(unit, at), ...(value === undefined ? {} : { value }) })]
}

/** A storage class by its name, and the object that defines it, in this file or another. */
export function storageClassClaims(unit: Unit, name: string, spot: Spot): readonly Claim[] {
  if (name.trim() === '' || /[${}<>\s]/.test(name)) return []
  const at = placeOf(unit, spot.way)
  return [
    linkFrom(unit, { to: idOf('storage-class', name), role: 'storage-class', at, state: spot.state }),
    ...needs(unit, unitId('-', 'StorageClass', name), { at, state: spot.state }),
  ]
}

/** Volumes that are mounted straight from somewhere: a driver, a server, a disk of a cloud. */
export function volumeClaims(unit: Unit, volume: unknown, spot: Spot, at: Way): readonly Claim[] {
  if (!isRecord(volume)) return []
  const how = { state: weaker(unit.state, spot.state), at: placeOf(unit, at) }
  const driver = textAt(volume['csi'], 'driver') ?? textAt(volume['flexVolume'], 'driver')
  const server = textAt(volume['nfs'], 'server')
  const inTree = Object.keys(volume).flatMap((key) => inTreeDrivers.get(key) ?? [])
  return [
    ...(driver === undefined ? [] : [signClaim(unit.id, { on: 'csi-driver', text: driver }, how)]),
    ...inTree.map((text) => signClaim(unit.id, { on: 'provisioner', text }, how)),
    ...(server === undefined ? [] : addressClaims(unit, server, spot)),
  ]
}

function addressClaims(unit: Unit, text: unknown, spot: Spot): readonly Claim[] {
  const host = typeof text === 'string' ? readHost(text) : undefined
  return host ? hostClaims(unit, host, { at: placeOf(unit, spot.way), state: spot.state }) : []
}
