import { z } from 'zod'
import { thingKinds } from '#estate/claim.ts'
import { common, date, id, words } from './schema-parts.ts'

/** The form of a framework: criteria as data, ours and those that others publish. One file is one framework, in one version. */

const level = z.strictObject({ level: z.number().int().min(0), title: words, meaning: words })

const objective = z.strictObject({
  id,
  title: words,
  /** Percent of the score; left out where the framework has no score. All objectives of one framework have one, or none has. */
  weight: z.number().positive().max(100).optional(),
  /** The points that count as all of them; left out, the sum of the best rungs. */
  most: z.number().positive().optional(),
})

/** A part of the technical stack that a framework wants to see apart, and which services and products belong to it. */
const block = z.strictObject({
  id,
  title: words,
  critical: z.boolean().default(false),
  /** Categories of services, as `data/services` has them. */
  categories: z.array(z.string()).default([]),
  /** Kinds of platforms, as `data/platforms` has them. */
  platforms: z.array(z.string()).default([]),
  /** Kinds of things that belong here whatever is known of them. */
  kinds: z.array(z.enum(thingKinds)).default([]),
})

/** A step of a criterion. They stand from the lowest to the highest, and their levels and points never fall. */
const rung = z.strictObject({
  /** The word by which an answer in deltaplan.yaml names it. */
  id,
  level: z.number().int().min(0),
  points: z.number().nonnegative().optional(),
  title: words,
  /**
   * CEL over `value`, which the criterion's fact gives: the rung is possible at that value. Several may be, where the fact cannot tell
   * them apart. A rung without a rule is reached by an answer alone.
   */
  when: z.string().optional(),
  /** How the framework's own register writes this rung. */
  code: z.string().optional(),
})

const criterion = z.strictObject({
  id,
  objective: id,
  title: words,
  /** What would settle it, as an errand. */
  ask: words,
  /** Of what it is asked: of the workload, of each party that runs or supports part of it, or of each service and product in it. */
  per: z.enum(['subject', 'entity', 'block']).default('subject'),
  /** Of which parties it is asked, where it is asked of parties and not of all of them. */
  standing: z.enum(['contractor', 'subcontractor']).optional(),
  /** The fact that answers it (`facts/criteria.ts`); without one, only the organisation can. */
  fact: z.string().optional(),
  rungs: z.array(rung).min(2),
  /** What of this criterion nobody could check in a source. Shown beside it. */
  unverified: words.optional(),
})

export const framework = z.strictObject({
  title: words,
  /** The name people call it by. */
  short: z.string(),
  publisher: z.string(),
  version: z.string(),
  /** When this version was published. */
  date,
  /** Under which terms its text may be used. Titles here are in our own words in any case. */
  licence: words,
  /** Profiles of organisations that look at it unless they choose otherwise. */
  profiles: z.array(id).default([]),
  /** From low to high. */
  levels: z.array(level).min(2),
  objectives: z.array(objective).min(1),
  blocks: z.array(block).default([]),
  criteria: z.array(criterion).min(1),
  /** Shown with every result. */
  notes: z.array(words).default([]),
  /** Tables of a register that belongs to it, by the names under which `analyses/frameworks` makes them. */
  tables: z.array(id).default([]),
  ...common,
})

export type Framework = z.infer<typeof framework>
export type Criterion = Framework['criteria'][number]
export type TechnicalBlock = Framework['blocks'][number]
