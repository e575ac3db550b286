/** One word of a record. What stands between quotes is text and never a keyword. */
export interface Token {
  readonly text: string
  readonly quoted: boolean
}

/** One entry of a zone file: a record or a directive, over as many lines as its parentheses hold. */
export interface Entry {
  readonly tokens: readonly Token[]
  readonly line: number
  /** Begins with a blank: it belongs to the name of the record before it. */
  readonly indented: boolean
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** Lines on which something opens that is never closed. Such a line is passed over, and the next one is an entry again. */
  readonly broken: readonly number[]
}

/** No honest record is longer. */
const longest = 70_000
/** After so many parentheses that never close they are not looked for any more, so that a hostile file costs no more than its length. */
const mostBroken = 50

/** Parts a zone file into its entries (RFC 1035, 5.1): comments, quotes, backslashes, parentheses over several lines. */
export function entriesOf(text: string): Entries {
  const entries: Entry[] = []
  const broken: number[] = []
  let line = 1
  for (let at = 0; at < text.length; ) {
    const read = readEntry(text, at, broken.length < mostBroken)
    const end = read?.end ?? endOfLine(text, at)
    if (!read) broken.push(line)
    else if (read.tokens.length > 0) entries.push({ tokens: read.tokens, line, indented: isBlank(text.charCodeAt(at)) })
    line += read?.lines ?? 1
    at = end
  }
  return { entries, broken }
}

interface Read {
  readonly tokens: readonly Token[]
  readonly end: number
  readonly lines: number
}

function readEntry(text: string, from: number, groups: boolean): Read | undefined {
  const tokens: Token[] = []
  const last = Math.min(text.length, from + longest)
  let [depth, lines] = [0, 0]
  for (let at = from; at < last; ) {
    const code = text.charCodeAt(at)
    if (code === newline) {
      lines++
      if (depth === 0) return { tokens, end: at + 1, lines }
      at++
    } else if (isBlank(code)) at++
    else if (code === semicolon) at = endOfLine(text, at) - (text.charCodeAt(endOfLine(text, at) - 1) === newline ? 1 : 0)
    else if ((code === opening || code === closing) && groups) {
      depth = Math.max(0, depth + (code === opening ? 1 : -1))
      at++
    } else {
      const token = code === quote ? quotedAt(text, at) : plainAt(text, at)
      if (token === undefined) return undefined
      tokens.push({ text: token.text, quoted: code === quote })
      at = token.end
    }
  }
  return depth > 0 || last < text.length ? undefined : { tokens, end: last, lines: lines + 1 }
}

const [newline, semicolon, quote, opening, closing, backslash] = [10, 59, 34, 40, 41, 92]
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13

interface Word {
  readonly text: string
  readonly end: number
}

/** A word up to the next sign that means something. A backslash takes the meaning from the sign behind it. */
function plainAt(text: string, from: number): Word {
  let at = from
  let escaped = false
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === backslash && text.charCodeAt(at + 1) !== newline) {
      escaped = true
      at++
    } else if (at > from && (code === newline || isBlank(code) || code === semicolon || code === quote || code === opening || code === closing)) break
  }
  const word = text.slice(from, at)
  return { text: escaped ? unescaped(word) : word, end: at }
}

/** A text between quotes; a line's end ends it too, and then it is broken. */
function quotedAt(text: string, from: number): Word | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return { text: unescaped(text.slice(from + 1, at)), end: at + 1 }
    if (code === newline) return undefined
    if (code === backslash) at++
  }
  return undefined
}

/** `\;` is a semicolon, and `\059` is the sign of that number. */
const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(\d{3}|[\s\S])/g, (_, sign: string) => (sign.length === 3 ? String.fromCharCode(Number(sign) & 255) : sign)) : text

/** Where the line behind this one begins. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}
