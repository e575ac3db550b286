import { type Claim, idOf, type Says, type ThingId } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { recordAt, textAt } from '#lang/json.ts'
import { unitId } from './identity.ts'
import type { KubeObject } from './object.ts'
import { placeOf, type Unit } from './unit.ts'
import { wayTo } from './way.ts'

/** Names under which the clouds' own controllers give ids to machines, where the cloud is known by another. */
const cloudNames: ReadonlyMap<string, string> = new Map([
  ['gce', 'gcp'],
  ['ocid1', 'oci'],
])

/** The cloud in a node's `providerID` (`aws:///eu-west-1a/i-1`). Nothing for machines that no cloud knows. */
function cloudOf(object: KubeObject): string | undefined {
  const id = textAt(recordAt(object.value, 'spec'), 'providerID') ?? ''
  const scheme = /^([a-z][a-z0-9-]*):\/\//.exec(id)?.[1] ?? /^(ocid1)\./.exec(id)?.[1]
  return scheme === undefined || /^(kind|k3s|k3d|minikube|vsphere|harvester|metal3|baremetal|unknown)$/.test(scheme) ? undefined : (cloudNames.get(scheme) ?? scheme)
}

/** Region of a node as its labels say, under the name of its cloud: `aws:eu-west-1`. A zone is not a region. */
function regionOf(object: KubeObject): string | undefined {
  const region = object.labels['topology.kubernetes.io/region'] ?? object.labels['failure-domain.beta.kubernetes.io/region']
  const cloud = cloudOf(object)
  return region === undefined || region === '' || cloud === undefined ? undefined : `${cloud}:${region.toLowerCase()}`
}

/** Where a machine of the cluster stands, and what it runs on. */
export function nodeClaims(unit: Unit): readonly Claim[] {
  const { object, state } = unit
  const info = recordAt(recordAt(object.value, 'status'), 'nodeInfo')
  const infoSigns = ['osImage', 'kubeletVersion', 'containerRuntimeVersion', 'kernelVersion'].flatMap((key) => {
    const text = textAt(info, key)
    const at = placeOf(unit, wayTo('status', 'nodeInfo', key))
    return text === undefined ? [] : [signClaim(unit.id, { on: 'spec-value', text: `Node.status.nodeInfo.${key}=${text}` }, { state, at })]
  })
  const system = systemOf(object)
  const systemAt = placeOf(unit, wayTo('status', 'nodeInfo', 'osImage'))
  const systemSigns =
    system.name === undefined
      ? []
      : [
          signClaim(
            unit.id,
            { on: 'spec-value', text: `operating-system.name=${system.name}` },
            { state, at: systemAt, ...(system.version === undefined ? {} : { value: system.version }) },
          ),
        ]
  const cloud = cloudOf(object)
  const region = regionOf(object)
  const at = placeOf(unit, wayTo('spec', 'providerID'))
  const common = { claim: 'link', from: unit.id, state, basis: 'observed' } as const
  const label = placeOf(unit, wayTo('metadata', 'labels', 'topology.kubernetes.io/region'))
  return [
    ...infoSigns,
    ...systemSigns,
    ...(cloud === undefined ? [] : [signClaim(unit.id, { on: 'spec-value', text: `Node.spec.providerID=${cloud}` }, { state, at })]),
    ...(region === undefined ? [] : [{ ...common, to: idOf('place', region), role: 'region', at: [label] } as const]),
  ]
}

/** The system of a machine by its name and release, and the Kubernetes on it. */
export function nodeSays(object: KubeObject): Says {
  const { name, version } = systemOf(object)
  const kubelet = textAt(recordAt(recordAt(object.value, 'status'), 'nodeInfo'), 'kubeletVersion')
  return {
    'one-of-several': true,
    ...(name === undefined ? {} : { 'os-name': name }),
    ...(version === undefined ? {} : { 'os-version': version }),
    ...(kubelet === undefined ? {} : { engine: 'kubernetes', 'engine-version': kubelet }),
  }
}

/** `Ubuntu 22.04.4 LTS`, `Talos (v1.7.1)`, `Bottlerocket OS 1.19.4 (aws-k8s-1.28)`: a name, and the first number behind it. */
function systemOf(object: KubeObject): { readonly name?: string; readonly version?: string } {
  const text = (textAt(recordAt(recordAt(object.value, 'status'), 'nodeInfo'), 'osImage') ?? '').slice(0, 200)
  const at = text.search(/\s\(?v?\d/)
  const name = (at < 0 ? text : text.slice(0, at)).trim().replace(/ OS$/, '')
  const version = at < 0 ? undefined : /\d[\w.+-]*/.exec(text.slice(at))?.[0]
  return { ...(name === '' ? {} : { name }), ...(version === undefined ? {} : { version }) }
}

/**
 * Pods that run say on which nodes. The unit needs one of them to be there, so all of them stand under a unit of their own of which
 * one is enough.
 */
export function placementClaims(unit: Unit, nodes: ReadonlyMap<string, KubeObject>): readonly Claim[] {
  if (nodes.size === 0) return []
  const group: ThingId = `${unit.id}/nodes`
  const places = [...nodes].map(([name, pod]) => ({ to: unitId('-', 'Node', name), at: [pod.place(wayTo('spec', 'nodeName'))] }))
  const common = { claim: 'link', state: unit.state, basis: 'observed', role: 'needs' } as const
  return [
    { claim: 'thing', id: group, says: { 'at-least': 1 }, state: unit.state, basis: 'observed', at: places[0]?.at ?? [] },
    { ...common, from: unit.id, to: group, at: places[0]?.at ?? [] },
    ...places.map((place) => ({ ...common, from: group, ...place })),
  ]
}
