import { z } from 'zod'
import { isKvk, isLei } from '#estate/identifiers/party-reference.ts'
import { hoursOf, isDate } from '#lang/duration.ts'

/** The small forms that deltaplan.yaml is made of. The texts beside them say what was expected, in the words of a diagnostic. */

/** An address of a person. People appear in this file as roles and head counts alone. */
const personal = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/i

export const text = z
  .string()
  .trim()
  .min(1, 'text')
  .refine((value) => !personal.test(value), 'text, never a person')

/** What units are grouped by: package URLs hold an `@` and are no addresses. */
export const groupText = z.string().trim().min(1, 'text')

/** Who answers for something: a role or a part of the organisation. Never a person; an e-mail address is one. */
export const role = text.regex(/^[^@]+$/, 'role, never a person')

export const duration = z
  .string()
  .refine((value) => hoursOf(value) !== undefined, 'PT4H or P5D (ISO 8601)')
  .meta({ format: 'duration' })

export const country = z.string().regex(/^[A-Za-z]{2}$/, 'NL (ISO 3166-1)')

export const list = <T extends z.ZodType>(item: T) => z.array(item)

export const label = {
  /** What things are known by inside the file. An address of a person is none. */
  key: z.string().regex(/^[^\s@:][^@:]*$/, 'id, never a person'),
  date: z.string().refine(isDate, '2026-11-24 (ISO 8601)').meta({ format: 'date' }),
  /** Of the evidence that something was said of: `evidenceDigest` in an assessment. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256:… (evidenceDigest of an assessment)'),
}

export const isInterval = ({ low, high }: { readonly low: number; readonly high: number }): boolean => low <= high

/** The time between loss and harm: a duration, or from one to another. */
export const grace = z.union([duration, z.strictObject({ low: duration, high: duration }).refine(({ low, high }) => (hoursOf(low) ?? 0) <= (hoursOf(high) ?? 0), 'low ≤ high')])

/** A name, or numbers by which a party is known everywhere. */
export const partyReference = z.union([
  text,
  z.strictObject({
    name: text.optional(),
    lei: z.string().refine(isLei, 'LEI (ISO 17442)').optional(),
    kvk: z.string().refine(isKvk, '8 digits in quotes').optional(),
  }),
])
