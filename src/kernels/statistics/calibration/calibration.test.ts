import { expect, test } from 'vitest'
import { hitRate, widened, wideningAdvice } from './hit-rate.ts'

const claim = { coverage: 0.9, confidence: 0.95 }
const record = (hits: number, asked: number) =>
  hitRate(
    Array.from({ length: asked }, (_, at) => ({ low: 0, high: 1, truth: at < hits ? 0.5 : 2 })),
    claim,
  )

test('hits are counted, ends included, and the ordinary band is the binomial’s', () => {
  const found = hitRate(
    [
      { low: 1, high: 2, truth: 2 },
      { low: 1, high: 2, truth: 2.1 },
    ],
    claim,
  )
  expect(found).toMatchObject({ hits: 1, asked: 2, rate: { value: 0.5 } })
  // Of 20 at 0.9: P(≤ 14) = 0.0113, P(≤ 15) = 0.0432, P(20) = 0.1216.
  expect(record(18, 20)?.ordinary).toEqual({ low: 15, high: 20 })
  // Of 100 at 0.9: P(≤ 83) = 0.0206, P(≤ 84) = 0.0399, P(≥ 96) = 0.0237, P(≥ 95) = 0.0576.
  expect(record(90, 100)?.ordinary).toEqual({ low: 84, high: 95 })
  expect(hitRate([], claim)).toBeUndefined()
})

test('who holds the truth half of the time is told to stretch by two and a half', () => {
  const half = wideningAdvice(record(50, 100) as NonNullable<ReturnType<typeof record>>, claim)
  expect(half).toMatchObject({ advice: 'widen', factor: expect.closeTo(1.6448536 / 0.6744898, 1) })
  expect(half.range.low).toBeLessThan(half.factor)
  expect(half.range.high).toBeGreaterThan(half.factor)
})

test('a good record is left alone, a perfect long one is told to narrow, and none at all still has an answer', () => {
  const of = (hits: number, asked: number) => wideningAdvice(record(hits, asked) as NonNullable<ReturnType<typeof record>>, claim)
  expect(of(9, 10).advice).toBe('as-given')
  expect(of(10, 10).advice).toBe('as-given')
  expect(of(100, 100)).toMatchObject({ advice: 'narrow' })
  expect(of(0, 5)).toMatchObject({ advice: 'widen', range: { high: Number.POSITIVE_INFINITY } })
  expect(Number.isFinite(of(0, 5).factor)).toBe(true)
})

test('stretching by one changes nothing, and by two squares the ratio', () => {
  expect(widened({ low: 10, high: 1000 }, 1)).toEqual({ low: expect.closeTo(10, 10), high: expect.closeTo(1000, 8) })
  expect(widened({ low: 10, high: 1000 }, 2)).toEqual({ low: expect.closeTo(1, 10), high: expect.closeTo(10000, 7) })
})
