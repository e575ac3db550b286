import { type Claim, keyOf, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { signClaim } from '#estate/signal.ts'
import { recordAt, textAt } from '#lang/json.ts'
import { containerClaims } from './containers.ts'
import { isOwnName } from './hosts.ts'
import { isAside, readObject } from './kinds.ts'
import { metadataClaims } from './metadata.ts'
import { placementClaims } from './nodes.ts'
import type { KubeObject } from './object.ts'
import { partClaims } from './pod-parts.ts'
import { referencesOf } from './references.ts'
import { isCustom, runsPods, type Scope, scaledBy, scopeOf } from './scope.ts'
import { joined, partOf, placeOf, type Read, type Unit } from './unit.ts'
import { thingOf } from './unit-thing.ts'
import { valueLimit, type Walked } from './walk.ts'
import { wayTo } from './way.ts'

/** What all objects of a file say. */
export function readObjects(objects: readonly KubeObject[]): Read {
  const scope = scopeOf(objects)
  const read = objects.filter((object) => !isAside(object) && !isRepeated(object, scope))
  // What others own is read after its owners, and only for what those do not say: a sidecar that was put into the Pod.
  const own = read.filter((object) => unitIdOf(object, scope) === object.id)
  const owned = read.filter((object) => unitIdOf(object, scope) !== object.id)
  const first = joined(own.map((object) => readOne(object, scope)))
  const known = new Set(owned.length === 0 ? [] : first.claims.map(textOf))
  const more = owned.map((object) => {
    const one = readOne(object, scope)
    const claims = one.claims.filter((claim) => !known.has(textOf(claim)))
    for (const claim of claims) known.add(textOf(claim))
    return { ...one, claims }
  })
  const all = joined([first, ...more, { claims: placements(read, scope), diagnostics: [] }])
  return { ...all, claims: all.claims.filter((claim) => claim.claim === 'thing' || !leadsNowhere(claim.to, scope)) }
}

/** A host that still is a variable of a shell or a template, and a Service under a name that could be a domain. */
const leadsNowhere = (to: ThingId, scope: Scope): boolean => /^(host|domain):.*[${}<>%()]/.test(to) || (to.startsWith('host:') && isOwnName(scope, keyOf(to)))

const textOf = (claim: Claim): string =>
  claim.claim === 'thing' ? `${claim.id}\n${claim.state}\n${JSON.stringify(claim.says ?? '')}` : `${claim.from}\n${claim.to}\n${claim.role}\n${claim.state}`

/** The Pods and sets that a controller makes are the controller's; anything else that is owned keeps its name. */
const unitIdOf = (object: KubeObject, scope: Scope): ThingId => (isCustom(object) || !runsPods(object) ? object.id : scope.unit(object))

/** Old ReplicaSets, and copies whose original stands in the same file. */
function isRepeated(object: KubeObject, scope: Scope): boolean {
  if (!/^(ReplicaSet|Job)$/.test(object.kind) || isCustom(object)) return false
  const unit = scope.unit(object)
  return unit !== object.id && (scope.byId.has(unit) || recordAt(object.value, 'spec')['replicas'] === 0)
}

const emptyWalk: Walked = { containers: [], parts: [], metadata: [], leaves: [], records: [], cut: false }

function readOne(object: KubeObject, scope: Scope): Read {
  const unit: Unit = { id: unitIdOf(object, scope), object, scope, state: scope.state(object) }
  const walked = runsPods(object) ? scope.walked(object) : emptyWalk
  const pods = joined(walked.containers.map((spot) => containerClaims(unit, spot)))
  const parts = walked.parts.flatMap((spot) => partClaims(unit, spot))
  const references = runsPods(object) ? referencesOf(object, walked).flatMap(({ id, way }) => partOf(unit, id, placeOf(unit, way))) : []
  const own = readObject(unit, walked)
  const said = [...pods.claims, ...parts, ...own.claims, ...metadataClaims(unit, walked), ...nameSigns(unit)]
  const around = [...references, ...ownerLinks(unit), ...scaledLinks(unit)]
  const faults = faultsOf(unit, walked)
  const thing = thingOf(unit, walked, said)
  return { claims: thing ? [thing, ...said, ...around] : [...said, ...around], diagnostics: [...pods.diagnostics, ...own.diagnostics, ...faults] }
}

/** An object without a name, which only a kubeconfig may be, and one that is larger than we read. */
function faultsOf({ object }: Unit, walked: Walked): readonly Diagnostic[] {
  const isNameless = object.name === '-' && object.kind !== 'Config'
  return [
    ...(isNameless ? [{ code: 'unexpected', severity: 'warning', ...object.place(wayTo('metadata')), values: { expected: 'metadata.name', found: '-' } } as const] : []),
    ...(walked.cut ? [{ code: 'limit', severity: 'warning', ...object.place(), values: { what: `${object.kind} ${object.name}`, limit: valueLimit } } as const] : []),
  ]
}

/** Objects of the cluster itself tell by their names which provider or tool put them there. */
function nameSigns({ id, object, state }: Unit): readonly Claim[] {
  if (!/^(kube-|gke-|openshift-|amazon-|azure-|calico-|tigera-)/.test(object.namespace) && !isCustom(object)) return []
  const text = `${object.kind} ${object.namespace === '-' ? '' : `${object.namespace}/`}${object.name}`
  return object.name === '-' ? [] : [signClaim(id, { on: 'object-name', text }, { state, at: object.place(wayTo('metadata', 'name')) })]
}

/** An object that another one made and that keeps its own name belongs to its maker. */
function ownerLinks(unit: Unit): readonly Claim[] {
  const { object, scope } = unit
  const owner = scope.unit(object)
  if (owner === object.id || /^(Pod|ReplicaSet)$/.test(object.kind)) return []
  const at = object.place(wayTo('metadata', 'ownerReferences'))
  return [{ claim: 'link', from: object.id, to: owner, role: 'part-of', state: unit.state, basis: 'observed', at: [at] }]
}

/** An autoscaler is there for what it scales. */
function scaledLinks(unit: Unit): readonly Claim[] {
  const target = scaledBy(unit.object)
  if (target === undefined) return []
  const common = { state: unit.state, basis: 'observed', at: [placeOf(unit, wayTo('spec'))] } as const
  const link: Claim = { claim: 'link', from: unit.id, to: target, role: 'part-of', ...common }
  // One that changes the size of each copy starts no new ones.
  return unit.object.kind === 'VerticalPodAutoscaler' ? [link] : [link, { claim: 'thing', id: target, says: { autoscaled: true }, ...common }]
}

/** On which nodes the Pods of each unit run. */
function placements(objects: readonly KubeObject[], scope: Scope): readonly Claim[] {
  const nodes = new Map<ThingId, { readonly unit: Unit; readonly nodes: Map<string, KubeObject> }>()
  for (const object of objects) {
    const node = object.kind === 'Pod' ? textAt(object.value['spec'], 'nodeName') : undefined
    if (node === undefined || scope.state(object) !== 'active') continue
    const id = scope.unit(object)
    const entry = nodes.get(id) ?? { unit: { id, object, scope, state: 'active' as const }, nodes: new Map<string, KubeObject>() }
    entry.nodes.set(node, object)
    nodes.set(id, entry)
  }
  return [...nodes.values()].flatMap((entry) => placementClaims(entry.unit, entry.nodes))
}
