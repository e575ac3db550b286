import { z } from 'zod'
import { dependencyRoles, phases } from '#estate/claim.ts'
import { isLei } from '#estate/identifiers/party-reference.ts'
import { inventoryColumns } from '#estate/inventory-columns.ts'
import { answers, contracts, datasets, mitigations, teams } from './schema-answerable.ts'
import { affects, cost, exit, fallback, takesOver } from './schema-money.ts'
import { country, duration, grace, groupText, label, list, partyReference, role, text } from './schema-parts.ts'

/** What a function needs to be known by: who answers for it, what it tolerates, and what its loss costs. */
const businessFunction = z.strictObject({
  title: text.optional(),
  owner: role.optional(),
  unit: text.optional(),
  mtpd: duration.optional(),
  rto: duration.optional(),
  rpo: duration.optional(),
  critical: z.boolean().optional(),
  dangerToLife: z.boolean().optional(),
  cost: cost.optional(),
  affects: affects.optional(),
  /** What DORA's register of information asks of a function besides: the licensed activity by its code, reasons, the last assessment, the impact of its loss. */
  activity: text.optional(),
  reasons: text.optional(),
  assessed: label.date.optional(),
  impact: z.enum(['low', 'medium', 'high', 'not-assessed']).optional(),
  fallback: fallback.optional(),
  /** Without the digest of the evidence it was said of, nobody can tell when it lapses, and so it does not hold. */
  complete: z.strictObject({ by: role, date: label.date, inputs: label.digest.optional() }).optional(),
})

const grouped = groupText.optional()
/** One key per entry: what fits any entry belongs to the workload. */
const match = z
  .strictObject({ namespace: grouped, label: grouped, project: grouped, module: grouped, domain: grouped, purl: grouped, name: grouped, unit: grouped })
  .refine((entry) => Object.keys(entry).length === 1, 'one key')
  .meta({ minProperties: 1, maxProperties: 1 })

const when = { phase: z.enum(phases).optional(), grace: grace.optional() }
const need = z.union([
  text,
  z.strictObject({ on: text, ...when }),
  z.strictObject({ anyOf: list(text).min(1), takesOver: takesOver.optional(), ...when }),
  z.strictObject({ atLeast: z.int().min(1), of: list(text).min(1), takesOver: takesOver.optional(), ...when }),
])

const rung = z.int().min(0).max(4).optional()
const workload = z.strictObject({
  title: text.optional(),
  serves: list(text).optional(),
  team: text.optional(),
  match: list(match).optional(),
  needs: list(need).optional(),
  data: list(text).optional(),
  /** Where it runs, as far as no file shows it. */
  place: text.optional(),
  targets: z.strictObject({ platform: rung, portability: rung, people: rung, ai: rung }).optional(),
  handwork: z.boolean().optional(),
  /** Stands for everything in `needs` that states none of its own. */
  grace: grace.optional(),
  exit: exit.optional(),
})

const service = z.strictObject({
  title: text.optional(),
  provider: partyReference.optional(),
  reseller: partyReference.optional(),
  place: text.optional(),
  role: z.enum(dependencyRoles).optional(),
  phase: z.enum(phases).optional(),
  serves: list(text).optional(),
  knownAs: text.optional(),
  emulated: z.boolean().optional(),
  exit: exit.optional(),
})

/** What stands under which heading in a list of one's own; columns that are left out keep the headings that are known. */
const inventory = z.strictObject({ file: text, columns: z.partialRecord(z.enum(inventoryColumns), text) })

/** Limits by name. Which names there are is for the one who judges them to say: an unknown one fails, and never passes unseen. */
const thresholds = z.record(z.string(), z.number())

export const deltaplan = z.strictObject({
  version: z.literal(1),
  name: text.optional(),
  profile: z.enum(['general', 'bank', 'care', 'ministry', 'municipality']).optional(),
  home: country.optional(),
  lei: z.string().refine(isLei, 'LEI (ISO 17442)').optional(),
  /** The frameworks to hold the estate against, by their ids; left out, those of the profile. */
  frameworks: list(text).optional(),
  settings: z.strictObject({ composeProfiles: list(text).optional(), inventory: list(inventory).optional() }).optional(),
  functions: z.record(label.key, businessFunction).optional(),
  workloads: z.record(label.key, workload).optional(),
  services: z.record(label.key, service).optional(),
  dependsOn: list(z.strictObject({ from: text, to: text, ...when })).optional(),
  data: z.record(label.key, datasets).optional(),
  teams: z.record(label.key, teams).optional(),
  contracts: z.record(label.key, contracts).optional(),
  mitigations: z.record(label.key, mitigations).optional(),
  /** One answer to a criterion or fact, or several where it differs from thing to thing. */
  answers: z.record(label.key, z.union([answers, list(answers).min(1)])).optional(),
  thresholds: thresholds.optional(),
})
export type Deltaplan = z.infer<typeof deltaplan>
export type BusinessFunction = z.infer<typeof businessFunction>
export type Workload = z.infer<typeof workload>
export type Service = z.infer<typeof service>
export type Need = z.infer<typeof need>

/** The words at the top of the file. */
export const topKeys: readonly string[] = Object.keys(deltaplan.shape)

/** The published form of deltaplan.yaml, as JSON Schema 2020-12. */
export const deltaplanSchema = (): Record<string, unknown> => ({
  title: 'deltaplan.yaml',
  description: 'What an organisation says of itself: its functions, workloads, suppliers, people and limits.',
  ...z.toJSONSchema(deltaplan, { target: 'draft-2020-12', io: 'input' }),
})
