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
  })

  test('never shows two decimals, whatever the ends', () => {
    const units: Unit[] = ['count', 'hours', 'days', 'months', 'share', 'level']
    const hours = fc.double({ min: 0, max: 100_000, noNaN: true })
    fc.assert(
      fc.property(hours, hours, fc.constantFrom(...units), (one, other, unit) => {
        const scale = unit === 'share' ? 100_000 : 1
        expect(en(Math.min(one, other) / scale, Math.max(one, other) / scale, unit)).not.toMatch(/\d\.\d\d|NaN|Infinity|undefined/)
      }),
    )
  })
})
