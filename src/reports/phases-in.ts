import { type Phase, phases } from '#estate/claim.ts'
import type { Block } from '#findings/block.ts'

/** The phases that a timeline tells of, the most pressing first. */
export function phasesIn({ rows }: Extract<Block, { readonly kind: 'timeline' }>): readonly Phase[] {
  const met = new Set(rows.flatMap((row) => row.marks.map((mark) => mark.phase)))
  return phases.filter((phase) => met.has(phase))
}
