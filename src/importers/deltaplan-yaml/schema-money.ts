import { z } from 'zod'
import { duration, grace, isInterval, label, list, text } from './schema-parts.ts'

/** The parts of deltaplan.yaml that say what a loss costs and how long it takes to get away. Every amount is a 90 % interval. */

/** Of a quantity that may be anything above nought. */
const span = z.strictObject({ low: z.number().positive(), high: z.number().positive() }).refine(isInterval, 'low ≤ high')

/** Of a share: at least nothing and at most all. */
const share = z.strictObject({ low: z.number().gt(0).max(1), high: z.number().gt(0).max(1) }).refine(isInterval, 'low ≤ high')

const amount = { low: z.number().nonnegative(), high: z.number().nonnegative() }

const currency = z.string().regex(/^[A-Z]{3}$/, 'EUR (ISO 4217)')

/** What the loss of a function costs. Each way of costing money once: what stands in two of them counts twice. */
export const cost = z.strictObject({
  currency,
  priceLevel: z.int().min(1990).max(2200).optional(),
  /** Of every hour from some hour on, until the next of them takes over. */
  perHour: list(z.strictObject({ from: duration, ...amount }).refine(isInterval, 'low ≤ high')).optional(),
  /** At once, at some hour: penalties, recovery work, fines. */
  steps: list(z.strictObject({ at: duration, ...amount }).refine(isInterval, 'low ≤ high')).optional(),
  /** People who cannot work: how many, which share of their work stands still, and what an hour of it costs. */
  staff: z.strictObject({ people: span, idle: share, rate: span }).optional(),
  /** Transactions that do not come in: how many an hour, which share never comes back, and what one is worth. */
  transactions: z.strictObject({ perHour: span, lost: share, value: span }).optional(),
  /** Statutory deadlines that are missed: cases a day from some hour on, and what each costs. */
  deadlines: z.strictObject({ from: duration, perDay: span, each: span }).optional(),
  /** What one outage cannot cost more than, however long it lasts. */
  most: z.number().positive().optional(),
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
  carries: share.optional(),
  tested: label.date.optional(),
})

/** How long it takes to be rid of something, from the decision until the last user is over. */
export const exit = z.strictObject({ takes: grace, tested: label.date.optional() })

/** How long it takes until another of a group has taken over, and when that was tried. */
export const takesOver = z.strictObject({ within: grace, tested: label.date.optional() })

/** A yearly price, or what one event costs. */
export const money = z.strictObject({ currency, ...amount }).refine(isInterval, 'low ≤ high')
