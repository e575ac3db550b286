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

/** Ln 19: how far from its middle share one case in twenty lies, in logits. */
const logitOfEnds = 2.9444389791664403

/**
 * How heavy the upper tail of the curve through the ends and the middle is: its scale at share 1 (Keelin 2016). From ½ on the curve has no variance, from 1 on no mean.
 * Nought where no middle is stated, since the other shapes have both.
 */
export function tailOf({ low, high, middle }: Spread): number {
  if (middle === undefined || low === high) return 0
  const [width, lean] = [Math.log(high / low), Math.log(high / middle) - Math.log(middle / low)]
  return (width / 2 + lean / 1.8) / logitOfEnds
}

const hasMean = (spread: Spread): boolean => tailOf(spread) < 1
const hasVariance = (spread: Spread): boolean => tailOf(spread) < 0.5
const withMean = 'middle nearer to high, or likely (finite mean)'
const withVariance = 'middle nearer to high, or likely (finite variance)'

/** Of a quantity that may be anything above nought. */
const quantity = uncertain(z.number().positive().max(largest), {})

/** The same where nothing else bounds what comes of it. */
const boundless = quantity.refine(ofSpread(hasMean), withMean)

/** An amount at once. Simulated by its mean and variance, and so it needs both. */
const once = quantity.refine(ofSpread(hasVariance), withVariance)

const part = z.number().gt(0).max(1)

/** Of a share: at least nothing and at most all. */
const share = uncertain(part, {})

/** The same, of which only the ends count. */
const shareBetween = z.strictObject({ low: part, high: part }).refine(isInterval, 'low ≤ high')

const chancePart = z.number().min(0).max(1)
const chance = z.strictObject({ low: chancePart, high: chancePart }).refine(isInterval, 'low ≤ high')

const amount = z.number().nonnegative().max(largest)

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

/** So many an hour, which share of them never comes back, and what each costs. */
const flow = { perHour: quantity, each: quantity }

/** What the loss of a function costs. Each way of costing money once: what stands in two of them counts twice. */
export const cost = z
  .strictObject({
    currency,
    priceLevel: z.int().min(1990).max(2200).optional(),
    /** Of every hour from some hour on, until the next of them takes over. */
    perHour: fromDistinct(uncertain(amount, { from: duration })).optional(),
    /** At once, when an outage lasts longer than some hour: penalties by contract or law. What an event costs however long it lasts stands in `perEvent`. */
    steps: list(uncertain(amount, { at: duration })).optional(),
    /** People who cannot work: how many, which share of their work stands still, and what an hour of it costs. */
    staff: z.strictObject({ people: quantity, idle: share, rate: quantity }).optional(),
    /** Transactions that do not come in: how many an hour, which share never comes back, and what one is worth. */
    transactions: z.strictObject({ perHour: quantity, lost: share, value: quantity }).optional(),
    /** Care that others have to give: patients an hour, which share of them is sent on, and what each of those costs. */
    care: z.strictObject({ ...flow, diverted: share }).optional(),
    /** Statutory deadlines that are missed: cases a day from some hour on, and what each costs. */
    deadlines: z.strictObject({ from: duration, perDay: quantity, each: quantity }).optional(),
    /** Data since the last copy that an event destroys: what an hour of it costs to enter again or to bear, and how many hours there are; left out, any part of `rpo`. */
    lostData: z.strictObject({ perHour: once, hours: once.optional() }).optional(),
    /** What an event that stops the function may cost besides, however long it lasts: a fine, recovery, letters to those concerned. */
    perEvent: list(uncertain(amount, { what: text, chance }).refine(ofSpread(hasVariance), withVariance)).optional(),
    /** What one outage cannot cost more than, however long it lasts. Lost data and what stands in `perEvent` come on top. */
    most: z.number().positive().max(1e15).optional(),
  })
  .superRefine((value, context) => {
    if (value.most !== undefined) return
    for (const path of meanless(value)) context.addIssue({ code: 'custom', message: `most, or ${withMean}`, path: [...path] })
  })

/** Where, in a cost that nothing bounds, an amount stands of which there is no mean. Shares are bounded by themselves. */
function meanless(value: Readonly<Record<string, unknown>>): readonly (readonly (string | number)[])[] {
  const spreads = (given: unknown, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] => {
    if (typeof given !== 'object' || given === null) return []
    if ('middle' in given && 'low' in given && 'high' in given) return hasMean(given as Spread) ? [] : [path]
    return Object.entries(given).flatMap(([key, one]) => (bounded.includes(key) ? [] : spreads(one, [...path, Array.isArray(given) ? Number(key) : key])))
  }
  return spreads(value, [])
}

const bounded: readonly string[] = ['idle', 'lost', 'diverted']

/** Who goes without, beside money and never added to it. */
export const affects = z.strictObject({
  /** People without an essential service, for every hour. */
  people: boundless.optional(),
  /** Care or duties that are postponed, for every hour. */
  duties: z.strictObject({ what: text, perHour: boundless }).optional(),
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
export const money = uncertain(amount, { currency }).refine(ofSpread(hasVariance), withVariance)
