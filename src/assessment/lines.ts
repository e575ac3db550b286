import { opensWithBracket, type SourceFile } from '#estate/source-file.ts'
import { groupBy } from '#lang/group.ts'
import { isRecord } from '#lang/json.ts'
import { jsonLines } from '#lang/json-lines.ts'

/**
 * Fills in the line of every place in a result that has a pointer into a JSON file and no line yet.
 *
 * JSON is read without positions, since keeping them costs many times more than reading; so only the places that reach the
 * result are looked up, once per file.
 *
 * @param result any plain value; places are objects with `file` and `pointer`
 */
export function withLines<T>(result: T, files: readonly SourceFile[]): T {
  const wanted = groupBy([...placesIn(result)], (place) => place.file)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const lines = new Map<string, ReadonlyMap<string, number>>()
  for (const [path, places] of wanted) {
    const file = byPath.get(path)
    if (file) lines.set(path, linesIn(file, new Set(places.map((place) => place.pointer))))
  }
  return filled(result, lines) as T
}

/** In UTF-8 the bytes are looked through as they are; another encoding, and what was not found that way, is decoded first. */
function linesIn(file: SourceFile, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const plain = opensWithBracket(file) && file.isCut === undefined ? jsonLines(file.bytes(), wanted) : new Map<string, number>()
  if (plain.size === wanted.size) return plain
  const text = file.text()
  return /^\s*[[{]/.test(text) ? jsonLines(text, wanted) : plain
}

interface LinelessPlace {
  readonly file: string
  readonly pointer: string
}

const isPlace = (value: unknown): value is LinelessPlace & Record<string, unknown> =>
  isRecord(value) && typeof value['file'] === 'string' && typeof value['pointer'] === 'string' && value['line'] === undefined

function* placesIn(value: unknown): Generator<LinelessPlace> {
  if (isPlace(value)) yield value
  if (Array.isArray(value)) for (const item of value) yield* placesIn(item)
  else if (isRecord(value)) for (const item of Object.values(value)) yield* placesIn(item)
}

/** The value with its lines. What holds no place that got one is passed on as it is, and not copied. */
function filled(value: unknown, lines: ReadonlyMap<string, ReadonlyMap<string, number>>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => filled(item, lines))
    return items.some((item, at) => item !== value[at]) ? items : value
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, filled(item, lines)] as const)
  const copy = entries.some(([key, item]) => item !== value[key]) ? Object.fromEntries(entries) : value
  const line = isPlace(value) ? lines.get(value.file)?.get(value.pointer) : undefined
  return line === undefined ? copy : { ...copy, line }
}
