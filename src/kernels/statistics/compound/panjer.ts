import { type Counting, generating, panjerPair } from './counting.ts'

/** The smallest normal float64 and some room: below it the recursion would start from nought. */
const smallestStart = 1e-290

/**
 * The chances of each whole sum of a random number of whole amounts, by Panjer's rule (ASTIN Bulletin 12, 1981):
 * g(s) = Σⱼ (a + b·j/s) f(j) g(s − j) / (1 − a·f(0)), from g(0) = E[f(0)ᴺ].
 *
 * Every term is above nought for Poisson and negative binomial, so about 15 digits hold; for binomial signs alternate and digits are
 * lost where the chance of a try is large. O(length · length of the amounts): for long lattices the transform is the quicker road.
 *
 * @param amounts chance of each whole amount 0, 1, 2, …; may add up to less than 1, the rest lying beyond
 * @param length how many sums are asked for
 * @returns nothing where the chance of a sum of nought is too small to start from
 */
export function panjer(counting: Counting, amounts: Float64Array, length: number): Float64Array | undefined {
  const { a, b } = panjerPair(counting)
  const nought = amounts[0] ?? 0
  const sums = new Float64Array(length)
  const start = generating(counting, { re: nought - 1, im: 0 }).re
  if (start < smallestStart) return undefined
  sums[0] = start
  for (let s = 1; s < length; s++) {
    let sum = 0
    const most = Math.min(s, amounts.length - 1)
    for (let j = 1; j <= most; j++) sum += (a + (b * j) / s) * (amounts[j] as number) * (sums[s - j] as number)
    sums[s] = sum / (1 - a * nought)
  }
  return sums
}
