import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCodePoint } from './compare.ts'
import { addMonths, daysBetween, hoursOf, isDate, minusPeriod } from './duration.ts'
import { stableJson } from './json.ts'
import { jsonLines } from './json-lines.ts'
import { pointerOf, stepsOf } from './pointer.ts'

test('text is ordered by code point, not by UTF-16 unit', () => {
  expect(['\u{1F600}', '\uFF5E', 'a', 'B'].sort(byCodePoint)).toEqual(['B', 'a', '\uFF5E', '\u{1F600}'])
})

test('the order of keys does not change the bytes', () => {
  expect(stableJson({ b: 1, a: [{ d: 1, c: 2 }] })).toBe(stableJson({ a: [{ c: 2, d: 1 }], b: 1 }))
})

test('durations are read as ISO 8601 writes them', () => {
  expect(['PT4H', 'P1D', 'P1W', 'PT30M', 'P1Y', 'P1DT12H'].map(hoursOf)).toEqual([4, 24, 168, 0.5, 8766, 36])
  expect(['P', '4h', 'PT', ''].map(hoursOf)).toEqual([undefined, undefined, undefined, undefined])
})

test('months are added with the day kept where there is one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-11-24', 24)).toBe('2028-11-24')
  expect(daysBetween('2026-11-24', '2026-12-24')).toBe(30)
  expect([isDate('2026-02-30'), isDate('2026-02-28'), isDate('24-11-2026')]).toEqual([false, true, false])
})

test('a period of notice is counted back by the calendar', () => {
  expect([minusPeriod('2027-03-31', 'P1M'), minusPeriod('2027-06-30', 'P1Y6M'), minusPeriod('2027-01-10', 'P2W')]).toEqual(['2027-02-28', '2025-12-30', '2026-12-27'])
  expect([minusPeriod('2027-03-31', 'three months'), minusPeriod('soon', 'P1M'), minusPeriod('2027-03-31', 'P')]).toEqual([undefined, undefined, undefined])
})

test('a pointer leads back to its steps', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (steps) => {
      expect(stepsOf(pointerOf(steps))).toEqual(steps)
    }),
  )
})

test('every pointer of a document is found on its line', () => {
  const text = JSON.stringify({ a: { 'b/c': [1, { d: 'x' }], e: null }, f: [] }, null, 2)
  const wanted = ['', '/a', '/a/b~1c', '/a/b~1c/0', '/a/b~1c/1', '/a/b~1c/1/d', '/a/e', '/f']
  const found = jsonLines(text, new Set(wanted))
  expect(wanted.map((pointer) => found.get(pointer))).toEqual([1, 2, 3, 4, 5, 6, 9, 11])
})

test('bytes give the lines that their text gives', () => {
  const value = fc.jsonValue({ maxDepth: 4 })
  fc.assert(
    fc.property(value, (one) => {
      const text = JSON.stringify({ 'é"x': one, list: [one, one] }, null, 1)
      const wanted = new Set(['', '/é"x', '/list', '/list/1', '/list/1/0', '/nothing'])
      expect(jsonLines(new TextEncoder().encode(text), wanted)).toEqual(jsonLines(text, wanted))
    }),
  )
})

test('a text that is cut off still gives the lines of what came before', () => {
  expect(jsonLines('{\n"a": {\n"b": [1,\n', new Set(['/a/b', '/a/c'])).get('/a/b')).toBe(3)
})
