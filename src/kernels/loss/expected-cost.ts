import { exp } from '../maths/exp.ts'
import { lognormalAbove } from '../statistics/distributions/lognormal.ts'

/** A time that is lognormal: μ and σ of the logarithm of its hours; σ = 0 is known. */
export interface Time {
  readonly mu: number
  readonly sigma: number
}

/** What decides how long one outage lasts, as `Sources` and `Strikes` have it. */
export interface OutageTimes {
  readonly duration: Time | 'endless'
  readonly notice: readonly [low: number, high: number]
  /** From the event, notice included. */
  readonly delay: readonly [low: number, high: number]
  readonly exit?: Time | undefined
  /** Of a stand-by that works. */
  readonly failOver?: Time | undefined
  readonly longest: number
}

/** A point of a cost curve: from some hour on so much an hour, and so much at once. */
export type CostPoint = readonly [from: number, slope: number, jump: number]

/** Notice lies anywhere between its ends: so many places of it are tried. */
const places = 24

/** From a tenth of an hour on, each step of the hours that are added up is this many times the last. */
const firstStep = 0.1
const growth = 1.15

/**
 * What one outage costs on average: ∫ c′(h) · P(L > h) dh over the lengths h of the outage, by the midpoint rule, and P(L > h) for each sum that comes at once. L is the first of the
 * event's end, exit, fail-over and the longest outage, less the delay. To within a hundredth; overlaps with other outages and caps are not in it.
 */
export function expectedCost(points: readonly CostPoint[], times: OutageTimes): number {
  const { notice, delay } = times
  const count = notice[0] === notice[1] && delay[0] === delay[1] ? 1 : places
  let sum = 0
  for (let place = 0; place < count; place++) sum += costAt(points, lengthOf(times, (place + 0.5) / count))
  return sum / count
}

/** How long an outage is, at one place between the ends of notice and delay. */
interface Length {
  /** P(L > h). */
  isLonger(hours: number): number
  /** Hours at which that falls all at once. */
  readonly cuts: readonly number[]
  /** Hours between which it falls steeply, and the steps that are short enough there. */
  readonly steep: readonly { readonly from: number; readonly to: number; readonly step: number }[]
}

/** A time of a smaller σ than this falls within few steps. */
const narrow = 0.6

function lengthOf({ duration, notice, delay, exit, failOver, longest }: OutageTimes, share: number): Length {
  const [told, harmed] = [notice, delay].map(([low, high]) => low + share * (high - low)) as [number, number]
  const times = [...(duration === 'endless' ? [] : [{ time: duration, from: told }]), ...[exit, failOver].flatMap((time) => (time === undefined ? [] : [{ time, from: 0 }]))]
  return {
    isLonger: (hours) => (harmed + hours >= longest ? 0 : times.reduce((chance, { time, from }) => chance * lognormalAbove(time, harmed + hours - from), 1)),
    cuts: [longest - harmed, ...times.flatMap(({ time, from }) => (time.sigma === 0 ? [exp(time.mu) + from - harmed] : []))],
    steep: times.flatMap(({ time: { mu, sigma }, from }) => {
      if (sigma === 0 || sigma >= narrow) return []
      const [early, late] = [exp(mu - 4 * sigma), exp(mu + 4 * sigma)]
      return [{ from: early + from - harmed, to: late + from - harmed, step: (late - early) / 24 }]
    }),
  }
}

function costAt(points: readonly CostPoint[], { isLonger, cuts, steep }: Length): number {
  let sum = 0
  for (const [at, [from, slope, jump]] of points.entries()) {
    sum += jump * isLonger(from)
    if (slope === 0) continue
    const until = points[at + 1]?.[0] ?? Number.POSITIVE_INFINITY
    let hours = from
    for (let step = firstStep; hours < until; step *= growth) {
      let to = cuts.reduce((least, cut) => (cut > hours ? Math.min(least, cut) : least), Math.min(until, hours + step))
      for (const part of steep) if (hours < part.to) to = Math.min(to, hours < part.from ? part.from : hours + part.step)
      const chance = isLonger((hours + to) / 2)
      if (chance === 0) break
      sum += slope * (to - hours) * chance
      hours = to
    }
  }
  return sum
}
