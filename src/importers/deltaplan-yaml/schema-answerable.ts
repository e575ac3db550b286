import { z } from 'zod'
import { money } from './schema-money.ts'
import { country, label, list, partyReference, role, text } from './schema-parts.ts'

/** The parts of deltaplan.yaml that speak of data, people, contracts and what the organisation vouches for. */

export const datasets = z.strictObject({
  title: text.optional(),
  classes: list(text).optional(),
  secrecy: text.optional(),
  personal: z.boolean().optional(),
  professionalSecrecy: z.boolean().optional(),
  /** Where it has to stay: a demand. The four below say where it is. */
  residency: list(country).optional(),
  storedIn: list(text).optional(),
  backedUpIn: list(text).optional(),
  administeredFrom: list(text).optional(),
  readableBy: list(text).optional(),
  /** What it costs when others get to read it. */
  disclosure: money.optional(),
})
export type Dataset = z.infer<typeof datasets>

const predicates = z.strictObject({
  nationality: list(country).optional(),
  residence: country.optional(),
  presence: country.optional(),
  employer: text.optional(),
  clearance: text.optional(),
})

/** People are head counts with what holds for them. There is no key for a name, and there will be none. */
const member = z.strictObject({ predicates, count: z.int().nonnegative() })
export type Member = z.infer<typeof member>

export const teams = z.strictObject({
  title: role.optional(),
  supports: list(text).optional(),
  hours: text.optional(),
  shifts: list(z.strictObject({ title: role, hours: text.optional(), onDuty: z.int().nonnegative() })).optional(),
  members: list(member).optional(),
  evidence: text.optional(),
  expires: label.date.optional(),
  diagnosticsTo: list(text).optional(),
})
export type Team = z.infer<typeof teams>

export const contracts = z.strictObject({
  title: text.optional(),
  counterparty: partyReference.optional(),
  reseller: partyReference.optional(),
  provider: partyReference.optional(),
  covers: list(text).optional(),
  subcontractors: list(z.strictObject({ name: text, rank: z.int().min(1).optional(), country: country.optional() })).optional(),
  ends: label.date.optional(),
  notice: text.optional(),
  exitClause: z.union([z.boolean(), text]).optional(),
  governingLaw: text.optional(),
  indemnity: z.enum(['none', 'ip', 'ip-defence']).optional(),
  supportTier: text.optional(),
  /** What it costs a year. */
  perYear: money.optional(),
})
export type Contract = z.infer<typeof contracts>

const power = z.enum(['access', 'cut-off', 'export-control', 'interception', 'localisation', 'other'])
export const mitigations = z.strictObject({
  on: list(text),
  what: text.optional(),
  power: z.union([power, list(power)]),
  effect: z.enum(['none', 'reduces', 'removes-effect']),
  evidence: text.optional(),
  expires: label.date.optional(),
})

/** How the organisation answers a criterion, for some workloads or for all. */
export const answers = z.strictObject({
  on: list(text).optional(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  evidence: text.optional(),
  by: role.optional(),
  expires: label.date.optional(),
})
export type Answer = z.infer<typeof answers>
