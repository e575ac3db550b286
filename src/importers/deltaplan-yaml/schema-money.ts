import { z } from 'zod'
import { hoursOf } from '#lang/duration.ts'
import { duration, grace, isInterval, label, list, text } from './schema-parts.ts'

/** The parts of deltaplan.yaml that say what a loss costs and how long it takes to get away. Every amount is a 90 % interval. */

/** How a number lies in its interval: around a likeliest value, or as often below a middle one as above it. Where neither is said, spread by factors (lognormal). */
export interface Spread {
  readonly low: number
  readonly high: number
  readonly likely?: number | undefined
  readonly middle?: number | undefined
}

/** A curve through the ends and the middle exists where the middle lies at no less than this part of the way, in logarithms, from either end (Keelin 2016, 3.3). */
const leastWay = 0.125

/** An interval that spans more says nothing, and its average is made by what nobody has seen. A low end of nought is taken for a hundredth of the high one. */
const widest = 1_000_000
const isBelievable = ({ low, high }: Spread): boolean => low === 0 || high <= widest * low

/** More than anything costs or counts. */
const largest = 1e12

const hasOneShape = ({ likely, middle }: Spread): boolean => likely === undefined || middle === undefined
const isLikelyWithin = ({ low, high, likely }: Spread): boolean => likely === undefined || (low <= likely && likely <= high)

function isMiddleWithin({ low, high, middle }: Spread): boolean {
  if (middle === undefined) return true
  const way = Math.log(middle / low) / Math.log(high / low)
  return low > 0 && way >= leastWay && way <= 1 - leastWay
}

/** An object of an interval, with how the number lies in it. */
const uncertain = <T extends z.ZodRawShape>(value: z.ZodNumber, more: T) =>
  z
    .strictObject({ ...more, low: value, high: value, likely: value.optional(), middle: value.optional() })
    .refine(ofSpread(isInterval), { error: 'low ≤ high', abort: true })
    .refine(ofSpread(isBelievable), { error: `high ≤ ${widest} × low`, abort: true })
    .refine(ofSpread(hasOneShape), { error: 'likely / middle', abort: true })
    .refine(ofSpread(isLikelyWithin), 'low ≤ likely ≤ high')
    .refine(ofSpread(isMiddleWithin), 'low < middle < high (≈ √(low × high))')

/** The numbers that every shape of `uncertain` has. */
const ofSpread =
  (test: (spread: Spread) => boolean) =>
  (value: object): boolean =>
    test(value as Spread)

/** Of a quantity that may be anything above nought. */
const span = uncertain(z.number().positive().max(largest), {})

const part = z.number().gt(0).max(1)

/** Of a share: at least nothing and at most all. */
const share = uncertain(part, {})

/** The same, of which only the ends count. */
const shareBetween = z.strictObject({ low: part, high: part }).refine(isInterval, 'low ≤ high')

const amount = { low: z.number().nonnegative().max(largest), high: z.number().nonnegative().max(largest) }

const currency = z.string().regex(/^[A-Z]{3}$/, 'EUR (ISO 4217)')

/** A list in which no two begin at the same hour: the second of them is told. */
const fromDistinct = <T extends z.ZodType<{ readonly from: string }>>(item: T) =>
  list(item).superRefine((entries, context) => {
    const seen = new Set<number | undefined>()
    for (const [at, { from }] of entries.entries()) {
      if (seen.has(hoursOf(from))) context.addIssue({ code: 'custom', message: 'another hour (from)', path: [at], input: from })
      seen.add(hoursOf(from))
    }
  })

/** What the loss of a function costs. Each way of costing money once: what stands in two of them counts twice. */
export const cost = z.strictObject({
  currency,
  priceLevel: z.int().min(1990).max(2200).optional(),
  /** Of every hour from some hour on, until the next of them takes over. */
  perHour: fromDistinct(uncertain(z.number().nonnegative().max(largest), { from: duration })).optional(),
  /** At once, at some hour: penalties, recovery work, fines. */
  steps: list(uncertain(z.number().nonnegative().max(largest), { at: duration })).optional(),
  /** People who cannot work: how many, which share of their work stands still, and what an hour of it costs. */
  staff: z.strictObject({ people: span, idle: share, rate: span }).optional(),
  /** Transactions that do not come in: how many an hour, which share never comes back, and what one is worth. */
  transactions: z.strictObject({ perHour: span, lost: share, value: span }).optional(),
  /** Statutory deadlines that are missed: cases a day from some hour on, and what each costs. */
  deadlines: z.strictObject({ from: duration, perDay: span, each: span }).optional(),
  /** What one outage cannot cost more than, however long it lasts. */
  most: z.number().positive().max(1e15).optional(),
})

/** Who goes without, beside money and never added to it. */
export const affects = z.strictObject({
  /** People without an essential service, for every hour. */
  people: span.optional(),
  /** Care or duties that are postponed, for every hour. */
  duties: z.strictObject({ what: text, perHour: span }).optional(),
})

/** Work by hand: which share it carries, how long, and when that was tried. */
export const fallback = z.strictObject({
  what: text,
  lasts: duration.optional(),
  capacity: text.optional(),
  carries: shareBetween.optional(),
  tested: label.date.optional(),
})

/** How long it takes to be rid of something, from the decision until the last user is over. */
export const exit = z.strictObject({ takes: grace, tested: label.date.optional() })

/** How long it takes until another of a group has taken over, and when that was tried. */
export const takesOver = z.strictObject({ within: grace, tested: label.date.optional() })

/** A yearly price, or what one event costs. */
export const money = z
  .strictObject({ currency, ...amount })
  .refine(isInterval, 'low ≤ high')
  .refine(isBelievable, `high ≤ ${widest} × low`)
