import { type Claim, idOf, keyOf, kindOf } from './claim.ts'
import { type Estate, linksTo, thingsOfKind } from './estate.ts'

/**
 * A host that is called under a name by which a part of the estate is reached is that part: whoever calls it leans on the part, and on
 * nobody outside.
 */
export function ownHostClaims(estate: Estate): readonly Claim[] {
  return thingsOfKind(estate, 'host').flatMap((host) => {
    const reached = linksTo(estate, idOf('domain', keyOf(host.id)), 'domain').filter((link) => kindOf(link.from) === 'unit' && link.state === 'active')
    return reached.map(
      (link): Claim => ({ claim: 'link', from: host.id, to: link.from, role: 'needs', state: host.state, basis: 'inferred', at: link.claims.flatMap((claim) => claim.at) }),
    )
  })
}
