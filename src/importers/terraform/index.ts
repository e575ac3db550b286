import { type Claim, idOf, type LinkClaim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import type { Importer } from '../importer.ts'
import { attributeClaims, secretsIn } from './attributes.ts'
import { configuredScripts } from './configured-scripts.ts'
import { leavesOf } from './leaves.ts'
import { needsClaims } from './needs.ts'
import { regionLink } from './places.ts'
import { regionIn } from './region.ts'
import { registryClaims } from './registries.ts'
import type { Reading } from './resource.ts'
import { rootClaims } from './root.ts'
import { readShown } from './shown.ts'
import { readState } from './state.ts'
import type { Unit } from './unit.ts'
import { blockFor, unitClaims, unitOf } from './units.ts'

export const terraform: Importer = {
  id: 'terraform',
  title: 'Terraform and OpenTofu: state and plan',
  spec: 'https://developer.hashicorp.com/terraform/internals/json-format',
  recognises,
  read,
}

/** Keys that one of the forms of these files begins with. */
const firstKey =
  /^\s*\{\s*"(format_version|version|terraform_version|serial|lineage|meta|encrypted_data|encryption_version|applyable|action_invocations|complete|configuration|checks|check_results|errored|planned_values|planned_change|outputs|output_changes|modules|resources|resource_changes|resource_drift|relevant_attributes|prior_state|proposed_unknown|timestamp|values|variables|backend|remote|deferred_changes)"/

function recognises(file: SourceFile): boolean {
  const text = file.text()
  if (!firstKey.test(text) || /"(bomFormat|spdxVersion|@context|apiVersion)"\s*:/.test(text.slice(0, 2000))) return false
  if (/"terraform_version"\s*:/.test(text) || (/"encrypted_data"\s*:/.test(text) && /"encryption_version"\s*:/.test(text))) return true
  return /"lineage"\s*:/.test(text) ? /"serial"\s*:/.test(text) : /"format_version"\s*:/.test(text) && /"(planned_values|resource_changes|prior_state)"\s*:/.test(text)
}

function read(file: SourceFile): Fragment {
  const { documents, diagnostics } = documentsOf(file)
  const [document] = documents
  const value = document?.value
  if (!document || !isRecord(value)) return { claims: [], diagnostics: diagnostics.length > 0 ? diagnostics : [{ code: 'nothing-inside', severity: 'note', file: file.path }] }
  // OpenTofu can encrypt what it stores; of such a file only its lineage can be read.
  if ('encrypted_data' in value) return { claims: [], diagnostics: [{ code: 'unreadable', severity: 'warning', file: file.path, values: { reason: 'encrypted' } }] }
  const { place } = document
  const reading = 'format_version' in value || 'planned_values' in value || 'resource_changes' in value ? readShown(value, file.path) : readState(value, place, file.path)
  const said = claimsOf(reading, place)
  const empty: readonly Diagnostic[] = said.claims.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims: said.claims, diagnostics: [...diagnostics, ...reading.diagnostics, ...said.diagnostics, ...empty] }
}

function claimsOf(reading: Reading, place: SourceDocument['place']): Fragment {
  const parts = reading.resources.map((resource): Fragment => {
    const unit = unitOf(reading, resource, place)
    if (resource.mode === 'data') return { claims: [], diagnostics: secretsIn(resource.values, unit.place) }
    const read = attributeClaims(unit)
    const scripts = configuredScripts(reading, unit, place)
    const own = [
      ...unitClaims(unit, place),
      ...read.claims,
      ...scripts.claims,
      ...providerRegions(reading, unit, { claims: read.claims, place }),
      ...providerHosts(reading, unit, place),
    ]
    return { claims: [...own, ...registryClaims(reading, unit, own)], diagnostics: [...read.diagnostics, ...scripts.diagnostics] }
  })
  const tables = reading.searched.flatMap((table) => secretsIn(table.values, (path) => place([...table.at, ...path])))
  const root = rootClaims(reading, place)
  return {
    claims: [...parts.flatMap((part) => part.claims), ...root.claims, ...needsClaims(reading, place)],
    diagnostics: [...parts.flatMap((part) => part.diagnostics), ...tables, ...root.diagnostics],
  }
}

/** The cloud a unit runs in, by the address at which its provider signs in: software that many run, as OpenStack is, tells by that alone whose cloud it is. */
function providerHosts(reading: Reading, unit: Unit, place: SourceDocument['place']): readonly LinkClaim[] {
  const block = blockFor(reading, unit.resource)
  const address = block?.values['auth_url']
  if (block === undefined || typeof address !== 'string' || address.length > 2000) return []
  const hosts = urlsIn(address).map((seen) => seen.host)
  const at = [place([...block.at, 'expressions', 'auth_url'])]
  return hosts
    .filter((host) => host.kind === 'public')
    .map((host) => ({ claim: 'link', from: unit.id, to: idOf('host', host.name), role: 'runs-in', state: unit.state, basis: 'observed', at }))
}

/** The region of the provider a unit is made through, unless its own attributes name one. */
function providerRegions(reading: Reading, unit: Unit, had: { readonly claims: readonly Claim[]; readonly place: SourceDocument['place'] }): readonly LinkClaim[] {
  const block = blockFor(reading, unit.resource)
  if (!block || had.claims.some((claim) => claim.claim === 'link' && claim.role === 'region')) return []
  const regions = leavesOf(block.values, undefined).leaves.flatMap((leaf) => {
    const region = typeof leaf.value === 'string' && leaf.names.length === 1 ? regionIn(leaf.names, leaf.value) : undefined
    return region === undefined ? [] : [region]
  })
  const at = had.place([...block.at, 'expressions', 'region'])
  return [...new Set(regions)].map((region) => regionLink(unit.id, `${block.provider.name}:${region}`, { state: unit.state, at }))
}
