import { phases, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { saidText } from '#estate/said.ts'
import { type Owner, ownersOf, thresholdsOf } from '#facts/ownership.ts'
import type { Reach } from '#facts/reach.ts'
import { roadOf } from '#facts/road.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { type Message, message } from '#lang/message.ts'
import { named, proofOf } from '../proof-of.ts'
import { countryText, distinct, type Exposed, isTwin, table } from './exposed.ts'

/** Every party that is leaned on, the most leaned-on first. */
export function partyTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const reaches = exposures.flatMap(({ id, exposure }) => exposure.parties.filter((one) => !isTwin(subject, one.to)).map((reach) => ({ id, reach })))
  const weight = (list: readonly { readonly id: ThingId }[]): number => new Set(list.map(({ id }) => id)).size
  const rows = [...groupBy(reaches, ({ reach }) => reach.to)]
    .sort((a, b) => weight(b[1]) - weight(a[1]) || by(([id]: readonly [ThingId, unknown]) => id)(a, b))
    .map(([party, list]) => partyRow(subject, party, list))
  return table('exposure-parties', ['party', 'seat', 'reaches-these', 'phases', 'reach'], rows)
}

function partyRow(subject: Subject, party: ThingId, list: readonly { readonly id: ThingId; readonly reach: Reach }[]): Row {
  const seat = linksFrom(subject.estate, party, 'seated-in')[0]
  const sure = list.some(({ reach }) => !reach.contested)
  const best = [...list].sort((a, b) => Number(a.reach.contested) - Number(b.reach.contested) || a.reach.road.length - b.reach.road.length)[0]
  return {
    cells: [
      { text: named(subject, party) },
      seat ? { text: countryText(subject, seat.to) } : { text: message('exposure.unknown'), tone: 'unknown' },
      { list: distinct(list.map(({ id }) => id)).map((id) => named(subject, id)) },
      { list: phases.filter((phase) => list.some(({ reach }) => reach.phase === phase)).map((phase) => message(`phase.${phase}`)) },
      sure ? { text: message('exposure.settled') } : { text: message('exposure.contested'), tone: 'unknown' },
    ],
    proof: best ? proofOf(subject, best.reach.road) : noProof,
  }
}

/** Who owns the suppliers that are leaned on, and how that stands against the thresholds that regimes use. */
export function ownerTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const parties = distinct(exposures.flatMap(({ exposure }) => exposure.parties.map((one) => one.to))).filter((id) => !isTwin(subject, id))
  const rows = parties.sort(by((id) => id)).flatMap((party): readonly Row[] => {
    const owners = ownersOf(subject)(party).filter((owner) => owner.ultimate)
    const announced = announcedOwners(subject, party)
    if (owners.length + announced.length === 0) return []
    const limits = thresholdsOf(subject, party)
    return [
      {
        cells: [
          { text: named(subject, party) },
          { list: [...owners.map((owner) => ownerText(subject, owner)), ...announced] },
          ...(['single24', 'together39', 'half50', 'control'] as const).map((limit) => ({
            text: message(`exposure.limit.${limits[limit]}`),
            tone: limits[limit] === 'unknown' ? ('unknown' as const) : ('plain' as const),
          })),
        ],
        proof: proofOf(subject, roadOf(party, ...(owners[0]?.road.slice(1) ?? []))),
      },
    ]
  })
  return table('exposure-owners', ['party', 'owners', 'single24', 'together39', 'half50', 'control'], rows)
}

/** Who is to own it one day, as somebody announced. It counts for nothing until it is so, and whoever signs for years wants to know. */
const announcedOwners = (subject: Subject, party: ThingId): readonly Message[] =>
  linksFrom(subject.estate, party, 'owned-by', 'controlled-by')
    .filter((link) => link.state === 'inactive' && saidText(link, 'until') === undefined)
    .map((link) => message('exposure.owner-announced', { owner: named(subject, link.to) }))

function ownerText(subject: Subject, { party, sharePercent: { low, high } }: Owner): Message {
  const owner = named(subject, party)
  if (low === high) return message('exposure.owner', { owner, share: low })
  return low === 0 && high === 100 ? message('exposure.owner-unknown', { owner }) : message('exposure.owner-between', { owner, low, high })
}
