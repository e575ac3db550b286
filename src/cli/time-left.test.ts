import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

const second = 1000

describe('the time that is left', () => {
  test('is not told before anybody can tell', () => {
    const left = timeLeft([1])
    expect(left.told(0, 0, 0).millisecondsLeft).toBeUndefined()
    expect(left.told(0, 0.5, second).millisecondsLeft).toBeUndefined()
    expect(left.told(0, 0.001, 60 * second).millisecondsLeft).toBeUndefined()
  })

  test('is that of the rest at an even pace', () => {
    const left = timeLeft([1])
    for (let at = 0; at < 5; at += 0.1) left.told(0, at / 10, at * second)
    expect(left.told(0, 0.5, 5 * second).millisecondsLeft).toBeCloseTo(5 * second, -2)
  })

  test('follows the later pace, since the first files are read before anything is warm', () => {
    const left = timeLeft([1])
    for (let at = 0; at <= 40; at++) left.told(0, at < 20 ? at / 200 : 0.1 + (at - 20) / 50, at * 250)
    expect(left.told(0, 0.5, 10 * second).millisecondsLeft).toBeLessThan(10 * second)
  })

  test('counts stages that are still to come by what they usually take', () => {
    const left = timeLeft([1, 3])
    for (let at = 0; at <= 4; at += 0.1) left.told(0, at / 4, at * second)
    expect(left.told(1, 0, 4 * second).millisecondsLeft).toBeCloseTo(12 * second, -3)
  })

  test('never shows less done than before, and never jumps up: within a tenth of a second it rises by a small part', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 20, maxLength: 200 }), (paces) => {
        const whole = paces.reduce((sum, one) => sum + one, 0)
        const left = timeLeft([1])
        let [done, share, shown] = [0, 0, undefined as number | undefined]
        for (const [at, pace] of paces.entries()) {
          done += pace
          const standing = left.told(0, done / whole, at * 100)
          expect(standing.share).toBeGreaterThanOrEqual(share)
          if (shown !== undefined && standing.millisecondsLeft !== undefined) expect(standing.millisecondsLeft).toBeLessThan(shown * 1.1 + 100)
          ;[share, shown] = [standing.share, standing.millisecondsLeft]
        }
        expect(share).toBeLessThanOrEqual(1)
      }),
      { seed: 1 },
    )
  })
})
