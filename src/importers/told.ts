import type { Diagnostic } from '#estate/diagnostic.ts'
import { groupBy } from '#lang/group.ts'

/** How often one kind of fault is told per file: more would only repeat one slip of whoever, or whatever, wrote it. */
const most = 100

/** The first hundred faults of each kind, and a word that there were more. Where secrets lie is told of every one. */
export function firstOfEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= most) return diagnostics
  return [...groupBy(diagnostics, (one) => `${one.code} ${one.file}`).values()].flatMap((all) => {
    const [first] = all
    if (!first || first.code === 'secret' || all.length <= most) return all
    return [...all.slice(0, most), { code: 'limit', severity: 'note', file: first.file, values: { what: 'faults', limit: most } } satisfies Diagnostic]
  })
}
