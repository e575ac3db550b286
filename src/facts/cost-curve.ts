import type { ThingId } from '#estate/claim.ts'
import { said, saidList, saidText } from '#estate/said.ts'
import { exp } from '#kernels/maths/exp.ts'
import type { Interval } from '#lang/interval.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import { intervalIn, type Logs, logsOf, product } from './span.ts'
import type { Subject } from './subject.ts'

/** What a function's outage costs on one scale over its hours, as the loss engine wants it: from a point on a slope, and a jump when it is passed. */
export interface CostCurve {
  readonly points: readonly (readonly [from: number, slope: number, jump: number])[]
  /** σ of the logarithm of the one factor that the whole curve is uncertain by. */
  readonly sigma: number
  readonly cap?: number
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

/** A flow of loss: from some hour on, an uncertain amount an hour; until another takes over, where there is one. */
interface Flow {
  readonly from: number
  readonly until: number
  readonly perHour: Logs
}

/** An uncertain amount at once, at some hour. */
interface Step {
  readonly at: number
  readonly amount: Logs
}

/** What an outage of a function costs, with what work by hand carries taken off for as long as it lasts. */
export function costsOf(subject: Subject, one: BusinessFunction, reading: Reading): FunctionCosts {
  const thing = subject.estate.things.get(one.id)
  const by = handwork(subject, one, reading)
  const foreign = (saidText(thing, 'currency') ?? currency) !== currency
  const { flows, steps, most } = stated(foreign ? [] : saidList(thing, 'cost'))
  const perHour = (name: 'affected-people' | 'postponed-duties'): CostCurve | undefined => {
    const logs = logsIn(saidText(thing, name))
    return logs === undefined ? undefined : curveOf([{ from: 0, until: Number.POSITIVE_INFINITY, perHour: logs }], [], by)
  }
  const money = flows.length + steps.length === 0 ? undefined : curveOf(flows, steps, by)
  return { money: money && { ...money, ...(most === undefined ? {} : { cap: most * hundredths }) }, people: perHour('affected-people'), duties: perHour('postponed-duties') }
}

/** The one currency that is counted in. What is stated in another is told, and not converted. */
export const currency = 'EUR'

/** Functions whose cost is stated in another currency. */
export const inOtherCurrency = (subject: Subject): readonly ThingId[] =>
  organisation(subject)
    .functions.filter((one) => (saidText(subject.estate.things.get(one.id), 'currency') ?? currency) !== currency)
    .map((one) => one.id)

/** How many hours work by hand lasts, and which share it carries meanwhile. */
function handwork(subject: Subject, one: BusinessFunction, reading: Reading): { readonly hours: number; readonly share: number } {
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

const logsIn = (text: string | undefined): Logs | undefined => {
  const interval = intervalIn(text)
  return interval && logsOf(interval)
}

/** The lines under `cost`, each a word and its numbers (`estate/attribute.ts`). */
function stated(lines: readonly string[]): { readonly flows: readonly Flow[]; readonly steps: readonly Step[]; readonly most: number | undefined } {
  const read = lines.map((line) => {
    const [word = '', ...rest] = line.split(' ')
    return { word, numbers: rest.map(Number) }
  })
  const spans = (numbers: readonly number[], ...at: readonly number[]): Logs | undefined => {
    const logs = at.flatMap((one) => logsOf({ low: numbers[one] ?? Number.NaN, high: numbers[one + 1] ?? Number.NaN }) ?? [])
    return logs.length === at.length ? product(logs) : undefined
  }
  const hourly = read.filter((one) => one.word === 'per-hour').toSorted((a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0))
  const flow = (from: number, until: number, perHour: Logs | undefined): readonly Flow[] => (perHour === undefined ? [] : [{ from, until, perHour }])
  return {
    flows: [
      ...hourly.flatMap(({ numbers }, at) => flow(numbers[0] ?? 0, hourly[at + 1]?.numbers[0] ?? Number.POSITIVE_INFINITY, spans(numbers, 1))),
      ...read.flatMap(({ word, numbers }) => {
        if (word === 'staff' || word === 'transactions') return flow(0, Number.POSITIVE_INFINITY, spans(numbers, 0, 2, 4))
        if (word !== 'deadlines') return []
        const perDay = spans(numbers, 1, 3)
        return flow(numbers[0] ?? 0, Number.POSITIVE_INFINITY, perDay && { ...perDay, mu: perDay.mu - lnDay })
      }),
    ],
    steps: read.flatMap(({ word, numbers }) => {
      const amount = word === 'step' ? spans(numbers, 1) : undefined
      return amount === undefined ? [] : [{ at: numbers[0] ?? 0, amount }]
    }),
    most: read.find((one) => one.word === 'most')?.numbers[0],
  }
}

/** ln 24 */
const lnDay = 3.1780538303479458

/**
 * One curve with one factor of uncertainty: the widest that any part has, with the mean of every part as it was asked. So whoever is
 * sure of the first hours and unsure of the rest is taken to be unsure of all, and no hour becomes dearer or cheaper for it.
 */
function curveOf(flows: readonly Flow[], steps: readonly Step[], by: { readonly hours: number; readonly share: number }): CostCurve {
  const sigma = Math.max(...flows.map((one) => one.perHour.sigma), ...steps.map((one) => one.amount.sigma))
  const amount = ({ mu, sigma: own }: Logs): number => exp(mu + (own * own - sigma * sigma) / 2) * hundredths
  const ends = [...flows.flatMap((one) => [one.from, one.until]), ...steps.map((one) => one.at), ...(by.share > 0 ? [0, by.hours] : [])]
  const points = [...new Set(ends)].filter(Number.isFinite).sort((a, b) => a - b)
  return {
    points: points.map((at) => {
      const flowing = flows.filter((one) => one.from <= at && at < one.until).reduce((sum, one) => sum + amount(one.perHour), 0)
      const jump = steps.filter((one) => one.at === at).reduce((sum, one) => sum + amount(one.amount), 0)
      return [at, flowing * (at < by.hours ? 1 - by.share : 1), jump] as const
    }),
    sigma,
  }
}

/** Whether anybody stated what the loss of a function costs, in the currency that is counted in. */
export const isPriced = (subject: Subject, one: BusinessFunction): boolean =>
  said(subject.estate.things.get(one.id), 'cost').length > 0 && (saidText(subject.estate.things.get(one.id), 'currency') ?? currency) === currency
