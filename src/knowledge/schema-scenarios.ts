import { z } from 'zod'
import { dependencyRoles, phases, structuralRoles, thingKinds } from '#estate/claim.ts'
import { common, id, words } from './schema-parts.ts'

/** The forms of what happened (incidents) and of what may happen (scenarios). */

const positive = z.number().positive()

/** Ninety per cent of what may happen lies between the two; a lognormal is fitted to it. */
const span = z.strictObject({ low: positive, high: positive }).refine(({ low, high }) => low <= high, 'low ≤ high')

/** More a year is no scenario: it is how things always are, and more than years can be drawn with. */
const mostPerYear = 1000

const often = positive.max(mostPerYear)

/** How many times a year, as such an interval. */
const frequency = z.strictObject({ low: often, high: often }).refine(({ low, high }) => low <= high, 'low ≤ high')

const shareEnds = { low: z.number().min(0).max(1), high: z.number().min(0).max(1) }

/** A share, as an interval within [0, 1]. */
const share = z.strictObject(shareEnds).refine(({ low, high }) => low <= high, 'low ≤ high')

/** The same, with what it leans on. */
const judgedShare = z.strictObject({ ...shareEnds, why: words.optional() }).refine(({ low, high }) => low <= high, 'low ≤ high')

const days = z.strictObject({ low: z.number().nonnegative(), high: z.number().nonnegative() }).refine(({ low, high }) => low <= high, 'low ≤ high')

/** Something that happened to somebody, as far as a source tells: what scenarios are calibrated on. */
export const incident = z.strictObject({
  title: words,
  /** The day it began to be felt, or the year or month where only that is known. */
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  /** Who let it happen or was its source, where that is a party we know. */
  party: id.optional(),
  /** Days between being told and being hit. Left out where nobody tells. */
  noticeDays: z.number().nonnegative().optional(),
  /** Hours until service was back for most; `lasting` where it never came back. */
  hours: z.union([z.strictObject({ low: z.number().nonnegative(), high: z.number().nonnegative() }), z.literal('lasting')]).optional(),
  /** How many times the price before, where a price changed. */
  multiple: z.strictObject({ low: positive, high: positive }).optional(),
  affected: words,
  /** What it cost, as its source says it: amounts in words, with their currency. */
  cost: words.optional(),
  /** What was learnt from it, in one sentence. */
  lesson: words.optional(),
  ...common,
})

/** What comes of a scenario for whom it hits. */
const scenarioEffects = ['outage', 'price', 'disclosure', 'ownership'] as const

/**
 * Something that may happen, to each thing that the rule selects. The same thing is hit once, however many lean on it: what
 * fails with it follows from the estate's failure logic.
 */
export const scenario = z.strictObject({
  title: words,
  /** What happens, in one or two sentences. `$thing` stands for what it happens to. */
  what: words,
  effect: z.enum(scenarioEffects),
  /** To which things it can happen: their kinds, and a rule in CEL over the names of `src/scenarios/traits.ts`. */
  strikes: z.strictObject({ kinds: z.array(z.enum(thingKinds)).min(1), when: z.string().default('true') }),
  /**
   * `itself`: the thing is lost, and each that leans on it fails after its own grace · `users`: what is made of it fails at once, as
   * by a bad update · `only`: those fail that lean on it in one of `phases`, each after its grace.
   */
  loses: z.enum(['itself', 'users', 'only']).default('itself'),
  /** For `users` and `only`: by which links somebody leans on it; all, when left out. */
  through: z.array(z.enum([...dependencyRoles, ...structuralRoles])).optional(),
  phases: z.array(z.enum(phases)).optional(),
  /** How often a year, for each thing by itself. */
  perYear: frequency,
  /** `counted`: from a number of events in a number of years · `judged`: nobody could count it. Shown beside every figure that rests on it. */
  frequency: z.strictObject({ basis: z.enum(['counted', 'judged']), why: words }),
  /** Days between being told and being hit. */
  noticeDays: days.default({ low: 0, high: 0 }),
  /** Hours from being hit until the thing is back, where it comes back. */
  hours: span.optional(),
  /** How likely it is that it never comes back; then an outage ends when somebody has left. */
  lasting: share.default({ low: 0, high: 0 }),
  /** Which share of those that lean on it are hit when it happens. */
  reach: share.default({ low: 1, high: 1 }),
  /** How likely it is that what was written since the last copy is gone, for whoever keeps data there. Whether it comes back makes no difference. */
  losesData: judgedShare.default({ low: 0, high: 0 }),
  /** Years that are bad for one are bad for all of a group: the shape of a gamma of mean 1, small for much. */
  together: z.strictObject({ group: id, shape: positive }).optional(),
  /** For `price`: how many times what it costs now. */
  multiple: span.optional(),
  /** Incidents that the figures lean on. */
  calibration: z.array(id).default([]),
  ...common,
})

export type Incident = z.infer<typeof incident>
export type Scenario = z.infer<typeof scenario>
