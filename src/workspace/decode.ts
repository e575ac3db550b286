import { isAscii, isUtf8 } from 'node:buffer'

/**
 * Text out of bytes: UTF-16 by its byte order mark, or by the zero bytes that plain text has in it; UTF-8 otherwise, and
 * Windows-1252 where the bytes are no UTF-8 (old CSV exports). A file that is UTF-8 but for a few bytes, as one that was cut in the
 * midst of a letter, stays UTF-8.
 */
export function decodedText(bytes: Uint8Array): string {
  if (isPlain(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** Nearly all files are plain ASCII, and those are told and turned into text several times as fast. UTF-16 without its mark is ASCII too, but for its zeroes. */
const isPlain = (bytes: Uint8Array): boolean => isAscii(bytes) && !(bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0))

function encodingOf(bytes: Uint8Array): string {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be'
  return isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Whether of the letters beyond ASCII at least as many are sound UTF-8 as are not: by chance hardly any would be. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true
  const text = new TextDecoder('utf-8').decode(bytes)
  let [sound, broken] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) broken++
    else if (code > 127) sound++
  }
  return sound > 0 && sound >= broken
}
