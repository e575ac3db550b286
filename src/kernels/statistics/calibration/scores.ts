import type { Interval } from '#lang/interval.ts'

/**
 * How good an interval was, once the truth is known; less is better (Winkler 1972; Gneiting and Raftery 2007): its width, and where it missed, by how
 * far times 2/(1 − coverage). Whoever says what they believe scores best in the long run, so neither wide nor narrow answers pay.
 *
 * In the unit of the numbers, so answers to different questions compare only after their logarithm or a scale was taken.
 */
export function intervalScore({ low, high }: Interval, truth: number, coverage: number): number {
  const penalty = 2 / (1 - coverage)
  return high - low + penalty * Math.max(0, low - truth) + penalty * Math.max(0, truth - high)
}

/** The mean of (chance − outcome)² over statements that were given chances (Brier 1950): 0 is perfect, 0.25 is a coin. @returns nothing from nothing */
export function brierScore(statements: readonly { readonly chance: number; readonly cameTrue: boolean }[]): number | undefined {
  if (statements.length === 0) return undefined
  return statements.reduce((sum, { chance, cameTrue }) => sum + (chance - (cameTrue ? 1 : 0)) * (chance - (cameTrue ? 1 : 0)), 0) / statements.length
}
