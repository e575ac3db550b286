import type { Power } from '#knowledge/schema.ts'
import { organisation } from './organisation.ts'
import type { Subject } from './subject.ts'

/** How far a jurisdiction is from home, from the nearest to the farthest. */
export const rings = ['country', 'eu', 'eea', 'adequacy', 'adequacy-contested', 'other'] as const
export type Ring = (typeof rings)[number]

/** The ring of a jurisdiction; nothing without a stated home. Special territories are never taken for their state. */
export function ringOf(subject: Subject, jurisdiction: string): Ring | undefined {
  const { home } = organisation(subject)
  if (home === undefined) return undefined
  if (jurisdiction === home) return 'country'
  const entry = subject.knowledge.jurisdictions.get(jurisdiction)
  const ours = subject.knowledge.jurisdictions.get(home)?.memberOf ?? []
  const theirs = [...(entry?.memberOf ?? []), jurisdiction]
  if (ours.includes('eu') && theirs.includes('eu')) return 'eu'
  if (ours.includes('eea') && theirs.includes('eea')) return 'eea'
  if (!entry?.adequacy) return 'other'
  return entry.adequacy.contested === undefined ? 'adequacy' : 'adequacy-contested'
}

/**
 * Whether a jurisdiction lies beyond the line that the profile draws for a power; nothing without a home. Adequacy answers
 * only the transfer of personal data, so it brings nobody inside unless the profile says so.
 */
export function isBeyondLine(subject: Subject, jurisdiction: string, power: Power): boolean | undefined {
  const ring = ringOf(subject, jurisdiction)
  if (ring === undefined) return undefined
  const line = organisation(subject).profile.inside[power] ?? 'eea'
  return rings.indexOf(ring) > rings.indexOf(line === 'own' ? 'country' : line)
}
