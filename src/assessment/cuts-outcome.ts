import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { type Message, message, plain } from '#lang/message.ts'
import type { CutsAnswer } from './cuts.ts'
import type { Cuts } from './cuts-below.ts'

/** As many rows of a long list are shown; JSON has all. */
export const mostShown = 50

/** What was found of a failure model, for a person. */
export const cutsOutcome = (answer: CutsAnswer): Outcome =>
  answer.status === 'failed' ? { status: 'too-little-evidence', reason: answer.reason } : { status: 'answered', blocks: answer.tops.flatMap(blocksOf) }

function blocksOf(cuts: Cuts): readonly Block[] {
  return [
    { kind: 'text', role: 'headline', text: headline(cuts) },
    ...notes(cuts).map((text): Block => ({ kind: 'text', role: 'note', tone: 'unknown', text })),
    table(
      'cuts-orders',
      ['order', 'count'],
      cuts.byOrder.map((count, at) => [String(at + 1), String(count)]),
      cuts.top,
    ),
    ...(cuts.cutSets
      ? [
          table(
            'cuts-sets',
            ['events', 'probability'],
            cuts.cutSets.slice(0, mostShown).map((set) => [set.events.join(' · '), figure(set.probability)]),
            cuts.top,
          ),
        ]
      : []),
    ...(cuts.importance ? [importanceTable(cuts)] : []),
  ]
}

function headline({ top, products, probability, exact }: Cuts): Message {
  const chance =
    typeof probability === 'number'
      ? message('cuts.chance', { value: figure(probability) })
      : message('cuts.chance-between', { low: figure(probability[0]), high: figure(probability[1]) })
  return products === null || !exact
    ? message('cuts.headline-searched', { top, chance })
    : message('cuts.headline', { top, products: String(products), one: Number(products) === 1 ? 1 : 2, chance })
}

function notes({ products, coherent, cyclic, leftOut, rareEvent, cutSets }: Cuts): readonly Message[] {
  return [
    ...(products === null && cyclic === undefined ? [message('cuts.too-large')] : []),
    ...(cyclic ? [message('cuts.cyclic', { gates: cyclic.map(plain) })] : []),
    ...(coherent === false ? [message('cuts.not-coherent')] : []),
    ...(leftOut || (cutSets?.length ?? 0) > mostShown ? [message('cuts.left-out')] : []),
    ...(rareEvent ? [message('cuts.rare-event', { sum: figure(rareEvent.sum), error: figure(rareEvent.error) })] : []),
  ]
}

function importanceTable({ importance = [], top }: Cuts): Block {
  const rows = importance
    .toSorted((a, b) => b.birnbaum * b.probability - a.birnbaum * a.probability)
    .slice(0, mostShown)
    .map((one) => [one.event, ...[one.birnbaum, one.criticality, one.fussellVesely, one.diagnosis, one.achievement, one.reduction].map(figure)])
  return table('cuts-importance', ['event', 'birnbaum', 'criticality', 'fussell-vesely', 'diagnosis', 'achievement', 'reduction'], rows, top)
}

function table(id: 'cuts-orders' | 'cuts-sets' | 'cuts-importance', columns: readonly string[], rows: readonly (readonly string[])[], top: string): Block {
  return {
    kind: 'table',
    id,
    title: message(`cuts.title.${id}`, { top }),
    columns: columns.map((column) => message(`cuts.column.${column}`)),
    rows: rows.map((cells): Row => ({ cells: cells.map((text) => ({ text: plain(text) })), proof: noProof })),
    empty: message('cuts.empty'),
    primary: true,
  }
}

const digits = 6

/** Six digits, as in tables of the field: 0.00117058, 2.16942e-11. */
export const figure = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(digits))))
