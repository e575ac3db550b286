import type { Losses } from '#facts/loss-model.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof, type Proof } from '#findings/evidence.ts'
import type { Interval } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { inBoth, named } from '../proof-of.ts'
import { offCell, ofSources } from './chance.ts'
import type { Runs } from './run.ts'
import { type Cells, cutBy, type Part } from './shares.ts'
import { cuts, type Who, whoOf } from './who.ts'

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

/** What the years that were simulated come to. */
interface Simulated {
  readonly losses: Losses
  readonly runs: Runs
  readonly cells: Cells
  readonly mean: Interval
}

/** The average year by scenario, by who is struck, by who stands at the top of them, by their country, and by place and law. Each adds up to the whole. */
export const shareTables = (subject: Subject, made: Simulated): readonly Block[] => [
  shareTable(made, {
    id: 'scenarios',
    keyOf: (source) => source.scenario,
    name: (key) => titleOf(subject, key),
    proof: (key) => scenarioProof(subject, key),
  }),
  ...cuts.map((cut) =>
    shareTable<Who>(made, {
      id: cut,
      keyOf: whoOf(subject, cut),
      name: (key) => (key === 'unknown' || key === 'others' ? message(`loss.${key}`) : named(subject, key)),
      proof: () => noProof,
    }),
  ),
]

/** One way to cut the whole by the sources that make it. */
interface Cut<K extends string> {
  readonly id: 'scenarios' | (typeof cuts)[number]
  keyOf(source: Source): K
  name(key: K): Message
  proof(key: K): Proof
}

function shareTable<K extends string>({ losses, runs, cells, mean }: Simulated, { id, keyOf, name, proof }: Cut<K>): Block {
  const parts = cutBy(cells, (cell) => keyOf(cell.source))
  const tail = parts.reduce((sum, one) => sum + one.tail.high, 0)
  const met = parts.filter((one) => one.euros.high > 0)
  const [shown, rest] = met.length > mostWho + 1 ? [met.slice(0, mostWho), met.slice(mostWho)] : [met, []]
  const estimate = ofSources(losses, runs.worst, keyOf)
  const row = (part: Pick<Part<K>, 'euros' | 'tail'>, keys: readonly K[], text: Message): Row => {
    const off = estimate(keys)
    return {
      cells: [
        { text },
        { interval: part.euros, unit: 'euros' },
        { interval: share(part.euros.high, mean.high), unit: 'share' },
        offCell(off.mean),
        { interval: share(part.tail.high, tail), unit: 'share' },
        offCell(off.tail),
      ],
      proof: keys.length === 1 ? proof(keys[0] as K) : noProof,
    }
  }
  return {
    kind: 'table',
    id: `loss-${id}`,
    title: message(`loss.${id}`),
    columns: ['who', 'mean', 'share', 'off', 'tail', 'off-tail'].map((column) => message(`loss.column.${id === 'scenarios' && column === 'who' ? 'scenario' : column}`)),
    rows: [
      ...shown.map((one) => row(one, [one.key], name(one.key))),
      ...(rest.length === 0
        ? []
        : [
            row(
              restOf(rest),
              rest.map((one) => one.key),
              message('loss.rest', { count: rest.length }),
            ),
          ]),
    ],
    empty: message('loss.nothing'),
  }
}

const share = (part: number, whole: number): Interval => (whole === 0 ? { low: 0, high: 0 } : { low: part / whole, high: part / whole })

/** What is too small to be shown by itself, as one part. */
function restOf(parts: readonly Pick<Part<string>, 'euros' | 'tail'>[]): Pick<Part<string>, 'euros' | 'tail'> {
  const sum = (of: 'euros' | 'tail'): Interval => ({ low: parts.reduce((total, one) => total + one[of].low, 0), high: parts.reduce((total, one) => total + one[of].high, 0) })
  return { euros: sum('euros'), tail: sum('tail') }
}
