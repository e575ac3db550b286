import { nameOf } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import { type CostCurve, costsOf, inOtherCurrency, isPriced } from '#facts/cost-curve.ts'
import { costSpread, hoursOfDay } from '#facts/cost-spread.ts'
import type { Losses } from '#facts/loss-model.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { meanLoss, tailBeyond } from '#kernels/loss/measures.ts'
import { behaviourOf } from '#kernels/statistics/distributions/distribution.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { offOf, verdictOf } from './chance.ts'
import { cents, type Runs, tailShare } from './run.ts'
import { euro } from './words.ts'

/** In which money the figures are, of which year. */
export function moneyOf(subject: Subject): Message {
  const years = [...new Set(organisation(subject).functions.flatMap((one) => saidNumber(subject.estate.things.get(one.id), 'price-level') ?? []))].sort()
  if (years.length === 0) return message('loss.reading-level-unknown')
  return years.length === 1 ? message('loss.reading', { year: String(years[0]) }) : message('loss.reading-levels', { years: years.map((year) => plain(String(year))) })
}

/** From this factor between the ends on, which is a lognormal of σ = 2, the average is made by amounts that nobody has seen. */
const unsettledRatio = 720
const unsettledSigma = 2

/** Whether the mean of a cost says little: its ends lie too far apart, or its tail is so heavy that its variance has no end. A stated maximum ends both. */
function isWild(curve: CostCurve | undefined): boolean {
  if (curve === undefined || curve.cap !== undefined) return false
  const { low, high } = costSpread(curve, hoursOfDay)
  return high >= unsettledRatio * low || curve.parts.some((part) => part.factors.some((factor) => behaviourOf(factor.distribution).moment(2) === Number.POSITIVE_INFINITY))
}

/** How far chance alone may be off, what is in another currency, and what has no price. */
export function remarksOn(subject: Subject, losses: Losses, runs: Runs, scale: 'loss' | 'hours'): readonly Block[] {
  const off = offOf(meanLoss(runs.worst[scale]))
  const other = inOtherCurrency(subject)
  const settled = Number.isNaN(off)
    ? message('loss.too-few', { years: runs.worst.loss.years })
    : message('loss.settled', { years: runs.worst.loss.years, error: Math.max(1, Math.round(off * 100)), verdict: message(`loss.verdict.${verdictOf(off)}`) })
  const wild = organisation(subject).functions.filter((one) => isWild(costsOf(subject, one, 'worst').money))
  const wide = [...new Set([...wild.map((one) => one.id), ...losses.lumps.filter((one) => one.cents.sigma >= unsettledSigma).map((one) => one.on)])]
  const unpriced = organisation(subject).functions.filter((one) => !isPriced(subject, one))
  return [
    { kind: 'text', role: 'note', text: settled },
    ...(scale === 'loss' && !Number.isNaN(off) ? tailRemark(runs) : []),
    ...(other.length === 0
      ? []
      : [{ kind: 'text' as const, text: message('loss.other-currency', { functions: other.map((id) => named(subject, id)) }), tone: 'warning' as const }]),
    ...(wide.length === 0 ? [] : [{ kind: 'text' as const, text: message('loss.wide', { functions: wide.map((id) => named(subject, id)) }), tone: 'warning' as const }]),
    {
      kind: 'list',
      title: message('loss.unpriced'),
      items: unpriced.map((one) => ({ text: plain(nameOf(subject.estate, one.id)), proof: noProof })),
      empty: message('loss.unpriced-none'),
    },
  ]
}

/** How far chance alone may be off for the year in a hundred; nothing where that year costs nothing. */
function tailRemark(runs: Runs): readonly Block[] {
  const bad = tailBeyond(runs.worst.loss, tailShare)?.var
  if (bad === undefined || bad.value === 0) return []
  return [{ kind: 'text', role: 'note', text: message('loss.settled-tail', { low: euro(bad.low / cents), high: euro(bad.high / cents) }) }]
}
