import type { ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { saidList, saidText } from '#estate/said.ts'
import type { Subject } from './subject.ts'

/** The mitigation that cuts off access to what a thing holds, on evidence and as of the day that is asked about; nothing where there is none. */
export function shieldOf({ estate, asOf }: Subject, id: ThingId): Link | undefined {
  return linksFrom(estate, id, 'mitigated-by').find((link) => {
    const mitigation = estate.things.get(link.to)
    const expires = saidText(mitigation, 'expires')
    const proven = saidText(mitigation, 'evidence') !== undefined && (expires === undefined || expires >= asOf)
    return proven && saidText(mitigation, 'effect') === 'removes-effect' && saidList(mitigation, 'power').includes('access')
  })
}
