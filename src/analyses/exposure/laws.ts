import { idOf, keyOf, phases, type ThingId } from '#estate/claim.ts'
import { clashes } from '#facts/exposure.ts'
import type { LawReach } from '#facts/law-reach.ts'
import { isBeyondLine } from '#facts/ring.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import { inBoth, named, proofOf } from '../proof-of.ts'
import { countryText, distinct, type Exposed, table } from './exposed.ts'

interface Met {
  readonly id: ThingId
  readonly reach: LawReach
}

/** Every law that reaches something, those beyond the line first; its powers apart by whether their reach is settled. */
export function lawTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const reaches = exposures.flatMap(({ id, exposure }) => exposure.laws.map((reach): Met => ({ id, reach })))
  const rows = [...groupBy(reaches, ({ reach }) => reach.law)]
    .map(([law, list]) => ({ law, list, beyond: isBeyond(subject, list) }))
    .sort((a, b) => Number(b.beyond) - Number(a.beyond) || by((one: { readonly law: ThingId }) => one.law)(a, b))
  return table(
    'exposure-laws',
    ['law', 'country', 'settled', 'contested', 'reaches', 'phases'],
    rows.map(({ law, list, beyond }) => lawRow(subject, law, { list, beyond })),
  )
}

const isBeyond = (subject: Subject, list: readonly Met[]): boolean =>
  list.some(({ reach }) => isBeyondLine(subject, subject.knowledge.laws.get(keyOf(reach.law))?.jurisdiction ?? '', reach.power) === true)

function lawRow(subject: Subject, law: ThingId, { list, beyond }: { readonly list: readonly Met[]; readonly beyond: boolean }): Row {
  const sure = distinct(list.filter(({ reach }) => !reach.contested).map(({ reach }) => reach.power))
  const open = distinct(list.map(({ reach }) => reach.power)).filter((power) => !sure.includes(power))
  const best = list.toSorted((a, b) => Number(a.reach.contested) - Number(b.reach.contested) || a.reach.road.length - b.reach.road.length)[0]
  const country = idOf('jurisdiction', subject.knowledge.laws.get(keyOf(law))?.jurisdiction ?? '')
  return {
    cells: [
      { text: named(subject, law) },
      { text: countryText(subject, country), tone: beyond ? 'warning' : 'plain' },
      { list: sure.map((power) => message(`power.${power}`)) },
      { list: open.map((power) => message(`power.${power}`)) },
      { list: distinct(list.map(({ id }) => id)).map((id) => named(subject, id)) },
      { list: phases.filter((phase) => list.some(({ reach }) => reach.phase === phase)).map((phase) => message(`phase.${phase}`)) },
    ],
    proof: best ? proofOf(subject, best.reach.road) : noProof,
  }
}

/** Pairs of laws of which one orders what the other forbids, where both reach the same thing. */
export function clashTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const pairs = exposures.flatMap(({ id, exposure }) => clashes(subject, exposure).map((pair) => ({ id, pair })))
  const rows = [...groupBy(pairs, ({ pair }) => `${pair.one.law} ${pair.other.law}`)].sort(by(([key]) => key)).flatMap(([, list]): readonly Row[] => {
    const pair = list[0]?.pair
    if (!pair) return []
    const about = subject.knowledge.laws.get(keyOf(pair.one.law))?.clashes.find((clash) => clash.with === keyOf(pair.other.law))?.about ?? ''
    return [
      {
        cells: [
          { text: named(subject, pair.one.law) },
          { text: named(subject, pair.other.law) },
          { text: inBoth(about) },
          { list: distinct(list.map(({ id }) => id)).map((id) => named(subject, id)) },
        ],
        proof: proofOf(subject, pair.one.road),
      },
    ]
  })
  return table('exposure-clashes', ['one', 'other', 'about', 'reaches'], rows)
}
