import type { Claim } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { domainClaims, hostClaims } from './hosts.ts'
import { serviceId } from './scope.ts'
import { needs, placeOf, type Unit } from './unit.ts'
import { below, type Way, wayTo } from './way.ts'

/** How a Service is reached, and where it leads when that is outside. Which pods stand behind it is joined by their labels. */
export function serviceClaims(unit: Unit): readonly Claim[] {
  const spec = recordAt(unit.object.value, 'spec')
  const at = (key: string) => placeOf(unit, wayTo('spec', key))
  const type = textAt(spec, 'type')
  const classOf = textAt(spec, 'loadBalancerClass')
  const outside = type === 'ExternalName' ? textAt(spec, 'externalName') : undefined
  const host = outside === undefined ? undefined : readHost(outside)
  return [
    ...(type === 'LoadBalancer' ? [signClaim(unit.id, { on: 'spec-value', text: 'Service.spec.type=LoadBalancer' }, { state: unit.state, at: at('type') })] : []),
    ...(classOf === undefined ? [] : [signClaim(unit.id, { on: 'load-balancer-class', text: classOf }, { state: unit.state, at: at('loadBalancerClass') })]),
    ...(host ? hostClaims(unit, host, { at: at('externalName') }) : []),
    ...balancerClaims(unit),
  ]
}

/** The group strings that all pods of a Service bear. */
export function selectsOf(unit: Unit): readonly string[] {
  const selector = Object.entries(recordAt(recordAt(unit.object.value, 'spec'), 'selector'))
  return selector.length === 0 ? [] : [`namespace=${unit.object.namespace}`, ...selector.map(([key, value]) => `label:${key}=${value}`)]
}

/** In a running cluster the host that the provider gave to a load balancer tells whose it is. It is not called, so it is only a sign. */
function balancerClaims(unit: Unit): readonly Claim[] {
  return listAt(recordAt(recordAt(unit.object.value, 'status'), 'loadBalancer'), 'ingress').flatMap((one) => {
    const name = textAt(one, 'hostname')
    const host = name === undefined ? undefined : readHost(name)
    return host?.kind === 'public'
      ? [signClaim(unit.id, { on: 'host', text: host.name }, { state: unit.state, at: placeOf(unit, wayTo('status', 'loadBalancer', 'ingress')), value: host.name })]
      : []
  })
}

/** Hosts of an Ingress, its class, and the Services behind it. */
export function ingressClaims(unit: Unit): readonly Claim[] {
  const spec = recordAt(unit.object.value, 'spec')
  const way = below(undefined, 'spec')
  const classOf = textAt(spec, 'ingressClassName')
  const old = unit.object.annotations['kubernetes.io/ingress.class']
  const sign = (text: string, at: Way) => signClaim(unit.id, { on: 'ingress-class', text }, { state: unit.state, at: placeOf(unit, at) })
  const rules = listAt(spec, 'rules').flatMap((rule, index) => {
    const host = textAt(rule, 'host')
    return host === undefined ? [] : domainClaims(unit, host, { at: placeOf(unit, below(below(below(way, 'rules'), index), 'host')) })
  })
  const tls = listAt(spec, 'tls').flatMap((one, index) =>
    listAt(one, 'hosts').flatMap((host) => (typeof host === 'string' ? domainClaims(unit, host, { at: placeOf(unit, below(below(below(way, 'tls'), index), 'hosts')) }) : [])),
  )
  return [
    ...(classOf === undefined ? [] : [sign(classOf, below(way, 'ingressClassName'))]),
    ...(old === undefined ? [] : [sign(old, below(wayTo('metadata', 'annotations'), 'kubernetes.io/ingress.class'))]),
    ...rules,
    ...tls,
    ...backendsOf(unit).flatMap((name) => needs(unit, serviceId(unit.object.namespace, name), { at: placeOf(unit, way) })),
    ...balancerClaims(unit),
  ]
}

/** Names of the Services that an Ingress leads to. */
export function backendsOf(unit: Unit): readonly string[] {
  const spec = recordAt(unit.object.value, 'spec')
  const paths = listAt(spec, 'rules').flatMap((rule) => listAt(recordAt(rule, 'http'), 'paths'))
  const backends = [spec['defaultBackend'], spec['backend'], ...paths.map((path) => (isRecord(path) ? path['backend'] : undefined))]
  return [...new Set(backends.flatMap((backend) => textAt(recordAt(backend, 'service'), 'name') ?? textAt(backend, 'serviceName') ?? []))]
}

/** Addresses outside that somebody wrote behind a Service. Those of pods are inside, and the API server's own is the cluster's. */
export function endpointsClaims(unit: Unit): readonly Claim[] {
  if (unit.object.name === 'kubernetes') return []
  const { value } = unit.object
  const written = [
    ...listAt(value, 'subsets').flatMap((subset) => listAt(subset, 'addresses').flatMap((one) => [textAt(one, 'hostname'), textAt(one, 'ip')])),
    ...listAt(value, 'endpoints').flatMap((one) => listAt(one, 'addresses')),
  ]
  return [...new Set(written)].flatMap((text) => {
    const host = typeof text === 'string' ? readHost(text) : undefined
    return host?.kind === 'public' ? hostClaims(unit, host, { at: placeOf(unit, below(undefined, 'subsets' in value ? 'subsets' : 'endpoints')) }) : []
  })
}
