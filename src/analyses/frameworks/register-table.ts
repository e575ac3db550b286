import type { Origin } from '#estate/claim.ts'
import type { Block, Cell } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { codeWords } from './register-code.ts'

/** One row of a register's table: what is known for each column, by its code; nothing where nothing tells. */
export interface RegisterRow {
  readonly cells: Readonly<Record<string, string | undefined>>
  readonly at: readonly Origin[]
}

/**
 * A table as a register wants it: its columns by their codes, in their order, blank where nothing tells; and how many cells of each
 * column are blank, as what is still to be found out.
 */
export function registerTable(id: string, columns: readonly string[], rows: readonly RegisterRow[]): readonly Block[] {
  const table: Block = {
    kind: 'table',
    id,
    title: message(`register.${id}`),
    columns: columns.map((column) => message('register.column', { column, title: titleOf(id, column) })),
    rows: rows.map((row) => ({
      cells: columns.map((column) => cellOf(row.cells[column])),
      proof: { steps: [], at: row.at.slice(0, 4) },
    })),
    empty: message('register.empty'),
  }
  const blanks = columns.map((column) => ({ column, count: rows.filter((row) => row.cells[column] === undefined).length })).filter(({ count }) => count > 0)
  const list: Block = {
    kind: 'list',
    title: message('register.blank', { table: titleOf(id, '') }),
    items: blanks.map(({ column, count }) => ({ text: message('register.blank-column', { column, title: titleOf(id, column), count, of: rows.length }), proof: noProof })),
    empty: message('register.nothing-blank'),
  }
  return rows.length === 0 ? [table] : [table, list]
}

/** A code is shown in words, and kept beside them. */
function cellOf(value: string | undefined): Cell {
  if (value === undefined) return { text: plain(''), tone: 'unknown' }
  const words = codeWords(value)
  return words === undefined ? { text: plain(value) } : { text: words, code: value }
}

const titleOf = (id: string, column: string): Message => message(`register.${id}${column === '' ? '' : `.${column}`}`)
