import type { Claim, FilePlace, State, ThingId } from '#estate/claim.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { isReporting } from '../settings.ts'
import { isOwnName } from './hosts.ts'
import { namespaceKey } from './identity.ts'
import { serviceId } from './scope.ts'
import { linkFrom, needs, type Unit } from './unit.ts'

interface NameSeen {
  readonly at: FilePlace
  readonly state: State
  /** The setting whose value the text is. */
  readonly setting?: string
  /** Whether logs, traces, metrics or alerts go there; left out, the name of the setting decides. */
  readonly reports?: boolean
  /** Whether the text can only be the name of a Service. */
  readonly isService?: boolean
}

/** Settings whose value may be the bare name of a service. */
const namesHost = /(HOST|HOSTS|HOSTNAME|SERVER|SERVERS|UR[LI]|ADDR|ADDRESS|ENDPOINT|BROKER|BROKERS|DSN|PEER|NODES?|UPSTREAM|CONNECTION(_STRING)?|PROXY|SERVICE|GATEWAY)S?$/i
const longest = 20_000
const mostWords = 400

/**
 * The Services of the estate that a text names, as links of need: by URL, by `name:port`, by a name within the cluster. A name that
 * plainly is a Service's leads there whether or not this file describes it; a bare word counts only where it does.
 */
export function servicesNamed(unit: Unit, text: string, seen: NameSeen): readonly Claim[] {
  const found = new Set<ThingId>()
  const cut = text.slice(0, longest)
  const urls = cut.includes('://') ? urlsIn(cut) : []
  for (const { host, scheme } of urls) if (!/^(file|unix|arn|s3a?|gs|oci|docker)$/.test(scheme)) add(found, serviceOf(unit, host.name), true)
  if (seen.isService === true) add(found, serviceOf(unit, text), true)
  else if (urls.length === 0) for (const word of wordsOf(cut)) addWord(unit, found, word, seen)
  const reports = seen.reports ?? (seen.setting !== undefined && isReporting(seen.setting))
  const how = { at: seen.at, state: seen.state, ...(reports ? { phase: 'monitor' as const } : {}) }
  return [...found].flatMap((id) => [
    ...needs(unit, id, how),
    ...(reports && id !== unit.id ? [linkFrom(unit, { to: id, role: 'reports-to', at: seen.at, state: seen.state })] : []),
  ])
}

const wordsOf = (text: string): readonly string[] => text.split(/[\s,;|@"'`()[\]{}=<>/]+/).slice(0, mostWords)

function addWord(unit: Unit, found: Set<ThingId>, word: string, seen: NameSeen): void {
  const [, name = '', port] = /^([a-z0-9_][\w.-]{0,252})(:\d{1,5})?$/i.exec(word) ?? []
  if (name === '') return
  const isWhole = seen.setting !== undefined
  // What looks like a port may be the tag of an image: `postgres:16`.
  const isPort = port !== undefined && Number(port.slice(1)) > 21 && !/image/i.test(seen.setting ?? '')
  if (/\.svc(\.|$)/.test(name) || (isPort && isWhole && /[a-z]/i.test(name))) add(found, serviceOf(unit, name), true)
  else if (isPort || name.includes('.') || (isWhole && namesHost.test(seen.setting ?? ''))) add(found, serviceOf(unit, name), false)
}

interface Found {
  readonly id: ThingId
  readonly isDescribed: boolean
}

function add(found: Set<ThingId>, service: Found | undefined, isSure: boolean): void {
  if (service && (isSure || service.isDescribed)) found.add(service.id)
}

/**
 * What answers to a host name within the cluster (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/).
 *
 * @returns nothing for the machine itself, for addresses, and for names outside
 */
function serviceOf(unit: Unit, host: string): Found | undefined {
  const { scope, object } = unit
  const name = host.toLowerCase().replace(/\.$/, '')
  const domain = scope.domains.get(name)
  if (domain !== undefined) return { id: domain, isDescribed: true }
  // The API server is the cluster itself.
  if (/^(localhost|kubernetes(\.default(\.svc.*)?)?)$/.test(name) || !/^[a-z0-9_.-]*[a-z][a-z0-9_.-]*$/.test(name)) return undefined
  const labels = name.split('.')
  const svc = labels.indexOf('svc')
  const at = (namespace: string, service: string): Found => {
    const id = serviceId(namespaceKey(namespace), service)
    return { id, isDescribed: scope.byId.has(id) }
  }
  if (svc >= 2) return at(labels[svc - 1] ?? '', labels[svc - 2] ?? '')
  const [first = '', second = '', third] = labels
  if (second === '') return at(object.namespace === '-' ? '' : object.namespace, first)
  if (third !== undefined) {
    const behind = at(third, second)
    return labels.length === 3 && behind.isDescribed ? behind : undefined
  }
  const across = at(second, first)
  if (across.isDescribed || isOwnName(scope, name)) return across
  // A Pod of a StatefulSet stands before the name of its Service.
  const own = at(object.namespace === '-' ? '' : object.namespace, second)
  return own.isDescribed ? own : undefined
}
