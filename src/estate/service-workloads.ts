import { type Claim, idOf, keyOf, kindOf, type ThingId } from './claim.ts'
import { type Estate, type Link, linksFrom, linksTo, thingsOfKind } from './estate.ts'
import { statedNeeds } from './stated-needs.ts'
import { isStatedUnit } from './stated-units.ts'

/**
 * What a function uses directly is a workload, also where others run it: each service that a function leans on by itself stands as
 * a workload of its own, under the service's name. Where a declared workload that serves the function needs the service already, be it
 * by way of others or as one of several alternatives, it stands there. A service of which the organisation says no more than that it is
 * used is a workload too, of nobody knows what.
 */
export function serviceWorkloadClaims(estate: Estate): readonly Claim[] {
  const served = thingsOfKind(estate, 'function').flatMap((one) => {
    const standing = new Set([...statedNeeds(estate, one.id).reached, ...linksTo(estate, one.id, 'serves').flatMap((link) => linksFrom(estate, link.from).map((need) => need.to))])
    return linksFrom(estate, one.id)
      .filter((link) => kindOf(link.to) === 'service' && !standing.has(link.to))
      .flatMap((link) => [...workloadOf(estate, link), { claim: 'link', from: idOfWorkload(link), to: one.id, role: 'serves', ...commonOf(link) } as const])
  })
  // A group of alternatives is leaned on by whoever states it; a mere line is not.
  const isLine = (id: ThingId): boolean => isStatedUnit(id) && linksTo(estate, id).length === 0
  const stated = estate.links.filter((link) => isLine(link.from) && kindOf(link.to) === 'service')
  const unused = stated.filter((link) => linksTo(estate, link.to).every((other) => isLine(other.from)))
  return [...served, ...unused.flatMap((link) => workloadOf(estate, link))]
}

const idOfWorkload = (link: Link): ThingId => idOf('workload', `service/${keyOf(link.to).replace(/^declared\//, '')}`)

const commonOf = (link: Link) => ({ state: link.state, basis: link.basis, at: link.claims.flatMap((claim) => claim.at) })

function workloadOf(estate: Estate, link: Link): readonly Claim[] {
  const name = estate.things.get(link.to)?.name
  return [
    { claim: 'thing', id: idOfWorkload(link), ...(name === undefined ? {} : { name }), ...commonOf(link) },
    { claim: 'link', from: idOfWorkload(link), to: link.to, role: 'needs', phase: link.phase, ...commonOf(link) },
  ]
}
