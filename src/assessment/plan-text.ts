import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml'

/**
 * A text of YAML with one entry of a section put in or put anew, and every other byte as it was: comments, blanks, order.
 *
 * @param section a key at the top whose value is a mapping; it is added at the end where it is not there
 * @returns nothing where the text is no mapping, or the section stands in a form that cannot be added to (`{}`, an alias)
 */
export function withEntry(text: string, section: string, [key, value]: readonly [string, unknown]): string | undefined {
  const document = parseDocument(text, { keepSourceTokens: true })
  const top = document.contents
  if (document.errors.length > 0 || !isMap(top) || top.flow === true) return undefined
  const pair = pairOf(top, section)
  if (!pair) return `${endedLine(text)}${text.trim() === '' ? '' : '\n'}${section}:\n${entry(key, value, 2)}`
  const map = pair.value
  if (isScalar(map) && map.value === null) return spliced(text, lineEnd(text, endOf(pair.key)), lineEnd(text, endOf(pair.key)), entry(key, value, 2))
  if (!isMap(map) || map.flow === true || map.items.length === 0) return undefined
  const indent = columnOf(text, startOf(map.items[0]?.key))
  const known = pairOf(map, key)
  if (known) return spliced(text, startOf(known.key) - indent, lineEnd(text, endOf(known.value ?? known.key)), entry(key, value, indent))
  const end = lineEnd(text, endOf(map))
  return spliced(text, end, end, entry(key, value, indent))
}

/** What stands under a key of a section, as plain values; nothing where nothing does. */
export function entryIn(text: string, section: string, key: string): unknown {
  const whole: unknown = parseDocument(text).toJS()
  const part = typeof whole === 'object' && whole !== null ? (whole as Readonly<Record<string, unknown>>)[section] : undefined
  return typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>)[key] : undefined
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined => map.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === key)

const entry = (key: string, value: unknown, indent: number): string =>
  stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('')

/** A part of a text replaced by another; where the text before it does not end its line, that is ended first. */
const spliced = (text: string, from: number, to: number, part: string): string => `${endedLine(text.slice(0, from))}${part}${text.slice(to)}`

const endedLine = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

const startOf = (node: unknown): number => (node as Node | undefined)?.range?.[0] ?? 0

/** Where a value really ends: within a mapping or list in lines, that of its last item. */
function endOf(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) {
    const last: unknown = node.items.at(-1)
    return isPair(last) ? endOf(last.value ?? last.key) : endOf(last)
  }
  return (node as Node | undefined)?.range?.[1] ?? 0
}

/** The beginning of the next line. */
function lineEnd(text: string, from: number): number {
  // A text in lines of its own (`|`) ends behind its last line already.
  if (from > 0 && text[from - 1] === '\n') return from
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1)
