import { type Claim, type FilePlace, idOf, type LinkClaim, type State, type ThingId } from '#estate/claim.ts'
import { arnsIn } from '#estate/identifiers/arn.ts'
import { signClaim } from '#estate/signal.ts'
import type { Leaf } from './leaves.ts'
import { regionIn, regionInPath } from './region.ts'
import type { Unit } from './unit.ts'

/** Attributes that name the resource itself: they say where it is, and are no use of something else. */
const ownName = /^(id|arn|self_link|name|invoke_arn|qualified_arn|arn_suffix|resource_id|unique_id)$/

/** The regions an attribute puts the resource in, and the services whose resource names it holds. */
export function placeClaims(unit: Unit, leaf: Leaf): readonly Claim[] {
  if (typeof leaf.value !== 'string' || leaf.value.length > 5000) return []
  const at = unit.place(leaf.path)
  const claims: Claim[] = []
  const own = leaf.names.length === 1 && ownName.test(leaf.names[0] ?? '')
  const region = regionIn(leaf.names, leaf.value) ?? (/(^|_)(id|self_link|name)$/.test(leaf.names.at(-1) ?? '') && leaf.value.includes('/') ? regionInPath(leaf.value) : undefined)
  if (region !== undefined) claims.push(regionLink(unit.id, `${unit.resource.provider.name}:${region}`, { state: unit.state, at }))
  for (const arn of arnsIn(leaf.value)) {
    // Every partition is the same vendor's; its name stands in the resource name itself.
    if (arn.region !== undefined) claims.push(regionLink(unit.id, `aws:${arn.region}`, { state: unit.state, at }))
    if (arn.partition !== 'aws') claims.push(signClaim(unit.id, { on: 'arn-partition', text: arn.partition }, { state: unit.state, at }))
    if (!own) claims.push(signClaim(unit.id, { on: 'arn-service', text: arn.service }, { state: unit.state, at, ...(arn.region === undefined ? {} : { value: arn.region }) }))
  }
  return claims
}

/** That a thing runs or lies in a region, `<vendor>:<region>`. */
export const regionLink = (from: ThingId, region: string, how: { readonly state: State; readonly at: FilePlace }): LinkClaim => ({
  claim: 'link',
  from,
  to: idOf('place', region),
  role: 'region',
  state: how.state,
  basis: 'observed',
  at: [how.at],
})
