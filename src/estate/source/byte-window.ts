/** A run of bytes of a text that comes in pieces. What lies before `from` was read, what lies before `to` is at hand. */
export interface ByteWindow {
  readonly pieces: Iterator<Uint8Array>
  bytes: Uint8Array
  from: number
  to: number
  /** Bytes of the text before the first one here. */
  before: number
  /** Whether no more pieces come. */
  isDone: boolean
}

/** The byte order mark of UTF-8 is no part of the text. */
const mark: readonly number[] = [0xef, 0xbb, 0xbf]

export function bytesFrom(chunks: Iterable<Uint8Array>): ByteWindow {
  const window: ByteWindow = { pieces: chunks[Symbol.iterator](), bytes: new Uint8Array(0), from: 0, to: 0, before: 0, isDone: false }
  need(window, mark.length)
  if (mark.every((byte, at) => window.bytes[at] === byte && at < window.to)) window.from = mark.length
  return window
}

/** Fetches pieces until so many bytes are at hand, or there are no more. */
export function need(window: ByteWindow, count: number): void {
  while (!window.isDone && window.to - window.from < count) {
    const next = window.pieces.next()
    if (next.done === true) window.isDone = true
    else append(window, next.value)
  }
}

/** What was read makes room for what comes. */
function append(window: ByteWindow, piece: Uint8Array): void {
  const rest = window.to - window.from
  if (window.to + piece.length > window.bytes.length) {
    const isRoomy = rest + piece.length <= window.bytes.length
    const bytes = isRoomy ? window.bytes : new Uint8Array(2 * (rest + piece.length))
    if (isRoomy) bytes.copyWithin(0, window.from, window.to)
    else bytes.set(window.bytes.subarray(window.from, window.to))
    window.bytes = bytes
    window.before += window.from
    window.from = 0
    window.to = rest
  }
  window.bytes.set(piece, window.to)
  window.to += piece.length
}

/** The next byte; nothing at the end of the text. */
export function byteAt(window: ByteWindow): number | undefined {
  need(window, 1)
  return window.from < window.to ? window.bytes[window.from] : undefined
}

/** Moves behind blanks, tabs and line ends. */
export function skipBlanks(window: ByteWindow): void {
  for (;;) {
    const byte = byteAt(window)
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return
    window.from++
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text from here to an offset in the window. */
export const textOf = (window: ByteWindow, end: number): string => decoder.decode(window.bytes.subarray(window.from, end))

/** Where the first unread byte stands in the whole text. */
export const unreadOffset = (window: ByteWindow): number => window.before + window.from
