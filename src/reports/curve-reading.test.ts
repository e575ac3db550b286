import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from '#lang/message.ts'
import { languages, speaker } from '#words/say.ts'
import { curvePicture } from './curve-picture.ts'
import { amountAt, type Curve, chanceAt, curveRows, isEmptyCurve, pointsOf } from './curve-reading.ts'
import { curveTable } from './curve-words.ts'
import { sampleCurve } from './sample-losses.test-data.ts'

const curve = (...lines: readonly (readonly (readonly [number, number])[])[]): Curve => ({
  kind: 'curve',
  id: 'x',
  title: plain('x'),
  unit: 'euros',
  series: lines.map((points, at) => ({ label: plain(`line ${at}`), points: points.map(([amount, chance]) => ({ amount, chance })) })),
  marks: [],
})
const infinite = Number.POSITIVE_INFINITY
const points = (...list: readonly (readonly [number, number])[]) => pointsOf({ label: plain(''), points: list.map(([amount, chance]) => ({ amount, chance })) })

describe('a line of a curve', () => {
  test('is read between its points as it is drawn, on axes that multiply', () => {
    const line = points([1000, 0.1], [100_000, 0.001])
    expect(amountAt(line, 0.01).low).toBeCloseTo(10_000, 6)
    expect(amountAt(line, 0.01).high).toBeCloseTo(10_000, 6)
    expect(chanceAt(line, 10_000)).toBeCloseTo(0.01, 9)
  })

  test('is nothing for what is likelier than any amount, and says only what it bounds beyond its rare end', () => {
    const line = points([1000, 0.1], [100_000, 0.001])
    expect(amountAt(line, 0.5)).toEqual({ low: 0, high: 0 })
    expect(amountAt(line, 0.0001)).toEqual({ low: 100_000, high: infinite })
    expect(amountAt([], 0.1)).toEqual({ low: 0, high: infinite })
  })

  test('never rises, wherever it is read', () => {
    const line = sampleCurve.series[0] ? pointsOf(sampleCurve.series[0]) : []
    const chance = fc.double({ min: 1e-6, max: 1, noNaN: true })
    fc.assert(
      fc.property(chance, chance, (one, other) => {
        const [rare, common] = [amountAt(line, Math.min(one, other)), amountAt(line, Math.max(one, other))]
        expect(rare.low).toBeGreaterThanOrEqual(common.low * (1 - 1e-9))
        expect(rare.high).toBeGreaterThanOrEqual(common.high * (1 - 1e-9))
      }),
      { seed: 20261124 },
    )
  })

  test('keeps no point that cannot be', () => expect(points([Number.NaN, 0.1], [infinite, 0.1], [-5, 0.1], [5, 1.2], [5, Number.NaN])).toEqual([]))
})

describe('the table of a curve', () => {
  test('has the chances read off the lines and the named amounts among them, the likeliest first', () => {
    const { columns, rows } = curveTable(speaker('en'), sampleCurve)
    expect(columns).toEqual(['Chance per year', 'The year then comes to at least', 'Name'])
    expect(rows.map(([chance]) => chance)).toEqual([
      '50% (once in 2 years)',
      '20% (once in 5 years)',
      '10% (once in 10 years)',
      '5% (once in 20 years)',
      '3.5% (once in 29 years)',
      '1% (once in 100 years)',
      '0.5% (once in 200 years)',
    ])
    expect(rows[5]).toEqual(['1% (once in 100 years)', 'between € 270,000 and € 2 million', 'A bad year'])
    expect(curveTable(speaker('nl'), sampleCurve).rows[1]).toEqual(['20% (eens in de 5 jaar)', 'tussen € 18.000 en € 190.000', 'One year in five'])
  })

  test('of one line alone holds plain amounts, and no column of names where there are none', () => {
    const { columns, rows } = curveTable(
      speaker('en'),
      curve(
        [
          [1000, 0.5],
          [100_000, 0.005],
        ].map(([a = 0, c = 0]) => [a, c] as const),
      ),
    )
    expect(columns).toHaveLength(2)
    expect(rows.map(([, amount]) => amount)).toEqual(['€ 1,000', '€ 2,500', '€ 5,000', '€ 10,000', '€ 50,000', '€ 100,000'])
  })

  test('of a curve without points is empty', () => {
    for (const empty of [curve(), curve([]), curve([], [])]) {
      expect(isEmptyCurve(empty)).toBe(true)
      expect(curveRows(empty)).toEqual([])
      expect(curvePicture(speaker('en'), empty)).toBeUndefined()
    }
  })
})

describe('the picture of a curve', () => {
  test.each(languages)('stays within its frame, in %s', (language) => {
    const picture = curvePicture(speaker(language), sampleCurve)
    for (const drawing of [picture?.wide, picture?.narrow]) {
      const numbers = [...(drawing?.inner ?? '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
      expect(numbers.length).toBeGreaterThan(50)
      expect(numbers.filter(([x, y]) => x < 0 || x > (drawing?.width ?? 0) || y < 0 || y > (drawing?.height ?? 0))).toEqual([])
      expect(drawing?.inner).not.toMatch(/#0101|NaN|Infinity|url\(/)
    }
  })

  test('is drawn of whatever points there are, or not at all', () => {
    const amount = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constantFrom(0, infinite, Number.NaN, 1e-9))
    const chance = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, Number.NaN, 1e-9))
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(amount, chance), { maxLength: 6 }), { maxLength: 4 }), (lines) => {
        const marks = [{ label: plain('m'), amount: { low: 3, high: infinite }, chance: 0.02 }]
        for (const block of [curve(...lines), { ...curve(...lines), marks }]) {
          const picture = curvePicture(speaker('en'), block)
          expect(`${picture?.wide.inner} ${picture?.narrow.inner}`).not.toMatch(/NaN|Infinity/)
          expect(JSON.stringify(curveTable(speaker('en'), block))).not.toMatch(/NaN|Infinity/)
        }
      }),
      { seed: 20261124, numRuns: 30 },
    )
  })

  test('of ten thousand points is no heavier than it can be seen', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => [at * 100, 0.5 * (1 - at / 10_000)] as const)
    expect(curvePicture(speaker('en'), curve(many))?.wide.inner.length).toBeLessThan(40_000)
  })
})
