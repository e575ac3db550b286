import { type Claim, idOf } from '#estate/claim.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { needsOperator } from './api-groups.ts'
import { hostClaims } from './hosts.ts'
import { namespaceKey } from './identity.ts'
import { serviceId } from './scope.ts'
import { linkFrom, needs, placeOf, type Unit } from './unit.ts'
import { below, type Way, wayTo } from './way.ts'

/** That a group is there only because somebody's operator serves it; with the region beside it, where the object names one. */
export function operatorClaims(unit: Unit, group: string, how: { readonly way: Way; readonly kind?: string; readonly region?: string | undefined }): readonly Claim[] {
  const at = placeOf(unit, how.way)
  const signs = [
    signClaim(unit.id, { on: 'api-group', text: group }, { state: unit.state, at, ...(how.region === undefined ? {} : { value: how.region }) }),
    ...(how.kind === undefined ? [] : [signClaim(unit.id, { on: 'api-kind', text: `${group}/${how.kind}` }, { state: unit.state, at })]),
  ]
  // What runs goes on without its operator; what changes, heals or starts anew does not.
  return needsOperator(group) ? [...signs, linkFrom(unit, { to: idOf('operator', group), role: 'crd-operator', phase: 'deploy', at })] : signs
}

/** A definition of custom resources: its group is served here. */
export function definitionClaims(unit: Unit): readonly Claim[] {
  const spec = recordAt(unit.object.value, 'spec')
  const group = textAt(spec, 'group')
  const webhook = clientClaims(unit, recordAt(recordAt(spec['conversion'], 'webhook'), 'clientConfig'), wayTo('spec', 'conversion'))
  return group === undefined ? webhook : [...operatorClaims(unit, group, { way: below(below(undefined, 'spec'), 'group') }), ...webhook]
}

/** Whom the API server asks before it takes an object: a URL, or a Service of the cluster. */
export const webhookClaims = (unit: Unit): readonly Claim[] =>
  listAt(unit.object.value, 'webhooks').flatMap((hook, index) => clientClaims(unit, recordAt(hook, 'clientConfig'), wayTo('webhooks', index, 'clientConfig')))

/** Part of the API that a Service of the cluster answers for. */
export const apiServiceClaims = (unit: Unit): readonly Claim[] => clientClaims(unit, recordAt(unit.object.value, 'spec'), wayTo('spec'))

function clientClaims(unit: Unit, client: Record<string, unknown>, way: Way | undefined): readonly Claim[] {
  const at = placeOf(unit, way)
  const url = textAt(client, 'url')
  const service = client['service']
  const name = textAt(service, 'name')
  const called = url === undefined ? [] : urlsIn(url).flatMap((seen) => hostClaims(unit, seen.host, { at }))
  return [...called, ...(name === undefined || !isRecord(service) ? [] : needs(unit, serviceId(namespaceKey(textAt(service, 'namespace')), name), { at, phase: 'deploy' }))]
}

/** The name of a class of Ingresses or Gateways, and the controller that answers for it. */
export function classClaims(unit: Unit, on: 'ingress-class' | 'gateway-class'): readonly Claim[] {
  const spec = recordAt(unit.object.value, 'spec')
  const key = on === 'ingress-class' ? 'controller' : 'controllerName'
  const controller = textAt(spec, key)
  const named = signClaim(unit.id, { on, text: unit.object.name }, { state: unit.state, at: placeOf(unit, wayTo('metadata', 'name')) })
  if (controller === undefined) return [named]
  return [named, signClaim(unit.id, { on: 'spec-value', text: `${unit.object.kind}.spec.${key}=${controller}` }, { state: unit.state, at: placeOf(unit, wayTo('spec', key)) })]
}

/** By what an autoscaler measures: an external metric is somebody's service. */
export function autoscalerClaims(unit: Unit): readonly Claim[] {
  return listAt(recordAt(unit.object.value, 'spec'), 'metrics').flatMap((metric, index) =>
    ['external', 'object', 'pods'].flatMap((source) => {
      const of = recordAt(metric, source)
      const name = textAt(of['metric'], 'name') ?? textAt(of, 'metricName')
      if (name === undefined || (source !== 'external' && !/[/|.]/.test(name))) return []
      const text = `${unit.object.kind}.spec.metrics.${source}.metric.name=${name}`
      return [signClaim(unit.id, { on: 'spec-value', text }, { state: unit.state, at: placeOf(unit, wayTo('spec', 'metrics', index)) })]
    }),
  )
}
