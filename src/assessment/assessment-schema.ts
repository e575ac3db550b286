import { z } from 'zod'
import { bases, dependencyRoles, phases, states, structuralRoles } from '#estate/claim.ts'
import { diagnosticCodes } from '#estate/diagnostic.ts'
import { pillars } from '#findings/block.ts'
import { schemaVersion } from './assessment.ts'

/** The form of the assessment for those who read it elsewhere. The types say the same to the compiler; a test holds the two together. */

const id = z.string().regex(/^[a-z-]+:/)
const place = z.strictObject({ file: z.string(), pointer: z.string(), line: z.int().min(1).optional() })
const knownSource = z.strictObject({ fact: z.string(), url: z.string(), read: z.string(), verified: z.boolean() })
const origin = z.union([place, knownSource])

/** Infinity and "not a number" have no place in JSON: they are written as null, and mean "without bound" and "unknown". */
const number = z.number().nullable()
const interval = z.strictObject({ low: number, high: number })

/** A text free of any language: a key of the catalogues with the values of its sentence, or a name. */
const message: z.ZodType = z.lazy(() =>
  z.union([z.strictObject({ plain: z.string() }), z.strictObject({ key: z.string(), values: z.record(z.string(), messageValue).optional() })]),
)
const messageValue: z.ZodType = z.lazy(() =>
  z.union([z.string(), z.number(), z.strictObject({ date: z.string() }), z.strictObject({ amount: z.number() }), message, z.array(message)]),
)

const named = z.strictObject({ id, name: z.string(), title: z.strictObject({ en: z.string(), nl: z.string() }).optional() })
const step = z.strictObject({ from: named, to: named, role: z.enum([...dependencyRoles, ...structuralRoles]), basis: z.enum(bases), state: z.enum(states), at: z.array(origin) })
const proof = z.strictObject({ steps: z.array(step), leftOut: z.int().optional(), at: z.array(origin) })
const tone = z.enum(['plain', 'good', 'warning', 'unknown']).optional()
const unit = z.enum([
  'count',
  'hours',
  'days',
  'months',
  'share',
  'level',
  'files',
  'functions',
  'workloads',
  'euros',
  'euros-per-year',
  'per-year',
  'share-per-year',
  'person-hours',
])
const cell = z.union([
  z.strictObject({ text: message, code: z.string().optional(), tone }),
  z.strictObject({ interval, unit, tone }),
  z.strictObject({ date: z.string(), tone }),
  z.strictObject({ list: z.array(message), tone }),
])
const row = z.strictObject({ cells: z.array(cell), proof })
const measure = z.strictObject({ label: message, interval, unit, of: z.number().optional(), basis: z.enum(bases), proof, tone })
const band = z.strictObject({
  pillar: z.enum(pillars),
  interval,
  target: z.number().optional(),
  cap: z.number(),
  answered: z.int(),
  narrowed: z.int().optional(),
  of: z.int(),
  proof,
})
const mark = z.strictObject({ what: message, hours: interval, certain: z.boolean(), phase: z.enum(phases).optional(), proof })
const primary = z.boolean().optional()

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: message, role: z.enum(['headline', 'note', 'method']).optional(), tone, proof: proof.optional() }),
  z.strictObject({
    kind: z.literal('method'),
    title: message,
    parts: z.array(z.strictObject({ aspect: z.enum(['formula', 'assumed', 'limit', 'source']), formula: z.string().optional(), says: message })),
  }),
  z.strictObject({ kind: z.literal('measures'), title: message.optional(), measures: z.array(measure) }),
  z.strictObject({ kind: z.literal('table'), id: z.string(), title: message, columns: z.array(message), rows: z.array(row), empty: message, primary }),
  z.strictObject({
    kind: z.literal('bands'),
    title: message,
    rows: z.array(z.strictObject({ label: message, level: z.enum(['function', 'unit-of-organisation', 'team', 'workload']), bands: z.array(band) })),
    primary,
  }),
  z.strictObject({
    kind: z.literal('flow'),
    title: message,
    layers: z.array(message),
    nodes: z.array(z.strictObject({ id: z.string(), label: message, layer: z.int(), tone })),
    links: z.array(z.strictObject({ from: z.string(), to: z.string(), weight: z.number() })),
  }),
  z.strictObject({
    kind: z.literal('timeline'),
    title: message,
    horizonHours: z.array(z.number()),
    rows: z.array(z.strictObject({ label: message, mtpdHours: interval.optional(), marks: z.array(mark), leftOut: z.int().positive().optional() })),
  }),
  z.strictObject({ kind: z.literal('list'), title: message, items: z.array(z.strictObject({ text: message, proof })), empty: message, primary }),
  z.strictObject({
    kind: z.literal('curve'),
    id: z.string(),
    title: message,
    unit,
    series: z.array(z.strictObject({ label: message, points: z.array(z.strictObject({ amount: number, chance: number })) })),
    marks: z.array(z.strictObject({ label: message, amount: interval, chance: number })),
    primary,
  }),
  z.strictObject({
    kind: z.literal('waterfall'),
    id: z.string(),
    title: message,
    unit,
    parts: z.array(z.strictObject({ label: message, interval, proof })),
    total: interval,
    totalLabel: message,
    primary,
  }),
  z.strictObject({
    kind: z.literal('tornado'),
    id: z.string(),
    title: message,
    unit,
    usual: number,
    usualLabel: message,
    bars: z.array(z.strictObject({ label: message, basis: message, ifLow: number, ifHigh: number, proof })),
    empty: message,
  }),
])

const outcome = z.union([
  z.strictObject({ status: z.literal('answered'), blocks: z.array(block) }),
  z.strictObject({ status: z.enum(['not-applicable', 'too-little-evidence', 'failed']), reason: message }),
])

const plainValue = z.union([z.string(), z.number(), z.boolean()])

export const assessmentForm = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  engine: z.strictObject({ name: z.literal('deltaplan'), version: z.string() }),
  knowledge: z.strictObject({ digest: z.string(), entries: z.int() }),
  asOf: z.string(),
  seed: z.int(),
  options: z.record(z.string(), plainValue),
  inputs: z.array(z.strictObject({ file: z.string(), sha256: z.string(), format: z.string() })),
  evidenceDigest: z.string(),
  diagnostics: z.array(
    z.strictObject({
      code: z.enum(diagnosticCodes),
      severity: z.enum(['error', 'warning', 'note']),
      file: z.string(),
      pointer: z.string().optional(),
      line: z.int().optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  dependencies: z.array(z.strictObject({ kind: z.enum(dependencyRoles), value: z.string(), state: z.enum(states), basis: z.enum(bases), evidence: z.array(place) })),
  workloads: z.array(z.strictObject({ id, name: z.string(), serves: z.array(z.strictObject({ id, name: z.string() })), units: z.int(), groupedBy: z.string() })),
  thresholds: z.array(z.strictObject({ name: z.string(), limit: number, value: number, passed: z.boolean() })),
  outcomes: z.array(z.strictObject({ id: z.string(), outcome })),
})

/** The published form of the assessment, as JSON Schema 2020-12. */
export const assessmentSchema = (): Record<string, unknown> => ({
  title: 'Deltaplan assessment',
  description: `What an assessment says, version ${schemaVersion}. A number that is null is without bound (high ends) or unknown.`,
  ...z.toJSONSchema(assessmentForm, { target: 'draft-2020-12' }),
})
