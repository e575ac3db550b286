import { type Claim, idOf, type State, weaker } from '#estate/claim.ts'
import { hostValue } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, recordAt, textAt } from '#lang/json.ts'
import { readSettings } from '../settings.ts'
import { operatorClaims } from './cluster.ts'
import { readText } from './config-text.ts'
import { asideBranches, prose } from './config-tree.ts'
import { fetchedClaims } from './fetched.ts'
import { imageAt, imageIn, isImageKey } from './images.ts'
import { hostsInLeaf } from './leaf-hosts.ts'
import { modelClaims } from './models.ts'
import { storageClassClaims } from './pod-parts.ts'
import { plainSecret } from './secrets.ts'
import { exporterSigns, pipelineUse, receiverSigns } from './telemetry.ts'
import { joined, linkFrom, nothing, placeOf, type Read, type Unit } from './unit.ts'
import type { Spot, Walked } from './walk.ts'
import { below, namesOf } from './way.ts'

/**
 * What a custom resource says beyond its pods, by general rules: which operator it asks for, which choices its schema offers were
 * taken, which images, hosts, models and storage it names. No product is known here; what a sign means, the knowledge base says.
 */
export function customClaims(unit: Unit, walked: Walked): Read {
  const { group, kind } = unit.object
  const ofAll = recordAt(unit.object.value, 'metadata')['region']
  const region = isRegion('region', ofAll) ? ofAll : walked.leaves.find((leaf) => isRegion(leaf.key, leaf.value))?.value
  const operator = group === '' ? [] : operatorClaims(unit, group, { way: below(undefined, 'apiVersion'), kind, region: typeof region === 'string' ? region : undefined })
  const leaves = walked.leaves.map((leaf) => leafClaims(unit, leaf))
  return joined([{ claims: [...operator, ...pathSigns(unit, walked), ...recordClaims(unit, walked)], diagnostics: [] }, ...leaves])
}

const isRegion = (key: string, value: unknown): value is string =>
  typeof value === 'string' && /^([a-z0-9]+_|aws|gcp|azure|s3)?(region|regionName|defaultRegion|location)$/i.test(key) && /^[a-z][a-z0-9-]{2,30}$/.test(value)

/** A deeper way says no more of which choice was taken. */
const deepestPath = 9
const mostPaths = 60
/** What every pod, selector or reference has. */
const saysNoChoice =
  /^(template|spec|metadata|selector|\w*[sS]elector|matchLabels|matchExpressions|resources|requests|limits|containers|initContainers|ports|env|volumes|volumeMounts|tolerations|affinity|securityContext|\w+Refs?|\w+KeyRef)$/

/** The ways to records and lists, each once: `SecretStore.spec.provider.aws` says which of many providers was chosen. */
function pathSigns(unit: Unit, walked: Walked): readonly Claim[] {
  const seen = new Map<string, { readonly spot: Spot; readonly state: State }>()
  for (const spot of walked.records) {
    const names = namesOf(spot.way)
    if (names.length < 2 || names.length > deepestPath || saysNoChoice.test(spot.key) || names.some((name) => asideBranches.test(name))) continue
    const text = names.join('.')
    if (!seen.has(text) && seen.size < mostPaths) seen.set(text, { spot, state: weaker(unit.state, spot.state) })
  }
  return [...seen].map(([text, { spot, state }]) => {
    const region = isRecord(spot.value) ? regionIn(spot.value) : undefined
    const value = region === undefined ? {} : { value: region }
    return signClaim(unit.id, { on: 'spec-path', text: `${unit.object.kind}.${text}` }, { state, at: placeOf(unit, spot.way), ...value })
  })
}

/** Images in parts, collectors' pipelines and receivers of alerts, wherever a resource holds them. */
function recordClaims(unit: Unit, walked: Walked): readonly Claim[] {
  return walked.records.flatMap((spot) => {
    if (!isRecord(spot.value)) return []
    const how = { at: placeOf(unit, spot.way), state: weaker(unit.state, spot.state) }
    const image = imageAt(spot.key, spot.value)
    const ofOpenShift = textAt(spot.value, 'kind') === 'DockerImage' ? textAt(spot.value, 'name') : undefined
    const use = pipelineUse(spot.value)
    return [
      ...(image === undefined ? [] : imageIn(unit, image, { ...how, names: [unit.object.name] })),
      ...(ofOpenShift === undefined ? [] : imageIn(unit, ofOpenShift, how)),
      ...(use ? exporterSigns(unit, spot.value, use, how) : []),
      ...(Array.isArray(spot.value['receivers']) ? receiverSigns(unit, spot.value, how) : []),
      ...outputSigns(unit, spot, how),
    ]
  })
}

/** Resources that say where logs or metrics go name the product by a key (`spec.loki`) or a `type`. */
function outputSigns(unit: Unit, spot: Spot, how: { readonly at: ReturnType<typeof placeOf>; readonly state: State }): readonly Claim[] {
  if (!isRecord(spot.value)) return []
  const type = /^(outputs|sinks|destinations)$/.test(spot.key) ? textAt(spot.value, 'type') : undefined
  const isOutput = /Output$|Exporter$|LogForwarder$|Sink$/.test(unit.object.kind) && namesOf(spot.way).length === 2
  const key = isOutput && /^[a-z]\w{1,30}$/i.test(spot.key) && !ofEveryOutput.test(spot.key) ? spot.key : undefined
  const region =
    regionIn(spot.value) ??
    Object.values(spot.value)
      .map((inner) => (isRecord(inner) ? regionIn(inner) : undefined))
      .find((found) => found !== undefined)
  return [type, key].flatMap((text) => (text === undefined ? [] : [signClaim(unit.id, { on: 'exporter', text }, { ...how, ...(region === undefined ? {} : { value: region }) })]))
}

const ofEveryOutput = /^(outputs|inputs|pipelines|selector|match|template|resources|http|stdout|file|null)$/

/** The region among the values of a record. */
const regionIn = (record: Record<string, unknown>): string | undefined => Object.entries(record).flatMap(([key, value]) => (isRegion(key, value) ? [value] : []))[0]

/** Keys whose value says which of several things something is. */
const telling =
  /^(provider|type|driver|backend|engine|platform|cloud|cloudProvider|vendor|provisioner|storageType|runtime|modelFormat|powerState|controllerName|controller|service|source|kmsKeyId|metricName|channel|plan|sku|instanceType|machineType|vmSize)$/

function leafClaims(unit: Unit, leaf: Spot): Read {
  const { key, value } = leaf
  const names = namesOf(leaf.way)
  if (prose.test(key) || names.some((name) => asideBranches.test(name) || prose.test(name))) return nothing
  const text = String(value).trim()
  const state = weaker(unit.state, leaf.state)
  const at = placeOf(unit, leaf.way)
  if (text === '') return nothing
  if (typeof value === 'string' && /\n/.test(text)) return textClaims(unit, leaf)
  const sign =
    (telling.test(key) || isRegion(key, value)) && text.length <= 120 && !/\s/.test(text)
      ? [signClaim(unit.id, { on: 'spec-value', text: `${unit.object.kind}.${names.join('.')}=${text}` }, { state, at })]
      : []
  if (typeof value !== 'string') return { claims: sign, diagnostics: [] }
  const secret = plainSecret(key, text, at)
  const classes = /^(ingressClassName|ingressClass)$/.test(key)
    ? 'ingress-class'
    : key === 'gatewayClassName'
      ? 'gateway-class'
      : key === 'loadBalancerClass'
        ? 'load-balancer-class'
        : undefined
  const isStorage = /^storage_?class(_?name)?$/i.test(key) || (key === 'class' && names.at(-2) === 'storage')
  const claims = [
    ...sign,
    ...(classes === undefined ? [] : [signClaim(unit.id, { on: classes, text }, { state, at })]),
    ...(isStorage ? storageClassClaims(unit, text, leaf) : []),
    ...(imageAt(key, text) === undefined ? [] : imageIn(unit, text, { at, state, names: [unit.object.name] })),
    ...registryClaims(unit, leaf, text),
    ...modelClaims(unit, { key, at, state: leaf.state }, text),
    ...bucketSigns(unit, leaf, text),
    ...(isImageKey(key) ? [] : (fetchedClaims(unit, leaf, text) ?? hostsInLeaf(unit, leaf, text))),
  ]
  return { claims, diagnostics: secret }
}

/** A bucket tells whose interface is spoken by its scheme alone. */
function bucketSigns(unit: Unit, leaf: Spot, text: string): readonly Claim[] {
  const scheme = /^(s3|gs|azblob|azure|abs|abfss?|wasbs?|swift|oss|cos|b2):\/\//.exec(text)?.[1]
  if (scheme === undefined) return []
  const sign = { on: 'spec-value', text: `${unit.object.kind}.${namesOf(leaf.way).join('.')}=${scheme}://` } as const
  return [signClaim(unit.id, sign, { state: weaker(unit.state, leaf.state), at: placeOf(unit, leaf.way) })]
}

/** Where all images of a chart are pulled from: `global.imageRegistry: registry.example.org`. */
function registryClaims(unit: Unit, leaf: Spot, text: string): readonly Claim[] {
  const host = /registry(Server|Host|Url)?$/i.test(leaf.key) ? hostValue(text.replace(/^https?:\/\//, '').replace(/\/.*$/, '')) : undefined
  return host?.kind === 'public' ? [linkFrom(unit, { to: idOf('registry', host.name), role: 'registry', at: placeOf(unit, leaf.way), state: leaf.state })] : []
}

/** A longer text in a resource is a file, as in a ConfigMap. */
function textClaims(unit: Unit, leaf: Spot): Read {
  const read = readText(unit, { name: leaf.key, text: String(leaf.value), at: placeOf(unit, leaf.way), state: leaf.state })
  const settings = readSettings(unit.id, read.settings)
  return { claims: [...read.claims, ...settings.claims], diagnostics: settings.diagnostics }
}
