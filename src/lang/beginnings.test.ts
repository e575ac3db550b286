import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningsOf } from './beginnings.ts'

test('a text is told by its beginning in any case, and by the whole of it', () => {
  const has = beginningsOf(['pkg:npm/@a/', 'über'], ['pkg:npm/b@1'])
  expect(['pkg:npm/@a/x', 'PKG:NPM/@A/x', 'Überall', 'pkg:npm/b@1', 'pkg:npm/B@1'].map(has)).toEqual([true, true, true, true, true])
  expect(['pkg:npm/@a', 'pkg:npm/b@11', 'pkg:npm/b', 'uber', '', 'pkg:\u212Apm'].map(has)).toEqual([false, false, false, false, false, false])
  expect(beginningsOf([''], [])('anything')).toBe(true)
  expect(beginningsOf([], [])('')).toBe(false)
})

test('answers as trying each would', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', 'É', 'k', '\u212A', '@'), maxLength: 4 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.array(word, { maxLength: 6 }), word, (starts, wholes, text) => {
      const [beginnings, texts] = [starts, wholes].map((list) => list.map((one) => one.toLowerCase())) as [string[], string[]]
      const lower = text.toLowerCase()
      expect(beginningsOf(beginnings, texts)(text)).toBe(texts.includes(lower) || beginnings.some((one) => lower.startsWith(one)))
    }),
    { seed: 20261124, numRuns: 1000 },
  )
})
