import type { Interval } from '#lang/interval.ts'
import { exp } from '../../maths/exp.ts'
import { log } from '../../maths/log.ts'
import { normalQuantile } from '../../maths/normal.ts'
import { type Estimate, scoreOf } from '../samples/estimate.ts'
import { proportion } from '../samples/proportion.ts'
import { betaShares } from '../special/incomplete-beta.ts'

/** How often intervals held the truth, against how often they were meant to. */
export interface HitRate {
  readonly hits: number
  readonly asked: number
  /** The share of hits, with Wilson's interval. */
  readonly rate: Estimate
  /** From how many to how many hits are nothing out of the ordinary for somebody who is right as often as claimed. */
  readonly ordinary: Interval
}

/**
 * @property coverage how often the intervals were meant to hold the truth; 0.9 for 90 % intervals
 * @property confidence how much is ordinary, and how sure the interval of the rate is to be
 */
export interface Claim {
  readonly coverage: number
  readonly confidence: number
}

/** @returns nothing where nothing was asked */
export function hitRate(answers: readonly (Interval & { readonly truth: number })[], { coverage, confidence }: Claim): HitRate | undefined {
  const asked = answers.length
  const hits = answers.filter(({ low, high, truth }) => low <= truth && truth <= high).length
  const rate = proportion({ hits, tries: asked, confidence })
  return rate && { hits, asked, rate, ordinary: ordinaryHits(asked, { coverage, confidence }) }
}

/** The narrowest band of hits with no more than half of 1 − confidence on either side of it, by the exact binomial. */
function ordinaryHits(asked: number, { coverage, confidence }: Claim): Interval {
  const rare = (1 - confidence) / 2
  let low = 0
  while (low < asked && atMost(low, asked, coverage) <= rare) low++
  let high = asked
  while (high > 0 && 1 - atMost(high - 1, asked, coverage) <= rare) high--
  return { low, high }
}

/** The chance of at most so many hits: a binomial sum is an incomplete beta function. */
const atMost = (hits: number, asked: number, coverage: number): number => (hits >= asked ? 1 : betaShares({ a: hits + 1, b: asked - hits }, coverage).above)

/** What to do with the next intervals of somebody with this record. */
export interface WideningAdvice {
  /** `as-given` where the record is nothing out of the ordinary: then the factor is no reason to act. */
  readonly advice: 'widen' | 'narrow' | 'as-given'
  /** By how much the intervals would have to be stretched around their middle. */
  readonly factor: number
  /** The factors that the interval of the hit rate allows; infinite above where no hit at all cannot be excluded. */
  readonly range: Interval
}

/**
 * By how much to stretch intervals so that they hold the truth as often as claimed, if answers scatter normally around the truth (in the logarithm,
 * for numbers above nought): z(coverage)/z(hit rate). Half a hit and half a miss are added, so that a perfect or an empty record gives an answer.
 */
export function wideningAdvice({ hits, asked, rate, ordinary }: HitRate, { coverage }: Claim): WideningAdvice {
  const factor = (share: number): number => scoreOf(coverage) / Math.max(0, normalQuantile((1 + share) / 2))
  const advice = hits < ordinary.low ? 'widen' : hits > ordinary.high ? 'narrow' : 'as-given'
  return { advice, factor: factor((hits + 0.5) / (asked + 1)), range: { low: factor(rate.high), high: factor(rate.low) } }
}

/** An interval stretched around its middle, by the ratio of its ends: the middle of 10 and 1,000 is 100. Ends above nought. */
export function widened({ low, high }: Interval, factor: number): Interval {
  const [middle, half] = [(log(low) + log(high)) / 2, (factor * log(high / low)) / 2]
  return { low: exp(middle - half), high: exp(middle + half) }
}
