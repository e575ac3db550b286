import { expectedCapped } from '#kernels/statistics/distributions/behaviour.ts'
import { behaviourOf, type Distribution } from '#kernels/statistics/distributions/distribution.ts'
import { fitMetalog } from '#kernels/statistics/distributions/fit-metalog.ts'
import { fitLognormal } from '#kernels/statistics/distributions/lognormal.ts'
import { fitPertInterval } from '#kernels/statistics/distributions/pert.ts'
import type { Interval } from '#lang/interval.ts'

/**
 * A number above nought that somebody is nine parts in ten sure of, and how it lies in between: a lognormal where they say no more, a PERT where they name the
 * likeliest value, a metalog of three terms where they name the middle one, which is as often passed as not.
 */
export interface Uncertain extends Interval {
  readonly likely?: number
  readonly middle?: number
}

/** A lower end of nought fits no lognormal; it is taken for this part of the upper one. */
const least = 100

/** @returns nothing for nought alone, and for what is no interval */
export function distributionOf({ low, high, likely, middle }: Uncertain): Distribution | undefined {
  if (likely !== undefined) return fittedOf(fitPertInterval({ low, likely, high }))
  const from = low === 0 ? high / least : low
  if (middle === undefined || from === high) return fittedOf(fitLognormal({ low: from, high }))
  const asked = [
    { share: 0.05, value: from },
    { share: 0.5, value: middle },
    { share: 0.95, value: high },
  ]
  return fittedOf(fitMetalog({ asked, lower: 0 }))
}

/** What a share that is believed to lie in an interval is on average; what is believed of it above 1 counts as 1. */
export function expectedShare(interval: Interval): number {
  const distribution = distributionOf(interval)
  return distribution === undefined ? interval.high : expectedCapped(behaviourOf(distribution), 1)
}

const fittedOf = (fit: ReturnType<typeof fitLognormal>): Distribution | undefined => (fit.status === 'fitted' ? fit.distribution : undefined)

/** What stands behind the ends of an interval that says more of it. */
const shape = /^(likely|middle)=(.+)$/

/** Uncertain numbers as `estate/attribute.ts` writes them, `<low> <high>` and perhaps `likely=<value>` or `middle=<value>`, one after the other. */
export function uncertainIn(words: readonly string[]): readonly Uncertain[] {
  const found: Uncertain[] = []
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [low, high] = [Number(words[at]), Number(words[at + 1])]
    if (!(low >= 0 && high >= low)) return found
    const [, name, value] = shape.exec(words[at + 2] ?? '') ?? []
    if (name !== undefined) at++
    found.push(name === undefined ? { low, high } : { low, high, [name]: Number(value) })
  }
  return found
}
