import { type State, weaker } from '#estate/claim.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { KubeObject } from './object.ts'
import type { Scaling } from './scope.ts'

/** Fields of a custom resource that say how many copies run. */
const counts = ['replicas', 'instances', 'numberOfInstances', 'size', 'count', 'nodeCount', 'parallelism'] as const
/** Fields by which something is stopped and stays as it is. */
const stopped = ['suspend', 'suspended', 'shutdown', 'stopped', 'pause', 'hibernate', 'hibernated', 'disabled'] as const
/** `paused` stops what starts things from time to time. Elsewhere it stops only the operator's hand, and what runs goes on. */
const pausable = /Schedule|Cron|ScaledJob|Connector|Trigger|Subscription|Sensor|Automation$/

/**
 * Whether an object is in use: one that is scaled to zero, suspended, shut down or hibernated is not, and neither is a Pod or a
 * Job that has come to its end. A Deployment whose rollout is paused runs on.
 */
export function stateOf(object: KubeObject, scaling: Scaling | undefined): State {
  const spec = recordAt(object.value, 'spec')
  if (scaling?.held || object.annotations['autoscaling.keda.sh/paused-replicas'] === '0') return 'inactive'
  if (counts.some((name) => isZero(spec[name])) && scaling?.fromZero !== true) return 'inactive'
  if (stopped.some((name) => isOn(spec[name])) || (isOn(spec['paused']) && pausable.test(object.kind))) return 'inactive'
  if (isOff(spec['enabled']) || isOff(spec['running']) || /^(halted|stopped|off|hibernating|poweredoff)$/i.test(textAt(spec, 'runStrategy') ?? textAt(spec, 'powerState') ?? '')) {
    return 'inactive'
  }
  // A chart's own test runs when somebody asks for it.
  if (/^test(-success|-failure)?$/.test(object.annotations['helm.sh/hook'] ?? '')) return 'inactive'
  const asleep = Object.entries(object.annotations).some(([key, value]) => /hibernat/.test(key) && /^(on|true|enabled)$/i.test(value))
  return weaker(asleep ? 'inactive' : 'active', isOver(object) ? 'inactive' : 'active')
}

const isZero = (value: unknown): boolean => value === 0 || value === '0'
const isOn = (value: unknown): boolean => value === true || (typeof value === 'string' && /^(true|on|yes)$/i.test(value))
const isOff = (value: unknown): boolean => value === false || value === 'false'

/** A Pod or a Job that has run and will not run again. */
function isOver(object: KubeObject): boolean {
  const status = recordAt(object.value, 'status')
  if (object.kind === 'Pod') return /^(Succeeded|Failed)$/.test(textAt(status, 'phase') ?? '')
  if (object.kind !== 'Job') return false
  return listAt(status, 'conditions').some((one) => isRecord(one) && /^(Complete|Failed)$/.test(String(one['type'])) && one['status'] === 'True')
}
