import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodedText } from './decode.ts'

const bytesOf = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le'): Uint8Array => new Uint8Array(Buffer.from(text, encoding))
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, at) => bytes[at ^ 1] ?? 0)

test('text comes back in whichever encoding it was written', () => {
  const text = 'dienst;leverancier\ncafé;Één B.V.\n'
  expect(decodedText(bytesOf(text, 'utf8'))).toBe(text)
  expect(decodedText(bytesOf(`\uFEFF${text}`, 'utf8'))).toBe(text)
  expect(decodedText(bytesOf(text, 'latin1'))).toBe(text)
  expect(decodedText(bytesOf(`\uFEFF${text}`, 'utf16le'))).toBe(text)
  expect(decodedText(bytesOf(text, 'utf16le'))).toBe(text)
  expect(decodedText(swapped(bytesOf(`\uFEFF${text}`, 'utf16le')))).toBe(text)
  expect(decodedText(swapped(bytesOf(text, 'utf16le')))).toBe(text)
  expect(decodedText(new Uint8Array())).toBe('')
})

test('a few broken bytes do not make another encoding of a file', () => {
  const bytes = bytesOf('één twee vijf café', 'utf8')
  expect(decodedText(bytes.slice(0, -1))).toBe('één twee vijf caf\uFFFD')
  expect(decodedText(Uint8Array.from([...bytes, 0xff, 0x20]))).toBe('één twee vijf café\uFFFD ')
})

test('no bytes are too strange', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof decodedText(bytes) === 'string'))
})
