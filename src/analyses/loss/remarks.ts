import { nameOf } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import { costsOf, inOtherCurrency, isPriced } from '#facts/cost-curve.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { meanLoss } from '#kernels/loss/measures.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import type { Runs } from './run.ts'

/** In which money the figures are, of which year. */
export function moneyOf(subject: Subject): Message {
  const years = [...new Set(organisation(subject).functions.flatMap((one) => saidNumber(subject.estate.things.get(one.id), 'price-level') ?? []))].sort()
  if (years.length === 0) return message('loss.reading-level-unknown')
  return years.length === 1 ? message('loss.reading', { year: String(years[0]) }) : message('loss.reading-levels', { years: years.map((year) => plain(String(year))) })
}

/** Below the first relative error the average has settled; beyond the second it says little. */
const [settledBelow, unsettledFrom] = [0.05, 0.3]

/** From this σ on (an interval over a factor of 720) the average is made by amounts that nobody has seen. */
const unsettledSigma = 2

/** How far chance alone may be off, what is in another currency, and what has no price. */
export function remarksOn(subject: Subject, runs: Runs, scale: 'loss' | 'hours'): readonly Block[] {
  const { value, error } = meanLoss(runs.worst[scale])
  const off = value === 0 ? 0 : (2 * error) / value
  const verdict = off < settledBelow ? 'settled' : off < unsettledFrom ? 'rough' : 'unsettled'
  const other = inOtherCurrency(subject)
  const settled = message('loss.settled', { years: runs.worst.loss.years, error: Math.max(1, Math.round(off * 100)), verdict: message(`loss.verdict.${verdict}`) })
  const wide = organisation(subject).functions.filter((one) => (costsOf(subject, one, 'worst').money?.sigma ?? 0) >= unsettledSigma)
  const unpriced = organisation(subject).functions.filter((one) => !isPriced(subject, one))
  return [
    { kind: 'text', role: 'note', text: settled },
    ...(other.length === 0
      ? []
      : [{ kind: 'text' as const, text: message('loss.other-currency', { functions: other.map((id) => named(subject, id)) }), tone: 'warning' as const }]),
    ...(wide.length === 0 ? [] : [{ kind: 'text' as const, text: message('loss.wide', { functions: wide.map((one) => named(subject, one.id)) }), tone: 'warning' as const }]),
    {
      kind: 'list',
      title: message('loss.unpriced'),
      items: unpriced.map((one) => ({ text: plain(nameOf(subject.estate, one.id)), proof: noProof })),
      empty: message('loss.unpriced-none'),
    },
  ]
}
