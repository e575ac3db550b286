import { type ByteWindow, byteAt, bytesFrom, need, skipBlanks, textOf, unreadOffset } from './byte-window.ts'
import { deepestNesting } from './nesting.ts'
import { readablePart } from './readable-part.ts'
import { shareParts } from './shared-parts.ts'

/** What a JSON text holds that comes in pieces. */
export interface StreamedJson {
  /** Everything up to the fault; nothing where not one value is whole. */
  readonly value: unknown
  /** The byte at which the text stops being JSON; nothing where it is sound. */
  readonly faultAt?: number
  /** Set where a string was longer than any that is kept: only its beginning is there. */
  readonly isCut?: true
}

/** Longer strings are no names, no texts and no keys, and one of a gigabyte would fill the memory several times over. In bytes. */
const longestString = 1 << 24
/** So much of a longer one is kept, as it stands in the file. */
const keptOfString = 100

/**
 * Text that fits in here is left to `JSON.parse`, which is by far the fastest there is. Of a larger window the engine keeps each text where
 * only a walk over everything that was read so far clears it away: with a megabyte, most of the time goes there.
 */
const windowBytes = 1 << 16

/**
 * Builds the value of a JSON text in UTF-8 (RFC 8259) that is longer than a string can be. The text is only looked at for where its
 * values end; as many whole ones as fit in a window are parsed at once, and of what is larger the inside is read in the same way.
 *
 * The value is the one that `JSON.parse` gives, whatever the pieces. Time grows with the length alone.
 */
export function jsonFromChunks(chunks: Iterable<Uint8Array>, window: number = windowBytes): StreamedJson {
  const reading: Reading = { ...bytesFrom(chunks), window, faultAt: undefined, isCut: false, share: shareParts() }
  let value: unknown
  const isWhole = readValue(reading, (found) => (value = found), 0)
  if (isWhole) {
    skipBlanks(reading)
    if (byteAt(reading) !== undefined) fault(reading)
  }
  return { value, ...(reading.faultAt === undefined ? {} : { faultAt: reading.faultAt }), ...(reading.isCut ? { isCut: true } : {}) }
}

interface Reading extends ByteWindow {
  readonly window: number
  faultAt: number | undefined
  isCut: boolean
  readonly share: (value: unknown) => void
}

/** Ends the reading. What was read before stays where it was put. */
function fault(reading: Reading, at: number = unreadOffset(reading)): false {
  reading.faultAt ??= at
  return false
}

const [quote, comma, colon, openList, closeList, openTable, closeTable, backslash] = [34, 44, 58, 91, 93, 123, 125, 92]

/** Reads one value. A container is handed on before it is filled, so that what comes before a fault is not lost. @returns whether it was whole */
function readValue(reading: Reading, put: (value: unknown) => void, depth: number): boolean {
  skipBlanks(reading)
  const first = byteAt(reading)
  if (first === undefined || depth > deepestNesting) return fault(reading)
  if (first === quote && isTooLong(reading)) return passString(reading, put)
  const end = endOfValue(reading)
  if (end >= 0) return parseUpTo(reading, end, put)
  if (first !== openList && first !== openTable) return fault(reading)
  const holder: unknown[] | Record<string, unknown> = first === openList ? [] : {}
  put(holder)
  reading.from++
  return readInside(reading, holder, depth + 1)
}

function parseUpTo(reading: Reading, end: number, put: (value: unknown) => void): boolean {
  const text = textOf(reading, end)
  try {
    put(JSON.parse(text))
    reading.from = end
    return true
  } catch {
    const part = readablePart(text)
    if (part.value !== undefined) put(part.value)
    return fault(reading, unreadOffset(reading) + bytesIn(text.slice(0, part.faultAt)))
  }
}

/** Reads what is inside of a list or a table up to its closing bracket, many entries at a time. */
function readInside(reading: Reading, holder: unknown[] | Record<string, unknown>, depth: number): boolean {
  const closing = Array.isArray(holder) ? closeList : closeTable
  for (let isFirst = true; ; isFirst = false) {
    skipBlanks(reading)
    const { end, closes } = endOfEntries(reading)
    if (end < 0) {
      // One entry alone is longer than the window, or the text breaks off in it.
      if (!readEntry(reading, holder, depth)) return false
      skipBlanks(reading)
      const next = byteAt(reading)
      if (next !== comma && next !== closing) return fault(reading)
      reading.from++
      if (next === closing) return true
      continue
    }
    const isBlank = end === reading.from
    if (isBlank && !(closes && isFirst)) return fault(reading)
    if (!isBlank && !parseEntries(reading, holder, end)) return false
    reading.from = end
    if (closes && byteAt(reading) !== closing) return fault(reading)
    reading.from++
    if (closes) return true
  }
}

function readEntry(reading: Reading, holder: unknown[] | Record<string, unknown>, depth: number): boolean {
  if (Array.isArray(holder)) {
    const at = holder.length
    return readValue(reading, (value) => (holder[at] = value), depth)
  }
  let key = ''
  if (byteAt(reading) !== quote || isTooLong(reading) || !parseUpTo(reading, endOfString(reading), (text) => (key = String(text)))) return fault(reading)
  skipBlanks(reading)
  if (byteAt(reading) !== colon) return fault(reading)
  reading.from++
  return readValue(reading, (value) => set(holder, key, value), depth)
}

/** Parses whole entries at once. Blanks are all that may stand around them, so a bracket on either side makes a text of its own. */
function parseEntries(reading: Reading, holder: unknown[] | Record<string, unknown>, end: number): boolean {
  const text = textOf(reading, end)
  const [open, close] = Array.isArray(holder) ? ['[', ']'] : ['{', '}']
  try {
    add(reading, holder, JSON.parse(open + text + close))
    return true
  } catch {
    const part = readablePart(open + text)
    if (part.value !== undefined) add(reading, holder, part.value)
    return fault(reading, unreadOffset(reading) + bytesIn(text.slice(0, Math.max(part.faultAt - 1, 0))))
  }
}

function add({ share }: Reading, holder: unknown[] | Record<string, unknown>, more: unknown): void {
  if (Array.isArray(holder)) {
    for (const one of more as unknown[]) {
      share(one)
      holder.push(one)
    }
  } else for (const [key, value] of Object.entries(more as Record<string, unknown>)) set(holder, key, value)
}

/** A key of every object (`__proto__`) is a key like any other here, as it is to `JSON.parse`. */
function set(table: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(table, key, { value, writable: true, enumerable: true, configurable: true })
  else table[key] = value
}

const bytesIn = (text: string): number => new TextEncoder().encode(text).length

/** Where the value that begins here ends; -1 when it is a container that ends beyond the window, or never. */
function endOfValue(reading: Reading): number {
  const first = byteAt(reading)
  if (first === quote) return endOfString(reading)
  if (first !== openList && first !== openTable) return endOfPlain(reading)
  need(reading, reading.window)
  const limit = Math.min(reading.to, reading.from + reading.window)
  let depth = 0
  for (let at = reading.from; at < limit; at++) {
    const code = reading.bytes[at]
    if (code === quote) {
      at = closingQuote(reading, at, limit)
      if (at < 0) return -1
    } else if (code === openList || code === openTable) depth++
    else if ((code === closeList || code === closeTable) && --depth === 0) return at + 1
  }
  return -1
}

/** A number or a word ends before the first sign that is none of theirs. */
function endOfPlain(reading: Reading): number {
  let length = 0
  for (;;) {
    need(reading, length + 1)
    if (reading.from + length >= reading.to || isEndOfPlain(reading.bytes[reading.from + length] ?? 0)) return reading.from + length
    length++
  }
}

const isEndOfPlain = (code: number): boolean => code <= 32 || code === comma || code === colon || code === closeList || code === closeTable || code === quote

/** Where the string that begins here ends, however far that is; the end of the text when nothing closes it. */
function endOfString(reading: Reading): number {
  for (let wanted = reading.window; ; wanted *= 2) {
    need(reading, wanted)
    const end = closingQuote(reading, reading.from, reading.to)
    if (end >= 0) return end + 1
    if (reading.isDone) return reading.to
  }
}

function isTooLong(reading: Reading): boolean {
  const near = closingQuote(reading, reading.from, Math.min(reading.to, reading.from + reading.window))
  if (near >= 0) return false
  need(reading, longestString)
  return reading.to - reading.from >= longestString && closingQuote(reading, reading.from, reading.from + longestString) < 0
}

/** Goes past a string without holding it. */
function passString(reading: Reading, put: (value: unknown) => void): boolean {
  put(textOf(reading, reading.from + keptOfString).slice(1))
  reading.isCut = true
  reading.from++
  for (;;) {
    need(reading, 2)
    const { bytes, to } = reading
    let at = reading.from
    while (at < to && bytes[at] !== quote && bytes[at] !== backslash) at++
    if (at < to && bytes[at] === quote) {
      reading.from = at + 1
      return true
    }
    // Behind a backslash stands a sign that closes nothing, and it may still have to be fetched.
    const isPair = at + 1 < to
    reading.from = isPair ? at + 2 : at
    if (!isPair && reading.isDone) return fault(reading)
  }
}

/** The offset of the quote that closes a string; -1 when there is none before the limit. */
function closingQuote(reading: Reading, from: number, limit: number): number {
  const { bytes } = reading
  for (let at = from + 1; at < limit; at++) {
    const code = bytes[at]
    if (code === quote) return at
    if (code === backslash) at++
  }
  return -1
}

/** How far whole entries go: to the bracket that closes their holder, or to the last comma between them in the window; -1 where there is neither. */
function endOfEntries(reading: Reading): { readonly end: number; readonly closes: boolean } {
  need(reading, reading.window)
  const limit = Math.min(reading.to, reading.from + reading.window)
  let depth = 0
  let end = -1
  for (let at = reading.from; at < limit; at++) {
    const code = reading.bytes[at]
    if (code === quote) {
      at = closingQuote(reading, at, limit)
      if (at < 0) break
    } else if (code === openList || code === openTable) depth++
    else if (code === closeList || code === closeTable) {
      if (depth === 0) return { end: at, closes: true }
      depth--
    } else if (code === comma && depth === 0) end = at
  }
  return { end, closes: false }
}
