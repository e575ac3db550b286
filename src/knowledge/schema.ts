import { z } from 'zod'
import { framework } from './schema-frameworks.ts'
import { common, date, id, rule, source, words } from './schema-parts.ts'
import { incident, scenario } from './schema-scenarios.ts'
import { model, platform, service, signal } from './schema-software.ts'

/** The forms that files of `data/` take. One file is one thing; its id is the file's name. CONTRIBUTING.md explains each key. */

const jurisdiction = z.strictObject({
  title: words,
  /** ISO 3166-1 alpha-2, upper case; left out for unions. */
  iso: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Other names that mean exactly this one, such as the parts of a state whose law contracts are made under: England, Delaware. */
  names: z.array(z.string()).default([]),
  /** The words that its law goes by, in Dutch without an ending: Dutch, Nederlands. */
  adjectives: z.array(z.string()).default([]),
  kind: z.enum(['country', 'union', 'territory']),
  /** A territory's state, such as NL for Aruba. */
  of: id.optional(),
  /** Unions it belongs to: eu, eea. */
  memberOf: z.array(id).default([]),
  /** GDPR adequacy: for whom it holds, and whether it is being contested in court. */
  adequacy: z.strictObject({ scope: words, decision: z.string().optional(), since: date.optional(), until: date.optional(), contested: z.string().optional() }).optional(),
  ...common,
})

export const powers = ['access', 'cut-off', 'export-control', 'interception', 'localisation', 'other'] as const
export type Power = (typeof powers)[number]

const law = z.strictObject({
  title: words,
  jurisdiction: id,
  /** When it came into force, as far as known: a year, a month or a day. */
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  until: date.optional(),
  powers: z.array(z.enum(powers)).min(1),
  /**
   * Whom it reaches: `seated` parties seated in the jurisdiction · `controlled` their subsidiaries elsewhere · `present` parties
   * that do business there · `placed` what lies on its soil · `origin` goods, software and technology that come from there.
   */
  reach: z.array(z.enum(['seated', 'controlled', 'present', 'placed', 'origin'])).min(1),
  content: words,
  /** Whom an order is aimed at, where it is aimed at some and not at everybody: those at home in one of these jurisdictions, or others in words. */
  aimed: z.strictObject({ at: words, jurisdictions: z.array(id).default([]) }).optional(),
  /** Whether the addressee may be forbidden to tell. */
  secrecy: z.boolean().default(false),
  status: z.enum(['in-force', 'suspended', 'lapsed', 'repealed', 'unclear']).default('in-force'),
  /** Other instruments that forbid what this one orders. */
  clashes: z.array(z.strictObject({ with: id, about: words })).default([]),
  ...common,
})

const parent = z.strictObject({
  party: id,
  /** Percent of the shares; left out when it is not known. */
  share: z.number().min(0).max(100).optional(),
  votes: z.number().min(0).max(100).optional(),
  role: z.enum(['owns', 'controls', 'stewards']).default('owns'),
  /** A veto, or the right to appoint the majority of a board: control without a majority of the shares. */
  veto: z.boolean().optional(),
  appointsBoard: z.boolean().optional(),
  from: date.optional(),
  until: date.optional(),
  /** Said by the parties and not yet so: shown, and not counted. */
  announced: z.boolean().optional(),
  source: source.optional(),
})

const party = z.strictObject({
  title: z.string(),
  /** Other names that mean exactly this party. */
  names: z.array(z.string()).default([]),
  kind: z.enum(['company', 'foundation', 'association', 'government', 'community', 'cooperative', 'person']),
  /** Jurisdiction of the statutory seat. Left out when nobody could find it; then it is unknown. */
  seat: id.optional(),
  /** Why there is no seat; not needed for persons and communities, who have none by their nature. */
  noSeat: z.enum(['not-found', 'no-legal-entity', 'not-founded']).optional(),
  lei: z
    .string()
    .regex(/^[A-Z0-9]{20}$/)
    .optional(),
  kvk: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  parents: z.array(parent).default([]),
  /** Whether its capital is traded: then nobody above it is expected. */
  listed: z.string().optional(),
  /** Whether it runs infrastructure or cloud services: then it is a `provider` in the assessment, under its first name. */
  cloud: z.boolean().default(false),
  foundBy: z.array(rule).default([]),
  ...common,
})

const place = z.strictObject({
  title: z.string(),
  party: id,
  /** What stands before the colon in a region's name: `aws` in `aws:eu-west-1`. */
  prefix: z.string(),
  /** Other prefixes for the same cloud, such as the names of its Terraform providers. */
  aliases: z.array(z.string()).default([]),
  regions: z.record(z.string(), z.strictObject({ country: id, city: z.string().optional(), operator: id.optional(), note: z.string().optional() })),
  ...common,
})

const hours = z.number().nonnegative()
const grace = z.tuple([hours, hours])
const chances = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])

/** What has to be left, for how long that takes: a service by the effort it is known to cost (`portability.effort`), or a kind of thing. */
export const exits = ['effort-1', 'effort-2', 'effort-3', 'effort-4', 'effort-5', 'registry', 'platform', 'model', 'place', 'other'] as const
export type ExitKind = (typeof exits)[number]

/** Defaults of a kind of organisation; shown as inferred wherever they are used. */
const profile = z.strictObject({
  title: words,
  /** Rings up to which a jurisdiction counts as inside, by power. */
  inside: z.record(z.enum(powers), z.enum(['own', 'country', 'eu', 'eea', 'adequacy'])),
  criticality: z.strictObject({ vitalHours: hours, criticalHours: hours, importantHours: hours }),
  targets: z.record(
    z.enum(['vital', 'critical', 'important', 'supporting']),
    z.strictObject({ platform: z.number(), portability: z.number(), people: z.number(), ai: z.number() }),
  ),
  /** Hours between loss and harm, from and to, by kind of dependency. */
  grace: z.record(z.string(), grace),
  weights: z.record(z.enum(['vital', 'critical', 'important', 'supporting']), z.number()),
  /** How outages end, where the organisation does not say: 90 % intervals in hours, and how likely it is that a second way works when it is needed. */
  continuity: z.strictObject({ exitHours: z.record(z.enum(exits), grace), takeOverHours: grace, takesOverUntested: chances, takesOverTested: chances }),
  ...common,
})

export const schemas = {
  jurisdictions: jurisdiction,
  laws: law,
  parties: party,
  places: place,
  services: service,
  platforms: platform,
  models: model,
  signals: signal,
  profiles: profile,
  frameworks: framework,
  incidents: incident,
  scenarios: scenario,
} as const
export type Folder = keyof typeof schemas
export const folders = Object.keys(schemas) as readonly Folder[]

export type Source = z.infer<typeof source>
export type Rule = z.infer<typeof rule>
export type Jurisdiction = z.infer<typeof jurisdiction>
export type Law = z.infer<typeof law>
export type Party = z.infer<typeof party>
export type PlaceTable = z.infer<typeof place>
export type Service = z.infer<typeof service>
export type Platform = z.infer<typeof platform>
export type Model = z.infer<typeof model>
export type Signal = z.infer<typeof signal>
export type Profile = z.infer<typeof profile>
