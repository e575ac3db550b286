import { z } from 'zod'
import { dependencyRoles, thingKinds } from '#estate/claim.ts'
import { signKinds } from '#estate/signal.ts'
import { isDate } from '#lang/duration.ts'

/** What files of every folder of `data/` share: sources, texts in both languages, and the signs by which a thing is found. */

export const date = z.string().refine(isDate, 'a date as 2026-11-24')
export const id = z.string().regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'lower-case words joined by - or .')

/** Where a fact can be checked, and how far it was. `unverified` facts never reach the first page of a report. */
export const source = z.strictObject({
  url: z.string().url(),
  read: date,
  /** verified: read there · derived: computed from a verified set · secondary: a second-hand source was read · unverified: not opened */
  level: z.enum(['verified', 'derived', 'secondary', 'unverified']),
  /** What the source was used for, or what it does not say. */
  note: z.string().optional(),
})

const sources = z.array(source).min(1)

/** A text in both languages. A plain text is a name that needs no translation. */
export const words = z.union([z.string(), z.strictObject({ en: z.string(), nl: z.string() })])

/** A sign in a file that tells of the thing. One of `is`, `starts`, `ends`, `matches` says which text fits, without regard to case. */
export const rule = z.strictObject({
  on: z.enum(signKinds),
  is: z.array(z.string()).optional(),
  starts: z.array(z.string()).optional(),
  ends: z.array(z.string()).optional(),
  /** JavaScript regular expressions, unanchored unless they say so. */
  matches: z.array(z.string()).optional(),
  /** Only where the value beside the sign fits this expression as well. */
  withValue: z.string().optional(),
  /** Only where the estate is found to use this cloud service as well: a load balancer beside GKE is Google's. */
  amid: id.optional(),
  /** The role in which the thing is then found; without one, that of its file. */
  role: z.enum([...dependencyRoles, 'contains', 'run-by', 'reports-to', 'hints-at'] as const).optional(),
  /** A cloud region that the text names: `gcp:$1` takes the first group of `matches`, `aws:$value` the value beside it. */
  place: z.string().optional(),
  /** For a platform: which release the text names, as `$1` of `matches` (`…/static-debian12` says 12 of Debian). */
  version: z.string().optional(),
  /** Instead of the thing itself, what the value beside the sign names: `host:$host`, `model:$value`, `data-class:$value`. */
  to: z
    .string()
    .refine((text) => thingKinds.some((kind) => text.startsWith(`${kind}:`)), 'a kind of thing, a colon, and a template')
    .optional(),
})

export const common = {
  sources,
  /** When somebody should look again; without one, twelve months after the newest source was read. */
  review: date.optional(),
  /** In a user's own knowledge only: takes the whole thing away. */
  withdraw: z.literal(true).optional(),
}
