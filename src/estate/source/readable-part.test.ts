import { expect, test } from 'vitest'
import { readablePart } from './readable-part.ts'

test('a text that was cut is read up to the cut', () => {
  expect(readablePart('{"a":[1,2,{"b":"c"},{"d":"e')).toEqual({ a: [1, 2, { b: 'c' }] })
  expect(readablePart('{"a":"x,}\\"","b":{"c":1},"d"')).toEqual({ a: 'x,}"', b: { c: 1 } })
  expect(readablePart('{"a')).toBeUndefined()
  expect(readablePart('[')).toBeUndefined()
})

test('a text with a fault in its middle is read up to the fault', () => {
  expect(readablePart('{"a":{"b":1},"c":oops,"d":[1,2],"e":3}')).toEqual({ a: { b: 1 } })
  expect(readablePart('{"a":[1,2]],"b":3}')).toEqual({ a: [1, 2] })
})

test('brackets without end are left, and do not take for ever', () => {
  expect(readablePart('['.repeat(100_000))).toBeUndefined()
  expect(readablePart(`{"a":1,${'"b":['.repeat(50_000)}`)).toEqual({ a: 1 })
})
