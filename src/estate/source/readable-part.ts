/** What of a JSON text can be read, and where its first fault lies. */
export interface ReadablePart {
  /** Everything up to the last whole value before the fault, with the brackets closed; nothing where not one value is whole. */
  readonly value: unknown
  /** The offset of the first token that JSON does not allow there; the length of the text where it was cut off between two. */
  readonly faultAt: number
}

/** Brackets nested deeper than this are not closed for the writer: no honest document nests so. */
const deepest = 500

/**
 * The part of a cut-off or scribbled JSON text (RFC 8259) that can still be read. `JSON.parse` refuses such a text whole, and at
 * times does not say where the fault is; so the text is walked once, token by token, and cut at the last place where it was sound.
 */
export function readablePart(text: string): ReadablePart {
  const walk: Walk = { text, at: 0, open: [], wants: 'value', safeAt: 0, safeOpen: undefined }
  while (step(walk));
  const { safeAt, safeOpen, at } = walk
  return { value: safeOpen === undefined ? undefined : JSON.parse(text.slice(0, safeAt) + safeOpen), faultAt: at }
}

type Want = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

interface Walk {
  readonly text: string
  at: number
  /** The brackets that will have to be closed, outermost first. */
  readonly open: ('}' | ']')[]
  wants: Want
  /** Up to here the text is sound, once these brackets are closed. */
  safeAt: number
  safeOpen: string | undefined
}

/** Takes one token. @returns whether it was one that JSON allows here, so that the walk goes on */
function step(walk: Walk): boolean {
  const { text } = walk
  while (isBlank(text.charCodeAt(walk.at))) walk.at++
  const sign = text[walk.at]
  if (sign === undefined) return false
  switch (walk.wants) {
    case 'colon':
      return sign === ':' && moved(walk, 'value')
    case 'key':
    case 'key or end':
      if (sign === '}' && walk.wants === 'key or end') return closed(walk)
      return sign === '"' && pastToken(walk, endOfString(text, walk.at)) && moved(walk, 'colon', 0)
    case 'comma or end':
      if (sign === walk.open.at(-1)) return closed(walk)
      return sign === ',' && moved(walk, walk.open.at(-1) === '}' ? 'key' : 'value')
    case 'value or end':
      return sign === ']' ? closed(walk) : value(walk, sign)
    case 'value':
      return value(walk, sign)
    default:
      return false // nothing may follow a whole document
  }
}

function value(walk: Walk, sign: string): boolean {
  if (sign === '{' || sign === '[') {
    walk.open.push(sign === '{' ? '}' : ']')
    return moved(walk, sign === '{' ? 'key or end' : 'value or end')
  }
  const end = sign === '"' ? endOfString(walk.text, walk.at) : endOfPlain(walk.text, walk.at)
  return pastToken(walk, end) && whole(walk)
}

function moved(walk: Walk, wants: Want, by = 1): boolean {
  walk.at += by
  walk.wants = wants
  return true
}

/** Moves behind a token that ends at `end`; stays before one that is cut off or scribbled on. */
function pastToken(walk: Walk, end: number | undefined): boolean {
  if (end === undefined) return false
  walk.at = end
  return true
}

function closed(walk: Walk): boolean {
  walk.open.pop()
  walk.at++
  return whole(walk)
}

/** A value ends here: the text is sound up to it. */
function whole(walk: Walk): boolean {
  const { open } = walk
  walk.wants = open.length === 0 ? 'nothing' : 'comma or end'
  if (open.length > deepest) return true
  walk.safeAt = walk.at
  walk.safeOpen = open.toReversed().join('')
  return true
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

const escaped = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y

/** The offset behind the string that opens at `from`; nothing when it is cut off, or holds what a string may not. */
function endOfString(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return at + 1
    if (code < 32) return undefined
    if (code !== 92) continue
    escaped.lastIndex = at + 1
    const length = escaped.exec(text)?.[0].length
    if (length === undefined) return undefined
    at += length
  }
  return undefined
}

const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?=[\s,\]}])/y

/** The offset behind a number or a word. Without something behind it, it may have been cut off itself. */
function endOfPlain(text: string, from: number): number | undefined {
  plain.lastIndex = from
  const length = plain.exec(text)?.[0].length
  return length === undefined ? undefined : from + length
}
