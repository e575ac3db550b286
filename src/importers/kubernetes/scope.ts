import { type State, stronger, type ThingId } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { isOwnGroup } from './api-groups.ts'
import { referredId, unitId, unitOf } from './identity.ts'
import type { KubeObject } from './object.ts'
import { referencesOf } from './references.ts'
import { stateOf } from './state.ts'
import { type Walked, walk } from './walk.ts'

/** What the objects of one file say of each other. Other files are joined by ids alone. */
export interface Scope {
  readonly objects: readonly KubeObject[]
  readonly byId: ReadonlyMap<ThingId, KubeObject>
  readonly namespaces: ReadonlySet<string>
  /** Names by which Services and the organisation's own domains are called, in lower case. */
  readonly insideNames: ReadonlySet<string>
  /** The object behind each of the organisation's own domains. */
  readonly domains: ReadonlyMap<string, ThingId>
  /** Objects that run something, by what they refer to: the Deployments that use a ConfigMap. */
  readonly usersOf: ReadonlyMap<ThingId, readonly KubeObject[]>
  readonly scaling: ReadonlyMap<ThingId, Scaling>
  walked(object: KubeObject): Walked
  unit(object: KubeObject): ThingId
  state(object: KubeObject): State
}

/** What an autoscaler says of the object it scales. */
export interface Scaling {
  /** Whether it may start copies where none runs. */
  readonly fromZero: boolean
  /** Whether it is told to keep none running. */
  readonly held: boolean
  /** How many copies it keeps at the least, where it says so and it is more than none. */
  readonly atLeast?: number
}

/** Groups whose objects the API server itself acts upon hold nothing unknown beside their pods. */
export const isCustom = (object: KubeObject): boolean => !isOwnGroup(object.group) || (object.group === '' && object.kind === 'Config')

export function scopeOf(objects: readonly KubeObject[]): Scope {
  const byId = new Map(objects.map((object) => [object.id, object]))
  const walks = new Map<KubeObject, Walked>()
  const walked = (object: KubeObject): Walked => {
    const found = walks.get(object) ?? walk(object, isCustom(object))
    walks.set(object, found)
    return found
  }
  const domains = domainsOf(objects)
  const scaling = scalingOf(objects)
  const usersOf = new Map<ThingId, KubeObject[]>()
  for (const object of objects) {
    for (const { id } of runsPods(object) ? referencesOf(object, walked(object)) : []) {
      const list = usersOf.get(id)
      if (list) list.push(object)
      else usersOf.set(id, [object])
    }
  }
  const own = (object: KubeObject): State => stateOf(object, scaling.get(object.id))
  return {
    objects,
    byId,
    namespaces: new Set(objects.flatMap((object) => (object.kind === 'Namespace' && object.group === '' ? [object.name] : object.namespace === '-' ? [] : [object.namespace]))),
    insideNames: new Set([...domains.keys(), ...objects.flatMap(serviceNames)]),
    domains,
    usersOf,
    scaling,
    walked,
    unit: (object) => unitOf(object, byId),
    // What is only used by something that is switched off is off with it.
    state: (object) => {
      const users = isSupport(object) ? (usersOf.get(object.id) ?? []) : []
      return users.length === 0 ? own(object) : users.map(own).reduce(stronger)
    },
  }
}

const podKinds = /^(Pod|PodTemplate|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|CronJob|ReplicationController)$/

/** Whether an object of Kubernetes' own, or a custom resource, may hold pods. */
export const runsPods = (object: KubeObject): boolean => isCustom(object) || (podKinds.test(object.kind) && /^(|apps|batch|extensions)$/.test(object.group))

/** Whether an object is there for those that use it. */
const isSupport = (object: KubeObject): boolean => object.group === '' && /^(ConfigMap|Secret|ServiceAccount|PersistentVolumeClaim)$/.test(object.kind)

/** A Service is called by its name, and from other namespaces by more of it; endings in `.svc` and below are known by their form. */
function serviceNames(object: KubeObject): readonly string[] {
  if (object.kind !== 'Service') return []
  const name = object.name.toLowerCase()
  return [name, `${name}.${object.namespace}`]
}

/** Hosts of Ingresses, Routes, HTTPRoutes and what else has them in the usual places. */
function domainsOf(objects: readonly KubeObject[]): ReadonlyMap<string, ThingId> {
  const domains = new Map<string, ThingId>()
  for (const object of objects) {
    if (!/Ingress$|Route$/.test(object.kind)) continue
    const spec = recordAt(object.value, 'spec')
    const hosts = [spec['host'], ...listAt(spec, 'hostnames'), ...listAt(spec, 'rules').map((rule) => (isRecord(rule) ? rule['host'] : undefined))]
    for (const text of hosts) {
      const host = typeof text === 'string' ? readHost(text) : undefined
      if (host?.kind === 'public' && !domains.has(host.name)) domains.set(host.name, object.id)
    }
  }
  return domains
}

/** Autoscalers by what they scale. */
function scalingOf(objects: readonly KubeObject[]): ReadonlyMap<ThingId, Scaling> {
  const scaling = new Map<ThingId, Scaling>()
  for (const object of objects) {
    const target = scaledBy(object)
    if (target === undefined) continue
    const paused = object.annotations['autoscaling.keda.sh/paused-replicas']
    const spec = recordAt(object.value, 'spec')
    const least = spec['minReplicas'] ?? spec['minReplicaCount']
    scaling.set(target, { fromZero: object.kind === 'ScaledObject', held: paused === '0', ...(typeof least === 'number' && least > 0 ? { atLeast: least } : {}) })
  }
  return scaling
}

/** The id of what an autoscaler scales; nothing for other objects. */
export function scaledBy(object: KubeObject): ThingId | undefined {
  if (!/^(HorizontalPodAutoscaler|ScaledObject|VerticalPodAutoscaler|MultidimPodAutoscaler)$/.test(object.kind)) return undefined
  const spec = recordAt(object.value, 'spec')
  const target = recordAt(spec, 'scaleTargetRef')
  const found = textAt(target, 'name') === undefined ? recordAt(spec, 'targetRef') : target
  const name = textAt(found, 'name')
  return name === undefined ? undefined : referredId(object, { kind: textAt(found, 'kind') ?? 'Deployment', name })
}

/** The Service of a name in a namespace, whether or not somebody describes it. */
export const serviceId = (namespace: string, name: string): ThingId => unitId(namespace, 'Service', name.toLowerCase())
