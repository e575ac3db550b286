import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Subject } from './subject.ts'

/** The services that stand behind a host, a registry or another name of a service, in whatever role the knowledge base finds them. */
export const servicesBehind = ({ estate }: Subject, id: ThingId): readonly ThingId[] =>
  ['host', 'registry', 'module-registry', 'service'].includes(kindOf(id))
    ? linksFrom(estate, id)
        .filter((link) => kindOf(link.to) === 'service' && link.role !== 'hints-at' && link.role !== 'needs')
        .map((link) => link.to)
    : []
