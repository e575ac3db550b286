/** What is known of a variable; nothing when it is not set at all. */
export type Lookup = (name: string) => string | undefined

export interface Interpolated {
  /** Variables without a value and without a default stay as they are written, `${NAME}`, so that they can be told from text. */
  readonly text: string
  readonly unresolved: readonly string[]
}

/** Defaults within defaults, deeper than anybody writes. */
const deepest = 20

/**
 * Fills variables in as Compose does: `$A`, `${A}`, `${A:-default}`, `${A-default}`, `${A:?message}`, `${A:+instead}`; `$$` is a
 * plain dollar sign. Whatever is not of these forms stays.
 */
export function interpolate(text: string, lookup: Lookup, depth = 0): Interpolated {
  if (!text.includes('$') || depth > deepest) return { text, unresolved: [] }
  const unresolved: string[] = []
  let filled = ''
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '$') {
      filled += text[at]
      continue
    }
    if (text[at + 1] === '$') {
      filled += '$'
      at++
      continue
    }
    const part = partAt(text, at)
    if (!part) {
      filled += '$'
      continue
    }
    const value = variableValue(part, lookup, depth)
    filled += value.text
    unresolved.push(...value.unresolved)
    at = part.end - 1
  }
  return { text: filled, unresolved }
}

interface Part {
  readonly name: string
  /** `:-`, `-`, `:?`, `?`, `:+`, `+`, or blank. */
  readonly operator: string
  readonly rest: string
  readonly end: number
}

function partAt(text: string, at: number): Part | undefined {
  const plain = /^\$([A-Za-z_]\w*)/.exec(text.slice(at, at + 200))
  if (plain) return { name: plain[1] ?? '', operator: '', rest: '', end: at + plain[0].length }
  const head = /^\$\{\s*([A-Za-z_][\w.]*)\s*(:?[-?+]|(?=\}))/.exec(text.slice(at, at + 300))
  if (!head) return undefined
  const from = at + head[0].length
  const close = closingBrace(text, from)
  return close < 0 ? undefined : { name: head[1] ?? '', operator: head[2] ?? '', rest: text.slice(from, close), end: close + 1 }
}

/** A longer default than anybody writes. Without a limit, braces that never close would take a time square to their number. */
const longest = 1000

/** The brace that closes the one opened before `from`; less than nothing when none does. */
function closingBrace(text: string, from: number): number {
  const first = text.indexOf('}', from)
  const end = Math.min(text.length, from + longest)
  if (first < 0 || first >= end) return -1
  let open = 1
  for (let at = from; at < end; at++) {
    if (text[at] === '$' && text[at + 1] === '{') open++
    else if (text[at] === '}' && --open === 0) return at
  }
  return -1
}

function variableValue(part: Part, lookup: Lookup, depth: number): Interpolated {
  const value = lookup(part.name)
  const isSet = value !== undefined && (value !== '' || !part.operator.startsWith(':'))
  if (part.operator.endsWith('+')) return isSet ? interpolate(part.rest, lookup, depth + 1) : { text: '', unresolved: [] }
  if (isSet) return { text: value, unresolved: [] }
  if (part.operator.endsWith('-')) return interpolate(part.rest, lookup, depth + 1)
  return value === undefined || part.operator !== '' ? { text: `\${${part.name}}`, unresolved: [part.name] } : { text: value, unresolved: [] }
}
