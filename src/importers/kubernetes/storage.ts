import type { Claim } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { recordAt, textAt } from '#lang/json.ts'
import { textsAt } from './object.ts'
import { storageClassClaims, volumeClaims } from './pod-parts.ts'
import { placeOf, type Unit } from './unit.ts'
import { below, type Way, wayTo } from './way.ts'

/** What a StorageClass is made by, with its parameters. */
export function storageClassObject(unit: Unit): readonly Claim[] {
  const { value } = unit.object
  const provisioner = textAt(value, 'provisioner')
  const how = (way: Way) => ({ state: unit.state, at: placeOf(unit, way) })
  const parameters = Object.entries(textsAt(value['parameters'])).flatMap(([key, text]) =>
    text === '' || text.length > 200 || /secret/i.test(key)
      ? []
      : [signClaim(unit.id, { on: 'spec-value', text: `StorageClass.parameters.${key}=${text}` }, how(below(below(undefined, 'parameters'), key)))],
  )
  return [...(provisioner === undefined ? [] : [signClaim(unit.id, { on: 'provisioner', text: provisioner }, how(below(undefined, 'provisioner')))]), ...parameters]
}

/** A volume that is there already: on which driver or disk, and of which class. */
export function persistentVolume(unit: Unit): readonly Claim[] {
  const spec = recordAt(unit.object.value, 'spec')
  const way = below(undefined, 'spec')
  const spot = { key: 'spec', value: spec, way, state: unit.state }
  const name = textAt(spec, 'storageClassName')
  return [...volumeClaims(unit, spec, spot, way), ...(name === undefined ? [] : storageClassClaims(unit, name, { ...spot, way: below(way, 'storageClassName') }))]
}

/** The name of a driver that is registered with the cluster. */
export const csiDriverObject = (unit: Unit): readonly Claim[] => [
  signClaim(unit.id, { on: 'csi-driver', text: unit.object.name }, { state: unit.state, at: placeOf(unit, wayTo('metadata', 'name')) }),
]
