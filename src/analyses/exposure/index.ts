import { keyOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, nameOf, thingsOfKind } from '#estate/estate.ts'
import { said, saidText } from '#estate/said.ts'
import { clashes, type Exposure, exposureOf, type LawReach } from '#facts/exposure.ts'
import { organisation } from '#facts/organisation.ts'
import { type Owner, ownersOf, thresholdsOf } from '#facts/ownership.ts'
import type { Reach } from '#facts/reach.ts'
import { isBeyondLine, ringOf } from '#facts/ring.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, FlowLink, FlowNode, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { type Message, message } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { named, proofOf } from '../proof-of.ts'

/** Who and which law stands behind what each workload leans on. */
export const exposureAnalysis: Analysis = {
  id: 'exposure',
  answer(subject: Subject): Outcome {
    const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
    const subjects = [...workloads.map((one) => one.id), ...directFunctions(subject)]
    if (subjects.length === 0) return { status: 'too-little-evidence', reason: message('exposure.no-workload') }
    const exposures = subjects.map((id) => ({ id, exposure: exposureOf(subject)(id) }))
    return {
      status: 'answered',
      blocks: [
        flowOf(subject, exposures),
        lawTable(subject, exposures),
        clashTable(subject, exposures),
        partyTable(subject, exposures),
        ownerTable(subject, exposures),
        mitigationTable(subject),
        { kind: 'text', role: 'method', text: message('exposure.method') },
      ],
    }
  },
}

interface Exposed {
  readonly id: ThingId
  readonly exposure: Exposure
}

/** Functions that lean on services by themselves, as a register states it, beside those that only lean on workloads. */
const directFunctions = (subject: Subject): readonly ThingId[] =>
  organisation(subject)
    .functions.filter((one) => linksFrom(subject.estate, one.id).some((link) => link.to.startsWith('service:')))
    .map((one) => one.id)

/** Where the legal twin of a named party is known, the twin speaks for both. */
const isTwin = (subject: Subject, id: ThingId): boolean => linksFrom(subject.estate, id, 'same-as').length > 0

function lawTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const reaches = exposures.flatMap(({ id, exposure }) => exposure.laws.map((reach) => ({ id, reach })))
  const rows = [...groupBy(reaches, ({ reach }) => reach.law)].sort(by(([law]) => law)).map(([law, list]) => lawRow(subject, law, list))
  return table('exposure-laws', ['law', 'country', 'powers', 'workloads', 'phases', 'reach'], rows)
}

function lawRow(subject: Subject, law: ThingId, list: readonly { readonly id: ThingId; readonly reach: LawReach }[]): Row {
  const entry = subject.knowledge.laws.get(keyOf(law))
  const sure = list.filter(({ reach }) => !reach.contested)
  const best = [...sure, ...list].sort((a, b) => a.reach.road.length - b.reach.road.length)[0]
  const country = entry?.jurisdiction ?? ''
  const beyond = (entry?.powers ?? []).some((power) => isBeyondLine(subject, country, power) === true)
  return {
    cells: [
      { text: named(subject, law) },
      { text: countryText(subject, country), tone: beyond ? 'warning' : 'plain' },
      { list: (entry?.powers ?? []).map((power) => message(`power.${power}`)) },
      { list: distinct(list.map(({ id }) => id)).map((id) => named(subject, id)) },
      { list: distinct(list.map(({ reach }) => reach.phase)).map((phase) => message(`phase.${phase}`)) },
      sure.length > 0 ? { text: message('exposure.settled') } : { text: message('exposure.contested'), tone: 'unknown' },
    ],
    proof: best ? proofOf(subject, best.reach.road) : noProof,
  }
}

function countryText(subject: Subject, jurisdiction: string): Message {
  const ring = ringOf(subject, jurisdiction)
  const country = named(subject, `jurisdiction:${jurisdiction}`)
  return ring === undefined ? country : message('exposure.country-in-ring', { country, ring: message(`ring.${ring}`) })
}

function clashTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const pairs = exposures.flatMap(({ id, exposure }) => clashes(subject, exposure).map((pair) => ({ id, pair })))
  const rows = [...groupBy(pairs, ({ pair }) => `${pair.one.law} ${pair.other.law}`)].sort(by(([key]) => key)).flatMap(([, list]): readonly Row[] => {
    const first = list[0]
    if (!first) return []
    const about = subject.knowledge.laws.get(keyOf(first.pair.one.law))?.clashes.find((clash) => clash.with === keyOf(first.pair.other.law))?.about ?? ''
    const text = typeof about === 'string' ? { en: about, nl: about } : about
    return [
      {
        cells: [
          { text: named(subject, first.pair.one.law) },
          { text: named(subject, first.pair.other.law) },
          { text: message('name.both', text) },
          { list: distinct(list.map(({ id }) => id)).map((id) => named(subject, id)) },
        ],
        proof: proofOf(subject, first.pair.one.road),
      },
    ]
  })
  return table('exposure-clashes', ['one', 'other', 'about', 'workloads'], rows)
}

function partyTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const reaches = exposures.flatMap(({ id, exposure }) => exposure.parties.filter((one) => !isTwin(subject, one.to)).map((reach) => ({ id, reach })))
  const rows = [...groupBy(reaches, ({ reach }) => reach.to)]
    .sort((a, b) => b[1].length - a[1].length || by(([id]: readonly [ThingId, unknown]) => id)(a, b))
    .map(([party, list]) => partyRow(subject, party, list))
  return table('exposure-parties', ['party', 'seat', 'workloads', 'phases', 'reach'], rows)
}

function partyRow(subject: Subject, party: ThingId, list: readonly { readonly id: ThingId; readonly reach: Reach }[]): Row {
  const seat = linksFrom(subject.estate, party, 'seated-in')[0]
  const sure = list.some(({ reach }) => !reach.contested)
  const best = [...list].sort((a, b) => Number(a.reach.contested) - Number(b.reach.contested) || a.reach.road.length - b.reach.road.length)[0]
  return {
    cells: [
      { text: named(subject, party) },
      seat ? { text: countryText(subject, keyOf(seat.to)) } : { text: message('exposure.unknown'), tone: 'unknown' },
      { list: distinct(list.map(({ id }) => id)).map((id) => named(subject, id)) },
      { list: distinct(list.map(({ reach }) => reach.phase)).map((phase) => message(`phase.${phase}`)) },
      sure ? { text: message('exposure.settled') } : { text: message('exposure.contested'), tone: 'unknown' },
    ],
    proof: best ? proofOf(subject, best.reach.road) : noProof,
  }
}

/** Who owns the suppliers that are leaned on, and how that stands against the thresholds that regimes use. */
function ownerTable(subject: Subject, exposures: readonly Exposed[]): Block {
  const parties = distinct(exposures.flatMap(({ exposure }) => exposure.parties.map((one) => one.to))).filter((id) => !isTwin(subject, id))
  const rows = parties.sort().flatMap((party): readonly Row[] => {
    const owners = ownersOf(subject)(party).filter((owner) => owner.ultimate)
    if (owners.length === 0) return []
    const limits = thresholdsOf(subject, party)
    return [
      {
        cells: [
          { text: named(subject, party) },
          { list: owners.map((owner) => ownerText(subject, owner)) },
          ...(['single24', 'together39', 'half50', 'control'] as const).map((limit) => ({
            text: message(`exposure.limit.${limits[limit]}`),
            tone: limits[limit] === 'unknown' ? ('unknown' as const) : ('plain' as const),
          })),
        ],
        proof: proofOf(subject, owners[0]?.road ?? []),
      },
    ]
  })
  return table('exposure-owners', ['party', 'owners', 'single24', 'together39', 'half50', 'control'], rows)
}

function ownerText(subject: Subject, { party, sharePercent: { low, high } }: Owner): Message {
  const owner = named(subject, party)
  if (low === high) return message('exposure.owner', { owner, share: low })
  return low === 0 && high === 100 ? message('exposure.owner-unknown', { owner }) : message('exposure.owner-between', { owner, low, high })
}

/** What lowers the effect of an exposure, with its evidence; an exposure itself is never lowered. */
function mitigationTable(subject: Subject): Block {
  const rows = subject.estate.links
    .filter((link) => link.role === 'mitigated-by')
    .map((link): Row => {
      const thing = subject.estate.things.get(link.to)
      const expires = saidText(thing, 'expires')
      const lapsed = expires !== undefined && expires < subject.asOf
      const evidence = saidText(thing, 'evidence')
      const cell = (text: string | undefined) => (text === undefined ? { text: message('exposure.unknown'), tone: 'unknown' as const } : { text: { plain: text } })
      return {
        cells: [
          { text: { plain: nameOf(subject.estate, link.to) } },
          { text: named(subject, link.from) },
          powerCell(said(thing, 'power')[0]?.value),
          cell(saidText(thing, 'effect')),
          cell(evidence),
          expires === undefined ? cell(undefined) : { date: expires, tone: lapsed ? 'warning' : 'plain' },
        ],
        proof: { steps: [], at: link.claims.flatMap((claim) => claim.at) },
      }
    })
  return table('exposure-mitigations', ['mitigation', 'on', 'power', 'effect', 'evidence', 'expires'], rows)
}

function powerCell(value: unknown): { readonly text: Message } | { readonly list: readonly Message[] } {
  const all = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
  return all.length === 0 ? { text: message('exposure.unknown') } : { list: all.map((one) => message(`power.${one}`)) }
}

/** The map: functions and workloads, the suppliers they lean on, and the countries those are seated in. */
function flowOf(subject: Subject, exposures: readonly Exposed[]): Block {
  const nodes = new Map<string, FlowNode>()
  const weights = new Map<string, number>()
  const add = (from: string, to: string): void => void weights.set(`${from}\n${to}`, (weights.get(`${from}\n${to}`) ?? 0) + 1)
  for (const { id, exposure } of exposures) {
    for (const reach of exposure.parties.filter((one) => !isTwin(subject, one.to) && !one.road.slice(0, -1).some((step) => step.startsWith('party:') && !isTwin(subject, step)))) {
      const seat = linksFrom(subject.estate, reach.to, 'seated-in')[0]?.to ?? 'unknown'
      if (nodes.has(id) && weights.has(`${id}\n${reach.to}`)) continue
      nodes.set(id, { id, label: named(subject, id), layer: 0 })
      nodes.set(reach.to, { id: reach.to, label: named(subject, reach.to), layer: 1 })
      nodes.set(seat, seat === 'unknown' ? { id: seat, label: message('exposure.unknown'), layer: 2, tone: 'unknown' } : { id: seat, label: named(subject, seat), layer: 2 })
      add(id, reach.to)
      add(reach.to, seat)
    }
  }
  const links: FlowLink[] = [...weights].sort(by(([key]) => key)).map(([key, weight]) => ({ from: key.split('\n')[0] ?? '', to: key.split('\n')[1] ?? '', weight }))
  return {
    kind: 'flow',
    title: message('exposure.map'),
    layers: ['workloads', 'suppliers', 'countries'].map((layer) => message(`exposure.layer.${layer}`)),
    nodes: [...nodes.values()].sort(by((node) => node.id)),
    links,
  }
}

function table(id: string, columns: readonly string[], rows: readonly Row[]): Block {
  return { kind: 'table', id, title: message(`${id}.title`), columns: columns.map((column) => message(`exposure.column.${column}`)), rows, empty: message('exposure.none') }
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]
