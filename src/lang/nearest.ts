/** The known word nearest to one that was written, if a slip of the pen may explain it: at most a third of its letters wrong. */
export const nearest = (word: string, known: readonly string[]): string | undefined => nearestOf(word, known, 1)[0]

/** The known words that a slip of the pen may have meant, the nearest first and at most so many. */
export function nearestOf(word: string, known: readonly string[], most: number): readonly string[] {
  if (word.length > 60) return []
  return known
    .map((one) => ({ one, away: distance(plain(word), plain(one)) }))
    .filter(({ one, away }) => away <= Math.max(1, Math.floor(Math.max(one.length, word.length) / 3)))
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ one }) => one)
}

/** Hyphens, underscores and capitals are the commonest slips, and count for none. */
const plain = (word: string): string => word.toLowerCase().replace(/[-_ ]/g, '')

/** How many letters have to be put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : changed
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
