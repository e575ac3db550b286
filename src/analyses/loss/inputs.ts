import type { ThingId } from '#estate/claim.ts'
import { saidText } from '#estate/said.ts'
import { costsOf } from '#facts/cost-curve.ts'
import { costSpread, hoursOfDay } from '#facts/cost-spread.ts'
import { organisation } from '#facts/organisation.ts'
import { logsOf } from '#facts/span.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { exp } from '#kernels/maths/exp.ts'
import type { Interval } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { scenarioProof, titleOf } from './parts.ts'
import { type Cells, cutBy } from './shares.ts'

/** So many assumptions are shown. */
const most = 8

/** The normal quantile of 95 %. */
const z95 = 1.6448536269514722

/** One assumption at the two ends of what is believed of it, everything else as it was: what the average year would be. */
interface Swing {
  readonly label: Message
  readonly basis: Message
  readonly ifLow: number
  readonly ifHigh: number
  readonly row: Pick<Row, 'proof'>
}

/**
 * Which assumptions move the average year most, in the worse reading: a tornado. The mean is a sum of parts, each in proportion to the rate of its scenario and
 * to the cost of its function, so that no year has to be run again; hours that overlap make it a little less than that.
 */
export function inputTable(subject: Subject, cells: Cells, mean: Interval): Block {
  const swings = [...scenarioSwings(subject, cells, mean.high), ...costSwings(subject, cells, mean.high)]
  const shown = swings.toSorted((a, b) => b.ifHigh - b.ifLow - (a.ifHigh - a.ifLow)).slice(0, most)
  return {
    kind: 'table',
    id: 'loss-inputs',
    title: message('loss.inputs'),
    columns: ['input', 'if-low', 'if-high', 'basis'].map((column) => message(`loss.column.${column}`)),
    rows: shown.map((one) => ({
      cells: [
        { text: one.label },
        { interval: { low: one.ifLow, high: one.ifLow }, unit: 'euros' },
        { interval: { low: one.ifHigh, high: one.ifHigh }, unit: 'euros' },
        { text: one.basis },
      ],
      ...one.row,
    })),
    empty: message('loss.nothing'),
  }
}

/** The mean of a lognormal of median 1 is e^(σ²/2); at its ends it is e^(±1.645 σ). */
function ends(sigma: number): Interval {
  const mean = exp((sigma * sigma) / 2)
  return { low: exp(-z95 * sigma) / mean, high: exp(z95 * sigma) / mean }
}

function scenarioSwings(subject: Subject, cells: Cells, mean: number): readonly Swing[] {
  return cutBy(cells, (cell) => cell.source.scenario).flatMap(({ key, euros }): readonly Swing[] => {
    const scenario = subject.knowledge.scenarios.get(key)
    const sigma = scenario && logsOf(scenario.perYear)?.sigma
    if (scenario === undefined || !sigma) return []
    const { low, high } = ends(sigma)
    return [
      {
        label: message('loss.input.scenario', { scenario: titleOf(subject, key) }),
        basis: message(`loss.basis.${scenario.frequency.basis}`),
        ifLow: mean + euros.high * (low - 1),
        ifHigh: mean + euros.high * (high - 1),
        row: { proof: scenarioProof(subject, key) },
      },
    ]
  })
}

function costSwings(subject: Subject, cells: Cells, mean: number): readonly Swing[] {
  const money = new Map<ThingId, number>(cutBy(cells, (cell) => cell.item).map((one) => [one.key, one.euros.high]))
  return organisation(subject).functions.flatMap((one): readonly Swing[] => {
    const curve = costsOf(subject, one, 'worst').money
    const part = money.get(one.id) ?? 0
    if (curve === undefined || part === 0) return []
    const { low, mean: usual, high } = costSpread(curve, hoursOfDay)
    if (low === high) return []
    const at = subject.estate.things.get(one.id)?.claims.flatMap((claim) => claim.at) ?? []
    const isStated = saidText(subject.estate.things.get(one.id), 'cost') !== undefined || at.length > 0
    return [
      {
        label: message('loss.input.cost', { function: named(subject, one.id) }),
        basis: message('loss.basis.declared'),
        ifLow: mean + part * (low / usual - 1),
        ifHigh: mean + part * (high / usual - 1),
        row: { proof: isStated ? { steps: [], at } : noProof },
      },
    ]
  })
}
