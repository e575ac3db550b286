import { signClaim } from '#estate/signal.ts'
import { recordAt, textAt } from '#lang/json.ts'
import { apiServiceClaims, autoscalerClaims, classClaims, definitionClaims, webhookClaims } from './cluster.ts'
import { configMapClaims } from './config-map.ts'
import { customClaims } from './custom.ts'
import { referenceClaims } from './custom-references.ts'
import { nodeClaims } from './nodes.ts'
import type { KubeObject } from './object.ts'
import { storageClassClaims } from './pod-parts.ts'
import { isCustom } from './scope.ts'
import { secretClaims } from './secrets.ts'
import { endpointsClaims, ingressClaims, serviceClaims } from './services.ts'
import { csiDriverObject, persistentVolume, storageClassObject } from './storage.ts'
import { joined, nothing, placeOf, type Read, type Unit } from './unit.ts'
import type { Walked } from './walk.ts'
import { wayTo } from './way.ts'

/** Kinds of Kubernetes' own that say who may do what, what the server keeps for itself, or what is to be kept apart. */
const aside =
  /^(Role|ClusterRole|RoleBinding|ClusterRoleBinding|Event|Lease|ControllerRevision|LimitRange|ResourceQuota|PriorityClass|RuntimeClass|NetworkPolicy|PodDisruptionBudget|PodSecurityPolicy|CSINode|CSIStorageCapacity|VolumeAttachment|VolumeAttributesClass|FlowSchema|PriorityLevelConfiguration|TokenReview|TokenRequest|\w*SubjectAccessReview|SelfSubject\w+|CertificateSigningRequest|ComponentStatus|Binding|NodeMetrics|PodMetrics|Status|IPAddress|ServiceCIDR|StorageVersion\w*|ValidatingAdmissionPolicy\w*|ResourceSlice|DeviceClass)$/

/** Whether nothing in an object tells of a dependency. */
export const isAside = (object: KubeObject): boolean => !isCustom(object) && aside.test(object.kind)

/** Kinds that belong to the cluster as a whole. */
export const isOfCluster = (object: KubeObject): boolean =>
  !isCustom(object) && /^(Node|PersistentVolume|StorageClass|IngressClass|CSIDriver|CustomResourceDefinition|APIService|\w+WebhookConfiguration)$/.test(object.kind)

/** What an object says by its own kind, beyond its pods, its labels and its annotations. */
export function readObject(unit: Unit, walked: Walked): Read {
  if (isCustom(unit.object)) return customObject(unit, walked)
  const claims = (list: Read['claims']): Read => ({ claims: list, diagnostics: [] })
  switch (unit.object.kind) {
    case 'Service':
      return claims(serviceClaims(unit))
    case 'Ingress':
      return claims(ingressClaims(unit))
    case 'ConfigMap':
      return configMapClaims(unit)
    case 'Secret':
      return secretClaims(unit)
    case 'Endpoints':
    case 'EndpointSlice':
      return claims(endpointsClaims(unit))
    case 'Node':
      return claims(nodeClaims(unit))
    case 'PersistentVolumeClaim':
      return claims(claimedStorage(unit))
    case 'PersistentVolume':
      return claims(persistentVolume(unit))
    case 'StorageClass':
      return claims(storageClassObject(unit))
    case 'CSIDriver':
      return claims(csiDriverObject(unit))
    case 'IngressClass':
      return claims(classClaims(unit, 'ingress-class'))
    case 'HorizontalPodAutoscaler':
      return claims(autoscalerClaims(unit))
    case 'CustomResourceDefinition':
      return claims(definitionClaims(unit))
    case 'APIService':
      return claims(apiServiceClaims(unit))
    case 'MutatingWebhookConfiguration':
    case 'ValidatingWebhookConfiguration':
      return claims(webhookClaims(unit))
    default:
      return nothing
  }
}

function customObject(unit: Unit, walked: Walked): Read {
  const { kind, value } = unit.object
  const driver = /SnapshotClass$/.test(kind) ? textAt(value, 'driver') : undefined
  const more = [
    ...(kind === 'GatewayClass' ? classClaims(unit, 'gateway-class') : []),
    ...(driver === undefined ? [] : [signClaim(unit.id, { on: 'csi-driver', text: driver }, { state: unit.state, at: placeOf(unit, wayTo('driver')) })]),
    ...referenceClaims(unit, walked),
  ]
  return joined([customClaims(unit, walked), { claims: more, diagnostics: [] }])
}

function claimedStorage(unit: Unit): Read['claims'] {
  const way = wayTo('spec', 'storageClassName')
  const name = textAt(recordAt(unit.object.value, 'spec'), 'storageClassName')
  return name === undefined || !way ? [] : storageClassClaims(unit, name, { key: 'storageClassName', value: name, way, state: unit.state })
}
