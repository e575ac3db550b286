import type { Claim } from '#estate/claim.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, recordAt } from '#lang/json.ts'
import { secretIn } from '#redaction/secret.ts'
import { domainClaims, hostClaims } from './hosts.ts'
import { namespaceKey, referredId } from './identity.ts'
import { textsAt } from './object.ts'
import { needs, placeOf, type Unit } from './unit.ts'
import type { Walked } from './walk.ts'
import { below, type Way, wayTo } from './way.ts'

/** Annotations that tools write for themselves. */
const ordinaryAnnotation =
  /^(kubectl\.kubernetes\.io\/|deployment\.kubernetes\.io\/|deprecated\.daemonset|meta\.helm\.sh\/|helm\.sh\/|checksum\/|checksum|kubernetes\.io\/(change-cause|description|psp|config\.)|pv\.kubernetes\.io\/|volume\.(beta\.)?kubernetes\.io\/|control-plane\.alpha|prometheus\.io\/|batch\.kubernetes\.io\/|endpoints\.kubernetes\.io\/|kustomize\.|config\.kubernetes\.io\/|internal\.config|description$)/
/** Labels by which people and tools group and select; they tell of no provider. */
const ordinaryLabel =
  /^(app|application|name|component|tier|team|release|chart|heritage|version|environment|env|role|instance|track|stage|part-of|project|system|owner|k8s-app|job-name|controller-uid|controller-revision-hash|pod-template-hash|pod-template-generation|rollouts-pod-template-hash|service|run|app\.kubernetes\.io\/.*|helm\.sh\/.*|kubernetes\.io\/(metadata\.name|bootstrapping|cluster-service|name|hostname|arch|os)|(beta\.)?kubernetes\.io\/.*|batch\.kubernetes\.io\/.*|statefulset\.kubernetes\.io\/.*|apps\.kubernetes\.io\/.*|endpointslice\.kubernetes\.io\/.*|pod-security\.kubernetes\.io\/.*|rbac\.authorization\.k8s\.io\/.*|node-role\.kubernetes\.io\/.*)$/

/** What annotations and labels show, those of the pod template too: most of them are for one provider's or one product's eyes. */
export function metadataClaims(unit: Unit, walked: Walked): readonly Claim[] {
  const tables = [{ value: unit.object.value['metadata'], way: wayTo('metadata') as Way, state: unit.state }, ...walked.metadata]
  return tables.flatMap(({ value, way }) => [
    ...rows(value, 'annotations', way).flatMap((row) => annotationClaims(unit, row)),
    ...rows(value, 'labels', way).flatMap((row) =>
      ordinaryLabel.test(row.key) ? [] : [signClaim(unit.id, { on: 'label-key', text: row.key }, { state: unit.state, at: placeOf(unit, row.way), ...shown(row) })],
    ),
  ])
}

interface Row {
  readonly key: string
  readonly value: string
  readonly way: Way
}

const rows = (metadata: unknown, table: string, way: Way): readonly Row[] =>
  isRecord(metadata) ? Object.entries(textsAt(metadata[table])).map(([key, value]) => ({ key, value, way: below(below(way, table), key) })) : []

const shown = ({ key, value }: Row): { readonly value?: string } =>
  value !== '' && value.length <= 200 && !/[\r\n]/.test(value) && secretIn(key.split('/').at(-1) ?? key, value) === undefined ? { value } : {}

/** Annotations that name a host the controller calls; in any other a URL is a link for people. */
const calling = /auth-url|auth-signin|auth-external|upstream|webhook-url|endpoint|otlp|proxy-url|jwks/
/** Annotations that name the organisation's own hosts. */
const naming = /(^|\/)(hostname|internal-hostname|server-alias|hosts?|domain|domains|dns-names?|common-name|alt-names)$/

function annotationClaims(unit: Unit, row: Row): readonly Claim[] {
  if (ordinaryAnnotation.test(row.key) || !/[./]/.test(row.key)) return []
  const at = placeOf(unit, row.way)
  const on = unit.object.kind === 'ServiceAccount' ? 'service-account-annotation' : 'annotation-key'
  const sign = signClaim(unit.id, { on, text: row.key }, { state: unit.state, at, ...shown(row) })
  if (row.value.length > 2000) return [sign]
  const domains = naming.test(row.key) ? row.value.split(/[\s,]+/).flatMap((text) => domainClaims(unit, text, { at })) : []
  const hosts = calling.test(row.key) ? urlsIn(row.value).flatMap((seen) => hostClaims(unit, seen.host, { at })) : []
  return [sign, ...domains, ...hosts, ...issuerClaims(unit, row)]
}

/** Annotations that name the issuer of a certificate (https://cert-manager.io/docs/usage/ingress/). */
function issuerClaims(unit: Unit, row: Row): readonly Claim[] {
  const kind = row.key === 'cert-manager.io/cluster-issuer' ? 'ClusterIssuer' : row.key === 'cert-manager.io/issuer' ? 'Issuer' : undefined
  return kind === undefined ? [] : needs(unit, referredId(unit.object, { kind, name: row.value }), { at: placeOf(unit, row.way), phase: 'deploy' })
}

/** Labels that change with every release or copy: nothing is grouped by them. */
const fleeting =
  /-hash$|controller-uid|helm\.sh\/chart|app\.kubernetes\.io\/version|^version$|^chart$|job-name|statefulset\.kubernetes\.io|managed-by|heritage|completion-index|pod-template-generation/
/** More labels than this say nothing more about what belongs together. */
const mostLabels = 40

/**
 * By what a unit is grouped: its own labels, those of its pods, its namespace. What runs and has neither stands under its own name;
 * what belongs to the cluster as a whole stands with the cluster's own pods.
 *
 * @param before the unit that it stands before, as an Ingress does before a Service
 */
export function groupsOf(
  unit: Unit,
  walked: Walked,
  more: { readonly labels?: Readonly<Record<string, string>>; readonly before?: readonly string[]; readonly name?: string | undefined; readonly ofCluster?: boolean },
): readonly string[] {
  const templates = walked.metadata.map((spot) => textsAt(recordAt({ it: spot.value }, 'it')['labels']))
  const labels = new Map<string, string>()
  for (const table of [unit.object.labels, ...templates, more.labels ?? {}]) {
    for (const [key, value] of Object.entries(table)) if (value !== '' && !fleeting.test(key) && labels.size < mostLabels) labels.set(`label:${key}=${value}`, key)
  }
  return [
    ...labels.keys(),
    `namespace=${more.ofCluster === true ? 'kube-system' : unit.object.kind === 'Namespace' ? namespaceKey(unit.object.name) : unit.object.namespace}`,
    ...(more.name === undefined ? [] : [`name=${more.name}`]),
    ...(more.before ?? []).map((id) => `unit=${id}`),
  ]
}
