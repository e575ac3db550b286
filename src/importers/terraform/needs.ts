import type { Claim } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { groupBy } from '#lang/group.ts'
import { indexOf, moduleOf, typeIn, withoutIndices } from './address.ts'
import type { Reading, Resource } from './resource.ts'
import { unitId } from './units.ts'

/** To how many instances of one resource a link is made each; with more, only to the one with the same index, or to the first. */
const instanceLimit = 16

/**
 * Links between units that depend on one another. A state may name a resource that it does not hold: then the type is all
 * that is known, and it is a sign by inference.
 */
export function needsClaims(reading: Reading, place: SourceDocument['place']): readonly Claim[] {
  const byName = groupBy(
    reading.resources.filter((resource) => resource.mode === 'managed'),
    (resource) => withoutIndices(resource.address),
  )
  const byAddress = new Map(reading.resources.map((resource) => [resource.address, resource]))
  return reading.resources.flatMap((resource): readonly Claim[] => {
    if (resource.mode !== 'managed') return []
    const from = unitId(reading, resource)
    const common = { state: resource.state, at: place(resource.at) }
    return [...new Set(resource.dependsOn)].flatMap((name): readonly Claim[] => {
      const targets = byName.get(withoutIndices(name)) ?? byName.get(`${moduleOf(resource.address)}.${withoutIndices(name)}`)
      if (targets) {
        return chosen(targets, resource, byAddress).map((target) => ({
          claim: 'link',
          from,
          to: unitId(reading, target),
          role: 'needs',
          state: resource.state,
          basis: 'observed',
          at: [common.at],
        }))
      }
      // A plan also names resources of which it makes none; they are not there.
      const type = reading.configuration === undefined ? typeIn(name) : undefined
      return type === undefined ? [] : [signClaim(from, { on: 'terraform-type', text: type }, { ...common, basis: 'inferred' })]
    })
  })
}

/** The instances of a resource that an instance of another is taken to lean on. */
function chosen(targets: readonly Resource[], from: Resource, byAddress: ReadonlyMap<string, Resource>): readonly Resource[] {
  const first = targets[0]
  if (!first || targets.length <= instanceLimit) return targets.filter((target) => target !== from)
  const same = byAddress.get(`${first.address.slice(0, first.address.length - indexOf(first.address).length)}${indexOf(from.address)}`)
  return [same ?? first].filter((target) => target !== from)
}
