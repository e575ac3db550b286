import type { ThingId } from '#estate/claim.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { said, saidList, saidText } from '#estate/said.ts'
import type { Distribution } from '#kernels/statistics/distributions/distribution.ts'
import type { Interval } from '#lang/interval.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import { intervalIn } from './span.ts'
import type { Subject } from './subject.ts'
import { distributionOf, uncertainIn } from './uncertain.ts'

/** What a function's outage costs on one scale over its hours, part by part: nothing before its first part begins, and then all parts together. */
export interface CostCurve {
  readonly parts: readonly CostPart[]
  /** Most that one outage costs. */
  readonly cap?: number
}

/**
 * A cost that flows from some hour until another, or that comes at once as soon as an outage lasts longer than some hour: a weight times the product of
 * numbers that are not known.
 */
export interface CostPart {
  readonly from: number
  /** Infinite where it does not end; left out for what comes at once. */
  readonly until?: number
  /** Per hour, or at once. */
  readonly weight: number
  readonly factors: readonly Factor[]
}

/** An uncertain number, which is the same wherever its key stands. */
export interface Factor {
  readonly key: string
  readonly distribution: Distribution
  /** What is drawn above this counts as this: 1 for a share. */
  readonly most?: number
}

/** Money in cents, people in hundredths of an hour, duties in hundredths. Nothing where nobody states it. */
export interface FunctionCosts {
  readonly money: CostCurve | undefined
  readonly people: CostCurve | undefined
  readonly duties: CostCurve | undefined
}

/** Which end of what is not known: `worst` takes work by hand for as little as it may be, `best` for as much. */
export type Reading = 'worst' | 'best'

const hundredths = 100
const hoursPerDay = 24
const endless = Number.POSITIVE_INFINITY

/** What an outage of a function costs, with what work by hand carries taken off for as long as it lasts. */
export function costsOf(subject: Subject, one: BusinessFunction, reading: Reading): FunctionCosts {
  const thing = subject.estate.things.get(one.id)
  const by = handwork(subject, one, reading)
  const curve = (parts: readonly CostPart[]): CostCurve | undefined => (parts.length === 0 ? undefined : { parts: parts.flatMap((part) => lessHandwork(part, by)) })
  const foreign = (saidText(thing, 'currency') ?? currency) !== currency
  const lines = (foreign ? [] : saidList(thing, 'cost')).map((line) => line.split(' '))
  const money = curve(statedParts(lines, `${one.id} money`))
  const most = lines.find(([word]) => word === 'most')?.[1]
  const perHour = (name: 'affected-people' | 'postponed-duties'): CostCurve | undefined => {
    const factors = factorsOf((saidText(thing, name) ?? '').split(' '), `${one.id} ${name}`, 1)
    return factors && curve([{ from: 0, until: endless, weight: hundredths, factors }])
  }
  return {
    money: money && { ...money, ...(most === undefined ? {} : { cap: Number(most) * hundredths }) },
    people: perHour('affected-people'),
    duties: perHour('postponed-duties'),
  }
}

/** The one currency that is counted in. What is stated in another is told, and not converted. */
export const currency = 'EUR'

/** Functions, contracts and data whose cost is stated in another currency. */
export function inOtherCurrency(subject: Subject): readonly ThingId[] {
  const { estate } = subject
  const functions = organisation(subject).functions.map((one) => one.id)
  const isOther = (text: string | undefined): boolean => text !== undefined && text.split(' ').at(-1) !== currency
  return [
    ...functions.filter((id) => isOther(saidText(estate.things.get(id), 'currency'))),
    ...thingsOfKind(estate, 'contract').flatMap((one) => (one.state === 'active' && isOther(saidText(one, 'price-per-year')) ? [one.id] : [])),
    ...thingsOfKind(estate, 'dataset').flatMap((one) => (isOther(saidText(one, 'disclosure-cost')) ? [one.id] : [])),
  ]
}

/** Whether anybody stated what the loss of a function costs, in the currency that is counted in. */
export const isPriced = (subject: Subject, one: BusinessFunction): boolean =>
  said(subject.estate.things.get(one.id), 'cost').length > 0 && (saidText(subject.estate.things.get(one.id), 'currency') ?? currency) === currency

interface Handwork {
  readonly hours: number
  readonly share: number
}

/** How many hours work by hand lasts, and which share it carries meanwhile. */
function handwork(subject: Subject, one: BusinessFunction, reading: Reading): Handwork {
  const thing = subject.estate.things.get(one.id)
  const hours = reading === 'worst' ? one.fallbackHours.low : one.fallbackHours.high
  const carries = intervalIn(saidText(thing, 'fallback-carries')) ?? shareIn(saidText(thing, 'fallback-capacity')) ?? { low: 0, high: 1 }
  return { hours, share: reading === 'worst' ? carries.low : carries.high }
}

/** `60 % of the usual arrivals` says a share; words alone say none. */
function shareIn(text: string | undefined): Interval | undefined {
  const percent = /(?:^|\s)(\d{1,3}(?:\.\d{1,2})?)\s?%/.exec(text ?? '')?.[1]
  const share = percent === undefined ? Number.NaN : Number(percent) / 100
  return share >= 0 && share <= 1 ? { low: share, high: share } : undefined
}

/** What work by hand leaves of a part: all of what comes at once, and of what flows only the rest, until the work by hand ends. */
function lessHandwork(part: CostPart, { hours, share }: Handwork): readonly CostPart[] {
  const { from, until, weight } = part
  if (share === 0 || until === undefined || from >= hours) return [part]
  const rest = share === 1 ? [] : [{ ...part, until: Math.min(until, hours), weight: weight * (1 - share) }]
  return until <= hours ? rest : [...rest, { ...part, from: hours }]
}

/** The first so many uncertain numbers of a line; nothing when one of them is none. */
function factorsOf(words: readonly string[], key: string, count: number): readonly Factor[] | undefined {
  const factors = uncertainIn(words)
    .slice(0, count)
    .flatMap((one, at): readonly Factor[] => {
      const distribution = distributionOf(one)
      return distribution === undefined ? [] : [{ key: `${key} ${at}`, distribution }]
    })
  return factors.length === count ? factors : undefined
}

/** The lines under `cost`, each a word and its numbers (`estate/attribute.ts`). */
function statedParts(lines: readonly (readonly string[])[], key: string): readonly CostPart[] {
  const hourly = lines.filter(([word]) => word === 'per-hour').toSorted(([, a], [, b]) => Number(a) - Number(b))
  return [
    ...hourly.flatMap((line, at) => partOf(line, { key: `${key} per-hour ${at}`, until: Number(hourly[at + 1]?.[1] ?? endless), count: 1 })),
    ...lines.flatMap((line, at): readonly CostPart[] => {
      switch (line[0]) {
        case 'step':
          return partOf(line, { key: `${key} step ${at}`, count: 1 })
        case 'deadlines':
          return partOf(line, { key: `${key} deadlines`, until: endless, count: 2 }).map((part) => ({ ...part, weight: part.weight / hoursPerDay }))
        case 'staff':
        case 'transactions':
        case 'care':
          return partOf([line[0], '0', ...line.slice(1)], { key: `${key} ${line[0]}`, until: endless, count: 3 }).map(withShare)
        default:
          return []
      }
    }),
  ]
}

/** Of people, of transactions and of care the second number is a share. */
const withShare = (part: CostPart): CostPart => ({ ...part, factors: part.factors.map((factor, at) => (at === 1 ? { ...factor, most: 1 } : factor)) })

/** A line of a word, an hour and so many uncertain numbers. */
function partOf([, from, ...words]: readonly string[], { key, until, count }: { readonly key: string; readonly until?: number; readonly count: number }): readonly CostPart[] {
  const factors = factorsOf(words, key, count)
  return factors === undefined ? [] : [{ from: Number(from), ...(until === undefined ? {} : { until }), weight: hundredths, factors }]
}
