import type { FilePlace, State } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'

/** What one layer says under one key of a service, with variables filled in. */
export interface Field {
  readonly value: unknown
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
    let value: unknown = field.value
    for (const step of path) value = isRecord(value) ? value[String(step)] : undefined
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
  readonly at: FilePlace
}

/** The rows of a table that is a map or a list of `name=value`, of every layer; a later row replaces one of the same name. */
export function rowsOf(service: Service, key: string, path: Path = []): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const field of service.fields.get(key) ?? []) {
    let value: unknown = field.value
    for (const step of path) value = isRecord(value) ? value[String(step)] : undefined
    for (const row of tableRows(value, (step) => field.at([...path, step]))) rows.set(row.name, row)
  }
  return [...rows.values()]
}

function tableRows(value: unknown, at: (step: string | number) => FilePlace): readonly Row[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (typeof item !== 'string') return []
      const cut = item.indexOf('=')
      return cut < 0 ? [{ name: item.trim(), at: at(index) }] : [{ name: item.slice(0, cut).trim(), value: item.slice(cut + 1), at: at(index) }]
    })
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'object' && one !== null ? [] : [{ name, at: at(name), ...(one === null || one === undefined ? {} : { value: String(one) }) }],
  )
}
