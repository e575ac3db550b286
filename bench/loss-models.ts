import type { LossModel } from '#kernels/loss/model.ts'
import { modelOf } from '#kernels/loss/model-of.ts'

/** The same numbers on every machine, from 0 to below 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** R1: 200,000 causes of one amount each, 2,000 events a year in all. */
export function manyAmounts(causes = 200_000, eventsPerYear = 2000): LossModel {
  const next = numbers(20261124)
  const weights = Array.from({ length: causes }, () => 0.2 + next() ** 3 * 4)
  const sum = weights.reduce((all, one) => all + one, 0)
  const sources = weights.map((weight, at) => ({
    rate: (weight / sum) * eventsPerYear,
    lumps: [{ item: at % 1000, mu: Math.log(100_000) + next() * 6, sigma: 0.5 + next() * 1.5 }],
  }))
  return modelOf({ sources, items: Array.from({ length: 1000 }, () => ({})) })
}

/** R2: 200 sources over 1,000 items, each reaching about 52 of them; 20 events and about 1,050 outages a year. */
export function manyOutages(sourceCount = 200, itemCount = 1000, eventsPerYear = 20): LossModel {
  const next = numbers(20261125)
  const weights = Array.from({ length: sourceCount }, () => 0.2 + next() ** 3 * 4)
  const sum = weights.reduce((all, one) => all + one, 0)
  const sources = weights.map((weight) => ({
    rate: (weight / sum) * eventsPerYear,
    duration: ['lognormal', Math.log(2 + next() * 22), 0.8 + next() * 0.8] as const,
    strikes: Array.from({ length: itemCount }, (_, item) => item)
      .filter(() => next() < 0.0522)
      .map((item) => {
        const low = next() * 4
        return { item, delay: [low, low + next() * 8] as const, spread: 0.3, exit: { mu: Math.log(24 * (5 + next() * 55)) } }
      }),
  }))
  const items = Array.from({ length: itemCount }, () => {
    const [first, second, limit] = [4 + next() * 8, 20_000 + next() * 2_000_000, 24 + next() * 96]
    return { limit, curves: [{ points: [[0, second * 0.2, 0] as const, [first, second, 0] as const, [limit, second, second * 20] as const] }] }
  })
  return modelOf({ sources, items })
}
