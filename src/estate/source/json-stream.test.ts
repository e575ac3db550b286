import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonFromChunks } from './json-stream.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A text in pieces of some length. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const read = (text: string, window: number, size: number) => jsonFromChunks(pieces(bytesOf(text), size), window)
const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const sizes = { window: fc.integer({ min: 1, max: 64 }), piece: fc.integer({ min: 1, max: 40 }) }
const options = { seed: 20261124, numRuns: 400 }

test('any value comes back as JSON.parse gives it, whatever the window and the pieces', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), sizes.window, sizes.piece, (value, indent, window, piece) => {
      const text = JSON.stringify(value, null, indent)
      expect(read(text, window, piece)).toEqual({ value: JSON.parse(text) })
      expect(JSON.stringify(read(text, window, piece).value)).toBe(JSON.stringify(JSON.parse(text)))
    }),
    options,
  )
})

test('what JSON.parse refuses is a fault, and what it takes is none', () => {
  const signs = fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', ' ', '\n', '1', '-', 'e', 'true', 'null', '"a"', '"a":', 'é', '\u00a0', '\0', '\\u00e9', '"b\\"c"')
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 14 }), sizes.window, sizes.piece, (parts, window, piece) => {
      const text = parts.join('')
      const wanted = parsed(text)
      const found = read(text, window, piece)
      if (wanted) expect(found).toEqual(wanted)
      else expect(found.faultAt).toBeLessThanOrEqual(bytesOf(text).length)
    }),
    { ...options, numRuns: 5000 },
  )
})

test('of a text that was scribbled on, what comes before stays', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 3, maxLength: 8 }), sizes.window, sizes.piece, (list, window, piece) => {
      const text = JSON.stringify({ list }).replace(/\]\}$/, ',?]}')
      const found = read(text, window, piece)
      expect(found.faultAt).toBe(bytesOf(text).length - 3)
      expect((found.value as { list: unknown }).list).toEqual(JSON.parse(JSON.stringify(list)))
    }),
    options,
  )
})

describe('texts as few write them', () => {
  test.each<readonly [string, unknown]>([
    ['\uFEFF[1]', [1]],
    ['{"__proto__": {"polluted": 1}, "constructor": 2}', JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}')],
    ['{"a": 1, "b": 2, "a": 3}', { a: 3, b: 2 }],
    ['"a long text of its own, longer than the window"', 'a long text of its own, longer than the window'],
    [' 1234567890.25e3 ', 1234567890250],
    ['{}', {}],
    ['[ ]', []],
  ])('%s', (text, value) => {
    for (const window of [1, 3, 100]) expect(read(text, window, 2)).toEqual({ value })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('nothing, and what never ends', () => {
    expect(read('', 8, 8)).toEqual({ value: undefined, faultAt: 0 })
    expect(read('[1, 2, {"a": [3', 4, 3)).toMatchObject({ value: [1, 2, { a: [3] }] })
    expect(read('['.repeat(100_000), 16, 1000).faultAt).toBeGreaterThan(0)
  })

  test('time grows with the length alone', () => {
    const entry = JSON.stringify({ type: 'library', name: 'a', properties: [{ name: 'b', value: 'c'.repeat(200) }] })
    const took = (count: number): number => {
      const bytes = bytesOf(`{"components": [${Array.from({ length: count }, () => entry).join(',')}]}`)
      const from = performance.now()
      jsonFromChunks(pieces(bytes, 1 << 16), 1 << 16)
      return performance.now() - from
    }
    took(5000)
    expect(took(80_000)).toBeLessThan(Math.max(took(10_000), 5) * 30)
  })
})

test('of a string that is longer than any that is kept the beginning stays, and what follows is read', () => {
  const long = `${'a'.repeat(1 << 20)}\\"`
  function* chunks(): Generator<Uint8Array> {
    yield bytesOf('{"before": 1, "long": "')
    for (let at = 0; at < 17; at++) yield bytesOf(long)
    yield bytesOf('", "after": [2]}')
  }
  const { value, ...rest } = jsonFromChunks(chunks())
  expect(value).toEqual({ before: 1, long: 'a'.repeat(99), after: [2] })
  expect(rest).toEqual({ isCut: true })
  expect(jsonFromChunks(pieces(bytesOf(`["${'a'.repeat(1 << 24)}`), 1 << 20))).toMatchObject({ isCut: true, faultAt: (1 << 24) + 2 })
})
