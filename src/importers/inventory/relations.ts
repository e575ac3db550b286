import type { Claim } from '#estate/claim.ts'
import { textIn } from './cells.ts'
import { odd, type Register, safeCell, unitId } from './item.ts'
import { relationIn } from './relation-words.ts'
import type { Table } from './tables.ts'

/** Relations that stand in a table of their own, each between two items by their names. A word that is not known is told, and ties nothing. */
export function relationClaims(table: Table, register: Register): readonly Claim[] {
  return table.rows.flatMap((row): readonly Claim[] => {
    const at = table.place(row.line)
    const text = (column: 'parent' | 'child' | 'relation'): string | undefined => textIn(safeCell(row.cells[table.columns.get(column) ?? -1], at, register))
    const [parent, child, word] = [text('parent'), text('child'), text('relation')]
    if (parent === undefined || child === undefined) {
      if (row.cells.some((cell) => cell !== '')) register.diagnostics.push(odd(at, 'two items', 'nothing'))
      return []
    }
    const relation = relationIn(word ?? '')
    if (relation === undefined) register.diagnostics.push(odd(at, 'depends on | used by | …', 'text'))
    const [a, b] = [unitId(parent), unitId(child)]
    if (relation === undefined || relation === 'none' || a === b || parent.length > 300 || child.length > 300) return []
    const ends = relation === 'needs' ? { from: a, to: b } : { from: b, to: a }
    return [{ claim: 'link', ...ends, role: 'needs', state: 'active', basis: 'declared', at: [at] }]
  })
}
