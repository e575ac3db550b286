import { z } from 'zod'
import { dependencyRoles } from '#estate/claim.ts'
import { common, date, id, rule, source, words } from './schema-parts.ts'

/** Forms of what is run and what it is made of: services, platforms, models, and signs that tell of no one thing. */

const portability = z.strictObject({
  /** commodity · managed-open-source · proprietary-compatible (others speak its interface) · proprietary */
  class: z.enum(['commodity', 'managed-open-source', 'proprietary-compatible', 'proprietary']),
  exit: z.enum(['redeclare', 'dump-restore', 'replatform', 'rewrite', 'rebuild', 'replace-identity', 're-encrypt', 'contract']).optional(),
  /** From 1 (hours) to 5 (more than three months) for one application; a judgement. */
  effort: z.number().int().min(1).max(5).optional(),
  gravity: z.enum(['none', 'low', 'medium', 'high']).optional(),
  alternatives: z.array(z.string()).default([]),
  note: z.string().optional(),
})

export const service = z.strictObject({
  title: z.string(),
  names: z.array(z.string()).default([]),
  /** The role in which it is found; `run-by` for what is only the far end of a host or a registry. */
  role: z.enum([...dependencyRoles, 'run-by'] as const),
  /** Who runs it. Left out where the files' own operator runs it (a technology, not a service of one party). */
  operator: id.optional(),
  category: z.string(),
  /** Stands for whatever of its operator no other service is known for: left out where a sign tells one of the operator's other services. */
  general: z.boolean().default(false),
  /** Whether its makers publish all source code needed to run it elsewhere. */
  openSource: z.boolean().optional(),
  portability: portability.optional(),
  /** Where requests are processed, in words, and what in a request decides it. */
  processing: words.optional(),
  foundBy: z.array(rule).default([]),
  ...common,
})

const release = z.strictObject({
  cycle: z.string(),
  /** What it is called besides: a code name (`bookworm`), the year in its title (`2022`), the number its files bear (`10.0.20348`). */
  names: z.array(z.string()).default([]),
  released: date.optional(),
  activeEnd: date.optional(),
  /** End of support without extra pay, whoever of the project gives it; `open` while none is announced, `ended` where the day is not known. */
  supportEnd: z.union([date, z.enum(['open', 'ended'])]).optional(),
  /** End of support that is paid for apart. */
  extendedEnd: z.union([date, z.enum(['open', 'ended'])]).optional(),
  lts: z.boolean().optional(),
  latest: z.string().optional(),
})

export const platform = z.strictObject({
  title: z.string(),
  names: z.array(z.string()).default([]),
  kind: z.enum([
    'os',
    'kubernetes',
    'hypervisor',
    'cloud-platform',
    'database',
    'cache',
    'messaging',
    'identity',
    'secrets',
    'storage',
    'language',
    'web',
    'observability',
    'ai',
    'operator',
    'mesh',
    'ci',
    'forge',
    'office',
    'iac',
    'other',
  ]),
  /** The role in which it is found; `contains` for what a unit is made of. */
  role: z.enum(['contains', 'crd-operator', 'identity-provider', 'key-management'] as const).default('contains'),
  vendor: id.optional(),
  steward: id.optional(),
  /** A project that others ship under names and with dates of their own: beside such a product of the same kind on the same machine, that one decides. */
  shippedByOthers: z.literal(true).optional(),
  openSource: z.boolean().optional(),
  licence: z.string().optional(),
  governance: words.optional(),
  releases: z.array(release).default([]),
  /** Support that can be bought: who gives it, and whether it runs to `support` or to `extended` end. */
  tiers: z.array(z.strictObject({ id, title: z.string(), by: id.optional(), until: z.enum(['support', 'extended']), source: source.optional() })).default([]),
  /** A team that answers for security: where it publishes. */
  securityTeam: z.strictObject({ title: z.string(), url: z.string().url(), source: source.optional() }).optional(),
  /** Each holds for a release, a region or an edition, never for the product as such. */
  certificates: z
    .array(
      z.strictObject({
        scheme: z.string(),
        release: z.string().optional(),
        region: z.string().optional(),
        number: z.string().optional(),
        issued: date.optional(),
        validTo: date.optional(),
        source: source.optional(),
      }),
    )
    .default([]),
  indemnity: z.strictObject({ scope: z.enum(['none', 'ip', 'ip-defence']), conditions: words.optional(), source: source.optional() }).optional(),
  /** The step from one release to the next that its makers support. */
  upgrade: z.strictObject({ step: words, source: source.optional() }).optional(),
  /** Companies and others that maintain it upstream; share in percent where somebody counted. */
  upstream: z.array(z.strictObject({ party: id, share: z.number().min(0).max(100).optional(), source: source.optional() })).default([]),
  foundBy: z.array(rule).default([]),
  ...common,
})

export const model = z.strictObject({
  title: z.string(),
  names: z.array(z.string()).default([]),
  developer: id.optional(),
  origin: z.enum(['european', 'us', 'cn', 'mixed', 'other']),
  licence: z.string(),
  licenceClass: z.enum(['osi-permissive', 'restricted', 'restricted-eu', 'proprietary']),
  weightsOpen: z.enum(['yes', 'partly', 'no', 'controlled']),
  trainingDataOpen: z.enum(['yes', 'partly', 'no', 'controlled']).optional(),
  trainingCodeOpen: z.enum(['yes', 'partly', 'no', 'controlled']).optional(),
  restrictions: z.string().optional(),
  foundBy: z.array(rule).default([]),
  ...common,
})

/** Signs that tell of no one thing in particular: which settings name a model, which command fetches from which archive. */
export const signal = z.strictObject({ title: z.string(), foundBy: z.array(rule).min(1), ...common })
