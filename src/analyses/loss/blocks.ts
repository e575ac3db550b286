import { isPriced } from '#facts/cost-curve.ts'
import type { Losses } from '#facts/loss-model.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import { type Message, message } from '#lang/message.ts'
import { checkList } from './checks.ts'
import { functionTable } from './function-table.ts'
import { lossMethod } from './method.ts'
import { shareTables, waterfallOf } from './parts.ts'
import { moneyOf, remarksOn } from './remarks.ts'
import { type Runs, tailShare } from './run.ts'
import { cellsOf } from './shares.ts'
import { tornadoOf } from './tornado.ts'
import { euros, inSpan } from './words.ts'
import { curveOf, hoursOfYear, meanOf, moneyMeasures, otherMeasures, varOf } from './year.ts'

/** What two simulated readings say of a year, in the order in which a board asks. Where nobody stated a cost, hours alone. */
export function lossBlocks(subject: Subject, losses: Losses, runs: Runs): readonly Block[] {
  const cells = { best: cellsOf(losses, runs.best), worst: cellsOf(losses, runs.worst) }
  const isAnyPriced = losses.lumps.length > 0 || organisation(subject).functions.some((one) => isPriced(subject, one))
  const mean = meanOf(runs)
  const functions = functionTable(subject, losses, runs, cells)
  const method: readonly Block[] = [{ kind: 'text', role: 'method', text: message('loss.method') }, lossMethod]
  const apart: Block = { kind: 'text', role: 'note', text: message('loss.apart') }
  if (!isAnyPriced) {
    const hours = inSpan(hoursOfYear(runs), (value) => message('duration.hours', { low: Math.round(value) }))
    return [
      { kind: 'text', role: 'headline', text: message('loss.headline-hours', { hours }) },
      { kind: 'measures', title: message('loss.measures'), measures: otherMeasures(subject, runs) },
      apart,
      functions,
      ...remarksOn(subject, losses, runs, 'hours'),
      ...method,
    ]
  }
  return [
    { kind: 'text', role: 'headline', text: headlineOf(subject, { mean: euros(mean), bad: euros(varOf(runs, tailShare) ?? mean) }) },
    { kind: 'text', role: 'note', text: moneyOf(subject) },
    { kind: 'measures', title: message('loss.measures'), measures: [...moneyMeasures(runs), ...otherMeasures(subject, runs)] },
    apart,
    curveOf(runs),
    waterfallOf(subject, cells, mean),
    functions,
    ...shareTables(subject, { losses, runs, cells, mean }),
    tornadoOf(subject, losses, cells, mean),
    checkList(subject, cells),
    ...remarksOn(subject, losses, runs, 'loss'),
    ...method,
  ]
}

/** What a year costs, and of how many functions that is. */
function headlineOf(subject: Subject, figures: { readonly mean: Message; readonly bad: Message }): Message {
  const { functions } = organisation(subject)
  const priced = functions.filter((one) => isPriced(subject, one)).length
  return priced === functions.length ? message('loss.headline', figures) : message('loss.headline-of', { ...figures, priced, count: functions.length })
}
