import { type Claim, idOf, type ThingId } from '#estate/claim.ts'
import { criticalities, impacts } from './lists.ts'
import { dateIn, key, listed, numberIn, type Reading, thing } from './reading.ts'
import { type Row, rowsWith, tableBeside } from './table.ts'

/** B_06.01: each function with its activity, whether it is critical, its recovery objectives and what its loss means. */
export function functionClaims(reading: Reading, row: Row): readonly Claim[] {
  const id = functionId(reading, row.cell('c0010'), row.cell('c0040'))
  if (id === undefined) return []
  const says = {
    activity: row.cell('c0020'),
    lei: row.cell('c0040'),
    critical: listed(reading, row, 'c0050', criticalities),
    reasons: row.cell('c0060').slice(0, 300),
    assessed: dateIn(reading, row, 'c0070'),
    'rto-hours': numberIn(reading, row, 'c0080'),
    'rpo-hours': numberIn(reading, row, 'c0090'),
    impact: listed(reading, row, 'c0100', impacts),
  }
  return [thing(id, row, { name: row.cell('c0030') || row.cell('c0010'), says })]
}

/** A function by its identifier; with the LEI of its entity before it, where several entities of the group have one of that name. */
export function functionId(reading: Reading, identifier: string, lei: string): ThingId | undefined {
  if (identifier === '' || identifier === '0') return undefined
  const table = reading.table.template === '06.01' ? reading.table : tableBeside(reading.beside, reading.path, '06.01')
  const entities = new Set(rowsWith(table, 'c0010', identifier).map((one) => one.cell('c0040')))
  return idOf('function', entities.size > 1 && lei !== '' ? `${key(lei)}/${key(identifier)}` : key(identifier))
}
