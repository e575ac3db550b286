import { type Claim, keyOf, type Says } from '#estate/claim.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { alwaysPulled } from './images.ts'
import { isOfCluster } from './kinds.ts'
import { groupsOf } from './metadata.ts'
import { nodeSays } from './nodes.ts'
import { textsAt } from './object.ts'
import { isCustom, serviceId } from './scope.ts'
import { backendsOf, selectsOf } from './services.ts'
import type { Unit } from './unit.ts'
import type { Walked } from './walk.ts'
import { namesOf } from './way.ts'

/** Routes lead to what is served behind them, and belong with it. */
const leading = /Ingress|Route$|VirtualService|HTTPProxy|Mapping$|MultiClusterService$/

/**
 * That an object is there, and what is said of it as a whole.
 *
 * @param said what it says beside: an object that says nothing and runs nothing is left out
 */
export function thingOf(unit: Unit, walked: Walked, said: readonly Claim[]): Claim | undefined {
  const { object } = unit
  // A Pod that others own speaks for them, under their name.
  const [kind = object.kind, name = object.name] = unit.id === object.id ? [] : keyOf(unit.id).split('/').slice(-2)
  const isRunning = runs(unit, walked, said)
  const selects = object.kind === 'Service' && !isCustom(object) ? selectsOf(unit) : []
  if (!isRunning && said.length === 0 && selects.length === 0) return undefined
  const says: Says = {
    type: kind,
    groups: groupsOf(unit, walked, {
      name: isRunning && kind !== 'Node' ? name : undefined,
      labels: selectedLabels(unit),
      before: beforeOf(unit, said),
      ofCluster: isOfCluster(object),
    }),
    ...(isRunning ? {} : { runs: false }),
    ...(selects.length === 0 ? {} : { selects }),
    ...(isRunning ? runningSays(unit, walked) : {}),
    ...(object.kind === 'Node' ? nodeSays(object) : {}),
  }
  return { claim: 'thing', id: unit.id, name, says, state: unit.state, basis: 'observed', at: [object.place()] }
}

const podKinds = /^(Pod|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|CronJob|ReplicationController|Node)$/
/** Fields of custom resources that only something has that runs or is run for us. */
const runningFields = /^(replicas|instances|numberOfInstances|nodeSets|nodeCount|members|pools|forProvider|pipelines|podTemplate|persistence|volumeClaimTemplates?)$/

function runs(unit: Unit, walked: Walked, said: readonly Claim[]): boolean {
  if (!isCustom(unit.object)) return podKinds.test(unit.object.kind)
  if (/Policy$/.test(unit.object.kind)) return false
  if (walked.containers.length > 0 || said.some((claim) => claim.claim === 'link' && (claim.role === 'image' || claim.role === 'ai-model'))) return true
  if (walked.parts.some((spot) => spot.key === 'tolerations' || spot.key === 'storageClassName' || spot.key === 'serviceAccountName')) return true
  return [...walked.leaves, ...walked.records].some((spot) => runningFields.test(spot.key) && namesOf(spot.way)[0] === 'spec')
}

/** Labels by which an object in which nothing runs chooses others. */
function selectedLabels({ object }: Unit): Readonly<Record<string, string>> {
  const spec = recordAt(object.value, 'spec')
  const selector = spec['selector']
  const labels = isRecord(selector) && isRecord(selector['matchLabels']) ? selector['matchLabels'] : object.kind === 'Service' ? selector : undefined
  return textsAt(labels)
}

/** The units that a route leads to, or the Secret that is made of it. */
function beforeOf(unit: Unit, said: readonly Claim[]): readonly string[] {
  const { kind, namespace } = unit.object
  if (kind === 'Ingress' && !isCustom(unit.object)) return backendsOf(unit).map((name) => serviceId(namespace, name))
  const to = leading.test(kind)
    ? said.flatMap((claim) => (claim.claim === 'link' && claim.role === 'needs' && claim.from === unit.id && claim.to.includes('/Service/') ? [claim.to] : []))
    : []
  const made = said.flatMap((claim) => (claim.claim === 'link' && claim.role === 'needs' && claim.to === unit.id && claim.from.includes('/Secret/') ? [claim.from] : []))
  return [...new Set([...to, ...made])].slice(0, 4)
}

function runningSays(unit: Unit, walked: Walked): Says {
  const { object, scope } = unit
  const spec = recordAt(object.value, 'spec')
  const scaling = scope.scaling.get(unit.id)
  const replicas = [...['replicas', 'instances', 'numberOfInstances'].map((name) => spec[name]), scaling?.atLeast].find(
    (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  )
  const policy = pullPolicy(walked)
  const version = isCustom(object) ? versionOf(unit, walked) : undefined
  return {
    ...(typeof replicas === 'number' ? { replicas } : {}),
    ...(policy === undefined ? {} : { 'pull-policy': policy }),
    ...(version === undefined ? {} : { engine: object.kind.toLowerCase(), 'engine-version': version }),
  }
}

/** `Always` as soon as one container asks the registry at every start, because it says so or because its tag floats. */
function pullPolicy(walked: Walked): string | undefined {
  const policies = walked.containers.map(({ value }) => {
    const image = textAt(value, 'image')
    return textAt(value, 'imagePullPolicy') ?? (image !== undefined && alwaysPulled(image) ? 'Always' : undefined)
  })
  return policies.includes('Always') ? 'Always' : policies.find((policy) => policy !== undefined)
}

/** The release that a resource asks its operator for: `spec.version`, or one step further down. */
function versionOf(unit: Unit, walked: Walked): string | undefined {
  const found = walked.leaves.find((leaf) => {
    const names = namesOf(leaf.way)
    return leaf.key === 'version' && names[0] === 'spec' && names.length <= 3 && /^v?\d+(\.\d+)*/.test(String(leaf.value))
  })
  const desired = textAt(recordAt(recordAt(unit.object.value, 'status'), 'desired'), 'version') ?? textAt(recordAt(unit.object.value, 'metadata'), 'version')
  return found === undefined ? desired : String(found.value)
}
