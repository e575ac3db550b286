import { type State, weaker } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import type { KubeObject } from './object.ts'
import { below, type Way } from './way.ts'

/** A value met on the way down into an object. */
export interface Spot {
  readonly key: string
  readonly value: unknown
  readonly way: Way
  /** Weaker than the object's own where a switch around it is off. */
  readonly state: State
}

/** What an object holds, by what kind of thing it is, wherever it stands. */
export interface Walked {
  /** Records of the form of a container: in pod templates, and as tasks, steps and the like of custom resources. */
  readonly containers: readonly Spot[]
  /** Keys of a pod that say on which nodes, with which volumes and as whom it runs. */
  readonly parts: readonly Spot[]
  /** `metadata` of templates. */
  readonly metadata: readonly Spot[]
  /** Plain values beyond those, of custom resources only. */
  readonly leaves: readonly Spot[]
  /** Records and lists, of custom resources only. */
  readonly records: readonly Spot[]
  readonly cut: boolean
}

/** More values than an object of an honest file has. What comes after is said to be unread. */
export const valueLimit = 20_000
const deepest = 60

const partKeys: ReadonlySet<string> = new Set([
  'nodeSelector',
  'nodeAffinity',
  'tolerations',
  'serviceAccountName',
  'serviceAccount',
  'imagePullSecrets',
  'volumes',
  'hostAliases',
  'dnsConfig',
  'nodeName',
  'storageClassName',
])
/** What the API server or a schema adds, and what says nothing of what runs. */
const passedOver: ReadonlySet<string> = new Set(['status', 'managedFields', 'ownerReferences', 'openAPIV3Schema'])

const containerKeys =
  /^(command|args|env|envFrom|script|source|ports|resources|volumeMounts|imagePullPolicy|workingDir|livenessProbe|readinessProbe|securityContext|lifecycle|name)$/
const containerLists = /^(initContainers|containers|ephemeralContainers|sidecars|sideCars|steps|extraContainers|userContainers)$/
/** Keys of a container that are read as such. */
const readWithContainer = /^(image|env|envFrom|command|args|script|lifecycle|imagePullPolicy|livenessProbe|readinessProbe|startupProbe|securityContext|ports|volumeMounts)$/

/** Walks an object once, from its top, without what the server says of it (`status`) and what it is called (`metadata`). */
export function walk(object: KubeObject, isCustom: boolean): Walked {
  const walker = { containers: [], parts: [], metadata: [], leaves: [], records: [], left: valueLimit, isCustom }
  for (const [key, value] of Object.entries(object.value)) {
    if (key !== 'apiVersion' && key !== 'kind' && key !== 'metadata' && !passedOver.has(key)) visit(walker, { key, value, way: below(undefined, key), state: 'active' }, 1)
  }
  return { ...walker, cut: walker.left <= 0 }
}

interface Walker {
  readonly containers: Spot[]
  readonly parts: Spot[]
  readonly metadata: Spot[]
  readonly leaves: Spot[]
  readonly records: Spot[]
  readonly isCustom: boolean
  left: number
}

function visit(walker: Walker, spot: Spot, depth: number): void {
  const { value, key, way } = spot
  if (walker.left-- <= 0 || depth > deepest) return
  if (Array.isArray(value)) {
    if (walker.isCustom && value.some(isRecord)) walker.records.push(spot)
    for (const [index, item] of value.entries()) visit(walker, { key, value: item, way: below(way, index), state: spot.state }, depth + 1)
  } else if (isRecord(value)) visitRecord(walker, { ...spot, value }, depth)
  else if (walker.isCustom && value !== null && value !== undefined) walker.leaves.push(spot)
}

function visitRecord(walker: Walker, spot: Spot & { readonly value: Record<string, unknown> }, depth: number): void {
  const { value, key, way } = spot
  const state: State = depth > 1 && isSwitchedOff(value) ? weaker(spot.state, 'inactive') : spot.state
  const isContainer = hasFormOfContainer(value, key)
  if (isContainer) walker.containers.push({ ...spot, state })
  if (walker.isCustom) walker.records.push({ ...spot, state })
  const row = nameOfRow(value)
  for (const [name, inner] of Object.entries(value)) {
    const next: Spot = { key: name === 'value' ? (row ?? name) : name, value: inner, way: below(way, name), state }
    if (passedOver.has(name) || (isContainer && (readWithContainer.test(name) || (name === 'source' && typeof inner === 'string')))) continue
    if (partKeys.has(name)) walker.parts.push(next)
    else if (name === 'metadata' && isMetadata(inner)) walker.metadata.push(next)
    else visit(walker, next, depth + 1)
  }
}

/** A container has an image and something to do; in a list that is called so, a name will do: patches leave the image out. */
function hasFormOfContainer(value: Record<string, unknown>, key: string): boolean {
  const hasImage = typeof value['image'] === 'string'
  // Resources hand variables on to the pods they make.
  if (isListOfNamed(value['env'])) return true
  if (containerLists.test(key) && typeof value['name'] === 'string') return hasImage || 'env' in value || 'command' in value || 'args' in value || 'script' in value
  return hasImage && Object.keys(value).some((name) => containerKeys.test(name))
}

const isListOfNamed = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every((item) => isRecord(item) && typeof item['name'] === 'string')

/** In a list of `{name, value}` the name is what a value is called by. */
const nameOfRow = (value: Record<string, unknown>): string | undefined => (typeof value['name'] === 'string' && typeof value['value'] === 'string' ? value['name'] : undefined)

/** What every object calls so, and not the parameters that a resource of KEDA calls so too. */
const isMetadata = (value: unknown): boolean => isRecord(value) && ['labels', 'annotations', 'name', 'creationTimestamp', 'namespace', 'generateName'].some((key) => key in value)

const isFalse = (value: unknown): boolean => value === false || value === 'false'
const isTrue = (value: unknown): boolean => value === true || value === 'true'

/** Whether a part of a custom resource is switched off. */
const isSwitchedOff = (value: Record<string, unknown>): boolean => isFalse(value['enabled']) || isFalse(value['enable']) || isTrue(value['disabled']) || isTrue(value['disable'])
