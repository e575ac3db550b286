import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Reading } from './reading.ts'
import { type Row, tableBeside } from './table.ts'
import { templates } from './templates.ts'

/** What the EBA rejects a register for: an empty key (rule 805), a key that stands there twice (806), a value that stands in no other table (807). */
export function ruleFaults(reading: Reading): readonly Diagnostic[] {
  const template = templates[reading.table.template]
  if (!template) return []
  const absent = template.keys.filter((column) => !reading.table.columns.includes(column))
  const whole: readonly Diagnostic[] =
    absent.length === 0
      ? []
      : [{ code: 'unexpected', severity: 'error', file: reading.path, pointer: '/line/1', line: 1, values: { expected: absent.join(', '), found: 'nothing' } }]
  const keys = template.keys.filter((column) => !absent.includes(column))
  return [...whole, ...reading.table.rows.flatMap((row) => emptyKeys(row, keys)), ...twice(reading, keys), ...strangers(reading, template.from)]
}

/** Countries that do not apply are blank here and a value there; every other key has to be filled. */
const mayBeNothing: readonly string[] = ['c0130', 'c0150', 'c0160', 'c0040']

const emptyKeys = (row: Row, keys: readonly string[]): readonly Diagnostic[] =>
  keys
    .filter((column) => row.cell(column) === '' && !mayBeNothing.includes(column))
    .map((column) => ({ code: 'unexpected', severity: 'error', ...row.at, values: { expected: `${column} (EBA 805)`, found: 'nothing' } }))

function twice({ table }: Reading, keys: readonly string[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return table.rows.flatMap((row) => {
    const name = keys.map((column) => row.cell(column)).join('\n')
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    return [{ code: 'duplicate', severity: 'warning', ...row.at, values: { what: `${keys.join(', ')} (EBA 806)` } } satisfies Diagnostic]
  })
}

/** A value that ought to stand in another table is told where that table was shown. Empty ones refer to nothing. */
function strangers(reading: Reading, from: readonly (readonly [string, string, string])[]): readonly Diagnostic[] {
  return from.flatMap(([column, template, there]) => {
    const other = template === reading.table.template ? reading.table : tableBeside(reading.beside, reading.path, template)
    if (!other) return []
    const known = new Set(other.rows.map((row) => row.cell(there)))
    return reading.table.rows
      .filter((row) => row.cell(column) !== '' && row.cell(column) !== '0' && !known.has(row.cell(column)))
      .map((row): Diagnostic => ({ code: 'unknown-reference', severity: 'warning', ...row.at, values: { what: `${column} → B_${template} (EBA 807)` } }))
  })
}
