import { type Claim, idOf, keyOf, kindOf, type ThingId } from './claim.ts'
import { type Estate, linksFrom, thingsOfKind } from './estate.ts'

/**
 * What a function uses directly is a workload, also where others run it: each service that a function leans on by itself stands as
 * a workload of its own, under the service's name. Where a declared workload that serves the function needs the service already,
 * it stands there.
 */
export function serviceWorkloadClaims(estate: Estate): readonly Claim[] {
  return thingsOfKind(estate, 'function').flatMap((one) => {
    const standing = new Set((estate.linksTo.get(one.id) ?? []).filter((link) => link.role === 'serves').flatMap((link) => linksFrom(estate, link.from).map((need) => need.to)))
    return linksFrom(estate, one.id)
      .filter((link) => kindOf(link.to) === 'service' && !standing.has(link.to))
      .flatMap((link): readonly Claim[] => {
        const id: ThingId = idOf('workload', `service/${keyOf(link.to).replace(/^declared\//, '')}`)
        const name = estate.things.get(link.to)?.name
        const common = { state: link.state, basis: link.basis, at: link.claims.flatMap((claim) => claim.at) }
        return [
          { claim: 'thing', id, ...(name === undefined ? {} : { name }), ...common },
          { claim: 'link', from: id, to: one.id, role: 'serves', ...common },
          { claim: 'link', from: id, to: link.to, role: 'needs', phase: link.phase, ...common },
        ]
      })
  })
}
