import { type FilePlace, idOf, type State, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { InventoryColumn } from '#estate/inventory-columns.ts'
import type { CsvRow } from '#estate/source/csv-rows.ts'
import { once } from '#lang/once.ts'
import { secretInText } from '#redaction/secret.ts'
import { foldedHeading } from '../item-headings.ts'
import { secretFound } from '../settings.ts'
import { keyIn, textIn } from './cells.ts'
import { classIn, type ItemClass } from './classes.ts'
import { stateIn, weakest } from './status.ts'
import type { Table } from './tables.ts'

/** One item while its row is read. */
export interface Item {
  readonly id: ThingId
  readonly name: string
  /** The word that the register has for what it is. */
  readonly type: string | undefined
  readonly itemClass: ItemClass | undefined
  readonly state: State
  readonly at: FilePlace
  /** What stands under a heading; nothing where there is nothing that may be read. */
  text(column: InventoryColumn): string | undefined
  /** The same with its lines, for cells that hold a list. */
  cell(column: InventoryColumn): string
}

/** All items of a file while they are read. */
export interface Register {
  readonly file: string
  readonly diagnostics: Diagnostic[]
  /** By name, the word for what bears it first. */
  readonly names: Map<string, string | undefined>
  /** What cells come to that were read before: a register says the same things of thousands of rows. */
  readonly texts: Map<string, string | undefined>
}

export const registerOf = (file: string): Register => ({ file, diagnostics: [], names: new Map(), texts: new Map() })

/** So many texts are remembered at a time. */
const mostTexts = 50_000

const address = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/i
/** A cell with more in it holds no name and no list; most likely a quote was left open somewhere. */
const longest = 4000
const longestName = 300

export const unitId = (name: string): ThingId => idOf('unit', `inventory/${keyIn(name)}`)

/** A cell as it may be read: blank where a person's address, a secret or far too much stands. */
export function safeCell(cell: string | undefined, at: FilePlace, register: Register): string {
  if (cell === undefined || cell === '') return ''
  if (cell.length > longest) {
    register.diagnostics.push(odd(at, `text of at most ${longest} signs`, `${cell.length}`))
    return ''
  }
  if (cell.length < 6) return cell
  const secret = secretInText(cell)
  if (secret !== undefined) register.diagnostics.push(secretFound(at, secret))
  return secret !== undefined || (cell.includes('@') && address.test(cell)) ? '' : cell
}

/** A cell as a text, unless it only says that there is none. */
function textOf(cell: string | undefined, at: FilePlace, register: Register): string | undefined {
  if (cell === undefined || cell === '') return undefined
  const { texts, diagnostics } = register
  if (texts.has(cell)) return texts.get(cell)
  const before = diagnostics.length
  const text = textIn(safeCell(cell, at, register))
  // What is told is told of every place.
  if (diagnostics.length > before) return text
  if (texts.size >= mostTexts) texts.clear()
  texts.set(cell, text)
  return text
}

/** An item with a name in it. A row of which nothing else is known either is no fault. */
export function itemOf(table: Table, row: CsvRow, register: Register): Item | undefined {
  const at = table.place(row.line)
  const raw = (column: InventoryColumn): string | undefined => {
    const index = table.columns.get(column)
    return index === undefined ? undefined : row.cells[index]
  }
  // Names are different in every row: remembering them would only drive out what is not.
  const text = (column: InventoryColumn): string | undefined =>
    column === 'name' || column === 'hostname' ? textIn(safeCell(raw(column), at, register)) : textOf(raw(column), at, register)
  const name = text('name') ?? text('hostname')
  if (name === undefined || name.length > longestName) {
    if (name !== undefined || row.cells.some((one) => one !== '')) register.diagnostics.push(odd(at, 'name', name === undefined ? 'nothing' : 'text'))
    return undefined
  }
  const type = text('class')
  const id = idFor(register, { name, type, at })
  const cell = (column: InventoryColumn): string => safeCell(raw(column), at, register)
  return { id, name, type, itemClass: classOf(table, type), state: stateOf(table, row), at, text, cell }
}

/** The first item of a name has the name. Another of the same class is the same, told twice; one of another class is told apart by it. */
function idFor(register: Register, { name, type, at }: { readonly name: string; readonly type: string | undefined; readonly at: FilePlace }): ThingId {
  const key = keyIn(name)
  const own = idOf('unit', `inventory/${key}`)
  if (!register.names.has(key)) {
    register.names.set(key, type)
    return own
  }
  const first = register.names.get(key)
  if (first !== type && type !== undefined && first !== undefined) return unitId(`${name} (${type})`)
  register.diagnostics.push({ code: 'duplicate', severity: 'note', ...at, values: { what: name.slice(0, 100) } })
  return own
}

/** What an item is. Where no word says so, a table of applications holds applications, and one with systems and hosts holds machines. */
function classOf(table: Table, type: string | undefined): ItemClass | undefined {
  const known = classesIn(table)
  const key = type ?? ''
  if (!known.has(key)) {
    if (known.size > mostTexts) known.clear()
    known.set(key, classIn(type) ?? usualClass(table).itemClass)
  }
  return known.get(key)
}

const classesIn = once((_: Table) => new Map<string, ItemClass | undefined>())

const usualClass = once((table: Table): { readonly itemClass: ItemClass | undefined } => {
  if (/appli|^app_/.test(foldedHeading(table.heading[table.columns.get('name') ?? -1] ?? ''))) return { itemClass: 'application' }
  return { itemClass: table.columns.has('operatingSystem') || table.columns.has('hostname') || table.columns.has('model') ? 'part' : undefined }
})

/** Columns that say whether an item is in use: registers often have several, and each may say that it is not. */
const statusWords =
  /^(install_status|operational_status|operationele_status|hardware_status|life_cycle_stage(_status)?|life_?cycle(_status|_phase)?|lifecyclephase|levenscyclus|levensfase|ci_status|power_?state|status|state|staat|fase)$/

const stateOf = (table: Table, row: CsvRow): State => weakest(statusColumns(table).map(({ index, heading }) => stateIn(textIn(row.cells[index] ?? ''), heading)))

const statusColumns = once((table: Table): readonly { readonly index: number; readonly heading: string }[] => {
  const own = table.columns.get('status')
  if (own === undefined) return []
  return table.heading.map((heading, index) => ({ index, heading: foldedHeading(heading) })).filter(({ index, heading }) => index === own || statusWords.test(heading))
})

export const odd = (at: FilePlace, expected: string, found: string): Diagnostic => ({ code: 'unexpected', severity: 'warning', ...at, values: { expected, found } })
