import { type Claim, type FilePlace, type State, weaker } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Unit } from './unit.ts'

/** Which parts of an OpenTelemetry Collector's configuration its pipelines use (https://opentelemetry.io/docs/collector/configuration/). */
export interface PipelineUse {
  readonly exporters: ReadonlySet<string>
}

/** @returns nothing when the tree is no configuration of a collector */
export function pipelineUse(tree: unknown): PipelineUse | undefined {
  if (!isRecord(tree) || !isRecord(tree['exporters']) || !isRecord(tree['service'])) return undefined
  const pipelines = Object.values(recordAt(tree['service'], 'pipelines'))
  return { exporters: new Set(pipelines.flatMap((pipeline) => listAt(pipeline, 'exporters').map(String))) }
}

interface How {
  readonly at: FilePlace
  readonly state: State
}

/** Exporters that stay where they are. */
const local =
  /^(debug|logging|file|nop|stdout|null|console|prometheus|blackhole|counter|exit|forward|flowcounter|plot|tcp|udp|http|otlp|otlphttp|opentelemetry|prometheusremotewrite)$/

/**
 * What sends telemetry away, by the name that the collector, Fluent Bit, Vector or Filebeat gives it, with the region or the site
 * beside it. Those that speak an open protocol tell nothing by their name; where they send is a host or a Service.
 */
export function exporterSigns(unit: Unit, tree: unknown, use: PipelineUse | undefined, how: How): readonly Claim[] {
  if (!isRecord(tree)) return []
  const named = Object.entries(recordAt(tree, 'exporters')).map(([id, of]) => ({ type: id.split('/')[0] ?? id, of, used: !use || use.exporters.has(id) }))
  const sinks = Object.values(recordAt(tree, 'sinks')).map((of) => ({ type: textAt(of, 'type'), of, used: true }))
  const outputs = [...listAt(recordAt(tree, 'pipeline'), 'outputs'), ...listAt(tree, 'outputs')].map((of) => ({ type: textAt(of, 'type') ?? textAt(of, 'name'), of, used: true }))
  const beats = Object.keys(tree).flatMap((key) => {
    const type = /^output\.([a-z]+)$/.exec(key)?.[1]
    return type === undefined ? [] : [{ type, of: tree[key], used: true }]
  })
  return [...named, ...sinks, ...outputs, ...beats].flatMap(({ type, of, used }): readonly Claim[] => {
    if (type === undefined || local.test(type) || !/^[a-z][\w.-]{1,60}$/i.test(type)) return []
    const value = textAt(of, 'region') ?? textAt(recordAt(of, 'api'), 'site') ?? textAt(of, 'site')
    const state = weaker(how.state, used ? 'active' : 'inactive')
    return [signClaim(unit.id, { on: 'exporter', text: type }, { at: how.at, state, ...(value === undefined ? {} : { value }) })]
  })
}

/** By which service an Alertmanager tells people: `slack_configs`, `pagerduty_configs` (https://prometheus.io/docs/alerting/latest/configuration/). */
export function receiverSigns(unit: Unit, tree: unknown, how: How): readonly Claim[] {
  const kinds = listAt(tree, 'receivers').flatMap((receiver) =>
    isRecord(receiver) ? Object.entries(receiver).flatMap(([key, of]) => (/_?configs$/i.test(key) && Array.isArray(of) && of.length > 0 ? [key] : [])) : [],
  )
  return [...new Set(kinds)].map((key) => signClaim(unit.id, { on: 'spec-path', text: `receivers.${key}` }, how))
}
