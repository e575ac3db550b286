import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof, type Proof } from '#findings/evidence.ts'
import type { Interval } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { inBoth, named } from '../proof-of.ts'
import { type Cells, cutBy, groupOf, type Part, supplierOf } from './shares.ts'

/** So many parts are shown by themselves; the others are one. */
const [mostParts, mostWho] = [10, 15]

/** What the average year is made of, by scenario. */
export function waterfallOf(subject: Subject, cells: Cells, mean: Interval): Block {
  const shown = cutBy(cells, (cell) => cell.source.scenario).filter((one) => one.euros.high > 0)
  const [first, rest] = shown.length > mostParts + 1 ? [shown.slice(0, mostParts), shown.slice(mostParts)] : [shown, []]
  const sum = (end: 'low' | 'high'): number => rest.reduce((total, one) => total + one.euros[end], 0)
  return {
    kind: 'waterfall',
    id: 'loss-by-scenario',
    title: message('loss.by-scenario'),
    unit: 'euros',
    parts: [
      ...first.map((one) => ({ label: titleOf(subject, one.key), interval: one.euros, proof: scenarioProof(subject, one.key) })),
      ...(rest.length === 0 ? [] : [{ label: message('loss.rest', { count: rest.length }), interval: { low: sum('low'), high: sum('high') }, proof: noProof }]),
    ],
    total: mean,
    totalLabel: message('loss.total'),
    primary: true,
  }
}

/** A scenario as readers know it. */
export const titleOf = (subject: Subject, scenario: string): Message => inBoth(subject.knowledge.scenarios.get(scenario)?.title ?? scenario)

/** Where the figures of a scenario come from. */
export function scenarioProof(subject: Subject, id: string): Proof {
  const sources = subject.knowledge.scenarios.get(id)?.sources ?? []
  return { steps: [], at: sources.map((one) => ({ fact: `scenarios/${id}`, url: one.url, read: one.read, verified: one.level !== 'unverified' })) }
}

/** The average year by who is struck, by who stands at the top of them, and by their country. Each adds up to the whole. */
export const whoTables = (subject: Subject, cells: Cells, mean: Interval): readonly Block[] => [
  whoTable(
    subject,
    'by-supplier',
    cutBy(cells, (cell) => supplierOf(subject, cell.source.thing)),
    mean,
  ),
  whoTable(
    subject,
    'by-group',
    cutBy(cells, (cell) => groupOf(subject, cell.source.thing)),
    mean,
  ),
  whoTable(
    subject,
    'by-jurisdiction',
    cutBy(cells, (cell) => countryOf(subject, cell.source.thing)),
    mean,
  ),
  whoTable(
    subject,
    'by-place-and-law',
    cutBy(cells, (cell) => placeOrLaw(cell.source.thing)),
    mean,
  ),
]

/** A law's country, or that of whoever stands at the top; what nobody knows the seat of is by itself. */
function countryOf(subject: Subject, thing: ThingId): ThingId | 'unknown' {
  if (kindOf(thing) === 'law') return `jurisdiction:${subject.knowledge.laws.get(keyOf(thing))?.jurisdiction ?? ''}`
  if (kindOf(thing) === 'jurisdiction') return thing
  return linksFrom(subject.estate, groupOf(subject, thing), 'seated-in')[0]?.to ?? 'unknown'
}

/** What no supplier has to fail for. */
const placeOrLaw = (thing: ThingId): ThingId | 'others' => (kindOf(thing) === 'place' || kindOf(thing) === 'law' || kindOf(thing) === 'jurisdiction' ? thing : 'others')

type Who = ThingId | 'unknown' | 'others'

function whoTable(subject: Subject, id: 'by-supplier' | 'by-group' | 'by-jurisdiction' | 'by-place-and-law', parts: readonly Part<Who>[], mean: Interval): Block {
  const tail = parts.reduce((sum, one) => sum + one.tail.high, 0)
  const met = parts.filter((one) => one.euros.high > 0)
  const shown = met.length > mostWho + 1 ? [...met.slice(0, mostWho), restOf(met.slice(mostWho))] : met
  const share = (part: number, whole: number): Interval => (whole === 0 ? { low: 0, high: 0 } : { low: part / whole, high: part / whole })
  const name = (key: Who | 'rest'): Message => {
    if (key === 'rest') return message('loss.rest', { count: met.length - mostWho })
    return key === 'unknown' || key === 'others' ? message(`loss.${key}`) : named(subject, key)
  }
  return {
    kind: 'table',
    id: `loss-${id}`,
    title: message(`loss.${id}`),
    columns: ['who', 'mean', 'share', 'tail'].map((column) => message(`loss.column.${column}`)),
    rows: shown.map(
      (one): Row => ({
        cells: [
          { text: name(one.key) },
          { interval: one.euros, unit: 'euros' },
          { interval: share(one.euros.high, mean.high), unit: 'share' },
          { interval: share(one.tail.high, tail), unit: 'share' },
        ],
        proof: noProof,
      }),
    ),
    empty: message('loss.nothing'),
  }
}

/** What is too small to be shown by itself, as one part. */
function restOf(parts: readonly Part<Who>[]): Part<'rest'> {
  const sum = (of: 'euros' | 'tail'): Interval => ({ low: parts.reduce((total, one) => total + one[of].low, 0), high: parts.reduce((total, one) => total + one[of].high, 0) })
  return { key: 'rest', euros: sum('euros'), tail: sum('tail') }
}
