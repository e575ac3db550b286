import { exp } from '../maths/exp.ts'
import { log } from '../maths/log.ts'
import { logFactorial } from '../maths/log-factorial.ts'
import type { Stream } from './block-of-words.ts'
import { threefry } from './threefry.ts'
import { unit } from './uniform.ts'

/** Where the search for a Poisson quantile starts: the likeliest count, its chance, and the chance of at most that count. */
export interface PoissonStart {
  readonly mode: number
  readonly chance: number
  readonly upTo: number
}

/** Above this mean a count is drawn by rejection; at or below by inversion. */
export const meanForRejection = 4096

/** @param mean from 0 to `meanForRejection` */
export function poissonStart(mean: number): PoissonStart {
  if (!(mean > 0)) return { mode: 0, chance: 1, upTo: 1 }
  const mode = Math.floor(mean)
  const chance = exp(mode * log(mean) - mean - logFactorial(mode))
  let upTo = 0
  for (let [count, term] = [mode, chance]; count >= 0 && term > 1e-18 * chance; count--) {
    upTo += term
    term *= count / mean
  }
  return { mode, chance, upTo }
}

/**
 * The Poisson count below which a share u lies, found from the likeliest count outwards: about √mean steps. Rises with u and with the mean, so two
 * means that are drawn with one u can be compared.
 */
export function poissonQuantile(u: number, mean: number, { mode, chance, upTo }: PoissonStart): number {
  let count = mode
  let term = chance
  let sum = upTo
  if (u >= sum) {
    while (u >= sum) {
      count++
      term *= mean / count
      if (sum + term === sum) return count // u lies in what the sum has lost to rounding
      sum += term
    }
    return count
  }
  for (sum -= term; count > 0 && u < sum; sum -= term) {
    term *= count / mean
    count--
  }
  return count
}

/** A Poisson count, the same for the same stream. Inversion takes the stream's first draw, rejection as many as it needs. */
export function poisson(mean: number, stream: Stream): number {
  if (mean > meanForRejection) return byRejection(mean, stream)
  const words = Int32Array.of(stream.key0, stream.key1, 0, stream.counter1)
  threefry(words)
  return poissonQuantile(unit(words[2] as number, words[3] as number), mean, poissonStart(mean))
}

/**
 * Transformed rejection with a squeeze (PTRS: Hörmann, Insurance: Mathematics and Economics 12, 1993), for means of 10 and more. Each attempt has
 * its own counter, so a rejected one moves no other draw.
 */
function byRejection(mean: number, { key0, key1, counter1 }: Stream): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const logInverseAlpha = log(1.1239 + 1.1328 / (b - 3.4))
  const vr = 0.9277 - 3.6224 / (b - 2)
  const logMean = log(mean)
  const words = new Int32Array(4)
  for (let attempt = 0; ; attempt++) {
    words[0] = key0
    words[1] = key1
    words[2] = attempt
    words[3] = counter1
    threefry(words)
    const u = unit(words[2] as number, 0) - 0.5
    const v = unit(words[3] as number, 0)
    const us = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= vr) return count
    if (count < 0 || (us < 0.013 && v > us)) continue
    if (log(v) + logInverseAlpha - log(a / (us * us) + b) <= count * logMean - mean - logFactorial(count)) return count
  }
}
