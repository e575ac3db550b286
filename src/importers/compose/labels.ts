import { type Claim, idOf, type State, weaker } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { secretIn } from '#redaction/secret.ts'
import { type Row, rowsOf, type Service } from './service.ts'
import type { Unit } from './unit.ts'

/** Labels that say what belongs together. */
const grouping = ['app.kubernetes.io/part-of', 'application', 'app.kubernetes.io/instance', 'app.kubernetes.io/name', 'app']

const labelsOf = (service: Service): readonly Row[] => [...rowsOf(service, 'labels'), ...rowsOf(service, 'deploy', ['labels'])]

export function groupsOf(service: Service, project: string): readonly string[] {
  const labels = new Map(labelsOf(service).map((row) => [row.name, row.value ?? '']))
  return [...grouping.flatMap((key) => ((labels.get(key) ?? '') === '' ? [] : [`label:${key}=${labels.get(key)}`])), `project=${project}`]
}

/** What labels say to a proxy: under which domain the service is reached. The labels themselves are signs. */
export function labelClaims(unit: Unit): readonly Claim[] {
  return labelsOf(unit.service).flatMap((row): readonly Claim[] => {
    const value = row.value ?? ''
    const isShown = value !== '' && value.length <= 100 && !/[$\n]/.test(value) && secretIn(row.name, value) === undefined
    const sign = signClaim(unit.id, { on: 'label-key', text: row.name }, { state: unit.state, at: row.at, ...(isShown ? { value } : {}) })
    return [sign, ...domainsIn(row.name, value).flatMap((name) => domainLink(unit, name, row))]
  })
}

/** Rules of Traefik, and the sites of Caddy's label. */
function domainsIn(label: string, value: string): readonly string[] {
  if (/^caddy(_\d+)?$/.test(label)) return value.split(/[\s,]+/).map((site) => site.replace(/^https?:\/\//, '').replace(/[:/].*$/, ''))
  const rules = [...value.matchAll(/\bHost(?:SNI)?\(([^()]*)\)/g)].flatMap(([, inside = '']) => inside.split(','))
  return rules.map((name) => name.trim().replace(/^[`"']|[`"']$/g, ''))
}

function domainLink(unit: Unit, name: string, row: Row): readonly Claim[] {
  const host = readHost(name)
  if (!host || host.kind === 'inside' || host.name === '*') return []
  const state: State = host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
  return [{ claim: 'link', from: unit.id, to: idOf('domain', host.name), role: 'domain', state, basis: 'observed', at: [row.at] }]
}
