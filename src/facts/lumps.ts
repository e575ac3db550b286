import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo, thingsOfKind } from '#estate/estate.ts'
import { saidText } from '#estate/said.ts'
import { log } from '#kernels/maths/log.ts'
import type { Distribution } from '#kernels/statistics/distributions/distribution.ts'
import type { Interval } from '#lang/interval.ts'
import { currency, type Reading } from './cost-curve.ts'
import { exposureOf } from './exposure.ts'
import { shieldOf } from './shield.ts'
import type { Source } from './source.ts'
import { type Logs, logsOf, product } from './span.ts'
import type { Subject } from './subject.ts'
import { namesOf } from './twins.ts'
import { type Uncertain, uncertainIn } from './uncertain.ts'

/** An amount that a source costs at once: a year of a dearer contract, a dataset that others got to read, or what an event costs a function besides its hours. */
export interface Lump {
  readonly source: number
  /** The contract, the dataset or the function. */
  readonly on: ThingId
  readonly cents: Logs
  /** That it comes to that when the source strikes, in each reading. */
  readonly chance: Readonly<Record<Reading, number>>
  /** A share that this is multiplied with, and that nobody knows: the same number wherever its key stands. Whose it is: the scenario's, or that of what it is an amount on. */
  readonly belief?: { readonly key: string; readonly of: 'scenario' | 'item'; readonly distribution: Distribution }
}

/** What sources cost that stop nothing. Without a stated price of the contract, or a stated cost of disclosure, nothing is invented. */
export function lumpsOf(subject: Subject, sources: readonly Source[]): readonly Lump[] {
  return sources.flatMap((source, at) => {
    const scenario = subject.knowledge.scenarios.get(source.scenario)
    if (scenario?.effect === 'price') return dearer(subject, source, { at, multiple: scenario.multiple ?? { low: 1, high: 1 } })
    return scenario?.effect === 'disclosure' ? disclosed(subject, source, at) : []
  })
}

const lnHundred = log(100)

/** An amount of money in cents. */
export function centsOf(amount: Uncertain | undefined): Logs | undefined {
  const logs = amount && logsOf(amount)
  return logs && { ...logs, mu: logs.mu + lnHundred }
}

/** An amount `<low> <high> <currency>`, perhaps with how it lies in between, in cents; nothing in another currency. */
function centsIn(text: string | undefined): Logs | undefined {
  return text?.endsWith(` ${currency}`) === true ? centsOf(uncertainIn(text.split(' '))[0]) : undefined
}

/** What is paid more for one year: long enough to see it coming the next time. */
function dearer(subject: Subject, { thing }: Source, { at, multiple }: { readonly at: number; readonly multiple: Interval }): readonly Lump[] {
  const { estate } = subject
  const names = namesOf(subject, thing)
  const more = logsOf({ low: Math.max(0, multiple.low - 1), high: multiple.high - 1 })
  if (more === undefined) return []
  return thingsOfKind(estate, 'contract').flatMap((contract): readonly Lump[] => {
    const price = contract.state === 'active' ? centsIn(saidText(contract, 'price-per-year')) : undefined
    if (price === undefined) return []
    const sides = linksFrom(estate, contract.id, 'supported-by', 'operated-by').map((link) => link.to)
    const covered = linksTo(estate, contract.id, 'covered-by').map((link) => link.from)
    return [...sides, ...covered].some((one) => names.includes(one)) ? [{ source: at, on: contract.id, cents: product([price, more]), chance: { best: 1, worst: 1 } }] : []
  })
}

/** Datasets that a law lets others read, by whoever holds them. A mitigation that takes the effect away counts; contested access may come to nothing. */
function disclosed(subject: Subject, { thing }: Source, at: number): readonly Lump[] {
  return thingsOfKind(subject.estate, 'dataset').flatMap((dataset): readonly Lump[] => {
    const cents = centsIn(saidText(dataset, 'disclosure-cost'))
    const holders = linksTo(subject.estate, dataset.id, 'holds').map((link) => link.from)
    const reaches = holders.filter((holder) => kindOf(holder) === 'workload' && shieldOf(subject, holder) === undefined).flatMap((holder) => reachesOf(subject, holder, thing))
    if (cents === undefined || reaches.length === 0) return []
    return [{ source: at, on: dataset.id, cents, chance: { best: reaches.some((one) => !one.contested) ? 1 : 0, worst: 1 } }]
  })
}

/** Each way by which a law's access, or a party, reaches a workload: whether it is contested. */
function reachesOf(subject: Subject, holder: ThingId, thing: ThingId): readonly { readonly contested: boolean }[] {
  const { laws, parties } = exposureOf(subject)(holder)
  return kindOf(thing) === 'law' ? laws.filter((one) => one.power === 'access' && one.law === thing) : parties.filter((one) => one.to === thing)
}
