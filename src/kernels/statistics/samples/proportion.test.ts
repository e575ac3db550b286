import { expect, test } from 'vitest'
import { proportion } from './proportion.ts'

const confidence = 0.95

test('Wilson’s interval is as published, and never claims certainty', () => {
  // 8 of 10 at 95 %: Brown, Cai and DasGupta 2001.
  const eight = proportion({ hits: 8, tries: 10, confidence })
  expect([eight?.low, eight?.high]).toEqual([expect.closeTo(0.4901625, 6), expect.closeTo(0.9433178, 6)])
  expect(proportion({ hits: 0, tries: 10, confidence })).toMatchObject({ low: 0, high: expect.closeTo(0.2775328, 6) })
  expect(proportion({ hits: 10, tries: 10, confidence })).toMatchObject({ high: 1, low: expect.closeTo(1 - 0.2775328, 6) })
})
