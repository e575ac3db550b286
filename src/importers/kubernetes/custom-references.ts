import { type Claim, weaker } from '#estate/claim.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { referredId, unitId } from './identity.ts'
import { needs, partOf, placeOf, type Unit } from './unit.ts'
import type { Walked } from './walk.ts'
import { wayTo } from './way.ts'

/** The kind that a reference means where it names none. */
const kindOfKey: ReadonlyMap<string, string> = new Map([
  ['backendRef', 'Service'],
  ['backendRefs', 'Service'],
  ['serviceRef', 'Service'],
  ['parentRef', 'Gateway'],
  ['parentRefs', 'Gateway'],
  ['issuerRef', 'Issuer'],
  ['secretStoreRef', 'SecretStore'],
  ['taskRef', 'Task'],
  ['pipelineRef', 'Pipeline'],
  ['workflowTemplateRef', 'WorkflowTemplate'],
  ['providerConfigRef', 'ProviderConfig'],
  ['infrastructureRef', 'InfrastructureRef'],
  ['imageCatalogRef', 'ImageCatalog'],
])
/** What scales or restarts another object is there for it, not the other way round. */
const driven = /^(scaleTargetRef|targetRef|targetRefs|workloadRef)$/

/** What a custom resource refers to by name: the objects it needs, and the Secrets and ConfigMaps it is given. */
export function referenceClaims(unit: Unit, walked: Walked): readonly Claim[] {
  const records = walked.records.flatMap((spot) => {
    if (!isRecord(spot.value)) return []
    const name = textAt(spot.value, 'name')
    const at = placeOf(unit, spot.way)
    if (name === undefined) return []
    const given = /(^|[a-z])secret(Key)?(Ref|Selector)$/i.test(spot.key) ? 'Secret' : /(^|[a-z])config_?map(Key)?(Ref|Selector)$/i.test(spot.key) ? 'ConfigMap' : undefined
    if (given !== undefined) return partOf(unit, unitId(unit.object.namespace, given, name), at)
    const kind = textAt(spot.value, 'kind') ?? kindOfKey.get(spot.key)
    if (!/Refs?$/.test(spot.key) || kind === undefined || driven.test(spot.key)) return []
    const id = referredId(unit.object, { kind, name, namespace: textAt(spot.value, 'namespace') })
    return needs(unit, id, { at, state: spot.state, phase: phaseOf(kind) })
  })
  const secrets = walked.leaves.flatMap((leaf) =>
    leaf.key === 'secretName' && typeof leaf.value === 'string' && !/Certificate$/.test(unit.object.kind)
      ? partOf(unit, unitId(unit.object.namespace, 'Secret', leaf.value), placeOf(unit, leaf.way))
      : [],
  )
  return [...records, ...secrets, ...routeTarget(unit), ...madeSecret(unit)]
}

/** Where charts come from and who issues a certificate is asked at the next change; a Service or a Gateway all the time. */
const phaseOf = (kind: string) => (/^(Service|Gateway)$/.test(kind) ? 'run' : 'deploy')

/** A Route of OpenShift leads to one Service, and to alternatives. */
function routeTarget(unit: Unit): readonly Claim[] {
  const to = recordAt(recordAt(unit.object.value, 'spec'), 'to')
  const name = textAt(to, 'name')
  return unit.object.kind === 'Route' && name !== undefined && (textAt(to, 'kind') ?? 'Service') === 'Service'
    ? needs(unit, referredId(unit.object, { kind: 'Service', name }), { at: placeOf(unit, wayTo('spec', 'to')) })
    : []
}

/** A Secret that an operator makes out of this resource: who is given the Secret leans on where its content comes from. */
function madeSecret(unit: Unit): readonly Claim[] {
  const { kind, group, name, namespace, value } = unit.object
  const spec = recordAt(value, 'spec')
  const made =
    kind === 'Certificate'
      ? textAt(spec, 'secretName')
      : /Secret$/.test(kind) && group !== ''
        ? (textAt(recordAt(spec, 'target'), 'name') ?? textAt(recordAt(spec, 'destination'), 'name') ?? name)
        : undefined
  if (made === undefined) return []
  const at = placeOf(unit, wayTo('kind'))
  return [{ claim: 'link', from: unitId(namespace, 'Secret', made), to: unit.id, role: 'needs', phase: 'deploy', state: weaker(unit.state, 'active'), basis: 'observed', at: [at] }]
}
