import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readablePart } from './readable-part.ts'

const part = (text: string): unknown => readablePart(text).value

test('a text that was cut is read up to the last whole value', () => {
  expect(part('{"a":[1,2,{"b":"c"},{"d":"e')).toEqual({ a: [1, 2, { b: 'c' }] })
  expect(part('{"a":"x,}\\"","b":{"c":1},"d"')).toEqual({ a: 'x,}"', b: { c: 1 } })
  expect(part('{"a":"whole"')).toEqual({ a: 'whole' })
  expect(part('{"a":1,"b":123')).toEqual({ a: 1 })
  expect(part('{"a')).toBeUndefined()
  expect(part('[')).toBeUndefined()
})

test('a text with a fault in its middle is read up to the fault, and the fault is found', () => {
  expect(readablePart('{"a":{"b":1},"c":oops,"d":[1,2],"e":3}')).toEqual({ value: { a: { b: 1 } }, faultAt: 17 })
  expect(readablePart('{"a":[1,2]],"b":3}')).toEqual({ value: { a: [1, 2] }, faultAt: 10 })
  expect(readablePart('{"a":1} {"b":2}')).toEqual({ value: { a: 1 }, faultAt: 8 })
  expect(readablePart('{"a":"x\ny"}')).toEqual({ value: undefined, faultAt: 5 })
  expect(readablePart('{"a":"x","b":"\\q"}')).toEqual({ value: { a: 'x' }, faultAt: 13 })
})

test('brackets without end are left, and do not take for ever', () => {
  expect(part('['.repeat(100_000))).toBeUndefined()
  expect(part(`{"a":1,${'"b":{'.repeat(50_000)}`)).toEqual({ a: 1 })
})

test('a whole text is read as the engine reads it, and a part of it never throws', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (text, cut, noise) => {
      expect(part(`${text} `)).toEqual(JSON.parse(text))
      const at = cut % (text.length + 1)
      const scribbled = text.slice(0, at) + noise + text.slice(at)
      const { faultAt } = readablePart(scribbled)
      expect(faultAt).toBeLessThanOrEqual(scribbled.length)
    }),
    { seed: 20261124, numRuns: 500 },
  )
})

test('a fault is found exactly where the engine finds one as well', () => {
  const engine = (text: string): { readonly value: unknown } | undefined => {
    try {
      return { value: JSON.parse(text) }
    } catch {
      return undefined
    }
  }
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (text, cut, noise) => {
      const at = cut % (text.length + 1)
      const scribbled = `${text.slice(0, at)}${noise}${text.slice(at)} `
      const { value, faultAt } = readablePart(scribbled)
      const whole = engine(scribbled)
      if (whole !== undefined) expect({ value, faultAt }).toEqual({ value: whole.value, faultAt: scribbled.length })
      else expect(faultAt < scribbled.length || /[[{]/.test(scribbled)).toBe(true)
    }),
    { seed: 20261124, numRuns: 500 },
  )
})
