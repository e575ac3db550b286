import { type Claim, type FilePlace, idOf, type State, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { signClaim } from '#estate/signal.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { recordAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { attributeClaims } from './attributes.ts'
import type { ProviderBlock } from './configuration.ts'
import { moduleHost } from './module-source.ts'
import { isBuiltIn, type Provider } from './provider.ts'
import type { Reading } from './resource.ts'
import { blockFor } from './units.ts'

interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What the file says as a whole and no resource alone: where modules come from, where the state is kept, and providers that no
 * resource is made through. All of it hangs on one unit, the configuration itself, which is there only when it says something.
 */
export function rootClaims(reading: Reading, place: SourceDocument['place']): Read {
  const id = idOf('unit', `terraform/${reading.scope}`)
  const parts = [...moduleClaims(reading, id, place), ...lookupClaims(reading, id, place)]
  const blocks = blockClaims(reading, id, place)
  const backend = backendClaims(reading, id, place)
  const claims = [...parts, ...blocks.claims, ...backend.claims]
  const at = [place(reading.configuration ? ['configuration'] : [])]
  const whole: readonly Claim[] =
    claims.length === 0 ? [] : [{ claim: 'thing', id, name: reading.scope, says: { groups: ['module=root'] }, state: 'active', basis: 'observed', at }]
  return { claims: [...whole, ...claims], diagnostics: [...blocks.diagnostics, ...backend.diagnostics] }
}

function moduleClaims(reading: Reading, from: ThingId, place: SourceDocument['place']): readonly Claim[] {
  return (reading.configuration?.calls ?? []).flatMap((call): readonly Claim[] => {
    const host = moduleHost(call.source)
    return host === undefined ? [] : [{ claim: 'link', from, to: idOf('module-registry', host), role: 'module-registry', state: 'active', basis: 'observed', at: [place(call.at)] }]
  })
}

/** Look-ups make no unit, but their provider has to be fetched as well; a look-up of another state says where that one is kept. */
function lookupClaims(reading: Reading, from: ThingId, place: SourceDocument['place']): readonly Claim[] {
  const used = new Set(reading.resources.filter((one) => one.mode === 'managed').map((one) => one.provider.source))
  return reading.resources.flatMap((resource): readonly Claim[] => {
    if (resource.mode !== 'data') return []
    const backend = resource.type === 'terraform_remote_state' ? resource.values['backend'] : undefined
    const remote = typeof backend === 'string' ? [backendSign(from, backend, { values: recordAt(resource.values, 'config'), at: place(resource.at) })] : []
    return used.has(resource.provider.source) ? remote : [...remote, ...providerClaims(from, resource.provider, { at: resource.at, place, state: 'active' })]
  })
}

function providerClaims(from: ThingId, provider: Provider, where: { readonly at: Path; readonly place: SourceDocument['place']; readonly state: State }): readonly Claim[] {
  if (isBuiltIn(provider)) return []
  const at = where.place(where.at)
  const sign = signClaim(from, { on: 'terraform-provider', text: provider.source }, { state: where.state, at })
  if (provider.registry === undefined) return [sign]
  // Terraform fetches every provider that is named, whether or not something is made through it.
  return [sign, { claim: 'link', from, to: idOf('module-registry', provider.registry), role: 'module-registry', state: 'active', basis: 'observed', at: [at] }]
}

/** Provider blocks: their own hosts and roles. A block that nothing is made through is there, and inactive. */
function blockClaims(reading: Reading, from: ThingId, place: SourceDocument['place']): Read {
  const managed = reading.resources.filter((one) => one.mode === 'managed' && one.state === 'active')
  const blocks = managed.map((resource) => ({ name: resource.provider.name, key: blockFor(reading, resource)?.key }))
  const used = new Set(blocks.map((one) => one.key))
  const names = new Set(blocks.map((one) => one.name))
  // Resources whose block is not told apart may be made through any block of their provider.
  const untold = new Set(blocks.flatMap((one) => (one.key === undefined ? [one.name] : [])))
  const all = [...(reading.configuration?.blocks.values() ?? [])].map((block): Read => {
    const isUsed = used.has(block.key) || untold.has(block.provider.name)
    const read = blockAttributes(block, { from, place, state: isUsed ? 'active' : 'inactive' })
    const named = names.has(block.provider.name) ? [] : providerClaims(from, block.provider, { at: block.at, place, state: 'inactive' })
    // A region belongs to the units made there.
    const kept = used.has(block.key) ? read.claims.filter((claim) => claim.claim !== 'link' || claim.role !== 'region') : read.claims
    return { claims: [...named, ...kept], diagnostics: read.diagnostics }
  })
  return { claims: all.flatMap((one) => one.claims), diagnostics: all.flatMap((one) => one.diagnostics) }
}

function blockAttributes(block: ProviderBlock, how: { readonly from: ThingId; readonly place: SourceDocument['place']; readonly state: State }): Read {
  const at = how.place(block.at)
  const { features: _, ...values } = block.values
  const resource = { ...lookedAt, address: block.key, type: 'provider', provider: block.provider, values, at: block.at, valuesAt: block.at }
  return attributeClaims({ id: how.from, resource, state: how.state, place: () => at, configured: new Set(Object.keys(values)) })
}

/** What a block of settings has in common with a resource, so that its values are read in the same way. */
const lookedAt = { mode: 'data', hidden: undefined, state: 'active', dependsOn: [], flat: false } as const

/** Where the state is kept: a service of its own, and a secret one when it goes. */
function backendClaims(reading: Reading, from: ThingId, place: SourceDocument['place']): Read {
  const { backend } = reading
  if (!backend || /^(local|inmem)$/.test(backend.type)) return { claims: [], diagnostics: [] }
  const at = place([...backend.at, 'type'])
  const provider = { name: backend.type, source: backend.type }
  const valuesAt = [...backend.at, 'config']
  const resource = { ...lookedAt, address: 'backend', type: 'backend', provider, values: backend.values, at: backend.at, valuesAt }
  const read = attributeClaims({ id: from, resource, state: 'active', place: (path) => place([...valuesAt, ...path]), configured: new Set(Object.keys(backend.values)) })
  const isPlace = (claim: Claim): boolean => claim.claim === 'link' && claim.to.startsWith(`place:${backend.type}:`)
  const sign = backendSign(from, backend.type, { values: backend.values, at })
  return { claims: [sign, ...read.claims.filter((claim) => !isPlace(claim))], diagnostics: read.diagnostics }
}

/** A kind of backend is no vendor's name, so its region stands beside the sign and makes no place by itself. */
function backendSign(from: ThingId, type: string, of: { readonly values: Readonly<Record<string, unknown>>; readonly at: FilePlace }): Claim {
  const region = of.values['region']
  return signClaim(from, { on: 'spec-path', text: `terraform.backend.${type}` }, { state: 'active', at: of.at, ...(typeof region === 'string' ? { value: region } : {}) })
}
