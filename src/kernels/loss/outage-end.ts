import { expWithin } from '../maths/exp.ts'
import { normalOf } from '../random/normal-draw.ts'
import { threefry } from '../random/threefry.ts'
import type { Plan } from './plan.ts'
import { eventPurposes } from './purposes.ts'

/** The key of the event at hand. */
export interface EventKey {
  key0: number
  key1: number
}

/**
 * How many hours after the event a struck item is up again: the first of the event's own end, an exit and a fail-over that works, and never later than the model's longest.
 *
 * @returns the answer for a strike, given the period of its event and how long that lasts for it
 */
export function outageEnds(plan: Plan): (key: EventKey, period: number, strike: number, duration: number) => number {
  const { strikes, longest } = plan.model
  const ready = plan.strikes
  const { bars, stride } = plan.bars.failOver
  const words = new Int32Array(4)
  const draw = (key: EventKey, strike: number, purpose: number): void => {
    words[0] = key.key0
    words[1] = key.key1
    words[2] = ready.counter[strike] as number
    words[3] = purpose
    threefry(words)
  }
  const factor = (sigma: number, word: number, extension: number): number => expWithin(Math.min(700, Math.max(-700, sigma * normalOf(word, extension))))

  const exit = (key: EventKey, strike: number): number => {
    const sigma = strikes.exitSigma[strike] as number
    if (sigma === 0) return ready.exitAt[strike] as number
    draw(key, strike, eventPurposes.exit)
    return (ready.exitAt[strike] as number) * factor(sigma, words[2] as number, words[3] as number)
  }
  const failOver = (key: EventKey, period: number, strike: number): number => {
    draw(key, strike, eventPurposes.failOver)
    const word = words[2] as number
    if ((words[3] as number) >>> 0 >= (bars[period * stride + strike] as number)) return Number.POSITIVE_INFINITY
    const sigma = strikes.failOverSigma[strike] as number
    if (sigma === 0) return ready.failOverAt[strike] as number
    draw(key, strike, eventPurposes.failOverOuter)
    return (ready.failOverAt[strike] as number) * factor(sigma, word, words[2] as number)
  }
  return (key, period, strike, duration) => {
    let end = Math.min(longest, duration)
    if ((ready.exitAt[strike] as number) < Number.POSITIVE_INFINITY) end = Math.min(end, exit(key, strike))
    if ((ready.failOverAt[strike] as number) < Number.POSITIVE_INFINITY) end = Math.min(end, failOver(key, period, strike))
    return end
  }
}
