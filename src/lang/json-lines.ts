/**
 * On which line each of some JSON pointers stands.
 *
 * `JSON.parse` keeps no positions, and a parser that does is many times slower. So files are parsed plainly, and only the
 * pointers that reach the result are looked up here, in one pass over the text. The text need not be well-formed: what
 * comes after a fault is not found.
 *
 * The text may be handed over as bytes in UTF-8, so that a large file need not be decoded for a place near its beginning: the signs that
 * make up JSON are the same in both, and reading ends where the last pointer was found.
 *
 * @param wanted pointers as RFC 6901 writes them
 * @returns line numbers from 1, for the pointers that were found
 */
export function jsonLines(given: string | Uint8Array, wanted: ReadonlySet<string>): Map<string, number> {
  const text: Signs = typeof given === 'string' ? { length: given.length, at: (at) => given.charCodeAt(at), slice: (from, to) => given.slice(from, to) } : signsOf(given)
  const found = new Map<string, number>()
  const stack: Frame[] = []
  let line = 1
  let at = 0
  const note = () => {
    if (stack.length > deepest) return ''
    const pointer = stack.length === 0 ? '' : (stack.at(-1)?.prefix ?? '') + (stack.at(-1)?.step ?? '')
    if (wanted.has(pointer) && !found.has(pointer)) found.set(pointer, line)
    return pointer
  }
  while (at < text.length && found.size < wanted.size) {
    const code = text.at(at)
    if (code === 10) line++
    else if (code === 34) {
      const end = endOfString(text, at)
      const top = stack.at(-1)
      if (top?.awaitsKey) {
        top.step = `/${keyText(text.slice(at, end)).replaceAll('~', '~0').replaceAll('/', '~1')}`
        top.awaitsKey = false
        note()
      } else if (top?.isArray !== false) note()
      at = end
      continue
    } else if (code === 123 || code === 91) {
      const prefix = note()
      stack.push(code === 91 ? { prefix, step: '/0', isArray: true, index: 0, awaitsKey: false } : { prefix, step: '', isArray: false, index: 0, awaitsKey: true })
    } else if (code === 125 || code === 93) stack.pop()
    else if (code === 44) advance(stack.at(-1))
    else if (code > 32 && code !== 58 && stack.at(-1)?.isArray !== false) note()
    at++
  }
  return found
}

/** A text, sign by sign. */
interface Signs {
  readonly length: number
  at(index: number): number
  slice(from: number, to: number): string
}

const signsOf = (bytes: Uint8Array): Signs => ({ length: bytes.length, at: (at) => bytes[at] ?? 0, slice: (from, to) => new TextDecoder().decode(bytes.subarray(from, to)) })

/** Nobody asks for a place deeper than this, and pointers that grow with every bracket would fill the memory. */
const deepest = 600

interface Frame {
  readonly prefix: string
  step: string
  readonly isArray: boolean
  index: number
  awaitsKey: boolean
}

function advance(frame: Frame | undefined): void {
  if (!frame) return
  frame.index++
  if (frame.isArray) frame.step = `/${frame.index}`
  else frame.awaitsKey = true
}

/** The offset just behind the string that opens at `from`. */
function endOfString(text: Signs, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.at(at)
    if (code === 92) at++
    else if (code === 34) return at + 1
  }
  return text.length
}

function keyText(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted // a key that was cut off names nothing that anybody asks for
  }
}
