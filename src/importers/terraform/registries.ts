import { type Claim, idOf, keyOf, type LinkClaim } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { textAt } from '#lang/json.ts'
import type { Reading } from './resource.ts'
import type { Unit } from './unit.ts'

/** Resources that are a registry of images, or a part of one. */
const registryTypes = /(^|_)(ecr_repository|container_?registry|registry_namespace|artifact_registry_repository|cr_(namespace|repo))$/
/** Where such a resource says at which address it answers, once it is there. */
const addresses = ['repository_url', 'login_server', 'registry_uri', 'server_url', 'endpoint', 'url'] as const

/**
 * The registry that images are pulled from once this resource is there. That somebody will pull from a registry that was made for it
 * follows from its being made.
 *
 * @param claims what is known of the unit so far: its region is among it
 */
export function registryClaims(reading: Reading, unit: Unit, claims: readonly Claim[]): readonly LinkClaim[] {
  if (!registryTypes.test(unit.resource.type)) return []
  const name = addresses.find((one) => textAt(unit.resource.values, one) !== undefined)
  const written = name === undefined ? undefined : textAt(unit.resource.values, name)?.replace(/^https?:\/\//, '')
  const host = written === undefined ? undefined : readHost(written.replace(/\/.*$/s, ''))
  const registry = host?.kind === 'public' ? host.name : amazonRegistry(reading, unit, claims)
  if (registry === undefined) return []
  const at = unit.place(name === undefined ? [] : [name])
  return [{ claim: 'link', from: unit.id, to: idOf('registry', registry), role: 'registry', state: unit.state, basis: 'inferred', at: [at] }]
}

/** Amazon names an account's registry after the account and the region, so it is known before it is made. */
function amazonRegistry(reading: Reading, unit: Unit, claims: readonly Claim[]): string | undefined {
  if (unit.resource.type !== 'aws_ecr_repository') return undefined
  const lookedUp = reading.resources.find((one) => one.mode === 'data' && one.type === 'aws_caller_identity')
  const account = textAt(unit.resource.values, 'registry_id') ?? textAt(lookedUp?.values, 'account_id')
  const region = claims.find((claim) => claim.claim === 'link' && claim.role === 'region' && claim.to.startsWith('place:aws:'))
  if (account === undefined || !/^\d{12}$/.test(account) || region?.claim !== 'link') return undefined
  const place = keyOf(region.to).slice('aws:'.length)
  return `${account}.dkr.ecr.${place}.amazonaws.com${place.startsWith('cn-') ? '.cn' : ''}`
}
