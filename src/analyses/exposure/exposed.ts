import { keyOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Exposure } from '#facts/exposure.ts'
import { ringOf } from '#facts/ring.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { type Message, message } from '#lang/message.ts'
import { named } from '../proof-of.ts'

/** A workload or function with all that reaches it. */
export interface Exposed {
  readonly id: ThingId
  readonly exposure: Exposure
}

/** Where the legal twin of a named party is known, the twin speaks for both. */
export const isTwin = (subject: Subject, id: ThingId): boolean => linksFrom(subject.estate, id, 'same-as').length > 0

/** A country by name; where home is stated, with how far it is from there. */
export function countryText(subject: Subject, jurisdiction: ThingId): Message {
  const ring = ringOf(subject, keyOf(jurisdiction))
  const country = named(subject, jurisdiction)
  return ring === undefined ? country : message('exposure.country-in-ring', { country, ring: message(`ring.${ring}`) })
}

export const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)]

export function table(id: string, columns: readonly string[], rows: readonly Row[]): Block {
  return { kind: 'table', id, title: message(`${id}.title`), columns: columns.map((column) => message(`exposure.column.${column}`)), rows, empty: message('exposure.none') }
}
