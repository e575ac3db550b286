import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prefixesOf } from './prefixes.ts'

test('finds every beginning that a text has, the shortest first', () => {
  const prefixes = prefixesOf([
    ['abc', 3],
    ['a', 1],
    ['abd', 4],
    ['ab', 2],
  ])
  expect(prefixes.of('abcd')).toEqual([1, 2, 3])
  expect(prefixes.of('b')).toEqual([])
  expect([prefixes.has('ax'), prefixes.has('x'), prefixes.has('')]).toEqual([true, false, false])
})

test('answers as trying each beginning would', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, (beginnings, text) => {
      const prefixes = prefixesOf(beginnings.map((one) => [one, one] as const))
      const expected = beginnings.filter((one) => text.startsWith(one))
      expect([...prefixes.of(text)].sort()).toEqual([...expected].sort())
      expect(prefixes.has(text)).toBe(expected.length > 0)
    }),
    { seed: 20261124 },
  )
})
