import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { ownersOf } from '#facts/ownership.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import { knownAs } from '#facts/twins.ts'

/** Who answers for what a source strikes: the party itself, or the one that runs or makes the thing. A law answers for itself. */
export function supplierOf(subject: Subject, thing: ThingId): ThingId {
  if (kindOf(thing) === 'party' || kindOf(thing) === 'law' || kindOf(thing) === 'jurisdiction') return thing
  const link = linksFrom(subject.estate, knownAs(subject, thing), 'operated-by', 'run-by', 'published-by', 'distributed-by').find((one) => kindOf(one.to) === 'party')
  return link === undefined ? thing : knownAs(subject, link.to)
}

/** Who stands at the top of whoever answers for it, where more than half of the shares, or control, leads there. */
export function groupOf(subject: Subject, thing: ThingId): ThingId {
  const supplier = supplierOf(subject, thing)
  if (kindOf(supplier) !== 'party') return supplier
  const top = ownersOf(subject)(supplier).find((one) => one.ultimate && one.controls)
  return top === undefined ? supplier : knownAs(subject, top.party)
}

/** A law's country, or that of whoever stands at the top; what nobody knows the seat of is by itself. */
function countryOf(subject: Subject, thing: ThingId): ThingId | 'unknown' {
  if (kindOf(thing) === 'law') return `jurisdiction:${subject.knowledge.laws.get(keyOf(thing))?.jurisdiction ?? ''}`
  if (kindOf(thing) === 'jurisdiction') return thing
  return linksFrom(subject.estate, groupOf(subject, thing), 'seated-in')[0]?.to ?? 'unknown'
}

/** What no supplier has to fail for. */
const placeOrLaw = (thing: ThingId): ThingId | 'others' => (kindOf(thing) === 'place' || kindOf(thing) === 'law' || kindOf(thing) === 'jurisdiction' ? thing : 'others')

/** Whom or what a part of the year is laid to. */
export type Who = ThingId | 'unknown' | 'others'

/** The ways to cut a year by who is struck. Each adds up to the whole. */
export const cuts = ['by-supplier', 'by-group', 'by-jurisdiction', 'by-place-and-law'] as const
export type Cut = (typeof cuts)[number]

export function whoOf(subject: Subject, cut: Cut): (source: Source) => Who {
  switch (cut) {
    case 'by-supplier':
      return ({ thing }) => supplierOf(subject, thing)
    case 'by-group':
      return ({ thing }) => groupOf(subject, thing)
    case 'by-jurisdiction':
      return ({ thing }) => countryOf(subject, thing)
    case 'by-place-and-law':
      return ({ thing }) => placeOrLaw(thing)
  }
}
