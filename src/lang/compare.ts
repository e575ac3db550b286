/**
 * Orders text by code point.
 *
 * Not `localeCompare`, whose answer depends on the machine's language, and not the plain `<`, which orders by UTF-16
 * unit and so puts an emoji before a rare Chinese character.
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x === y) continue
    const surrogates = x >= 0xd800 && y >= 0xd800
    return surrogates ? (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0) || x - y : x - y
  }
  return a.length - b.length
}

/** Orders things by one text of theirs, by code point. */
export const by =
  <T>(text: (thing: T) => string) =>
  (a: T, b: T): number =>
    byCodePoint(text(a), text(b))
