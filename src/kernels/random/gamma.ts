import { log } from '../maths/log.ts'
import { pow } from '../maths/pow.ts'
import { normalOf } from './normal-draw.ts'
import { threefry } from './threefry.ts'
import { unit } from './uniform.ts'

/** A key that this draw has to itself: rejection takes as many counters as it needs. */
export interface OwnKey {
  readonly key0: number
  readonly key1: number
}

/**
 * A gamma number with mean 1: shape k > 0, variance 1 / k. Marsaglia and Tsang (ACM TOMS 26, 2000); below a shape of 1 by the step
 * G(k) = G(k + 1) · U^(1/k).
 */
export function gammaWithMeanOne(shape: number, { key0, key1 }: OwnKey): number {
  const words = new Int32Array(4)
  const draw = (counter0: number, counter1: number): void => {
    words[0] = key0
    words[1] = key1
    words[2] = counter0
    words[3] = counter1
    threefry(words)
  }
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (let attempt = 0; ; attempt++) {
    draw(attempt, 0)
    const z = normalOf(words[2] as number, words[3] as number)
    const root = 1 + c * z
    if (root <= 0) continue
    const v = root * root * root
    draw(attempt, 1)
    const u = unit(words[2] as number, words[3] as number)
    if (log(u) >= 0.5 * z * z + d - d * v + d * log(v)) continue
    if (shape >= 1) return (d * v) / shape
    draw(0, 2)
    return (d * v * pow(unit(words[2] as number, words[3] as number), 1 / shape)) / shape
  }
}
