import type { FilePlace, State } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'

/** What one layer says under one key of a service, with variables filled in. */
export interface Field {
  readonly value: unknown
  /** The same with defaults alone, as if no variable were set: what is in it stands in this very file. */
  readonly bare: unknown
  /** The folder of the file it stands in: paths are relative to it. */
  readonly folder: string
  /** The place of a way below the key. */
  at(path: Path): FilePlace
}

/** A service with everything its layers say; later ones stand behind earlier ones. */
export interface Service {
  readonly name: string
  readonly at: FilePlace
  readonly state: State
  readonly fields: ReadonlyMap<string, readonly Field[]>
}

/** A value with its place. */
export interface Placed<T> {
  readonly value: T
  readonly at: FilePlace
}

/** What holds in the end under a way below a key: the last layer that says something. */
export function lastOf(service: Service, key: string, path: Path = []): Placed<unknown> | undefined {
  const fields = service.fields.get(key) ?? []
  for (const field of fields.toReversed()) {
    const value = valueAt(field.value, path)
    if (value !== undefined && value !== null) return { value, at: field.at(path) }
  }
  return undefined
}

/** The same as text, numbers and booleans included. */
export function lastText(service: Service, key: string, path: Path = []): Placed<string> | undefined {
  const found = lastOf(service, key, path)
  return found && (typeof found.value === 'string' || typeof found.value === 'number' || typeof found.value === 'boolean')
    ? { value: String(found.value), at: found.at }
    : undefined
}

/** All plain items of lists under a key, of every layer; a single text counts as a list of one. */
export function allTexts(service: Service, key: string): readonly Placed<string>[] {
  return (service.fields.get(key) ?? []).flatMap((field) => {
    if (typeof field.value === 'string') return [{ value: field.value, at: field.at([]) }]
    const items = Array.isArray(field.value) ? field.value : []
    return items.flatMap((item, index) => (typeof item === 'string' || typeof item === 'number' ? [{ value: String(item), at: field.at([index]) }] : []))
  })
}

/** Names under a key that is a list of names or a map by name: `depends_on`, `models`, `networks`. */
export function allNames(service: Service, key: string): readonly Placed<string>[] {
  return (service.fields.get(key) ?? []).flatMap((field) =>
    isRecord(field.value) ? Object.keys(field.value).map((name) => ({ value: name, at: field.at([name]) })) : textsOf(field),
  )
}

const textsOf = (field: Field): readonly Placed<string>[] =>
  (Array.isArray(field.value) ? field.value : []).flatMap((item, index) => (typeof item === 'string' ? [{ value: item, at: field.at([index]) }] : []))

/** A row of a table; without a value, the name alone stands there. */
export interface Row {
  readonly name: string
  readonly value?: string
  /** The value with defaults alone, as if no variable were set. */
  readonly bare?: string
  readonly at: FilePlace
}

/** The rows of a table that is a map or a list of `name=value`, of every layer; a later row replaces one of the same name. */
export function rowsOf(service: Service, key: string, path: Path = []): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const field of service.fields.get(key) ?? []) {
    const [value, bare] = [valueAt(field.value, path), valueAt(field.bare, path)]
    const texts = new Map(tableRows(bare).map((row) => [row.step, row.value]))
    for (const { step, name, value: text } of tableRows(value)) {
      const plain = texts.get(step)
      rows.set(name, { name, at: field.at([...path, step]), ...(text === undefined ? {} : { value: text }), ...(plain === undefined ? {} : { bare: plain }) })
    }
  }
  return [...rows.values()]
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const step of path) at = isRecord(at) ? at[String(step)] : undefined
  return at
}

interface TableRow {
  readonly step: string | number
  readonly name: string
  readonly value?: string
}

function tableRows(table: unknown): readonly TableRow[] {
  if (Array.isArray(table)) {
    return table.flatMap((item, step): readonly TableRow[] => {
      if (typeof item !== 'string') return []
      const cut = item.indexOf('=')
      return [cut < 0 ? { step, name: item.trim() } : { step, name: item.slice(0, cut).trim(), value: item.slice(cut + 1) }]
    })
  }
  if (!isRecord(table)) return []
  return Object.entries(table).flatMap(([name, one]): readonly TableRow[] => {
    if (typeof one === 'object' && one !== null) return []
    return [{ step: name, name, ...(one === null || one === undefined ? {} : { value: String(one) }) }]
  })
}
