import type { Unit } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { type Curve, type CurveRow, curveRows } from './curve-reading.ts'
import { figure } from './figure.ts'
import { frequency, percent } from './per-year.ts'

/** The table of a curve in words: no picture says more than it, and the third column is there only where an amount has a name. */
export function curveTable(speaker: Speaker, block: Curve): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const named = block.marks.length > 0
  const columns = ['curve.chance', 'curve.amount', ...(named ? ['curve.name'] : [])].map((key) => speaker.say(message(key)))
  return { columns, rows: curveRows(block).map((row) => [...cellsOf(speaker, block.unit, row), ...(named ? [row.label ? speaker.say(row.label) : ''] : [])]) }
}

const cellsOf = (speaker: Speaker, unit: Unit, row: CurveRow): readonly string[] => [chanceText(speaker, row.chance), figure(speaker, row.amount, unit)]

/** A chance with how seldom that is: "1% (once in 100 years)". What is likelier than not comes round too often to be said so. */
function chanceText(speaker: Speaker, chance: number): string {
  if (Number.isNaN(chance)) return speaker.say(message('figure.unknown'))
  const value = percent(speaker, chance)
  if (chance <= 0 || chance > 0.5) return speaker.say(message('curve.chance-only', { value }))
  return speaker.say(message('curve.chance-once', { value, once: frequency(speaker, { low: chance, high: chance }) }))
}
