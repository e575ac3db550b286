import { type Estimate, scoreOf } from './estimate.ts'

/**
 * A share of hits, with the interval of Wilson (1927): it stays within [0, 1] and says something even where nothing or everything was a hit,
 * where the plain p ± z √(p(1 − p)/n) would claim certainty.
 *
 * @returns nothing from no tries
 */
export function proportion({ hits, tries, confidence }: { readonly hits: number; readonly tries: number; readonly confidence: number }): Estimate | undefined {
  if (tries <= 0) return undefined
  const z = scoreOf(confidence)
  const share = hits / tries
  const weight = (z * z) / tries
  const centre = (share + weight / 2) / (1 + weight)
  const reach = (z * Math.sqrt((share * (1 - share)) / tries + weight / (4 * tries))) / (1 + weight)
  return {
    value: share,
    error: Math.sqrt((share * (1 - share)) / tries),
    low: hits === 0 ? 0 : Math.max(0, centre - reach),
    high: hits === tries ? 1 : Math.min(1, centre + reach),
  }
}
