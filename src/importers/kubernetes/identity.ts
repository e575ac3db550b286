import { idOf, type ThingId } from '#estate/claim.ts'
import { isRecord, listAt, textAt } from '#lang/json.ts'
import type { KubeObject } from './object.ts'

/** The namespace of an object that names none. `default` is what `kubectl` takes then, so the two are one. */
const noNamespace = '-'

export const namespaceKey = (namespace: string | undefined): string => (namespace === undefined || namespace === '' || namespace === 'default' ? noNamespace : namespace)

/**
 * The id of an object: two files that describe it name it alike. The API group is left out, since most references do without it.
 */
export const unitId = (namespace: string, kind: string, name: string): ThingId => idOf('unit', `kubernetes/${namespace}/${kind}/${name}`)

/** Kinds that lie in no namespace, whoever refers to them. */
const clusterWide = /^(Cluster[A-Z]\w*|Node|Namespace|PersistentVolume|StorageClass|IngressClass|GatewayClass|CSIDriver|VolumeSnapshotClass|PriorityClass|RuntimeClass)$/
/** Begin with the word and lie in a namespace all the same. */
const ofNamespaces = /^Cluster(ServiceVersion|Deployment|Claim|Class|ResourceSet)?$/

/** The id of what a reference names, from an object in some namespace. */
export const referredId = (from: KubeObject, to: { readonly kind: string; readonly name: string; readonly namespace?: string | undefined }): ThingId =>
  unitId(clusterWide.test(to.kind) && !ofNamespaces.test(to.kind) ? noNamespace : to.namespace === undefined ? from.namespace : namespaceKey(to.namespace), to.kind, to.name)

/** More owners above one another than any controller makes. */
const highest = 8

/**
 * The unit an object is part of: itself, or the topmost of its owners. The Pods and ReplicaSets that a Deployment makes are that
 * Deployment. Where an owner stands in another file, its own owner follows from the names that the controllers of Kubernetes give.
 */
export function unitOf(object: KubeObject, byId: ReadonlyMap<ThingId, KubeObject>): ThingId {
  let at = object
  for (let height = 0; height < highest; height++) {
    const owner = ownerOf(at)
    if (!owner) return staticPod(at) ?? at.id
    const id = referredId(at, owner)
    const above = byId.get(id)
    if (!above || above === at) return ownerOfUnseen(at, owner) ?? id
    at = above
  }
  return at.id
}

/** A static Pod is named after its node as well; on every node it is the same program. */
function staticPod(object: KubeObject): ThingId | undefined {
  const node = object.kind === 'Pod' ? textAt(object.value['spec'], 'nodeName') : undefined
  return node !== undefined && object.name.endsWith(`-${node}`) ? unitId(object.namespace, object.kind, object.name.slice(0, -node.length - 1)) : undefined
}

interface Owner {
  readonly kind: string
  readonly name: string
}

function ownerOf(object: KubeObject): Owner | undefined {
  const owners = listAt(object.value['metadata'], 'ownerReferences').filter(isRecord)
  const owner = owners.find((one) => one['controller'] === true) ?? owners[0]
  const [kind, name] = [textAt(owner, 'kind'), textAt(owner, 'name')]
  // A static Pod belongs to its Node, and yet it is what runs.
  return kind === undefined || name === undefined || kind === 'Node' ? undefined : { kind, name }
}

/** The owner of an owner that we do not see: the Deployment of a ReplicaSet, the CronJob of a Job (named by the minute since 1970). */
function ownerOfUnseen(object: KubeObject, owner: Owner): ThingId | undefined {
  const name = (kind: string, text: string): ThingId => unitId(object.namespace, kind, text)
  if (owner.kind === 'ReplicaSet') {
    for (const [label, kind] of [
      ['pod-template-hash', 'Deployment'],
      ['rollouts-pod-template-hash', 'Rollout'],
    ] as const) {
      const hash = object.labels[label]
      if (hash !== undefined && owner.name.endsWith(`-${hash}`)) return name(kind, owner.name.slice(0, -hash.length - 1))
    }
  }
  const cron = owner.kind === 'Job' ? /^(.+)-(2[6-9]\d{6}|3\d{7})$/.exec(owner.name)?.[1] : undefined
  return cron === undefined ? undefined : name('CronJob', cron)
}
