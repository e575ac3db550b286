import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '#findings/block.ts'
import { speaker } from '#words/say.ts'
import { figure } from './figure.ts'

const infinite = Number.POSITIVE_INFINITY
const en = (low: number, high: number, unit: Unit) => figure(speaker('en'), { low, high }, unit)
const nl = (low: number, high: number, unit: Unit) => figure(speaker('nl'), { low, high }, unit)

describe('a figure', () => {
  test.each([
    [4, 4, 'hours', '4 hours', '4 uur'],
    [1, 1, 'hours', '1 hour', '1 uur'],
    [0, 1, 'hours', 'within 1 hour', 'binnen 1 uur'],
    [24, 72, 'hours', '1–3 days', '1–3 dagen'],
    [4, 720, 'hours', '4 hours to 30 days', '4 uur tot 30 dagen'],
    [0, 0, 'hours', 'at once', 'meteen'],
    [1.5, 1.5, 'hours', '90 minutes', '90 minuten'],
    [8760, 8760, 'hours', '1 year', '1 jaar'],
    [30, 30, 'days', '30 days', '30 dagen'],
    [14, 14, 'months', '14 months', '14 maanden'],
    [0.421, 0.8, 'share', 'between 42% and 80%', 'tussen 42 en 80%'],
    [0.001, 0.001, 'share', 'less than 1%', 'minder dan 1%'],
    [2, 5, 'count', 'between 2 and 5', 'tussen 2 en 5'],
    [1234, 1234, 'files', '1,234', '1.234'],
    [1, 3, 'level', '1–3', '1–3'],
    [2, 2, 'level', '2', '2'],
    [340_000, 1_234_567, 'euros', 'between € 340,000 and € 1.2 million', 'tussen € 340.000 en € 1,2 miljoen'],
    [341_000, 343_000, 'euros', '€ 340,000', '€ 340.000'],
    [0, 0, 'euros', '€ 0', '€ 0'],
    [0.2, 0.4, 'euros', 'less than € 1', 'minder dan € 1'],
    [47.3, 47.3, 'euros', '€ 47', '€ 47'],
    [999_999, 999_999, 'euros', '€ 1 million', '€ 1 miljoen'],
    [2_340_000_000, 2_340_000_000, 'euros', '€ 2.3 billion', '€ 2,3 miljard'],
    [0, 8150, 'euros-per-year', 'between € 0 and € 8,200 a year', 'tussen € 0 en € 8.200 per jaar'],
    [340, 12_345, 'person-hours', 'between 340 and 12,000 person-hours', 'tussen 340 en 12.000 persoonsuren'],
    [1, 1, 'person-hours', '1 person-hour', '1 persoonsuur'],
    [0.05, 0.05, 'per-year', 'once in 20 years', 'eens in de 20 jaar'],
    [0.05, 0.2, 'per-year', 'once in 5 to 20 years', 'eens in de 5 tot 20 jaar'],
    [0.4, 0.4, 'per-year', 'once in 2.5 years', 'eens in de 2,5 jaar'],
    [0.75, 0.75, 'per-year', 'once in 16 months', 'eens in de 16 maanden'],
    [1, 1, 'per-year', 'once a year', 'eens per jaar'],
    [3, 3, 'per-year', '3 times a year', '3 keer per jaar'],
    [3, 5, 'per-year', '3 to 5 times a year', '3 tot 5 keer per jaar'],
    [0.2, 3, 'per-year', 'between once in 5 years and 3 times a year', 'tussen eens in de 5 jaar en 3 keer per jaar'],
    [0, 0.05, 'per-year', 'at most once in 20 years', 'hooguit eens in de 20 jaar'],
    [0, 0, 'per-year', 'never', 'nooit'],
    [0.000_81, 0.000_81, 'per-year', 'once in 1,200 years', 'eens in de 1.200 jaar'],
    [0.02, 0.02, 'share-per-year', '2% a year', '2% per jaar'],
    [0.005, 0.024, 'share-per-year', 'between 0.5% and 2.4% a year', 'tussen 0,5 en 2,4% per jaar'],
    [0, 0.02, 'share-per-year', 'at most 2% a year', 'hooguit 2% per jaar'],
    [0, 0.0004, 'share-per-year', 'less than 0.1% a year', 'minder dan 0,1% per jaar'],
    [0.0001, 0.0001, 'share-per-year', 'once in 10,000 years', 'eens in de 10.000 jaar'],
    [0.0001, 0.0005, 'share-per-year', 'once in 2,000 to 10,000 years', 'eens in de 2.000 tot 10.000 jaar'],
    [0.999, 0.999, 'share-per-year', 'more than 99% a year', 'meer dan 99% per jaar'],
    [0, 0, 'share-per-year', '0% a year', '0% per jaar'],
  ] as const)('says [%d, %d] %s as "%s"', (low, high, unit, english, dutch) => {
    expect(en(low, high, unit)).toBe(english)
    expect(nl(low, high, unit)).toBe(dutch)
  })

  test('leaves open what is open: an endless interval is a beginning, and one without either end is unknown', () => {
    expect(en(4, infinite, 'hours')).toBe('4 hours at the earliest')
    expect(en(0, infinite, 'hours')).toBe('at once at the earliest')
    expect(en(3, infinite, 'count')).toBe('3 or more')
    expect(en(0, infinite, 'count')).toBe('unknown')
    expect(en(0, 1, 'share')).toBe('unknown')
    expect(en(Number.NaN, Number.NaN, 'hours')).toBe('unknown')
    expect(en(340_000, infinite, 'euros')).toBe('at least € 340,000')
    expect(nl(340_000, infinite, 'euros-per-year')).toBe('minstens € 340.000 per jaar')
    expect(en(12, infinite, 'person-hours')).toBe('at least 12 person-hours')
    expect(en(0.05, infinite, 'per-year')).toBe('at least once in 20 years')
    for (const unit of ['euros', 'euros-per-year', 'per-year', 'person-hours'] as const) expect(en(0, infinite, unit)).toBe('unknown')
    expect(en(0, 1, 'share-per-year')).toBe('unknown')
  })

  test('never shows two decimals, whatever the ends', () => {
    const units: Unit[] = ['count', 'hours', 'days', 'months', 'share', 'level', 'euros', 'euros-per-year', 'per-year', 'person-hours', 'share-per-year']
    const hours = fc.double({ min: 0, max: 100_000, noNaN: true })
    fc.assert(
      fc.property(hours, hours, fc.constantFrom(...units), (one, other, unit) => {
        const scale = unit.startsWith('share') ? 100_000 : 1
        expect(en(Math.min(one, other) / scale, Math.max(one, other) / scale, unit)).not.toMatch(/\d\.\d\d|NaN|Infinity|undefined/)
      }),
    )
  })
})
