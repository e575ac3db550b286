import type { KnownSource } from '#estate/claim.ts'
import type { Source } from './schema.ts'

const levels = ['verified', 'derived', 'secondary', 'unverified'] as const

/** The best source of a fact, in the form that claims carry. */
export function knownSource(fact: string, sources: readonly Source[]): KnownSource {
  const best = sources.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))[0]
  return { fact, url: best?.url ?? '', read: best?.read ?? '', verified: best !== undefined && best.level !== 'unverified' }
}
